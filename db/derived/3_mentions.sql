-- Names as written whose record does not say whom they mean, folded, and whom they mean by the known names:
-- null where nobody is known by the name, or several are with the same precedence. Such a name answers for itself.

-- create
create table mentions (
    id integer primary key,
    name_key text not null unique,
    name text not null,
    referent_id integer
);
create index ix_mentions_referent_id on mentions (referent_id);

-- fill
insert into mentions (id, name_key, name)
select (select coalesce(max(id), 0) from mentions) + row_number() over (order by n.name_key), n.name_key, n.name
from (
    select a.name_key, min(a.mention) as name
    from touched_claims as t cross join arguments as a -- cross join: from what was touched, not through all there is
    where a.claim_id = t.id and a.name_key is not null
    group by a.name_key
) as n
where not exists (select 1 from mentions as m where m.name_key = n.name_key);
update mentions
set referent_id = (
    select min(n.referent_id)
    from known_names as n
    where n.folded = mentions.name_key
        and n.precedence = ( -- 9 are bare names themselves, by which nobody is known
            select min(b.precedence) from known_names as b where b.folded = mentions.name_key and b.precedence < 9
        )
    having count(*) = 1
)
where exists (select 1 from touched_entities)
    or name_key in (select a.name_key from touched_claims as t cross join arguments as a where a.claim_id = t.id);

-- clear
