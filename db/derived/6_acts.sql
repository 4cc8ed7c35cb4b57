-- What held claims promise, and what they tell as done, failed or called off, by what it is about and which sides do it: to find what came of promises.
-- sort: instrument, series, topic or event; subject_id: whom or what it means, or the event's id. sides: the states of the parties, or the parties
-- themselves where they have none, in order. day: of what was done, by what is said, as the day of publication tells nothing of when; of a promise, the
-- first on which its outcome can lie: when it is due and after the document that tells it (scheduled, expected), else after it was made.

-- create
create table acts (
    sort text not null,
    subject_id integer not null,
    sides text not null,
    kind text not null,
    is_promise integer not null,
    day text not null,
    claim_id integer not null,
    primary key (sort, subject_id, sides, kind, is_promise, day, claim_id)
) without rowid;
create index ix_acts_claim_id on acts (claim_id);

-- fill
insert into acts (sort, subject_id, sides, kind, is_promise, day, claim_id)
with
    subjects as materialized ( -- first, as most claims have none
        select p.claim_id, case p.role when 'framework' then 'series' else p.role end as sort, p.referent_id as subject_id
        from touched_claims as t
        cross join participants as p
        where p.claim_id = t.id and p.role in ('instrument', 'framework', 'topic') and p.referent_id is not null
        union
        select p.claim_id, 'series', k.canonical_id
        from touched_claims as t
        cross join placed as p
        cross join events as e
        cross join canonical as k
        where p.claim_id = t.id and e.id = p.event_id and e.kind = p.kind and k.entity_id = e.series_id
        union
        select p.claim_id, 'event', p.event_id
        from touched_claims as t
        cross join placed as p
        cross join events as e
        where p.claim_id = t.id and e.id = p.event_id and e.kind = p.kind
    ),
    dues as materialized (select * from promise_dues where claim_id in (select id from touched_claims)),
    told as materialized (
        select
            c.id as claim_id, c.kind,
            case when c.phase in ('occurred', 'implemented', 'failed', 'cancelled') then 0 else 1 end as is_promise,
            case
                when c.phase in ('occurred', 'implemented', 'failed', 'cancelled') then c.date_earliest
                when c.phase not in ('scheduled', 'expected') then c.date_latest || '~'
                when d.due_from > coalesce(w.published_on, '') then d.due_from
                when d.due_from is not null then w.published_on
            end as day,
            (
                select group_concat(cast(s.side_id as text), ' ')
                from (
                    select distinct coalesce(z.state_id, p.referent_id) as side_id
                    from participants as p
                    left join states as z on z.referent_id = p.referent_id
                    where p.claim_id = c.id and p.is_party = 1 and p.role not in ('witness', 'partner')
                    order by side_id
                ) as s
            ) as sides
        from (select distinct claim_id from subjects) as t
        cross join held_claims as c
        cross join documents as w
        left join dues as d on d.claim_id = c.id
        where c.id = t.claim_id
            and w.id = c.document_id
            and c.kind not in ('rank', 'hold_office', 'base_on', 'state', 'concern', 'assess')
            and (
                c.phase in ('occurred', 'implemented') and c.polarity = '+' and coalesce(c.date_basis, 'stated') <> 'published'
                or c.phase in ('failed', 'cancelled') and coalesce(c.date_basis, 'stated') <> 'published'
                or c.phase in ('intended', 'proposed', 'agreed', 'pending') and c.polarity = '+' and coalesce(c.date_basis, 'stated') <> 'published'
                or c.phase in ('scheduled', 'expected') and c.polarity = '+'
            )
    )
select s.sort, s.subject_id, o.sides, o.kind, o.is_promise, o.day, o.claim_id
from told as o
cross join subjects as s
where s.claim_id = o.claim_id and o.day is not null and o.sides is not null
order by 1, 2, 3, 4, 5, 6, 7
on conflict do nothing;

-- clear
delete from acts where claim_id in (select id from touched_claims);
