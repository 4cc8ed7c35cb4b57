-- Take away what these claims gave to those whom their names no longer mean, and to their states and broader topics.
delete from participation
where (referent_id, day, claim_id) in (
    select m.referent_id, coalesce(c.date_earliest, ''), c.id
    from moved as m join claims as c on c.id = m.claim_id
);
delete from promises
where (referent_id, due_to, due_from, claim_id) in (
    select m.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from moved as m join promise_dues as d on d.claim_id = m.claim_id
);
delete from outcomes where promise_id in (select claim_id from moved) or outcome_id in (select claim_id from moved);
delete from acts where claim_id in (select claim_id from moved);
delete from encounters where claim_id in (select claim_id from moved);
delete from event_facts where claim_id in (select claim_id from moved); -- spread: delete from event_facts where claim_id in (select id from claims where id in (select claim_id from moved));
delete from past_participation where claim_id in (select claim_id from moved);
delete from settled where claim_id in (select claim_id from moved);
