-- What do other documents say of the same event, in claims of the same kind?
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.date_earliest, c.date_latest, c.summary,
    coalesce(d.slug, d.key) as document, d.title, s.name as publisher, d.published_on
from claims as c
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where c.event_id = :event_id and c.kind = :kind and c.retracted_at is null and coalesce(d.slug, d.key) <> :document
order by d.published_on nulls last, c.key
limit 50;
