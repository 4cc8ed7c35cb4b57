-- In how many claims this one takes part, with their first and last day.
select count(*), min(case when p.day <> '' then p.day end), max(p.day_latest)
from participation as p
where p.referent_id = :referent
