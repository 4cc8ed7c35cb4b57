-- How far the source is: its highest mark, and its last run; and when the run began that was the last one when it was asked before.
-- :run  id of that run
select
    (select coalesce(max(m.mark), 0) from marks as m) as mark,
    (select max(r.id) from runs as r) as run_id,
    (select r.started_at from runs as r where r.id = (select max(l.id) from runs as l)) as run_at,
    (select r.started_at from runs as r where r.id = :run) as run_was_at
