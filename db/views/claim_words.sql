-- What search finds a claim by: its summary, the names and dates as written, and its quotes (unverified ones too), spelled for the index.
create view claim_words as
select
    c.id as claim_id,
    search_words(
        c.summary || ' | ' || coalesce(c.date_text, '')
        || ' | ' || coalesce((
            select group_concat(a.mention, ' | ') from (select b.mention from arguments as b where b.claim_id = c.id order by b.seq) as a
        ), '')
        || ' | ' || coalesce((
            select group_concat(q.words, ' | ')
            from (
                select coalesce(v.quoted, substr(t.text, v.span_start + 1, v.span_end - v.span_start)) as words
                from evidence as v join documents as t on t.id = v.document_id
                where v.claim_id = c.id and (t.text is not null or v.quoted is not null)
                order by v.seq
            ) as q
        ), '')
    ) as words
from claims as c;
