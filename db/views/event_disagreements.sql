-- Where claims on one event disagree, in pairs: two values of a slot that cannot, or need not, both be right; within one document too.
-- class: contradiction; precision (one is vaguer, or earlier news, or another form); time zone (a day apart, and the teller's country lies so far
-- east of the place).
-- The casts give each column one type throughout, without which SQLite reads every claim to find those of one event.
create view event_disagreements as
select
    a.slot, e.id as event_id, e.name as subject, a.fact as value_a, a.claim_id as claim_a_id, b.fact as value_b, b.claim_id as claim_b_id,
    cast(case
        when a.slot = 'date' and a.date_earliest <= b.date_latest and b.date_earliest <= a.date_latest then 'precision'
        when a.slot = 'date' and a.document_id <> b.document_id and abs(a.day_number - b.day_number) = 1 and exists (
            select 1
            from event_facts as p
            join entities as n on n.id = p.referent_id
            join zones as z on z.country = n.country
            where p.event_id = a.event_id and p.slot = 'place'
                and (
                    a.day_number > b.day_number and a.utc_hours - z.utc_hours >= 6
                    or b.day_number > a.day_number and b.utc_hours - z.utc_hours >= 6
                )
        ) then 'time zone'
        when a.slot = 'outcome' and (
            a.fact = 'pending' and a.date_earliest <= b.date_earliest or b.fact = 'pending' and b.date_earliest <= a.date_earliest
        ) then 'precision'
        else 'contradiction'
    end as text) as class
from events as e -- cross join: event by event, so that the first are told without reading the others
cross join first_facts as a
cross join first_facts as b
where a.event_id = e.id
    and b.event_id = e.id
    and b.slot = a.slot
    and b.claim_id > a.claim_id
    and b.fact <> a.fact
    and (
        a.slot in ('date', 'ordinal', 'number')
        or a.slot = 'place' and not exists ( -- named together once, one lies in the other
            select 1
            from event_facts as f
            join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = b.fact and g.claim_id = f.claim_id
            where f.event_id = a.event_id and f.slot = a.slot and f.fact = a.fact
        )
        or a.slot = 'outcome' and (
            a.fact in ('failed', 'cancelled') and b.fact not in ('failed', 'cancelled')
            or b.fact in ('failed', 'cancelled') and a.fact not in ('failed', 'cancelled')
        )
        or a.slot = 'polarity' and substr(a.fact, 1, length(a.fact) - 1) = substr(b.fact, 1, length(b.fact) - 1)
    )
union all
-- two documents name different persons, or different bodies, of one country, and none in common
select a.slot, e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id, cast('contradiction' as text)
from events as e
cross join first_facts as a
cross join entities as n
cross join first_facts as b
cross join entities as m
where a.event_id = e.id
    and a.slot in ('participant', 'signatory')
    and n.id = a.referent_id
    and n.kind in ('person', 'organisation')
    and b.event_id = e.id
    and b.slot = a.slot
    and b.document_id <> a.document_id
    and b.claim_id > a.claim_id
    and m.id = b.referent_id
    and m.kind = n.kind
    and m.country = n.country
    and m.id <> n.id
    and not exists (
        select 1
        from event_facts as f
        join entities as o on o.id = f.referent_id and o.kind = n.kind and o.country = n.country
        join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = b.document_id
        where f.event_id = a.event_id and f.slot = a.slot and f.document_id = a.document_id
    )
union all
-- a person's name that a document carries in a wrong form, beside a claim on the same event that has it right
select cast('name' as text), cast(w.event_id as integer), r.name, g.mention, g.claim_id, h.mention, h.claim_id, cast('precision' as text)
from aliases as x
cross join arguments as g -- cross join: from the wrong forms, which are few
join canonical as k on k.entity_id = x.entity_id
join referents as r on r.id = k.canonical_id and r.kind = 'person'
join placed as w on w.claim_id = g.claim_id
join arguments as h on h.entity_id = x.entity_id
    and h.claim_id = (
        select min(i.claim_id)
        from arguments as i
        join aliases as y on y.entity_id = i.entity_id and y.name = i.mention and y.kind <> 'garbled'
        join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id
        where i.entity_id = x.entity_id
    )
join aliases as z on z.entity_id = h.entity_id and z.name = h.mention and z.kind <> 'garbled'
where x.kind = 'garbled'
    and g.entity_id = x.entity_id
    and g.mention = x.name
    and not exists (
        select 1
        from arguments as i join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id and v.document_id = w.document_id
        where i.entity_id = g.entity_id and i.mention = g.mention and i.claim_id < g.claim_id
    );
