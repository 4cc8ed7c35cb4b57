-- The documents of claims that links tie to claims of these.
select -- spread: with meant as materialized (select id, document_id, retracted_at from claims where id in (select target_id from links)) select
    t.document_id as id
from claims as s
join links as l on l.source_id = s.id
join claims as t on t.id = l.target_id -- spread: join meant as t on t.id = l.target_id
where s.document_id in (select cast(value as integer) from json_each(:only)) and s.retracted_at is null and t.retracted_at is null
union
select s.document_id
from claims as t -- spread: from meant as t
join links as l on l.target_id = t.id
join claims as s on s.id = l.source_id
where t.document_id in (select cast(value as integer) from json_each(:only)) and s.retracted_at is null and t.retracted_at is null
order by id
