-- Documents that a search finds, newest first.
select coalesce(d.slug, d.key) as document, d.title, d.language, d.published_on, s.name as publisher
from documents as d join sources as s on s.id = d.source_id
where d.id in (select rowid from documents_search where documents_search match documents_search_words(:words) order by rowid desc limit 200)
order by d.published_on desc nulls last, d.key
limit 20;
