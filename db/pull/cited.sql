-- The documents that these cannot do without: those that they restate, and those whose words their claims rest on.
select d.restates_id as id
from documents as d
where d.id in (select cast(value as integer) from json_each(:only)) and d.restates_id is not null
union
select e.document_id
from claims as c
join evidence as e on e.claim_id = c.id
where c.document_id in (select cast(value as integer) from json_each(:only)) and e.document_id <> c.document_id
order by id
