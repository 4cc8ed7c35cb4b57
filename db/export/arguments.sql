-- The arguments of claims as parts of records.
select a.claim_id, a.role, a.mention as name, coalesce(e.slug, e.key) as entity, a.span_start as "start", a.span_end as "end"
from arguments as a left join entities as e on e.id = a.entity_id
where a.claim_id in (select cast(value as integer) from json_each(:claims))
order by a.claim_id, a.seq
