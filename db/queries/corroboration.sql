-- How many independent witnesses has each fact of an event?
-- One row for each fact, event by event in order of name, best attested first. A document counts for the source whose word it is in the end: a wire story
-- on another site, a translation or a claim that repeats another is no further witness. told_by lists who tells it; claims are their keys.
-- :event   an event, by slug, key or name; empty: all
select -- one server:
    e.name as event,
    f.slot || ': ' || f.fact as fact,
    (
        select count(distinct o.source_id)
        from event_facts as t cross join origins as o
        where t.event_id = f.event_id and t.slot = f.slot and t.fact = f.fact and o.document_id = t.document_id
            and not exists (select 1 from links as l where l.source_id = t.claim_id and l.link_type = 'repeats')
    ) as independent_sources,
    (
        select count(distinct t.document_id)
        from event_facts as t
        where t.event_id = f.event_id and t.slot = f.slot and t.fact = f.fact
    ) as documents,
    (
        select group_concat(n.document, ',')
        from (
            select distinct coalesce(d.slug, d.key) as document
            from event_facts as t join documents as d on d.id = t.document_id
            where t.event_id = f.event_id and t.slot = f.slot and t.fact = f.fact
            order by document
        ) as n
    ) as told_by,
    (
        select group_concat(n.key, ',')
        from (
            select distinct c.key
            from event_facts as t join claims as c on c.id = t.claim_id
            where t.event_id = f.event_id and t.slot = f.slot and t.fact = f.fact
            order by c.key
        ) as n
    ) as claims
from events as e
-- cross join: event by event, so that the first rows come at once
cross join event_facts as f
where f.event_id = e.id
    and f.slot not in ('polarity', 'denied')
    and (:event = '' or e.id in (
        select id from events where slug = :event union all select id from events where key = :event union all select id from events where name = :event
    ))
-- first:     and e.id in (select n.id from events as n where exists (select 1 from event_facts as t where t.event_id = n.id and t.slot not in ('polarity', 'denied')) and (:event = '' or n.slug = :event or n.key = :event or n.name = :event) order by n.name, n.id limit :first)
    and not exists ( -- the first claim that tells it stands for all
        select 1 from event_facts as x
        where x.event_id = f.event_id and x.slot = f.slot and x.fact = f.fact
            and (x.document_id < f.document_id or x.document_id = f.document_id and x.claim_id < f.claim_id)
    )
order by e.name, e.id, independent_sources desc, documents desc, fact
-- spread: with asked as materialized (
-- spread:     select id, name from events
-- spread:     where :event = '' or id in (select id from events where slug = :event union all select id from events where key = :event union all select id from events where name = :event)
-- spread: ),
-- spread: told as materialized ( -- keys lie with the claims; all else is counted in one go, as nothing finds a row of what was brought together
-- spread:     select f.event_id, f.slot, f.fact, f.document_id, f.claim_id, c.key
-- spread:     from event_facts as f join claims as c on c.id = f.claim_id
-- spread:     where f.slot not in ('polarity', 'denied') and f.event_id in (select id from asked)
-- spread: ),
-- spread: repeated as materialized (select source_id from links where link_type = 'repeats'),
-- spread: words as materialized (select document_id, source_id from origins)
-- spread: select
-- spread:     e.name as event,
-- spread:     t.slot || ': ' || t.fact as fact,
-- spread:     count(distinct case when t.claim_id not in (select source_id from repeated) then o.source_id end) as independent_sources,
-- spread:     count(distinct t.document_id) as documents,
-- spread:     group_concat(distinct coalesce(d.slug, d.key), ',' order by coalesce(d.slug, d.key)) as told_by,
-- spread:     group_concat(t.key, ',' order by t.key) as claims
-- spread: from told as t
-- spread: join asked as e on e.id = t.event_id
-- spread: join documents as d on d.id = t.document_id
-- spread: left join words as o on o.document_id = t.document_id
-- spread: group by e.name, e.id, t.slot, t.fact
-- spread: order by e.name, e.id, independent_sources desc, documents desc, fact
