-- What do other documents say of the same event, in held claims of the same kind? tells_event: of the event itself, so that they agree or do not.
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.date_earliest, c.date_latest, c.date_basis, c.summary,
    case when e.kind = c.kind then 1 else 0 end as tells_event,
    coalesce(d.slug, d.key) as document, d.title, s.name as publisher, d.published_on
from placed as p
cross join claims as c -- not join: from the event's claims, not from all of the kind
join events as e on e.id = p.event_id
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where c.id = p.claim_id
    and p.claim_id in (select m.claim_id from event_mentions as m where m.event_id = :event_id)
    and p.event_id = :event_id
    and c.kind = :kind
    and coalesce(d.slug, d.key) <> :document
order by d.published_on nulls last, c.key
limit 50;
