-- One says that a framework or instrument fails, or does not fare as hoped; another backs it or builds on it.
create view judged_disagreements as
-- spread: with failing as materialized (
-- spread:     select * from participation where referent_id <> 0 and is_subject = 1 and (phase = 'failed' or kind = 'assess' and polarity = '-' and phase = 'occurred')
-- spread: ),
-- spread: backed as materialized (
-- spread:     select * from participation where is_subject = 1 and polarity = '+' and kind in ('cooperate', 'support', 'develop', 'assess')
-- spread:         and phase in ('agreed', 'occurred', 'ongoing', 'implemented') and referent_id in (select referent_id from failing)
-- spread: ),
-- spread: named as materialized (
-- spread:     select * from participants where role in ('framework', 'instrument', 'affected') and claim_id in (select claim_id from failing union select claim_id from backed)
-- spread: )
select
    cast('outcome' as text) as slot, cast(null as integer) as event_id, r.name as subject,
    cast(a.kind || ' ' || a.phase || ' ' || a.polarity as text) as value_a, a.claim_id as claim_a_id,
    cast(b.kind || ' ' || b.phase || ' ' || b.polarity as text) as value_b, b.claim_id as claim_b_id,
    cast('tension' as text) as class, cast('it fails, and yet is backed or built on' as text) as rule
from participation as a -- spread: from failing as a
cross join referents as r -- cross join: from the failures, which are few
cross join participation as b -- spread: cross join backed as b
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
    and exists (select 1 from participants as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected')) -- spread: and exists (select 1 from named as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'))
    and exists (select 1 from participants as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected')); -- spread: and exists (select 1 from named as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('framework', 'instrument', 'affected'));
