-- Marks of rows that are not there; that of an event stays, as gathering may take it away again.
select m.record, m.row_id
from marks as m
where (m.record = 'source' and not exists (select 1 from sources as s where s.id = m.row_id))
    or (m.record = 'entity' and not exists (select 1 from entities as e where e.id = m.row_id))
    or (m.record in ('document', 'meaning') and not exists (select 1 from documents as d where d.id = m.row_id))
order by m.record, m.row_id
