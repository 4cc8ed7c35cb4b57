-- The claims recorded last.
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary, c.recorded_at, c.date_earliest, c.date_latest,
    d.title, s.name as publisher
from claims as c
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where c.retracted_at is null
order by c.id desc
limit 100;
