-- Where claims disagree, in pairs: two values of a slot of one event (view event_disagreements) or subject that cannot, or need not, both be right.
-- class: contradiction; precision (one is vaguer, or earlier news, or another form); time zone (a day apart, and the teller's country lies so far
-- east of the place); judgement (how something fares).
-- The casts give each column one type throughout, without which SQLite finds them all before it tells the first.
create view disagreements as
select x.slot, x.event_id, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id, x.class
from event_disagreements as x
union all
-- one says that something failed, or is not so; another backs it or builds on it
select
    cast('outcome' as text), cast(null as integer), r.name,
    cast(a.kind || ' ' || a.phase || ' ' || a.polarity as text), a.claim_id,
    cast(b.kind || ' ' || b.phase || ' ' || b.polarity as text), b.claim_id, cast('judgement' as text)
from participation as a
cross join referents as r -- cross join: from the failures, which are few
cross join participation as b
where a.referent_id <> 0
    and a.is_subject = 1
    and (a.phase = 'failed' or a.kind = 'assess' and a.polarity = '-' and a.phase = 'occurred')
    and r.id = a.referent_id
    and r.kind in ('framework', 'instrument', 'organisation', 'series')
    and b.referent_id = a.referent_id
    and b.claim_id <> a.claim_id
    and b.is_subject = 1
    and b.polarity = '+'
    and b.kind in ('cooperate', 'support', 'develop', 'assess')
    and b.phase in ('agreed', 'occurred', 'ongoing', 'implemented')
    and exists (select 1 from participants as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'))
    and exists (select 1 from participants as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'))
union all
-- one person in two offices at one time
select
    cast('title' as text), cast(null as integer), r.name, cast(oa.name as text), a.claim_id, cast(ob.name as text), b.claim_id, cast('precision' as text)
from participation as a
join participation as b
    on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1
    and b.day <= a.day_latest and a.day <= b.day_latest
join referents as r on r.id = a.referent_id
join participants as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id
join participants as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id
join participants as oa on oa.claim_id = a.claim_id and oa.role = 'office'
join participants as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id <> oa.referent_id
where a.kind = 'hold_office' and a.is_party = 1 and a.referent_id <> 0;
