-- The entities that these bring along: those that they were judged with or merged into, broader topics and synonyms, and their states.
select k.entity_id as id
from canonical as m
join canonical as k on k.canonical_id = m.canonical_id
where m.entity_id in (select cast(value as integer) from json_each(:only))
union
select j.right_id from judgements as j where j.left_id in (select cast(value as integer) from json_each(:only))
union
select j.left_id from judgements as j where j.right_id in (select cast(value as integer) from json_each(:only))
union
select r.other_id from relations as r where r.entity_id in (select cast(value as integer) from json_each(:only))
union
select r.entity_id from relations as r where r.other_id in (select cast(value as integer) from json_each(:only)) and r.relation_type = 'synonym'
union
select s.id
from entities as e
join entities as s on s.kind = 'state' and s.country = e.country
where e.id in (select cast(value as integer) from json_each(:only))
order by id
