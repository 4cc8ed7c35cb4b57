-- Names as written, kept for look-up, that no claim mentions in that spelling.
select m.name
from mentions as m
where not exists (select 1 from arguments as a where a.name_key = m.name_key and a.mention = m.name) -- spread: where (m.name_key, m.name) not in (select name_key, mention from arguments where mention is not null)
order by m.id
