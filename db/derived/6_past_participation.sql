-- Who and what takes part by name in the claims that are held no longer, ordered as participation; referent 0 stands for anyone.

-- create
create table past_participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    primary key (referent_id, day, claim_id)
) without rowid;
create index ix_past_participation_claim_id on past_participation (claim_id);

-- fill
insert into past_participation (referent_id, day, claim_id)
with gone as materialized ( -- most of what was touched is held
    select c.id, coalesce(c.date_earliest, '') as day
    from touched_claims as t cross join claims as c
    where c.id = t.id and not exists (select 1 from held_claims as h where h.id = c.id)
)
select 0, g.day, g.id from gone as g
union all
select p.referent_id, g.day, g.id
from gone as g cross join participants as p
where p.claim_id = g.id and p.referent_id is not null
on conflict (referent_id, day, claim_id) do nothing;

-- clear
delete from past_participation where claim_id in (select id from touched_claims);
