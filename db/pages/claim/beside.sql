-- What do other documents say of the same event, in held claims of the same kind? tells_event: of the event itself, so that they agree or do not.
with spoken as ( -- the view placed, from one event's side
    select w.claim_id from placements as w where w.event_id = :event_id and w.withdrawn_at is null
    union
    select c.id from claims as c
    where c.event_id = :event_id
        and not exists (select 1 from placements as w where w.claim_id = c.id and w.withdrawn_at is null)
)
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.date_earliest, c.date_latest, c.summary,
    case when e.kind = c.kind then 1 else 0 end as tells_event,
    coalesce(d.slug, d.key) as document, d.title, s.name as publisher, d.published_on
from spoken as p
join held_claims as c on c.id = p.claim_id
join events as e on e.id = :event_id
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where c.kind = :kind and coalesce(d.slug, d.key) <> :document
order by d.published_on nulls last, c.key
limit 50;
