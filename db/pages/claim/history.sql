-- What was held before this row, and what took its place?
with recursive
    earlier (id) as (
        select supersedes_id from claims where id = :claim_id
        union
        select c.supersedes_id from earlier cross join claims as c where c.id = earlier.id
    ),
    later (id) as (
        select id from claims where supersedes_id = :claim_id
        union
        select c.id from later cross join claims as c where c.supersedes_id = later.id
    )
select c.key as claim, c.summary, c.recorded_at, c.retracted_at, c.retraction
from claims as c
where c.id in (select id from earlier union select id from later)
order by c.recorded_at, c.id;
