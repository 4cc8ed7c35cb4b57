-- Of the claims that a search finds (found, which one of the questions beside this gives): how many they are, one page of them, newest
-- first (by day where :by_day is 1, else as they were recorded), how many are of each kind, phase, publisher and month, and who takes part in
-- most of them.
with named as ( -- counted before anybody is looked up, as many claims name the same few
    select k.canonical_id, count(distinct a.claim_id) as claims
    from found as f
    cross join arguments as a on a.claim_id = f.claim_id
    join canonical as k on k.entity_id = a.entity_id
    group by k.canonical_id
)
select 'all' as facet, '' as value, count(*) as claims from found
union all
select 'claim', claim_id, -row_number() over (order by case when :by_day = 1 then day end desc, claim_id desc)
from (
    select claim_id, day from found
    order by case when :by_day = 1 then day end desc, claim_id desc
    limit :size offset :after
) as shown
union all
select 'kind', kind, count(*) from found group by kind
union all
select 'phase', phase, count(*) from found group by phase
union all
select 'publisher', publisher, count(*) from found group by publisher
union all
select 'month', substr(day, 1, 7), count(*) from found where day <> '' group by substr(day, 1, 7)
union all
select 'who', name, claims
from (
    select r.name, n.claims
    from named as n join referents as r on r.id = n.canonical_id
    where r.kind in ('person', 'organisation', 'state')
    order by n.claims desc, r.name, r.id
    limit 15
) as most
order by facet, claims desc, value;
