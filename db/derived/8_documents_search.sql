-- Full-text search over titles and texts of documents, spelled as for claims.

-- create
create virtual table documents_search using fts5 (words, content = 'document_words', content_rowid = 'document_id', tokenize = 'unicode61 remove_diacritics 2');
insert into documents_search (documents_search, rank) values ('hashsize', 67108864); -- bytes held before a write: fewer pieces to merge

-- fill
insert into documents_search (rowid, words)
select w.document_id, w.words
from touched_documents as t join document_words as w on w.document_id = t.id;

-- clear
insert into documents_search (documents_search, rowid, words)
select 'delete', w.document_id, w.words
from touched_documents as t join document_words as w on w.document_id = t.id;
