-- When was each event planned, and when held? One row for an event and state: the days that its claims give, at their widest
-- and at their narrowest (imprecise dates are ranges). Events that the newest 20,000 claims until then speak of.
with newest as (
    select p.claim_id
    from participation as p
    where p.referent_id = 0 and p.day < :until and (:kind = '' or p.kind = :kind)
    order by p.day desc, p.claim_id desc
    limit 20000
),
spoken as (
    select distinct c.event_id from newest as n join claims as c on c.id = n.claim_id where c.event_id is not null
)
select
    coalesce(e.slug, e.key) as event_key, e.name as event, e.kind, x.name as series,
    case
        when c.phase in ('failed', 'cancelled') or c.polarity = '-' or c.speech_act = 'deny' then 'failed'
        when c.phase in ('occurred', 'implemented') then 'held'
        when c.phase = 'ongoing' then 'underway'
        else 'planned'
    end as standing,
    min(coalesce(c.due_earliest, c.date_earliest)) as first_day,
    max(coalesce(c.due_latest, c.date_latest)) as last_day,
    max(coalesce(c.due_earliest, c.date_earliest)) as latest_start,
    min(coalesce(c.due_latest, c.date_latest)) as earliest_end,
    count(*) as claims, min(c.key) as claim
from spoken as p
join events as e on e.id = p.event_id
join claims as c on c.event_id = e.id and c.kind = e.kind and c.retracted_at is null
left join entities as x on x.id = e.series_id
where coalesce(c.due_earliest, c.date_earliest) is not null and coalesce(c.due_latest, c.date_latest) is not null
    and (:kind = '' or e.kind = :kind)
    and (:series = '' or x.id in (
        select k.entity_id from known_names as n join canonical as k on k.canonical_id = n.referent_id where n.folded = name_key(:series)
    ))
group by e.id, e.slug, e.key, e.name, e.kind, x.name, standing
having max(coalesce(c.due_latest, c.date_latest)) >= :since and min(coalesce(c.due_earliest, c.date_earliest)) < :until
    and (:standing = '' or standing = :standing)
order by first_day desc, event, standing
limit 120;
