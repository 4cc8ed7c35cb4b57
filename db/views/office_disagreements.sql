-- Where claims disagree on who held which office when.
create view office_disagreements as
-- spread: with held as materialized (select * from participation where kind = 'hold_office' and is_party = 1 and polarity = '+' and referent_id <> 0),
-- spread: named as materialized (select * from participants where role in ('holder', 'office') and claim_id in (select claim_id from held)),
-- spread: dated as materialized (select * from claims where date_edtf like '%/%' and id in (select claim_id from held))
-- one person in two offices at one time
select
    cast('title' as text) as slot, cast(null as integer) as event_id, r.name as subject,
    cast(oa.name as text) as value_a, a.claim_id as claim_a_id, cast(ob.name as text) as value_b, b.claim_id as claim_b_id,
    cast('precision' as text) as class, cast('two offices at one time' as text) as rule
from participation as a -- spread: from held as a
join participation as b -- spread: join held as b
    on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1
    and b.day <= a.day_latest and a.day <= b.day_latest
join referents as r on r.id = a.referent_id
join participants as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id -- spread: join named as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id
join participants as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id -- spread: join named as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id
join participants as oa on oa.claim_id = a.claim_id and oa.role = 'office' -- spread: join named as oa on oa.claim_id = a.claim_id and oa.role = 'office'
join participants as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id <> oa.referent_id -- spread: join named as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id <> oa.referent_id
where a.kind = 'hold_office' and a.is_party = 1 and a.polarity = '+' and b.polarity = '+' and a.referent_id <> 0
union all
-- one tenure, told from another day or to another: they overlap, and neither lies within the other but for a common end. A day on which someone
-- is called by an office is no tenure.
select
    cast('tenure' as text), cast(null as integer), r.name,
    cast(oa.name || ': ' || ca.date_edtf as text), a.claim_id, cast(ob.name || ': ' || cb.date_edtf as text), b.claim_id,
    cast(case
        when ca.date_earliest is null or cb.date_earliest is null or ca.date_latest is null or cb.date_latest is null
            or substr(ca.date_earliest, 1, 4) = substr(cb.date_earliest, 1, 4) and substr(ca.date_latest, 1, 4) = substr(cb.date_latest, 1, 4)
            and (length(ca.date_edtf) <> 21 or length(cb.date_edtf) <> 21) then 'precision'
        else 'contradiction'
    end as text),
    cast(case
        when ca.date_earliest is null or cb.date_earliest is null or ca.date_latest is null or cb.date_latest is null then 'one is open: told while it lasted, or since some day'
        when substr(ca.date_earliest, 1, 4) = substr(cb.date_earliest, 1, 4) and substr(ca.date_latest, 1, 4) = substr(cb.date_latest, 1, 4)
            and (length(ca.date_edtf) <> 21 or length(cb.date_edtf) <> 21) then 'the same years, one more exactly'
        else 'one tenure with two beginnings or two ends'
    end as text)
from participation as a -- spread: from held as a
join participation as b on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1 -- spread: join held as b on b.referent_id = a.referent_id and b.claim_id > a.claim_id and b.kind = 'hold_office' and b.is_party = 1
join referents as r on r.id = a.referent_id
join claims as ca on ca.id = a.claim_id and ca.date_edtf like '%/%' -- spread: join dated as ca on ca.id = a.claim_id and ca.date_edtf like '%/%'
join claims as cb on cb.id = b.claim_id and cb.date_edtf like '%/%' and cb.date_edtf <> ca.date_edtf -- spread: join dated as cb on cb.id = b.claim_id and cb.date_edtf like '%/%' and cb.date_edtf <> ca.date_edtf
join participants as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id -- spread: join named as ha on ha.claim_id = a.claim_id and ha.role = 'holder' and ha.referent_id = a.referent_id
join participants as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id -- spread: join named as hb on hb.claim_id = b.claim_id and hb.role = 'holder' and hb.referent_id = a.referent_id
join participants as oa on oa.claim_id = a.claim_id and oa.role = 'office' -- spread: join named as oa on oa.claim_id = a.claim_id and oa.role = 'office'
join participants as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id = oa.referent_id -- spread: join named as ob on ob.claim_id = b.claim_id and ob.role = 'office' and ob.referent_id = oa.referent_id
where a.kind = 'hold_office' and a.is_party = 1 and a.polarity = '+' and b.polarity = '+' and a.referent_id <> 0
    and coalesce(ca.date_earliest, '') <= coalesce(cb.date_latest, '9999') and coalesce(cb.date_earliest, '') <= coalesce(ca.date_latest, '9999')
    and (
        substr(coalesce(ca.date_earliest, ''), 1, 4) = substr(coalesce(cb.date_earliest, ''), 1, 4)
        or substr(coalesce(ca.date_latest, ''), 1, 4) = substr(coalesce(cb.date_latest, ''), 1, 4)
        or coalesce(ca.date_earliest, '') < coalesce(cb.date_earliest, '') and coalesce(ca.date_latest, '9999') < coalesce(cb.date_latest, '9999')
        or coalesce(ca.date_earliest, '') > coalesce(cb.date_earliest, '') and coalesce(ca.date_latest, '9999') > coalesce(cb.date_latest, '9999')
    );
