-- The rows of claims that their key does not mean: those that were superseded or withdrawn, numbered among the rows of the key as they came.
create view versions as
select x.claim_id, x.version
from (
    select
        c.id as claim_id,
        c.retracted_at,
        row_number() over (partition by c.key order by c.recorded_at, c.retracted_at nulls last, c.fingerprint, c.id) as version,
        max(case when c.retracted_at is null then 1 else 0 end) over (partition by c.key) as is_held,
        case when c.id = max(c.id) over (partition by c.key) then 1 else 0 end as is_last
    from claims as c
    where c.key in (select p.key from claims as p where p.retracted_at is not null)
) as x
where x.retracted_at is not null and (x.is_held = 1 or x.is_last = 0);
