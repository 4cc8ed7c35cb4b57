-- Events that records or people name, of those in sought: with their series, as merged, and number. One that gathering made counts once a record or a person names it.
select e.id, e.name, e.kind, k.canonical_id, e.ordinal
from sought as t
cross join events as e
left join canonical as k on k.entity_id = e.series_id
where e.id = t.id
    and (
        e.made_by is null
        or e.id in (select c.event_id from sought as s cross join claims as c where c.event_id = s.id)
        or e.id in (
            select w.event_id from sought as s cross join placements as w where w.event_id = s.id and w.who <> 'gather' and w.withdrawn_at is null
        )
    )
