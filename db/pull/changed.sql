-- What changed since: the rows with a higher mark, each with its own.
-- :mark  the highest mark that is known already
select m.record, m.row_id, m.mark
from marks as m
where m.mark > :mark
order by m.record, m.row_id
