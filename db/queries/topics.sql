-- Which topics are there, and which are broader, narrower or the same?
-- One row for each topic, material, framework, series or instrument that claims are about, by kind and name. broader and synonyms are those that a
-- relation names (table relations), narrower are all that are found under it; names are its other names; claims are counted with the narrower ones'.
-- :topic   one topic with those above, below and beside it, by any known name in any script, a slug or a key; empty: all
-- :kind    topic, material, framework, series or instrument; empty: any
with asked as (
    select case when :topic = '' then 0 else (select n.referent_id from best_names as n where n.folded = name_key(:topic)) end as topic_id
)
-- spread: , taking as materialized (select p.referent_id, count(*) as claims from participation as p group by p.referent_id)
select
    r.name as topic, r.kind,
    (
        select group_concat(n.name, ', ')
        from (
            select distinct b.name
            from relations as x
            join canonical as k on k.entity_id = x.entity_id and k.canonical_id = r.id
            join canonical as o on o.entity_id = x.other_id
            join referents as b on b.id = o.canonical_id
            where x.relation_type = 'broader' and x.withdrawn_at is null
            order by b.name
        ) as n
    ) as broader,
    (
        select group_concat(n.name, ', ')
        from (
            select distinct b.name
            from broader as x join referents as b on b.id = x.referent_id
            where x.broader_id = r.id and not exists (select 1 from broader as y where y.referent_id = x.broader_id and y.broader_id = b.id)
            order by b.name
        ) as n
    ) as narrower,
    (
        select group_concat(n.name, ', ')
        from (
            select distinct b.name
            from broader as x
            join broader as y on y.referent_id = x.broader_id and y.broader_id = x.referent_id
            join referents as b on b.id = x.broader_id
            where x.referent_id = r.id
            order by b.name
        ) as n
    ) as synonyms,
    (
        select group_concat(n.name, ', ')
        from (
            select distinct a.name
            from canonical as k join aliases as a on a.entity_id = k.entity_id
            where k.canonical_id = r.id and a.kind <> 'garbled' and a.name <> r.name
            order by a.name
        ) as n
    ) as names,
    (select count(*) from participation as p where p.referent_id = r.id) as claims, -- spread: coalesce((select t.claims from taking as t where t.referent_id = r.id), 0) as claims,
    r.entity_key
from referents as r
where r.kind in ('topic', 'material', 'framework', 'series', 'instrument')
    and (:kind = '' or r.kind = :kind)
    and (
        :topic = ''
        or r.id = (select topic_id from asked)
        or exists (select 1 from broader as b where b.referent_id = r.id and b.broader_id = (select topic_id from asked))
        or exists (select 1 from broader as b where b.broader_id = r.id and b.referent_id = (select topic_id from asked))
    )
order by r.kind, r.name, r.id
