-- The held claims that quote a document with words that nobody has found in its text.
select w.claim_id
from evidence as w join claims as h on h.id = w.claim_id
where w.document_id = :document_id and w.alignment = 'unverified' and h.retracted_at is null
