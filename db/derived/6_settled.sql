-- What was agreed, and what failed or is not so (view settlements), for each party and each subject of the claim, ordered for
-- "of these two, newest first". 0 stands for any party, and for any subject; day and day_latest as in participation.

-- create
create table settled (
    outcome text not null, -- agreed or failed
    party_id integer not null,
    topic_id integer not null,
    day text not null,
    claim_id integer not null,
    day_latest text not null,
    primary key (outcome, party_id, topic_id, day, claim_id)
) without rowid;
create index ix_settled_claim_id on settled (claim_id);

-- fill
insert into settled (outcome, party_id, topic_id, day, claim_id, day_latest)
with
    told as materialized (
        select s.claim_id, s.outcome, coalesce(s.date_earliest, '') as day, coalesce(s.date_latest, s.date_earliest, '') as day_latest
        from touched_claims as t cross join settlements as s
        where s.claim_id = t.id
    ),
    taking as materialized (
        select * from taking_part where claim_id in (select claim_id from told)
    )
select t.outcome, a.referent_id, b.referent_id, t.day, t.claim_id, t.day_latest
from told as t
join taking as a on a.claim_id = t.claim_id and a.is_party = 1
join taking as b on b.claim_id = t.claim_id and b.is_subject = 1
order by 1, 2, 3, 4, 5, 6
on conflict do nothing;

-- clear
delete from settled where claim_id in (select id from touched_claims);
