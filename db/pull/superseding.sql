-- The documents of claims that superseded claims of these, or were superseded by them: pairs, each of two documents.
select -- spread: with past as materialized (select id, document_id from claims where id in (select supersedes_id from claims where supersedes_id is not null)) select
    c.document_id as one, o.document_id as other
from claims as c
join claims as o on o.id = c.supersedes_id -- spread: join past as o on o.id = c.supersedes_id
where c.document_id in (select cast(value as integer) from json_each(:only)) and o.document_id <> c.document_id
union
select c.document_id, o.document_id
from claims as o -- spread: from past as o
join claims as c on c.supersedes_id = o.id
where o.document_id in (select cast(value as integer) from json_each(:only)) and o.document_id <> c.document_id
order by one, other
