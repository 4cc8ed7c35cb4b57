-- Tables and views with their columns, in the order in which they were made.
select m.name as table_name, m.type as table_type, c.name as column_name, c.type as column_type
from sqlite_master as m join pragma_table_info(m.name) as c
where m.type in ('table', 'view') and m.name not like 'sqlite~_%' escape '~'
order by m.type desc, m.name, c.cid;
