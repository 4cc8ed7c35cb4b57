-- Who met whom in which held claim, people with people and states with states, ordered for "this one's, newest first".
-- People or bodies of one side did not meet each other: of one delegation (attended for Japan); of one country at the table
-- with others, or attending together; those who met further partners together.
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
insert into encounters (one_id, day, claim_id, one_seq, other_seq, other_id, day_latest)
select
    case x.who when 'anyone' then 0 else a.referent_id end,
    coalesce(c.date_earliest, ''), c.id, a.seq, b.seq, b.referent_id, coalesce(c.date_latest, c.date_earliest, '')
from touched_claims as t -- spread: from (select claim_id as id from touched_takers where referent_id = 0) as t
cross join held_claims as c
cross join participants as a
cross join participants as b
cross join (select 'one' as who union all select 'anyone') as x
left join entities as n on n.id = a.referent_id
left join entities as m on m.id = b.referent_id
where c.id = t.id
    and c.kind in ('meet', 'attend')
    and c.phase = 'occurred'
    and c.polarity = '+'
    and a.claim_id = c.id
    and a.role in ('participant', 'host', 'partner')
    and b.claim_id = c.id
    and b.role in ('participant', 'host', 'partner')
    and b.referent_id <> a.referent_id
    and (a.referent_kind = b.referent_kind or a.referent_kind is null or b.referent_kind is null)
    and (x.who = 'one' or a.seq < b.seq)
    and ((a.role = 'partner') <> (b.role = 'partner') or not exists ( -- whom they met with are the other side
        select 1 from participants as p where p.claim_id = c.id and p.role = 'partner'
    ))
    and (c.kind <> 'attend' or 1 <> ( -- whom the claim says that they attended for
        select count(distinct p.referent_id) from participants as p where p.claim_id = c.id and p.role = 'organisation'
    ))
    and (n.country is null or m.country is null or n.country <> m.country or c.kind = 'meet' and not exists (
        select 1
        from participants as p join entities as o on o.id = p.referent_id
        where p.claim_id = c.id and p.role in ('participant', 'host', 'partner') and o.country <> n.country
    ))
order by 1, 2, 3, 4, 5
on conflict do nothing;

-- clear
delete from encounters where claim_id in (select id from touched_claims);
