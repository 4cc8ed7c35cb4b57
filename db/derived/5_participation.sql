-- Who and what takes part in which held claim, one row each, ordered for "this one, newest first"; referent 0 stands for anyone.
-- A state takes part where its people or bodies do (view acting_states), a broader topic where a narrower one does (view broader_topics).
-- day and day_latest bound the claim's date, '' where it has none. is_party: in a party's role; is_subject: in another role;
-- is_named: by a name in the claim itself, which such a state or topic is not.

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
    primary key (referent_id, day, claim_id)
) without rowid;
create index ix_participation_hold_office on participation (kind, referent_id, polarity, day, claim_id, day_latest, is_party) where kind = 'hold_office';
create index ix_participation_provide on participation (referent_id, day, claim_id, phase) where kind = 'provide' and is_subject = 1 and is_named = 1;
create index ix_participation_years on participation (referent_id, day_latest, day) where substr(day, 1, 4) <> substr(day_latest, 1, 4);
create index ix_participation_failures on participation (referent_id, day, claim_id)
where referent_id <> 0 and is_subject = 1 and (phase = 'failed' or kind = 'assess' and polarity = '-' and phase = 'occurred');

-- fill
-- cross join: from what was touched, not through all there is; order by: as the table lies, so that much is written in one sweep
insert into participation (referent_id, day, claim_id, day_latest, kind, phase, polarity, is_party, is_subject, is_named)
select
    p.referent_id, coalesce(c.date_earliest, ''), c.id, coalesce(c.date_latest, c.date_earliest, ''), c.kind, c.phase, c.polarity,
    p.is_party, 1 - p.is_party, 1
from touched_claims as t
cross join held_claims as c
cross join participants as p
where c.id = t.id and p.claim_id = t.id and p.referent_id is not null
order by p.referent_id, coalesce(c.date_earliest, ''), c.id
on conflict (referent_id, day, claim_id) do update
set is_party = max(is_party, excluded.is_party), is_subject = max(is_subject, excluded.is_subject);
insert into participation (referent_id, day, claim_id, day_latest, kind, phase, polarity, is_party, is_subject, is_named)
select a.referent_id, coalesce(c.date_earliest, ''), c.id, coalesce(c.date_latest, c.date_earliest, ''), c.kind, c.phase, c.polarity, 1, 0, 0
from touched_claims as t
cross join held_claims as c
cross join acting_states as a
where c.id = t.id and a.claim_id = t.id
order by a.referent_id, coalesce(c.date_earliest, ''), c.id
on conflict (referent_id, day, claim_id) do update set is_party = 1;
insert into participation (referent_id, day, claim_id, day_latest, kind, phase, polarity, is_party, is_subject, is_named)
select b.referent_id, coalesce(c.date_earliest, ''), c.id, coalesce(c.date_latest, c.date_earliest, ''), c.kind, c.phase, c.polarity, 0, 1, 0
from touched_claims as t
cross join held_claims as c
cross join broader_topics as b
where exists (select 1 from broader) and c.id = t.id and b.claim_id = t.id
order by b.referent_id, coalesce(c.date_earliest, ''), c.id
on conflict (referent_id, day, claim_id) do update set is_subject = 1;
insert or ignore into participation (referent_id, day, claim_id, day_latest, kind, phase, polarity, is_party, is_subject, is_named)
select 0, coalesce(c.date_earliest, ''), c.id, coalesce(c.date_latest, c.date_earliest, ''), c.kind, c.phase, c.polarity, 1, 1, 1
from touched_claims as t
cross join held_claims as c
where c.id = t.id
order by coalesce(c.date_earliest, ''), c.id;

-- clear
delete from participation
where (referent_id, day, claim_id) in (
    select p.referent_id, coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    cross join claims as c
    cross join participants as p
    where c.id = t.id and p.claim_id = t.id
);
delete from participation
where (referent_id, day, claim_id) in (
    select a.referent_id, coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    cross join claims as c
    cross join acting_states as a
    where c.id = t.id and a.claim_id = t.id
);
delete from participation
where (referent_id, day, claim_id) in (
    select b.referent_id, coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    cross join claims as c
    cross join broader_topics as b
    where exists (select 1 from broader) and c.id = t.id and b.claim_id = t.id
);
delete from participation
where referent_id = 0 and (day, claim_id) in (
    select coalesce(c.date_earliest, ''), c.id
    from touched_claims as t
    cross join claims as c
    where c.id = t.id
);
