-- The occasions that have a key in common with another, under which one of the two is found.
select distinct number
from keys
where key in (select key from keys group by key having min(number) < max(number) and max(is_found) = 1)
order by number;
