-- Take away what these claims gave to those whom their names no longer mean, and to their states and broader topics.
delete from participation
where (referent_id, day, claim_id) in (
    select m.referent_id, coalesce(c.date_earliest, ''), c.id
    from moved as m join claims as c on c.id = m.claim_id
    union all
    select k.canonical_id, coalesce(c.date_earliest, ''), c.id
    from moved as m
    join claims as c on c.id = m.claim_id
    join entities as n on n.id = m.referent_id
    join entities as s on s.kind = 'state' and s.country = n.country
    join canonical as k on k.entity_id = s.id
    union all
    select b.broader_id, coalesce(c.date_earliest, ''), c.id
    from moved as m
    join claims as c on c.id = m.claim_id
    join broader as b on b.referent_id = m.referent_id
);
delete from promises
where (referent_id, due_to, due_from, claim_id) in (
    select m.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from moved as m join promise_dues as d on d.claim_id = m.claim_id
    union all
    select k.canonical_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from moved as m
    join promise_dues as d on d.claim_id = m.claim_id
    join entities as n on n.id = m.referent_id
    join entities as s on s.kind = 'state' and s.country = n.country
    join canonical as k on k.entity_id = s.id
);
delete from outcomes where promise_id in (select claim_id from moved) or outcome_id in (select claim_id from moved);
delete from acts where claim_id in (select claim_id from moved);
delete from encounters where claim_id in (select claim_id from moved);
delete from event_facts where claim_id in (select claim_id from moved);
delete from past_participation where claim_id in (select claim_id from moved);
