-- Who met whom in which held claim, people with people and states with states, ordered for "this one's, newest first".
-- Each pair once under either of the two, and once under 0, which stands for anyone, in the order of the claim.

-- create
create table encounters (
    one_id integer not null,
    day text not null,
    claim_id integer not null,
    one_seq integer not null,
    other_seq integer not null,
    other_id integer not null,
    day_latest text not null,
    primary key (one_id, day, claim_id, one_seq, other_seq)
) without rowid;
create index ix_encounters_claim_id on encounters (claim_id);

-- fill
insert or ignore into encounters (one_id, day, claim_id, one_seq, other_seq, other_id, day_latest)
select
    case x.who when 'anyone' then 0 else a.referent_id end,
    coalesce(c.date_earliest, ''), c.id, a.seq, b.seq, b.referent_id, coalesce(c.date_latest, c.date_earliest, '')
from touched_claims as t
cross join held_claims as c
cross join participants as a
cross join participants as b
cross join (select 'one' as who union all select 'anyone') as x
where c.id = t.id
    and c.kind in ('meet', 'attend')
    and c.phase = 'occurred'
    and c.polarity = '+'
    and a.claim_id = t.id
    and a.role in ('participant', 'host')
    and b.claim_id = t.id
    and b.role in ('participant', 'host')
    and b.referent_id <> a.referent_id
    and (a.referent_kind = b.referent_kind or a.referent_kind is null or b.referent_kind is null)
    and (x.who = 'one' or a.seq < b.seq)
order by 1, 2, 3;

-- clear
delete from encounters where claim_id in (select id from touched_claims);
