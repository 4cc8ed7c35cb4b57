-- The claims as records, without their arguments and evidence: what was superseded before what replaced it.
-- :history  1 = all, in the order in which they were recorded, but none before what it superseded; 0 = those that are held
with recursive later (id, step, recorded_at) as ( -- spread: with past as materialized (
    -- spread: select * from claims where supersedes_id is not null or id in (select supersedes_id from claims where supersedes_id is not null)
    -- spread: ), later as materialized (with recursive steps (id, step, recorded_at) as (
    -- how many rows each row replaced, one after the other, and when the last of all of them was recorded
    select c.id, 1, case when c.recorded_at > o.recorded_at then c.recorded_at else o.recorded_at end
    from claims as c join claims as o on o.id = c.supersedes_id -- spread: from past as c join past as o on o.id = c.supersedes_id
    where c.supersedes_id is not null and o.supersedes_id is null
    -- only: and c.document_id in (select cast(value as integer) from json_each(:only))
    union all
    select c.id, s.step + 1, case when c.recorded_at > s.recorded_at then c.recorded_at else s.recorded_at end
    from later as s join claims as c on c.supersedes_id = s.id -- spread: from steps as s join past as c on c.supersedes_id = s.id
) -- spread: ) select id, step, recorded_at from steps)
select
    c.id, c.key, c.slug, coalesce(d.slug, d.key) as document, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.asserter,
    c.date_edtf as date, c.date_text, c.date_basis, c.due_edtf as due, c.due_text, c.quantity, coalesce(e.slug, e.key) as event,
    c.summary, c.confidence, o.key as supersedes, c.retraction, c.recorded_at, c.retracted_at, c.run_id, c.document_id as of_id
from claims as c
join documents as d on d.id = c.document_id
left join events as e on e.id = c.event_id
left join claims as o on o.id = c.supersedes_id -- spread: left join past as o on o.id = c.supersedes_id
left join later as l on l.id = c.id
where (:history = 1 or c.retracted_at is null)
-- only: and c.document_id in (select cast(value as integer) from json_each(:only))
order by
    case when :history = 1 then coalesce(l.recorded_at, c.recorded_at) else '' end,
    case when :history = 1 then coalesce(l.step, 0) else 0 end,
    c.key, c.retracted_at nulls last, c.fingerprint
