-- The documents that bear a held claim of the slice.
-- :topic, :entity  whom its claims are to be about, and who is to take part: ids of referents; 0 = anyone
-- :since           first day (YYYY-MM-DD) that they may tell of, or promise for; '' = any. Where a claim tells none, its document's day counts.
-- A line `-- only:` is for those among documents whose ids are in a list.
select distinct c.document_id as id
from participation as p
join participation as q on q.referent_id = :entity and q.day = p.day and q.claim_id = p.claim_id
join claims as c on c.id = p.claim_id
join documents as d on d.id = c.document_id
where p.referent_id = :topic
    and (
        :since = ''
        or c.date_latest >= :since
        or c.due_latest >= :since
        or (c.date_earliest is not null and c.date_latest is null)
        or (c.due_earliest is not null and c.due_latest is null)
        or (
            coalesce(c.date_earliest, c.date_latest, c.due_earliest, c.due_latest) is null
            and d.published_on >= substr(:since, 1, length(d.published_on))
        )
    )
    -- only: and c.document_id in (select cast(value as integer) from json_each(:only))
order by id
