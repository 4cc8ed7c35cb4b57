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
select
    s.outcome, a.referent_id, b.referent_id, coalesce(s.date_earliest, ''), s.claim_id, coalesce(s.date_latest, s.date_earliest, '')
from (select * from settlements where claim_id in (select id from touched_claims)) as s -- spread: from (select * from settlements where claim_id in (select claim_id from touched_takers)) as s
cross join touched_takers as a
cross join touched_takers as b
where a.claim_id = s.claim_id and a.is_party = 1 and b.claim_id = s.claim_id and b.is_subject = 1
order by 1, 2, 3, 4, 5, 6
on conflict do nothing;

-- clear
delete from settled where claim_id in (select id from touched_claims);
