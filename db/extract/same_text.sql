-- The documents that hold this text, the first one first, as an article that is added again finds itself.
select
    coalesce(d.slug, d.key) as slug, s.name as source, d.url, d.title, d.author, d.language, d.published_on, d.note
from documents as d
join sources as s on s.id = d.source_id
where d.text_sha256 = :text_sha256
order by d.id
