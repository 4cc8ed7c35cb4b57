-- The runs that claims came by, as records.
select distinct
    r.tool, r.version, r.model, r.parameters, r.anchor_on, r.input_sha256, r.started_at, r.finished_at,
    r.inserted, r.unchanged, r.superseded, r.rejected
from runs as r
where exists (select 1 from claims as c where c.run_id = r.id) -- spread: where r.id in (select c.run_id from claims as c)
order by r.started_at, r.tool, r.version, r.finished_at, r.inserted, r.unchanged, r.superseded, r.rejected,
    r.model nulls first, r.parameters nulls first, r.anchor_on nulls first, r.input_sha256 nulls first
