-- The judgement on two entities that stands, as a record.
select l.key as "left", r.key as "right", j.verdict, j.who, j.why, j.judged_at
from judgements as j join entities as l on l.id = j.left_id join entities as r on r.id = j.right_id
where j.withdrawn_at is null
    and (j.left_id = :left and j.right_id = :right or j.left_id = :right and j.right_id = :left)
