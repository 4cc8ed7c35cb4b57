-- Claims that share names in wanted with one seeker, to a weight above 1, near its days.
select distinct p.claim_id
from (
    select w.seeker, q.claim_id
    from wanted as w
    cross join participation as q
    where q.referent_id = w.referent_id and q.day >= w.since and q.day <= w.until and q.day_latest >= w.from_day
    group by w.seeker, q.claim_id
    having sum(w.weight) > 1
) as p
