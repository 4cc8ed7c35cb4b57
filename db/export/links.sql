-- The links between claims that are held, as records.
select -- spread: with meant as materialized (select id, document_id, key, retracted_at from claims where id in (select target_id from links)) select
    s.document_id as of_id, t.document_id as to_id, s.key as source, l.link_type as "type", t.key as target, l.verdict, l.who, l.why, l.linked_at, l.withdrawn_at
from links as l
join claims as s on s.id = l.source_id
join claims as t on t.id = l.target_id -- spread: join meant as t on t.id = l.target_id
where s.retracted_at is null and t.retracted_at is null
-- only: and s.document_id in (select cast(value as integer) from json_each(:only))
order by s.key, l.link_type, t.key, l.linked_at, l.withdrawn_at nulls last, l.verdict, l.who nulls first, l.why nulls first
