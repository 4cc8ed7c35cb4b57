-- The amounts told of events, each in the base of its unit (table units): a count without a unit has the base ''.
create view measures as
select
    n.event_id, n.fact, n.document_id, n.claim_id,
    coalesce(u.base, n.unit) as base,
    n.figure * coalesce(u.factor, 1) as amount
from (
    select
        f.event_id, f.fact, f.document_id, f.claim_id,
        lower(trim(ltrim(f.fact, '0123456789.,'))) as unit,
        cast(replace(substr(f.fact, 1, length(f.fact) - length(ltrim(f.fact, '0123456789.,'))), ',', '') as real) as figure
    from event_facts as f
    where f.slot = 'number' and ltrim(f.fact, '0123456789.,') <> f.fact
) as n
left join units as u on u.unit = n.unit;
