-- The sources of these documents, and those that they repeat.
select d.source_id as id from documents as d where d.id in (select cast(value as integer) from json_each(:only))
union
select d.origin_id from documents as d where d.id in (select cast(value as integer) from json_each(:only)) and d.origin_id is not null
order by id
