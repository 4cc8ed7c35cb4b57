-- Where documents, or one, tell of an event another date, number, place or outcome, or say that it is so and that it is not.
-- A vaguer date is left out where its document has a more exact one within it. A day apart is a matter of time zones only where the later word may be by
-- a clock further east (view eastern_clocks). Numbers in a series are compared where they count alike, amounts where they have one unit (view measures),
-- places unless they are named together once, as one then lies in the other.
-- The casts give each column one type throughout, without which SQLite reads every claim to find those of one event.
create view fact_disagreements as
select
    x.slot, x.event_id, x.subject, x.value_a, x.claim_a_id, x.value_b, x.claim_b_id,
    cast(case x.rule
        when 'the dates overlap: one is vaguer' then 'precision'
        when 'a day apart, and the later may be by a clock further east' then 'time zone'
        when 'one amount, rounded' then 'precision'
        when 'undecided is the earlier news' then 'precision'
        else 'contradiction'
    end as text) as class,
    x.rule
from ( -- slot by slot, so that of one that is not asked for nothing is read; together, as each has its rule worked out once, for its class too
    select
        cast('date' as text) as slot, e.id as event_id, e.name as subject, a.fact as value_a, a.claim_id as claim_a_id, b.fact as value_b, b.claim_id as claim_b_id,
        cast(case
            when a.date_earliest <= b.date_latest and b.date_earliest <= a.date_latest then 'the dates overlap: one is vaguer'
            when coalesce(abs(a.day_number - b.day_number), 0) = 1 and a.document_id <> b.document_id and exists ( -- null would not end it here
                select 1 from eastern_clocks as w
                where w.event_id = e.id and w.claim_id = case when a.day_number > b.day_number then a.claim_id else b.claim_id end
            ) then 'a day apart, and the later may be by a clock further east'
            else 'the dates have no day in common'
        end as text) as rule
    from events as e -- cross join: event by event, so that the first are told without reading the others
    cross join first_facts as a
    cross join first_facts as b
    where a.event_id = e.id
        and a.slot = 'date'
        and b.event_id = e.id
        and b.slot = 'date'
        and b.claim_id > a.claim_id
        and b.fact <> a.fact
        and (a.date_earliest = a.date_latest or not exists (
            select 1 from event_facts as g
            where g.event_id = e.id and g.slot = 'date' and g.document_id = a.document_id
                and g.date_earliest >= a.date_earliest and g.date_latest <= a.date_latest and (g.date_earliest > a.date_earliest or g.date_latest < a.date_latest)
        ))
        and (b.date_earliest = b.date_latest or not exists (
            select 1 from event_facts as g
            where g.event_id = e.id and g.slot = 'date' and g.document_id = b.document_id
                and g.date_earliest >= b.date_earliest and g.date_latest <= b.date_latest and (g.date_earliest > b.date_earliest or g.date_latest < b.date_latest)
        ))
    union all
    select
        cast('place' as text), e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id,
        cast('two places, never named together' as text)
    from events as e
    cross join first_facts as a
    cross join first_facts as b
    where a.event_id = e.id
        and a.slot = 'place'
        and b.event_id = e.id
        and b.slot = 'place'
        and b.claim_id > a.claim_id
        and b.fact <> a.fact
        and not exists (
            select 1
            from event_facts as f
            join event_facts as g on g.event_id = f.event_id and g.slot = f.slot and g.fact = b.fact and g.claim_id = f.claim_id
            where f.event_id = a.event_id and f.slot = a.slot and f.fact = a.fact
        )
    union all
    select
        cast('ordinal' as text), e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id,
        cast('two numbers in one series' as text)
    from events as e
    cross join first_facts as a
    cross join first_facts as b
    where a.event_id = e.id
        and a.slot = 'ordinal'
        and b.event_id = e.id
        and b.slot = 'ordinal'
        and b.claim_id > a.claim_id
        and b.fact <> a.fact
        and a.fact between '0' and '9~' and b.fact between '0' and '9~'
        and coalesce(a.referent_id, b.referent_id, 0) = coalesce(b.referent_id, a.referent_id, 0)
    union all
    select
        cast('number' as text), e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id,
        cast(case
            when exists (
                select 1 from measures as m join measures as n on n.event_id = m.event_id and n.claim_id = b.claim_id
                where m.event_id = e.id and m.claim_id = a.claim_id and abs(m.amount - n.amount) <= 0.05 * m.amount
            ) then 'one amount, rounded'
            else 'two amounts of one unit'
        end as text)
    from events as e
    cross join first_facts as a
    cross join first_facts as b
    where a.event_id = e.id
        and a.slot = 'number'
        and b.event_id = e.id
        and b.slot = 'number'
        and b.claim_id > a.claim_id
        and b.fact <> a.fact
        and exists (
            select 1 from measures as m join measures as n on n.event_id = m.event_id and n.base = m.base and n.claim_id = b.claim_id
            where m.event_id = e.id and m.claim_id = a.claim_id and m.amount <> n.amount
        )
    union all
    select
        cast('outcome' as text), e.id, e.name,
        cast(case when f.claim_id < o.claim_id then f.fact else o.fact end as text), cast(case when f.claim_id < o.claim_id then f.claim_id else o.claim_id end as integer),
        cast(case when f.claim_id < o.claim_id then o.fact else f.fact end as text), cast(case when f.claim_id < o.claim_id then o.claim_id else f.claim_id end as integer),
        cast(case when o.fact = 'pending' and o.date_earliest <= f.date_earliest then 'undecided is the earlier news' else 'it failed, or was called off, and it did not' end as text)
    from events as e
    cross join first_facts as f -- what failed first, as there is little of it
    cross join first_facts as o
    where f.event_id = e.id
        and f.slot = 'outcome'
        and f.fact in ('failed', 'cancelled')
        and o.event_id = e.id
        and o.slot = 'outcome'
        and o.fact not in ('failed', 'cancelled')
    union all
    select
        cast('polarity' as text), e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id, cast('it is so, and it is not so' as text)
    from events as e
    cross join first_facts as a
    cross join first_facts as b
    where a.event_id = e.id
        and a.slot = 'polarity'
        and substr(a.fact, 1, 8) <> 'expected'
        and b.event_id = e.id
        and b.slot = 'polarity'
        and b.fact = substr(a.fact, 1, length(a.fact) - 1) || case when substr(a.fact, length(a.fact)) = '+' then '-' else '+' end
        and b.claim_id > a.claim_id
) as x
union all
-- that it will come, and that it is unlikely
select
    cast('outcome' as text), e.id, e.name, a.fact, a.claim_id, b.fact, b.claim_id, cast('tension' as text), cast('unlikely, and yet expected, set or agreed' as text)
from events as e
cross join first_facts as a
cross join first_facts as b
where a.event_id = e.id and a.slot = 'polarity' and a.fact in ('expected -', 'scheduled -', 'intended -')
    and b.event_id = e.id and b.slot = 'polarity' and b.fact in ('expected +', 'scheduled +', 'agreed +')
union all
-- nothing came of what was pledged at it, in the same field or one within it
select
    cast('outcome' as text), e.id, e.name, cast(a.fact as text), a.claim_id, cast(b.kind || ' ' || b.phase || ' +' as text), b.claim_id,
    cast('tension' as text), cast('not found, or not so, and yet agreed or done in the same field' as text)
from events as e
cross join event_facts as a
cross join event_facts as b
where a.event_id = e.id and a.slot = 'denied'
    and b.event_id = e.id and b.slot = 'topic'
    and b.claim_id <> a.claim_id
    and b.phase in ('agreed', 'implemented', 'occurred', 'ongoing')
    and a.fact between b.kind and b.kind || '~'
    and (b.referent_id = a.referent_id or exists (
        select 1 from broader as w where w.referent_id = b.referent_id and w.broader_id = a.referent_id
    ))
    and not exists ( -- the first such topic of the claim stands for all
        select 1 from event_facts as x
        where x.event_id = e.id and x.slot = 'topic' and x.claim_id = b.claim_id and x.fact < b.fact
            and (x.referent_id = a.referent_id or exists (
                select 1 from broader as w where w.referent_id = x.referent_id and w.broader_id = a.referent_id
            ))
    );
