-- Who and what takes part in which held claim (view taking_part), one row each, ordered for "this one, newest first"; referent 0 stands for anyone.
-- day and day_latest bound the claim's date, '' where it has none. is_party: in a party's role; is_subject: in another role;
-- is_named: by a name in the claim itself, which such a state or topic is not. source_id: who publishes it.

-- create
create table participation (
    referent_id integer not null,
    day text not null,
    claim_id integer not null,
    day_latest text not null,
    kind text not null,
    phase text not null,
    polarity text not null,
    is_party integer not null,
    is_subject integer not null,
    is_named integer not null,
    source_id integer not null,
    primary key (referent_id, day, claim_id)
) without rowid;
create index ix_participation_hold_office on participation (kind, referent_id, polarity, day, claim_id, day_latest, is_party) where kind = 'hold_office';
create index ix_participation_provide on participation (referent_id, day, claim_id, phase) where kind = 'provide' and is_subject = 1 and is_named = 1;
create index ix_participation_years on participation (referent_id, day_latest, day) where substr(day, 1, 4) <> substr(day_latest, 1, 4);
create index ix_participation_failures on participation (referent_id, day, claim_id, kind, phase, polarity, is_subject)
where referent_id <> 0 and is_subject = 1 and (phase = 'failed' or kind = 'assess' and polarity = '-' and phase = 'occurred');

-- fill
insert into touched_takers (claim_id, referent_id, is_party, is_subject, is_named)
with touched as materialized ( -- once for all that is derived of who takes part; by itself, else SQLite reads what all claims give
    select * from taking_part where claim_id in (select id from touched_claims)
)
select t.claim_id, t.referent_id, max(t.is_party), max(t.is_subject), max(t.is_named)
from touched as t
group by t.claim_id, t.referent_id;
insert into participation (referent_id, day, claim_id, day_latest, kind, phase, polarity, is_party, is_subject, is_named, source_id)
select
    t.referent_id, coalesce(c.date_earliest, ''), c.id, coalesce(c.date_latest, c.date_earliest, ''), c.kind, c.phase, c.polarity,
    t.is_party, t.is_subject, t.is_named, d.source_id
from touched_claims as x -- spread: from (select claim_id as id from touched_takers where referent_id = 0) as x
cross join held_claims as c
cross join documents as d
cross join touched_takers as t
where c.id = x.id and d.id = c.document_id and t.claim_id = x.id
order by 1, 2, 3 -- as the table lies, so that much is written in one sweep
on conflict do nothing;

-- clear
delete from participation
where (referent_id, day, claim_id) in (
    select t.referent_id, coalesce(c.date_earliest, ''), c.id
    from (select * from taking_part where claim_id in (select id from touched_claims)) as t
    join claims as c on c.id = t.claim_id
);
