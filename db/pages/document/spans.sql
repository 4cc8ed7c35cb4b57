-- The held claims whose words stand between two places of a document, in the order of the text.
select
    v.span_start, v.span_end, v.alignment, c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.summary,
    c.date_earliest, c.date_latest
from evidence as v join claims as c on c.id = v.claim_id
where v.document_id = :document_id and v.span_start >= :first and v.span_start < :first + :size and c.retracted_at is null
order by v.span_start, v.span_end desc, c.key;
