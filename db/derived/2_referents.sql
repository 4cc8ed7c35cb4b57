-- Whom or what a name can refer to: an entity (id above 0) that was merged into no other, or a bare name (id below 0) that no entity is known by.
-- A bare name is no entity: it answers for the claims that carry it until an entity takes the name.

-- create
create table referents (
    id integer primary key,
    name text not null,
    kind text,
    entity_key text,
    name_key text unique
);

-- fill
delete from referents where id > 0 and exists (select 1 from touched_entities);
insert into referents (id, name, kind, entity_key)
select e.id, e.name, e.kind, e.key
from entities as e join canonical as k on k.entity_id = e.id and k.canonical_id = e.id
where exists (select 1 from touched_entities);
delete from referents
where id < 0
    and exists (select 1 from touched_entities)
    and not exists (select 1 from arguments as a where a.name_key = referents.name_key);
insert into referents (id, name, name_key)
select (select min(coalesce(min(id), 0), 0) from referents) - row_number() over (order by bare.name_key), bare.mention, bare.name_key
from (
    select a.name_key, min(a.mention) as mention
    from touched_claims as t join arguments as a on a.claim_id = t.id
    where a.name_key is not null and a.name_key not in (select r.name_key from referents as r where r.name_key is not null)
    group by a.name_key
) as bare;

-- clear
