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
create index ix_promises_late on promises (referent_id, due_to, day_latest) where due_to < day_latest; -- told later than they were due

-- fill
insert into promises (referent_id, due_to, due_from, claim_id, day, day_latest, known_on)
select
    t.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), c.id,
    coalesce(c.date_earliest, ''), coalesce(c.date_latest, c.date_earliest, ''), coalesce(w.published_on, c.date_earliest, '')
from touched_claims as x -- spread: from (select claim_id as id from touched_takers where referent_id = 0) as x
cross join promise_dues as d
cross join held_claims as c
cross join documents as w
cross join touched_takers as t
where d.claim_id = x.id and c.id = x.id and w.id = c.document_id and t.claim_id = x.id and t.is_party = 1 and c.polarity = '+'
order by 1, 2, 3, 4
on conflict do nothing;

-- clear
delete from promises
where (referent_id, due_to, due_from, claim_id) in (
    select t.referent_id, coalesce(d.due_to, '~'), coalesce(d.due_from, ''), t.claim_id
    from (select * from taking_part where claim_id in (select id from touched_claims)) as t
    join promise_dues as d on d.claim_id = t.claim_id
);
