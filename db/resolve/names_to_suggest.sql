-- Every folded name, with the name to suggest for it: the name itself, or for a garbled one whom it means.
select a.folded, case a.kind when 'garbled' then e.name else a.name end
from aliases as a join entities as e on e.id = a.entity_id
order by a.id
