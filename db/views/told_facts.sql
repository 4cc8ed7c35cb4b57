-- What each held claim says of the event that it speaks of, one row for each slot: date, place, participant, signatory, instrument, ordinal, number,
-- outcome, polarity, topic, denied (what did not come of it, and in which field).
-- A date that the claim inherited, or that is the document's own, is no testimony and is left out; that of what was said or agreed at a meeting is one.
-- A rank that counts from something else (the first since) is no number in the series.
-- is_local: whether its date says that it is by the clock of the place (1) or by another (0).
-- The casts give each column one type throughout, without which SQLite reads every claim to find those of one.
create view told_facts as
with told as not materialized (
    select
        p.claim_id, p.event_id, e.kind as event_kind, c.document_id, c.kind, c.phase, c.polarity,
        c.date_text, c.date_edtf, c.date_earliest, c.date_latest, c.date_basis, c.quantity
    from placed as p
    join claims as c on c.id = p.claim_id
    join events as e on e.id = p.event_id
)
select
    t.claim_id, t.event_id, 'date' as slot, t.date_edtf as fact, t.document_id, cast(null as integer) as referent_id,
    t.date_earliest, t.date_latest, t.kind, t.phase,
    cast((select max(k.is_local) from clocks as k where lower(t.date_text) like '%' || k.words || '%') as integer) as is_local
from told as t
where (
        t.kind in (t.event_kind, 'attend') and t.phase in ('occurred', 'implemented', 'ongoing', 'scheduled', 'cancelled')
        or t.event_kind = 'meet' and t.kind in ('discuss', 'cooperate', 'concern', 'support', 'develop') and t.phase in ('agreed', 'discussed', 'occurred', 'intended')
    )
    and t.polarity = '+'
    and t.date_edtf is not null
    and coalesce(t.date_basis, 'stated') not in ('inherited', 'published')
union all
select
    t.claim_id, t.event_id,
    case when p.role in ('place', 'signatory') then p.role else 'participant' end,
    cast(p.name as text), t.document_id, cast(p.referent_id as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
join participants as p on p.claim_id = t.claim_id and p.role in ('place', 'participant', 'signatory', 'host', 'witness')
where t.kind in (t.event_kind, 'attend')
    and t.polarity = '+'
    and t.phase in ('occurred', 'implemented', 'ongoing')
    and (p.role <> 'place' or coalesce(p.referent_kind, 'place') = 'place')
union all
select
    t.claim_id, t.event_id, case when t.kind = 'rank' then 'ordinal' else 'number' end,
    t.quantity, t.document_id,
    cast((select min(p.referent_id) from participants as p where p.claim_id = t.claim_id and p.role = 'framework') as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
where t.quantity is not null
    and t.polarity = '+'
    and t.kind in (t.event_kind, 'attend', 'rank')
    and not exists (
        select 1 from links as l
        where l.source_id = t.claim_id and l.link_type = 'counts_from' and l.verdict = 'accepted' and l.withdrawn_at is null
    )
union all
select
    t.claim_id, t.event_id, 'instrument', cast(p.name as text), t.document_id, cast(p.referent_id as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
join participants as p on p.claim_id = t.claim_id and p.role = 'instrument'
where t.kind = t.event_kind and t.polarity = '+' and t.phase in ('occurred', 'implemented', 'agreed', 'failed', 'pending', 'proposed')
union all
select
    t.claim_id, t.event_id, 'denied', cast(t.kind || ' ' || t.phase || ' -' as text), t.document_id, cast(null as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
where t.polarity = '-' and t.phase in ('occurred', 'ongoing', 'agreed', 'implemented') and t.kind <> t.event_kind
    and not exists (select 1 from arguments as a where a.claim_id = t.claim_id and a.role = 'topic')
union all
select
    t.claim_id, t.event_id, 'outcome', t.phase, t.document_id, cast(null as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
where t.kind = t.event_kind
    and t.polarity = '+'
    and t.phase in ('occurred', 'implemented', 'failed', 'cancelled', 'pending')
union all
select
    t.claim_id, t.event_id, 'polarity', cast(t.phase || ' ' || t.polarity as text), t.document_id, cast(null as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
where t.kind = t.event_kind
union all
select
    t.claim_id, t.event_id,
    case t.polarity when '+' then 'topic' else 'denied' end,
    cast(case t.polarity when '+' then t.phase || ': ' || p.name else t.kind || ' ' || t.phase || ' -: ' || p.name end as text),
    t.document_id, cast(p.referent_id as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t join participants as p on p.claim_id = t.claim_id and p.role = 'topic'
where t.polarity = '+' or t.phase in ('occurred', 'ongoing', 'agreed', 'implemented') and t.kind <> t.event_kind;
