-- What search finds a document by: its title and text, spelled for the index.
create view document_words as
select d.id as document_id, search_words(d.title || ' | ' || coalesce(d.text, '')) as words
from documents as d;
