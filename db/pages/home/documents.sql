-- Which documents were published last?
select coalesce(d.slug, d.key) as document, d.title, d.language, d.published_on, s.name as publisher
from documents as d join sources as s on s.id = d.source_id
where +d.restates_id is null -- +: by day and not by this, which is so of most
order by d.published_on desc nulls last, d.key
limit 6;
