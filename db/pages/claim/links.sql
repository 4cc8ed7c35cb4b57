-- Which claims bear on this one (incoming), and on which does it bear?
select l.link_type, 0 as is_incoming, c.key as claim, c.kind, c.summary, c.phase, c.polarity, c.certainty, c.speech_act
from links as l join claims as c on c.id = l.target_id
where l.source_id = :claim_id
union all
select l.link_type, 1, c.key, c.kind, c.summary, c.phase, c.polarity, c.certainty, c.speech_act
from links as l join claims as c on c.id = l.source_id
where l.target_id = :claim_id
order by link_type, is_incoming, claim;
