-- In how many claims does someone take part? Counted up to :most.
select count(*) as claims from (select 1 from participation where referent_id = :referent limit :most);
