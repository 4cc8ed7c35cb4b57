-- The held claims of a document that tell when in words, of which no day was read.
select c.id as claim_id
from claims as c
where c.document_id = :document_id and c.retracted_at is null
    and (c.date_text is not null and c.date_edtf is null or c.due_text is not null and c.due_edtf is null)
