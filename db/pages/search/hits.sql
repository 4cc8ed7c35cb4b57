-- How many claims does a search find? Counted up to :most.
select count(*) as hits from (select 1 from claims_search where claims_search match claims_search_words(:words) limit :most);
