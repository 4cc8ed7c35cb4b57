-- Claims of a happening near the days of a seeker in wanted that share a name with it which is enough alone, or of whose source and days two are shared that count together.
-- sort: names count together with those of the same, and each alone of 'alone'.
select distinct n.claim_id
from (
    select
        q.claim_id, w.sort,
        min(q.referent_id) over (partition by w.seeker, w.sort, q.source_id, q.day, q.day_latest) as one,
        max(q.referent_id) over (partition by w.seeker, w.sort, q.source_id, q.day, q.day_latest) as other
    from wanted as w
    cross join participation as q
    where q.referent_id = w.referent_id and q.day >= w.since and q.day <= w.until and q.day_latest >= w.from_day
        and q.kind in ('meet', 'sign', 'visit', 'establish', 'join', 'elect', 'attend', 'rank', 'discuss', 'cooperate', 'state')
        and q.phase in ('occurred', 'scheduled', 'expected', 'ongoing', 'implemented', 'pending', 'cancelled', 'failed', 'discussed', 'agreed')
) as n
where n.sort = 'alone' or n.one <> n.other
