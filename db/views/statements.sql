-- Every held claim told whole, for reading and asking: who, when, where, on which event, by which document, in which words.
-- quote comes from the claim's own document or, where that text is withheld, from one that restates it (is_restated = 1).
-- Words that nobody has found in a text begin with [unverified] (is_unverified = 1): they are as the record gave them.
create view statements as
select
    c.key as claim,
    c.date_edtf,
    c.summary,
    coalesce((
        select group_concat(q.words, ' … ')
        from (
            select substr(t.text, v.span_start + 1, v.span_end - v.span_start) as words
            from evidence as v join documents as t on t.id = v.document_id
            where v.claim_id = c.id and v.document_id = (
                select v2.document_id
                from evidence as v2 join documents as t2 on t2.id = v2.document_id
                where v2.claim_id = c.id and t2.text is not null and v2.span_start is not null
                order by v2.seq
                limit 1
            )
            order by v.seq
        ) as q
    ), (
        select '[unverified] ' || group_concat(q.quoted, ' … ')
        from (select v.quoted from evidence as v where v.claim_id = c.id and v.quoted is not null order by v.seq) as q
    )) as quote,
    s.name as publisher,
    coalesce(d.slug, d.key) as document,
    c.kind,
    c.phase,
    c.polarity,
    c.certainty,
    c.asserter,
    (
        select group_concat(n.name, ', ')
        from (
            select p.name, min(p.seq) as first_seq
            from participants as p
            where p.claim_id = c.id and p.is_party = 1
            group by p.name
            order by first_seq
        ) as n
    ) as parties,
    (
        select group_concat(n.name, ', ')
        from (
            select p.name, min(p.seq) as first_seq
            from participants as p
            where p.claim_id = c.id and p.role = 'topic'
            group by p.name
            order by first_seq
        ) as n
    ) as topics,
    (
        select p.name from participants as p where p.claim_id = c.id and p.role = 'place' order by p.seq limit 1
    ) as place,
    e.name as event,
    c.due_edtf,
    c.date_text,
    d.title,
    d.published_on,
    c.speech_act,
    case when d.text is null or d.restates_id is not null then 1 else 0 end as is_restated,
    case
        when exists (select 1 from evidence as v where v.claim_id = c.id and v.span_start is not null) then 0
        else 1
    end as is_unverified,
    c.date_basis,
    c.date_earliest,
    c.date_latest,
    c.due_earliest,
    c.due_latest,
    c.recorded_at,
    c.id as claim_id,
    d.id as document_id,
    e.id as event_id
from held_claims as c
join documents as d on d.id = c.document_id
join sources as s on s.id = d.source_id
left join placements as w on w.claim_id = c.id and w.withdrawn_at is null
left join events as e on e.id = coalesce(w.event_id, c.event_id);
