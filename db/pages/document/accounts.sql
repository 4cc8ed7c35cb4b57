-- Which documents tell this one in other words?
select coalesce(slug, key) as document, title, language from documents where restates_id = :document_id order by key;
