-- The held claims that speak of the event, with their documents.
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.asserter, c.summary, c.date_earliest, c.date_latest,
    coalesce(d.slug, d.key) as document, s.name as publisher
from claims as c
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where c.retracted_at is null and c.id in (select m.claim_id from event_mentions as m where m.event_id = :event_id)
order by c.kind <> :kind, c.kind, d.published_on nulls last, c.id
limit 300;
