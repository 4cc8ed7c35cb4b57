-- Of a replica: where it comes from, which part of it, and of when.
select
    r.source, coalesce(t.name, r.topic) as topic, coalesce(e.name, r.entity) as entity, r.since, r.as_of,
    case when r.as_of is not null and r.began_at is null then 1 else 0 end as is_whole
from replica as r
left join entities as t on t.key = r.topic
left join entities as e on e.key = r.entity
