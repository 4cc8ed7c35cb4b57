-- A standing judgement that any two of two clusters are different.
select l.name, r.name, j.who, j.why
from judgements as j
join entities as l on l.id = j.left_id
join entities as r on r.id = j.right_id
join canonical as cl on cl.entity_id = j.left_id
join canonical as cr on cr.entity_id = j.right_id
join canonical as a on a.entity_id = :left
join canonical as b on b.entity_id = :right
where j.verdict = 'different'
    and j.withdrawn_at is null
    and (
        cl.canonical_id = a.canonical_id and cr.canonical_id = b.canonical_id
        or cl.canonical_id = b.canonical_id and cr.canonical_id = a.canonical_id
    )
