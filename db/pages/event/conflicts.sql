-- Which two claims of the event cannot, or need not, both be right?
select
    x.slot, x.class, x.value_a, x.value_b, a.key as claim_a, b.key as claim_b,
    coalesce(da.slug, da.key) as document_a, coalesce(db.slug, db.key) as document_b, sa.name as publisher_a, sb.name as publisher_b
from event_disagreements as x
join claims as a on a.id = x.claim_a_id
join claims as b on b.id = x.claim_b_id
join documents as da on da.id = a.document_id
join documents as db on db.id = b.document_id
join sources as sa on sa.id = da.source_id
join sources as sb on sb.id = db.source_id
where x.event_id = :event_id
order by
    case x.class when 'contradiction' then 1 when 'time zone' then 2 when 'tension' then 3 else 4 end,
    x.slot, x.claim_a_id, x.claim_b_id
limit 200;
