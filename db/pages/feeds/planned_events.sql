-- What is to come: held claims of something scheduled, expected, agreed or intended whose day is given.
select
    c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary, c.recorded_at, s.name as publisher, d.title,
    coalesce(c.due_earliest, c.date_earliest) as first_day, coalesce(c.due_latest, c.date_latest) as last_day
from participation as p
join claims as c on c.id = p.claim_id
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
where p.referent_id = 0 and p.polarity = '+'
    and (p.phase in ('scheduled', 'expected') or p.phase in ('agreed', 'intended') and c.due_earliest is not null)
    and coalesce(c.due_earliest, c.date_earliest) is not null and coalesce(c.due_latest, c.date_latest) is not null
order by p.day desc, p.claim_id desc
limit 500;
