-- The judgements as records.
select
    j.left_id as of_id, coalesce(l.slug, l.key) as "left", coalesce(r.slug, r.key) as "right", j.verdict, j.who, j.why, j.judged_at, j.withdrawn_at
from judgements as j join entities as l on l.id = j.left_id join entities as r on r.id = j.right_id
-- only: where j.left_id in (select cast(value as integer) from json_each(:only))
order by l.key, r.key, j.judged_at, j.withdrawn_at nulls last, j.verdict, j.who, j.why
