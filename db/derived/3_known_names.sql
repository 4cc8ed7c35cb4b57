-- Every name that a referent can be asked for by, folded: aliases, slugs, keys, and the bare names. The smallest rank is the best match.

-- create
create table known_names (
    folded text not null,
    precedence integer not null,
    referent_id integer not null,
    primary key (folded, precedence, referent_id)
) without rowid;
create index ix_known_names_referent_id on known_names (referent_id);

-- fill
delete from known_names where exists (select 1 from touched_entities);
insert or ignore into known_names (folded, precedence, referent_id)
select
    a.folded,
    case a.kind when 'official' then 1 when 'romanised' then 2 when 'variant' then 3 else 4 end,
    k.canonical_id
from aliases as a join canonical as k on k.entity_id = a.entity_id
where exists (select 1 from touched_entities);
insert or ignore into known_names (folded, precedence, referent_id)
select name_key(coalesce(e.slug, e.key)), 0, k.canonical_id
from entities as e join canonical as k on k.entity_id = e.id
where exists (select 1 from touched_entities);
insert or ignore into known_names (folded, precedence, referent_id)
select name_key(e.key), 0, k.canonical_id
from entities as e join canonical as k on k.entity_id = e.id
where exists (select 1 from touched_entities);
insert or ignore into known_names (folded, precedence, referent_id)
select r.name_key, 9, r.id
from referents as r
where r.id < 0
    and (
        exists (select 1 from touched_entities)
        or r.name_key in (select a.name_key from touched_claims as t join arguments as a on a.claim_id = t.id)
    );

-- clear
