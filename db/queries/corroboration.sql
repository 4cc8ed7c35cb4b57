-- How many independent witnesses has each fact of an event?
-- One row for each fact, best attested first. A document counts for the source whose word it is in the end: a wire story on another site,
-- a translation or a claim that repeats another is no further witness. documents lists who tells it; claims are their keys.
-- :event   an event, by slug, key or name; empty: all
select
    e.name as event,
    f.slot || ': ' || f.fact as fact,
    count(distinct case when l.source_id is null then o.source_id end) as independent_sources,
    count(distinct f.document_id) as documents,
    group_concat(distinct coalesce(d.slug, d.key)) as told_by,
    group_concat(distinct c.key) as claims
from events as e
join event_facts as f on f.event_id = e.id
join origins as o on o.document_id = f.document_id
join documents as d on d.id = f.document_id
join claims as c on c.id = f.claim_id
left join links as l on l.source_id = f.claim_id and l.link_type = 'repeats'
where f.slot <> 'polarity'
    and (:event = '' or :event in (e.slug, e.key, e.name))
group by e.id, e.name, f.slot, f.fact
order by e.name, independent_sources desc, documents desc, fact
