-- Where the claim is said, with up to 300 characters of the text on either side. Withheld texts give spans only, texts that are not held the quote as given.
select
    v.seq, v.span_start, v.span_end, v.alignment, v.quoted, v.page, coalesce(d.slug, d.key) as document, d.title, d.language, d.restates_id is not null as is_account,
    d.text is null as is_withheld,
    substr(d.text, v.span_start + 1, v.span_end - v.span_start) as quote,
    case when v.span_start < 300 then substr(d.text, 1, v.span_start) else substr(d.text, v.span_start - 299, 300) end as before,
    substr(d.text, v.span_end + 1, 300) as after
from evidence as v join documents as d on d.id = v.document_id
where v.claim_id = :claim_id
order by v.seq;
