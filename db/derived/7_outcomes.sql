-- What became of promises: each claim of something intended, proposed, scheduled, expected, agreed or pending, with a claim that tells its outcome.
-- basis 'link': a link says so, and nothing else is told of that promise. Else a suggestion, until a link accepts or refuses it: a claim of the same kind
-- on the same instrument, series, topic or event (basis), by the same parties or their states, on a later day by what is said, and not of the event
-- at which the promise was made.

-- create
create table outcomes (
    promise_id integer not null,
    outcome_id integer not null,
    outcome_phase text not null,
    outcome_earliest text,
    basis text not null,
    primary key (promise_id, outcome_id)
) without rowid;
create index ix_outcomes_outcome_id on outcomes (outcome_id);

-- fill
insert into outcomes (promise_id, outcome_id, outcome_phase, outcome_earliest, basis)
-- spread: with standing as materialized (select id from held_claims where id in (select target_id from links where link_type = 'outcome_of'))
select l.target_id, o.id, o.phase, o.date_earliest, 'link'
from links as l
join held_claims as o on o.id = l.source_id
join held_claims as m on m.id = l.target_id -- spread: join standing as m on m.id = l.target_id
where l.link_type = 'outcome_of'
    and l.verdict = 'accepted'
    and l.withdrawn_at is null
    and (l.target_id in (select id from touched_claims) or l.target_id in (
        select k.target_id from links as k where k.link_type = 'outcome_of' and k.source_id in (select id from touched_claims)
    ))
on conflict (promise_id, outcome_id) do nothing;
insert into outcomes (promise_id, outcome_id, outcome_phase, outcome_earliest, basis)
with
    -- promises that are new or changed, and those that what is new or changed may tell of
    -- spread: linked as materialized (select l.target_id from links as l where l.link_type = 'outcome_of' and l.source_id in (select id from touched_claims)),
    meant as ( -- spread: meant as materialized (
        select m.claim_id as promise_id, x.claim_id as outcome_id, m.sort
        from touched_claims as t
        cross join acts as m
        cross join acts as x
        where m.claim_id = t.id and m.is_promise = 1
            and x.sort = m.sort and x.subject_id = m.subject_id and x.sides = m.sides and x.kind = m.kind and x.is_promise = 0 and x.day >= m.day
        union
        select m.claim_id, x.claim_id, m.sort
        from touched_claims as t
        cross join acts as x
        cross join acts as m
        where x.claim_id = t.id and x.is_promise = 0
            and m.sort = x.sort and m.subject_id = x.subject_id and m.sides = x.sides and m.kind = x.kind and m.is_promise = 1 and m.day <= x.day
        union
        select m.claim_id, x.claim_id, m.sort
        from links as l -- spread: from linked as l
        cross join acts as m
        cross join acts as x
        where l.link_type = 'outcome_of' and l.source_id in (select id from touched_claims) -- spread: where m.is_promise = 1
            and m.claim_id = l.target_id and m.is_promise = 1
            and x.sort = m.sort and x.subject_id = m.subject_id and x.sides = m.sides and x.kind = m.kind and x.is_promise = 0 and x.day >= m.day
    )
    -- spread: , paired as materialized (select promise_id as id from meant union select outcome_id from meant)
    -- spread: , told as materialized (select id, phase, date_earliest, date_latest from claims where id in (select id from paired))
    -- spread: , ties as materialized (select * from links where link_type = 'outcome_of' and target_id in (select promise_id from meant))
    -- spread: , standing as materialized (select id from held_claims where id in (select source_id from ties))
    -- spread: , spots as materialized (select * from placed where claim_id in (select id from paired union select source_id from ties))
    -- spread: , days as materialized (select * from event_facts where slot = 'date' and event_id in (select event_id from spots))
    -- spread: , things as materialized (select * from acts where sort in ('instrument', 'series') and claim_id in (select id from paired))
select f.promise_id, f.outcome_id, o.phase, o.date_earliest, min(f.sort)
from meant as f
join claims as o on o.id = f.outcome_id -- spread: join told as o on o.id = f.outcome_id
join claims as m on m.id = f.promise_id -- spread: join told as m on m.id = f.promise_id
where not exists (
        select 1
        from links as l join held_claims as h on h.id = l.source_id -- spread: from ties as l join standing as h on h.id = l.source_id
        where l.target_id = f.promise_id and l.link_type = 'outcome_of' and l.verdict = 'accepted' and l.withdrawn_at is null
    )
    and not exists ( -- refused: this claim, or another of the same event
        select 1
        from links as l -- spread: from ties as l
        where l.target_id = f.promise_id and l.link_type = 'outcome_of' and l.verdict = 'refused' and l.withdrawn_at is null
            and (l.source_id = f.outcome_id or exists (
                select 1
                from placed as p join placed as q on q.event_id = p.event_id -- spread: from spots as p join spots as q on q.event_id = p.event_id
                where p.claim_id = l.source_id and q.claim_id = f.outcome_id
            ))
    )
    and not exists ( -- two instruments are two things; else two series are
        select 1
        from acts as a join acts as b on b.claim_id = f.outcome_id and b.sort = a.sort -- spread: from things as a join things as b on b.claim_id = f.outcome_id and b.sort = a.sort
        where a.claim_id = f.promise_id
            and (a.sort = 'instrument' or a.sort = 'series' and f.sort <> 'instrument')
            and not exists (
                select 1
                from acts as c -- spread: from things as c
                join acts as d on d.claim_id = f.outcome_id and d.sort = c.sort and d.subject_id = c.subject_id -- spread: join things as d on d.claim_id = f.outcome_id and d.sort = c.sort and d.subject_id = c.subject_id
                where c.claim_id = f.promise_id and c.sort = a.sort
            )
    )
    and (m.phase in ('scheduled', 'expected') or not exists ( -- the event at which the promise was made
        select 1
        from placed as p -- spread: from spots as p
        join placed as q on q.event_id = p.event_id and q.claim_id = f.outcome_id -- spread: join spots as q on q.event_id = p.event_id and q.claim_id = f.outcome_id
        join event_facts as x -- spread: join days as x
            on x.event_id = p.event_id and x.slot = 'date' and x.date_earliest <= m.date_latest and x.date_latest >= m.date_earliest
        where p.claim_id = f.promise_id
    ))
group by f.promise_id, f.outcome_id, o.phase, o.date_earliest
on conflict (promise_id, outcome_id) do nothing;

-- clear
delete from outcomes where promise_id in (select id from touched_claims) or outcome_id in (select id from touched_claims);
delete from outcomes where promise_id in (
    select l.target_id from links as l where l.link_type = 'outcome_of' and l.source_id in (select id from touched_claims)
);
