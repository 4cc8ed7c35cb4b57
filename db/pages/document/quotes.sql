-- The quotes that ship for the claims of a withheld document: the words of an account that restates it.
select s.claim, s.quote
from statements as s
where s.document_id = :document_id and s.quote is not null and s.is_unverified = 0
order by s.claim;
