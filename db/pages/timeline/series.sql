-- Which series do the events belong to?
select distinct x.name from events as e join entities as x on x.id = e.series_id order by x.name limit 200;
