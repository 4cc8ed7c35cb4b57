-- Events of a series that is now another, by judgements: with or without claims.
select e.id
from shifted as s cross join events as e
where e.series_id = s.entity_id
order by e.id
