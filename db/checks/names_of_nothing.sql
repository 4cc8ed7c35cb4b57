-- Names as written, kept for look-up, that no claim mentions in that spelling.
select m.name
from mentions as m
where not exists (select 1 from arguments as a where a.name_key = m.name_key and a.mention = m.name)
order by m.id
