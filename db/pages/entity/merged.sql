-- Which entities were judged to be the same as this one, by whom and why?
select x.name as left_name, y.name as right_name, j.verdict, j.who, j.why, j.judged_at, j.withdrawn_at
from judgements as j join entities as x on x.id = j.left_id join entities as y on y.id = j.right_id
where j.left_id in (select entity_id from canonical where canonical_id = :referent)
    or j.right_id in (select entity_id from canonical where canonical_id = :referent)
order by j.judged_at, j.id;
