-- The texts that are held and have a ledger.
select d.id, coalesce(d.slug, d.key), d.text
from documents as d
where d.text is not null and exists (select 1 from sentences as s where s.document_id = d.id)
order by d.id
