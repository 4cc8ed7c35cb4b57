-- Full-text search over claims: summary, names as written and quote, each run of Japanese, Chinese or Korean characters spelled as its overlapping pairs.
-- Ask it through search_query(): select * from statements where claim_id in (select rowid from claims_search where claims_search match search_query('合意'))

-- create
create virtual table claims_search using fts5 (words, content = 'claim_words', content_rowid = 'claim_id', tokenize = 'unicode61 remove_diacritics 2');
insert into claims_search (claims_search, rank) values ('hashsize', 67108864); -- bytes held before a write: fewer pieces to merge

-- fill
insert into claims_search (rowid, words)
select w.claim_id, w.words
from touched_claims as t join claim_words as w on w.claim_id = t.id;

-- clear
insert into claims_search (claims_search, rowid, words)
select 'delete', w.claim_id, w.words
from touched_claims as t join claim_words as w on w.claim_id = t.id;
