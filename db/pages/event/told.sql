-- What does each document say of the event, slot by slot?
select
    f.slot, f.fact, f.date_earliest, f.date_latest, c.key as claim, r.entity_key,
    coalesce(d.slug, d.key) as document, d.title, d.language, d.published_on, s.name as publisher,
    coalesce(od.name, os.name) as origin
from event_facts as f
join claims as c on c.id = f.claim_id
join documents as d on d.id = f.document_id
join sources as s on s.id = d.source_id
left join sources as od on od.id = d.origin_id
left join sources as os on os.id = s.origin_id
left join referents as r on r.id = f.referent_id
where f.event_id = :event_id
order by d.published_on nulls last, d.key, f.slot, c.id, f.fact
limit 5000;
