-- Which state each person, body or place is of, and each state itself: the one of its country, where that is known.

-- create
create table states (
    referent_id integer primary key,
    state_id integer not null
);

-- fill
delete from states where exists (select 1 from touched_entities);
insert into states (referent_id, state_id)
select n.id, min(k.canonical_id)
from entities as n
join entities as s on s.kind = 'state' and s.country = n.country
join canonical as k on k.entity_id = s.id
where n.kind in ('person', 'organisation', 'state', 'group') and exists (select 1 from touched_entities)
group by n.id;

-- clear
