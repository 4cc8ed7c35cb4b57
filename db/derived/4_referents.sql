-- Whom or what a name can refer to: an entity (id above 0) that was merged into no other, or a bare name (id below 0) that nobody is known by.
-- A bare name is no entity: it answers for the claims that carry it until an entity takes the name.

-- create
create table referents (
    id integer primary key,
    name text not null,
    kind text,
    entity_key text
);

create index ix_referents_kind_name on referents (kind, name, id);

-- fill
delete from referents where exists (select 1 from touched_entities);
insert into referents (id, name, kind, entity_key)
select e.id, e.name, e.kind, e.key
from entities as e join canonical as k on k.entity_id = e.id and k.canonical_id = e.id
where exists (select 1 from touched_entities);
insert into referents (id, name)
select -m.id, m.name
from mentions as m
where m.referent_id is null
    and m.name_key <> ''
    and (
        exists (select 1 from touched_entities)
        or m.name_key in (select a.name_key from touched_claims as t cross join arguments as a where a.claim_id = t.id)
    )
on conflict (id) do nothing;
insert into known_names (folded, precedence, referent_id)
select m.name_key, 9, -m.id
from mentions as m
where m.referent_id is null
    and m.name_key <> ''
    and (
        exists (select 1 from touched_entities)
        or m.name_key in (select a.name_key from touched_claims as t cross join arguments as a where a.claim_id = t.id)
    )
on conflict (folded, precedence, referent_id) do nothing;

-- clear
