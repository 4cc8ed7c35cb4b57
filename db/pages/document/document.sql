-- One document by its key or slug, with its publisher and the document that it restates. The text comes in pieces.
select
    d.id, d.key, d.slug, d.title, d.url, d.language, d.published_on, d.note, d.text is null as is_withheld,
    coalesce(length(d.text), d.text_length) as text_length, d.text_sha256,
    substr(d.text, :first + 1, :size) as text,
    s.name as publisher, s.kind as publisher_kind, s.country, s.reliability, o.name as origin,
    coalesce(r.slug, r.key) as restates, r.title as restates_title, r.url as restates_url
from documents as d
join sources as s on s.id = d.source_id
left join sources as o on o.id = coalesce(d.origin_id, s.origin_id)
left join documents as r on r.id = d.restates_id
where d.id in (select id from documents where key = :key union all select id from documents where slug = :key);
