-- The sentences of a document between two places in it, and why one bears no claim.
select span_start, span_end, reason, note
from sentences
where document_id = :document_id and span_start >= :first and span_start < :first + :size
order by span_start;
