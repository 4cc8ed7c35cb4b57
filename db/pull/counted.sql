-- How many claims these documents bear, held or not.
select c.document_id as id, count(*) as claims
from claims as c
where c.document_id in (select cast(value as integer) from json_each(:only))
group by c.document_id
order by c.document_id
