-- A person's name that a document carries in a wrong form, beside a claim on the same event that has it right.
create view name_disagreements as
-- spread: with named as materialized (select * from arguments where entity_id in (select entity_id from aliases where kind = 'garbled')),
-- spread: spots as materialized (select * from placed where claim_id in (select claim_id from named)),
-- spread: garbled as materialized (
select
    cast('name' as text) as slot, cast(w.event_id as integer) as event_id, r.name as subject,
    g.mention as value_a, g.claim_id as claim_a_id, h.mention as value_b, h.claim_id as claim_b_id, cast('precision' as text) as class,
    cast('a form of the name that is known to be garbled' as text) as rule
from aliases as x
-- cross join: from the wrong forms, which are few, and not from all persons
cross join canonical as k
cross join referents as r
cross join arguments as g -- spread: cross join named as g
join placed as w on w.claim_id = g.claim_id -- spread: join spots as w on w.claim_id = g.claim_id
join arguments as h on h.entity_id = x.entity_id -- spread: join named as h on h.entity_id = x.entity_id
    and h.claim_id = (
        select min(i.claim_id)
        from arguments as i -- spread: from named as i
        join aliases as y on y.entity_id = i.entity_id and y.name = i.mention and y.kind <> 'garbled'
        join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id -- spread: join spots as v on v.claim_id = i.claim_id and v.event_id = w.event_id
        where i.entity_id = x.entity_id
    )
join aliases as z on z.entity_id = h.entity_id and z.name = h.mention and z.kind <> 'garbled'
where x.kind = 'garbled'
    and k.entity_id = x.entity_id
    and r.id = k.canonical_id
    and r.kind = 'person'
    and g.entity_id = x.entity_id
    and g.mention = x.name
    and not exists (
        select 1
        from arguments as i join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id and v.document_id = w.document_id -- spread: from named as i join spots as v on v.claim_id = i.claim_id and v.event_id = w.event_id and v.document_id = w.document_id
        where i.entity_id = g.entity_id and i.mention = g.mention and i.claim_id < g.claim_id
    ); -- spread: )) select * from garbled;
