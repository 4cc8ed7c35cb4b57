-- Every table and view with its columns.
select m.name, c.name
from sqlite_master as m join pragma_table_info(m.name) as c
where m.type in ('table', 'view') and m.name not like 'sqlite_%'
order by m.name, c.cid
