-- Who and what takes part by name in the claims that are held no longer, ordered as participation; referent 0 stands for anyone.
-- Such claims are few: they are all read again when it changes who is meant.

-- create
create table past_participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    primary key (referent_id, day, claim_id)
) without rowid;
create index ix_past_participation_claim_id on past_participation (claim_id);

-- fill
delete from past_participation where exists (select 1 from touched_entities);
insert into past_participation (referent_id, day, claim_id)
select coalesce(p.referent_id, 0), coalesce(c.date_earliest, ''), c.id
from (
    select id from touched_claims
    union all
    select id from claims where retracted_at is not null and exists (select 1 from touched_entities)
    union all
    select claim_id from reviews where verdict = 'rejected' and exists (select 1 from touched_entities)
) as t
cross join claims as c
cross join (select 0 as is_named union all select 1) as x
left join participants as p on x.is_named = 1 and p.claim_id = c.id
where c.id = t.id
    and not exists (select 1 from held_claims as h where h.id = c.id)
    and (x.is_named = 0 or p.referent_id is not null)
on conflict (referent_id, day, claim_id) do nothing;

-- clear
delete from past_participation where claim_id in (select id from touched_claims);
