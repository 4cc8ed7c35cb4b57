-- One claim by its key or slug, with its document, publisher, event and run. The held row, else the last one that was.
select
    c.id, c.key, c.slug, c.kind, k.definition as kind_definition, c.phase, c.polarity, c.certainty, c.speech_act, c.asserter,
    c.summary, c.date_text, c.date_edtf, c.date_earliest, c.date_latest, c.date_basis,
    c.due_text, c.due_edtf, c.due_earliest, c.due_latest, c.confidence, c.recorded_at, c.retracted_at, c.retraction,
    coalesce(d.slug, d.key) as document, d.title, d.language, d.published_on, d.url, d.note as document_note,
    d.text is null as is_withheld,
    s.name as publisher, s.reliability, o.name as origin,
    e.id as event_id, coalesce(e.slug, e.key) as event_key, e.name as event,
    r.tool, r.version, r.model
from claims as c
join kinds as k on k.name = c.kind
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
left join sources as o on o.id = coalesce(d.origin_id, s.origin_id)
join runs as r on r.id = c.run_id
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
left join events as e on e.id = coalesce(w.event_id, c.event_id)
where c.id in (
    select id from claims where key = :key and retracted_at is null
    union all
    select id from claims where key = :key and retracted_at is not null
    union all
    select id from claims where slug = :key and slug is not null and retracted_at is null
)
order by c.retracted_at is not null, c.id desc
limit 1;
