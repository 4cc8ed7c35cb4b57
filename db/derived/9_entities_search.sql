-- Full-text search over every name of an entity, spelled as for claims.

-- create
create virtual table entities_search using fts5 (words, content = 'entity_words', content_rowid = 'entity_id', tokenize = 'unicode61 remove_diacritics 2');

-- fill
insert into entities_search (entities_search) select 'rebuild' where exists (select 1 from touched_entities);

-- clear
