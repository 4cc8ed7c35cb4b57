-- When each promise is due: the due date that its claim gives, else its own date where that is a thing to come
-- (scheduled, expected, or later than the document's day). Both ends inclusive; null: open, or no due date.
create view promise_dues as
select
    c.id as claim_id,
    case
        when c.due_edtf is not null then c.due_earliest
        when c.phase in ('scheduled', 'expected') and coalesce(c.date_basis, 'stated') <> 'published' or c.date_earliest > d.published_on || '-99' then c.date_earliest
    end as due_from,
    case
        when c.due_edtf is not null then c.due_latest
        when c.phase in ('scheduled', 'expected') and coalesce(c.date_basis, 'stated') <> 'published' or c.date_earliest > d.published_on || '-99' then c.date_latest
    end as due_to
from claims as c
join documents as d on d.id = c.document_id
where c.phase in ('intended', 'proposed', 'scheduled', 'expected', 'agreed', 'pending');
