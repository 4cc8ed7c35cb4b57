-- Every place in a document that bears a claim, in its words.
-- quote is null where the text is withheld or no words were given, and begins with [unverified] where nobody has found it in the text.
create view quotes as
select
    v.claim_id,
    v.seq,
    v.document_id,
    v.span_start,
    v.span_end,
    v.alignment,
    v.page,
    coalesce(
        (select substr(d.text, v.span_start + 1, v.span_end - v.span_start) from documents as d where d.id = v.document_id),
        '[unverified] ' || v.quoted
    ) as quote
from evidence as v;
