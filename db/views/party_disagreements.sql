-- Where two documents name different persons, bodies or instruments of one event, of one country, and none in common.
create view party_disagreements as
with rivals as not materialized (
    select
        a.slot as told_slot, e.id as event_id, e.name as subject, a.fact as value_a, a.claim_id as claim_a_id, b.fact as value_b, b.claim_id as claim_b_id,
        cast(case when n.kind = m.kind then 'contradiction' else 'precision' end as text) as class,
        cast(case when n.kind = m.kind then 'two of one sort, and none in common' else 'a group, and who may be of it' end as text) as rule
    from events as e -- cross join: event by event, so that the first are told without reading the others
    cross join first_facts as a
    cross join entities as n
    cross join event_facts as b
    cross join entities as m
    where a.event_id = e.id
        and n.id = a.referent_id
        and n.kind in ('person', 'organisation', 'instrument', 'group')
        and b.event_id = e.id
        and b.slot = a.slot
        and b.document_id <> a.document_id
        and b.claim_id > a.claim_id
        and m.id = b.referent_id
        and (m.country = n.country or m.kind = 'instrument')
        and m.id <> n.id
        and not exists ( -- the first of its document, as of view first_facts; asked once it is known that m is no other's (above 0 is every entity)
            select 1 from event_facts as g
            where g.event_id = b.event_id and g.slot = b.slot and g.fact = b.fact and g.document_id = b.document_id and g.claim_id < b.claim_id and m.id > 0
        )
        and (m.kind = n.kind and n.kind <> 'group' or (m.kind = 'group') <> (n.kind = 'group') and exists ( -- of one act: another party is told by both
            select 1
            from event_facts as f
            join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.claim_id = b.claim_id
            where f.event_id = e.id and f.slot = a.slot and f.claim_id = a.claim_id
        ))
        and not exists (
            select 1
            from event_facts as f
            join entities as o on o.id = f.referent_id and o.kind in (n.kind, m.kind) and (o.country = n.country or o.kind = 'instrument')
            join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = f.fact and g.document_id = b.document_id
            where f.event_id = a.event_id and f.slot = a.slot and f.document_id = a.document_id
        )
)
-- slot by slot, so that of one that is not asked for nothing is read
select cast('participant' as text) as slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from rivals where told_slot = 'participant'
union all
select cast('signatory' as text) as slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from rivals where told_slot = 'signatory'
union all
select cast('instrument' as text) as slot, event_id, subject, value_a, claim_a_id, value_b, claim_b_id, class, rule from rivals where told_slot = 'instrument';
