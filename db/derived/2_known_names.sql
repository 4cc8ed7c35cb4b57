-- Every name that an entity can be asked for by, folded: aliases, slug and key. The smallest precedence is the best match.

-- create
create table known_names (
    folded text not null,
    precedence integer not null,
    referent_id integer not null,
    primary key (folded, precedence, referent_id)
) without rowid;

-- fill
delete from known_names where exists (select 1 from touched_entities);
insert into known_names (folded, precedence, referent_id)
select
    a.folded,
    case a.kind when 'official' then 1 when 'romanised' then 2 when 'variant' then 3 else 4 end,
    k.canonical_id
from aliases as a join canonical as k on k.entity_id = a.entity_id
where a.folded <> '' and exists (select 1 from touched_entities)
on conflict (folded, precedence, referent_id) do nothing;
insert into known_names (folded, precedence, referent_id)
select h.folded, 0, k.canonical_id
from touched_handles as h join canonical as k on k.entity_id = h.entity_id
where exists (select 1 from touched_entities)
on conflict (folded, precedence, referent_id) do nothing;

-- clear
