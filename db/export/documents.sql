-- The documents as records. A line `-- only:` is for a part of them: those whose ids are in a list.
select
    d.id as of_id, d.key, d.slug, s.name as source, d.url, d.title, d.author, d.language, d.published_on, o.name as origin,
    coalesce(r.slug, r.key) as restates, d.text, d.text_sha256, d.text_length, d.note
from documents as d
join sources as s on s.id = d.source_id
left join sources as o on o.id = d.origin_id
left join documents as r on r.id = d.restates_id
-- only: where d.id in (select cast(value as integer) from json_each(:only))
order by d.key
