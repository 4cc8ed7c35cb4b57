-- Where claims disagree, in pairs: two values of a slot of one event or subject that cannot, or need not, both be right; within one document too.
-- class: contradiction; precision (one is vaguer, or earlier news, or another form); time zone (a day apart, and the teller's country lies so far
-- east of the place); judgement (how something fares).
create view disagreements as
select
    a.slot, a.event_id, e.name as subject, a.fact as value_a, a.claim_id as claim_a_id, b.fact as value_b, b.claim_id as claim_b_id,
    case
        when a.slot = 'date' and a.date_earliest <= b.date_latest and b.date_earliest <= a.date_latest then 'precision'
        when a.slot = 'date' and a.document_id <> b.document_id and exists (
            select 1
            from event_facts as p
            join entities as n on n.id = p.referent_id
            join zones as z on z.country = n.country
            where p.event_id = a.event_id and p.slot = 'place'
                and (
                    a.day_number - b.day_number = 1 and a.utc_hours - z.utc_hours >= 6
                    or b.day_number - a.day_number = 1 and b.utc_hours - z.utc_hours >= 6
                )
        ) then 'time zone'
        when a.slot = 'outcome' and (
            a.fact = 'pending' and a.date_earliest <= b.date_earliest or b.fact = 'pending' and b.date_earliest <= a.date_earliest
        ) then 'precision'
        else 'contradiction'
    end as class
from first_facts as a
join first_facts as b on b.event_id = a.event_id and b.slot = a.slot and b.claim_id > a.claim_id and b.fact <> a.fact
join events as e on e.id = a.event_id
where a.slot in ('date', 'ordinal', 'number')
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
union all
-- two documents name different persons, or different bodies, of one country, and none in common
select a.slot, a.event_id, e.name, a.fact, a.claim_id, b.fact, b.claim_id, 'contradiction'
from first_facts as a
join entities as n on n.id = a.referent_id and n.kind in ('person', 'organisation')
join first_facts as b on b.event_id = a.event_id and b.slot = a.slot and b.document_id <> a.document_id and b.claim_id > a.claim_id
join entities as m on m.id = b.referent_id and m.kind = n.kind and m.country = n.country and m.id <> n.id
join events as e on e.id = a.event_id
where a.slot in ('participant', 'signatory')
    and not exists (
        select 1
        from event_facts as f
        join entities as o on o.id = f.referent_id and o.kind = n.kind and o.country = n.country
        join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = b.document_id
        where f.event_id = a.event_id and f.slot = a.slot and f.document_id = a.document_id
    )
union all
-- one says that something failed, or is not so; another backs it or builds on it
select
    'outcome', cast(null as integer), r.name,
    a.kind || ' ' || a.phase || ' ' || a.polarity, a.claim_id, b.kind || ' ' || b.phase || ' ' || b.polarity, b.claim_id, 'judgement'
from participation as a
join participation as b on b.referent_id = a.referent_id and b.claim_id <> a.claim_id
join referents as r on r.id = a.referent_id and r.kind in ('framework', 'instrument', 'organisation', 'series')
where a.is_subject = 1
    and b.is_subject = 1
    and (a.phase = 'failed' or a.kind = 'assess' and a.polarity = '-' and a.phase = 'occurred')
    and b.polarity = '+'
    and b.kind in ('cooperate', 'support', 'develop', 'assess')
    and b.phase in ('agreed', 'occurred', 'ongoing', 'implemented')
    and exists (select 1 from participants as p where p.claim_id = a.claim_id and p.referent_id = a.referent_id and p.role in ('framework', 'instrument', 'affected'))
    and exists (select 1 from participants as p where p.claim_id = b.claim_id and p.referent_id = b.referent_id and p.role in ('framework', 'instrument', 'affected'))
union all
-- one person in two offices at one time
select
    'title', cast(null as integer), r.name, oa.name, a.claim_id, ob.name, b.claim_id, 'precision'
from participation as a
join participation as b
    on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1
    and b.day <= a.day_latest and a.day <= b.day_latest
join referents as r on r.id = a.referent_id
join participants as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id
join participants as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id
join participants as oa on oa.claim_id = a.claim_id and oa.role = 'office'
join participants as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id <> oa.referent_id
where a.kind = 'hold_office' and a.is_party = 1 and a.referent_id <> 0
union all
-- a person's name that a document carries in a wrong form, beside a claim on the same event that has it right
select 'name', w.event_id, r.name, g.mention, g.claim_id, h.mention, h.claim_id, 'precision'
from aliases as x
join canonical as k on k.entity_id = x.entity_id
join referents as r on r.id = k.canonical_id and r.kind = 'person'
join arguments as g on g.entity_id = x.entity_id and g.mention = x.name
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
    and not exists (
        select 1
        from arguments as i join placed as v on v.claim_id = i.claim_id and v.event_id = w.event_id and v.document_id = w.document_id
        where i.entity_id = g.entity_id and i.mention = g.mention and i.claim_id < g.claim_id
    );
