-- The claims as records, without their arguments and evidence, in the order in which they came.
select
    c.id, c.key, c.slug, coalesce(d.slug, d.key) as document, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.asserter,
    c.date_edtf as date, c.date_text, c.date_basis, c.due_edtf as due, c.due_text, c.quantity, coalesce(e.slug, e.key) as event,
    c.summary, c.confidence, o.key as supersedes, c.retraction, c.recorded_at, c.retracted_at
from claims as c
join documents as d on d.id = c.document_id
left join events as e on e.id = c.event_id
left join claims as o on o.id = c.supersedes_id
order by c.id
