-- What each held claim says of the event that it speaks of, one row for each slot: date, place, participant, signatory, instrument, ordinal, number,
-- outcome, polarity, topic, denied (what did not come of it, and in which field).
-- A date that the claim inherited, or that is the document's own, is no testimony and is left out; that of what was said or agreed at a meeting is one.
-- A rank that counts from something else (the first since) is no number in the series.
-- is_local: whether its date says that it is by the clock of the place (1) or by another (0).
-- A claim is read twice: for what it tells itself, and for whom and what it names.
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
    t.claim_id, t.event_id,
    cast(case when s.slot <> 'number' then s.slot when t.kind = 'rank' then 'ordinal' else 'number' end as text) as slot,
    cast(case s.slot
        when 'date' then t.date_edtf
        when 'number' then t.quantity
        when 'denied' then t.kind || ' ' || t.phase || ' -'
        when 'outcome' then t.phase
        else t.phase || ' ' || t.polarity
    end as text) as fact,
    t.document_id,
    cast(case s.slot when 'number' then (
        select min(p.referent_id) from participants as p where p.claim_id = t.claim_id and p.role = 'framework'
    ) end as integer) as referent_id,
    t.date_earliest, t.date_latest, t.kind, t.phase,
    cast(case s.slot when 'date' then (
        select max(k.is_local) from clocks as k where lower(t.date_text) like '%' || k.words || '%'
    ) end as integer) as is_local
from told as t
cross join (
    select 'date' as slot union all select 'number' union all select 'denied' union all select 'outcome' union all select 'polarity'
) as s
where case s.slot
    when 'date' then
        (
            t.kind in (t.event_kind, 'attend') and t.phase in ('occurred', 'implemented', 'ongoing', 'scheduled', 'cancelled')
            or t.event_kind = 'meet' and t.kind in ('discuss', 'cooperate', 'concern', 'support', 'develop') and t.phase in ('agreed', 'discussed', 'occurred', 'intended')
        )
        and t.polarity = '+'
        and t.date_edtf is not null
        and coalesce(t.date_basis, 'stated') not in ('inherited', 'published')
    when 'number' then
        t.quantity is not null
        and t.polarity = '+'
        and t.kind in (t.event_kind, 'attend', 'rank')
        and not exists (
            select 1 from links as l
            where l.source_id = t.claim_id and l.link_type = 'counts_from' and l.verdict = 'accepted' and l.withdrawn_at is null
        )
    when 'denied' then
        t.polarity = '-' and t.phase in ('occurred', 'ongoing', 'agreed', 'implemented') and t.kind <> t.event_kind
        and not exists (select 1 from arguments as a where a.claim_id = t.claim_id and a.role = 'topic')
    when 'outcome' then
        t.kind = t.event_kind
        and t.polarity = '+'
        and t.phase in ('occurred', 'implemented', 'failed', 'cancelled', 'pending')
    else t.kind = t.event_kind
end
union all
select
    t.claim_id, t.event_id,
    cast(case
        when p.role in ('place', 'signatory', 'instrument') then p.role
        when p.role <> 'topic' then 'participant'
        when t.polarity = '+' then 'topic'
        else 'denied'
    end as text),
    cast(case
        when p.role <> 'topic' then p.name
        when t.polarity = '+' then t.phase || ': ' || p.name
        else t.kind || ' ' || t.phase || ' -: ' || p.name
    end as text),
    t.document_id, cast(p.referent_id as integer),
    t.date_earliest, t.date_latest, t.kind, t.phase, cast(null as integer)
from told as t
join participants as p on p.claim_id = t.claim_id
where p.role in ('place', 'participant', 'signatory', 'host', 'witness', 'instrument', 'topic')
    and case p.role
        when 'instrument' then
            t.kind = t.event_kind and t.polarity = '+'
            and t.phase in ('occurred', 'implemented', 'agreed', 'failed', 'pending', 'proposed')
        when 'topic' then t.polarity = '+' or t.phase in ('occurred', 'ongoing', 'agreed', 'implemented') and t.kind <> t.event_kind
        else
            t.kind in (t.event_kind, 'attend')
            and t.polarity = '+'
            and t.phase in ('occurred', 'implemented', 'ongoing')
            and (p.role <> 'place' or coalesce(p.referent_kind, 'place') = 'place')
    end;
