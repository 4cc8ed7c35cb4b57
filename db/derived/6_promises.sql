-- Whose promise, or plan, each held claim is, ordered for "this party's, soonest due first"; referent 0 stands for anyone.
-- due_to is '~', which sorts after every day, and due_from '' where they are open or there is no due date (view promise_dues).
-- day and day_latest bound the claim's date, as in participation; known_on is when its document was published, else day.

-- create
create table promises (
    referent_id integer not null,
    due_to text not null,
    due_from text not null,
    claim_id integer not null,
    day text not null,
    day_latest text not null,
    known_on text not null,
    primary key (referent_id, due_to, due_from, claim_id)
) without rowid;

-- fill
insert or ignore into promises (referent_id, due_to, due_from, claim_id, day, day_latest, known_on)
select
    p.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), c.id,
    coalesce(c.date_earliest, ''), coalesce(c.date_latest, c.date_earliest, ''), coalesce(w.published_on, c.date_earliest, '')
from touched_claims as t
cross join promise_dues as d
cross join held_claims as c
cross join documents as w
cross join participants as p
where d.claim_id = t.id and c.id = t.id and w.id = c.document_id and c.polarity = '+' and p.claim_id = t.id and p.is_party = 1 and p.referent_id is not null
order by 1, 2, 3, 4;
insert or ignore into promises (referent_id, due_to, due_from, claim_id, day, day_latest, known_on)
select
    a.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), c.id,
    coalesce(c.date_earliest, ''), coalesce(c.date_latest, c.date_earliest, ''), coalesce(w.published_on, c.date_earliest, '')
from touched_claims as t
cross join promise_dues as d
cross join held_claims as c
cross join documents as w
cross join acting_states as a
where d.claim_id = t.id and c.id = t.id and w.id = c.document_id and c.polarity = '+' and a.claim_id = t.id
order by 1, 2, 3, 4;
insert or ignore into promises (referent_id, due_to, due_from, claim_id, day, day_latest, known_on)
select
    0, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), c.id,
    coalesce(c.date_earliest, ''), coalesce(c.date_latest, c.date_earliest, ''), coalesce(w.published_on, c.date_earliest, '')
from touched_claims as t
cross join promise_dues as d
cross join held_claims as c
cross join documents as w
where d.claim_id = t.id and c.id = t.id and w.id = c.document_id and c.polarity = '+'
order by 2, 3, 4;

-- clear
delete from promises
where (referent_id, due_to, due_from, claim_id) in (
    select p.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from touched_claims as t
    cross join promise_dues as d
    cross join participants as p
    where d.claim_id = t.id and p.claim_id = t.id
);
delete from promises
where (referent_id, due_to, due_from, claim_id) in (
    select a.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from touched_claims as t
    cross join promise_dues as d
    cross join acting_states as a
    where d.claim_id = t.id and a.claim_id = t.id
);
delete from promises
where referent_id = 0 and (due_to, due_from, claim_id) in (
    select coalesce(d.due_to, '~'), coalesce(d.due_from, ''), d.claim_id
    from touched_claims as t
    cross join promise_dues as d
    where d.claim_id = t.id
);
