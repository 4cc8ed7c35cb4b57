-- The held claims of a document whose words nobody has found in its text, with the quote and the page as given.
select
    v.quoted, v.page, c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary, c.date_earliest, c.date_latest
from evidence as v join claims as c on c.id = v.claim_id
where v.document_id = :document_id and v.alignment = 'unverified' and c.retracted_at is null
order by v.page nulls last, c.id, v.seq
limit :most;
