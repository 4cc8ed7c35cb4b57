-- Claims whose bare names are now taken for another than before, with whom they were taken for, and with the states that acted through them, and broader topics;
-- and those of people and bodies that are now of another state than before, with both states.
insert into moved (referent_id, claim_id)
with went as (
    select distinct b.referent_id, a.claim_id
    from names_before as b
    join mentions as m on m.name_key = b.name_key and coalesce(m.referent_id, -m.id) <> b.referent_id
    join arguments as a on a.name_key = b.name_key
)
select w.referent_id, w.claim_id
from went as w
union
select z.state_id, w.claim_id
from went as w
join states as z on z.referent_id = w.referent_id
union
select b.broader_id, w.claim_id
from went as w
join broader as b on b.referent_id = w.referent_id
union
select z.state_id, p.claim_id
from (
    select referent_id, state_id from (select referent_id, state_id from states_before except select referent_id, state_id from states) as lost
    union all
    select referent_id, state_id from (select referent_id, state_id from states except select referent_id, state_id from states_before) as won
) as z
join participation as p on p.referent_id = z.referent_id
