-- Who and what takes part in which held claim, ordered for "this one, newest first": one row for each referent and role of a claim,
-- and one under referent 0, which stands for anyone. day and day_latest are the bounds of the claim's date, '' where it has none.

-- create
create table participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    role text not null,
    kind text not null,
    phase text not null,
    polarity text not null,
    day_latest text not null,
    primary key (referent_id, day, claim_id, role)
) without rowid;

-- fill
insert or ignore into participation (referent_id, day, claim_id, role, kind, phase, polarity, day_latest)
select
    p.referent_id, coalesce(c.date_earliest, ''), c.id, p.role, c.kind, c.phase, c.polarity,
    coalesce(c.date_latest, c.date_earliest, '')
from touched_claims as t
join held_claims as c on c.id = t.id
join participants as p on p.claim_id = c.id and p.referent_id <> 0;
insert or ignore into participation (referent_id, day, claim_id, role, kind, phase, polarity, day_latest)
select
    0, coalesce(c.date_earliest, ''), c.id, '', c.kind, c.phase, c.polarity,
    coalesce(c.date_latest, c.date_earliest, '')
from touched_claims as t
join held_claims as c on c.id = t.id;

-- clear
delete from participation
where (referent_id, day, claim_id) in (
    select p.referent_id, coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    join claims as c on c.id = t.id
    join participants as p on p.claim_id = c.id
    union all
    select 0, coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    join claims as c on c.id = t.id
);
