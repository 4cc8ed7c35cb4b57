-- The newest claims in which someone or something takes part.
select
    p.day, p.day_latest, c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary, c.date_earliest, c.date_latest,
    coalesce(d.slug, d.key) as document, s.name as publisher, e.name as event, coalesce(e.slug, e.key) as event_key
from participation as p
join claims as c on c.id = p.claim_id
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
left join events as e on e.id = c.event_id
where p.referent_id = :referent
order by p.day desc, p.claim_id desc
limit 100;
