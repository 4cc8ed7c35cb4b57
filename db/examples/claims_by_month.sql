-- How many claims tell of each month?
select substr(date_earliest, 1, 7) as month, count(*) as claims
from held_claims
where date_earliest is not null
group by substr(date_earliest, 1, 7)
order by month
