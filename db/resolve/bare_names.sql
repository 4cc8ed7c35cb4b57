-- Names in claims that no entity is known by, and that play the part of one who acts, with how many held claims carry each.
select m.name_key, m.name, count(distinct a.claim_id)
from mentions as m
join arguments as a on a.name_key = m.name_key
join roles as o on o.name = a.role and o.is_party = 1
join held_claims as c on c.id = a.claim_id
where m.referent_id is null and m.name_key <> ''
group by m.name_key, m.name
order by m.name_key
