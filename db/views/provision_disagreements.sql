-- Where two documents tell of one instrument or framework that it lays down something, in terms that have nothing in common: both may be right, and each
-- leaves out what the other holds to be its point; or that it does and that it does not.
create view provision_disagreements as
-- spread: with provided as materialized (select * from participation where kind = 'provide' and is_subject = 1 and is_named = 1),
-- spread: named as materialized (select * from participants where claim_id in (select claim_id from provided)),
-- spread: told as materialized (select * from claims where id in (select claim_id from provided))
select
    cast('provision' as text) as slot, cast(null as integer) as event_id, r.name as subject,
    cast(ca.summary as text) as value_a, a.claim_id as claim_a_id, cast(cb.summary as text) as value_b, b.claim_id as claim_b_id,
    cast(case when ca.polarity = cb.polarity then 'tension' else 'contradiction' end as text) as class,
    cast(case when ca.polarity = cb.polarity then 'two accounts of what it provides, with nothing in common' else 'it provides this, and it does not' end as text) as rule
from participation as a -- spread: from provided as a
cross join referents as r -- cross join: from what is provided, which is little
cross join participation as b -- spread: cross join provided as b
cross join claims as ca -- spread: cross join told as ca
cross join claims as cb -- spread: cross join told as cb
where a.kind = 'provide'
    and a.is_subject = 1
    and a.is_named = 1
    and a.referent_id <> 0
    and a.phase in ('occurred', 'ongoing', 'implemented')
    and r.id = a.referent_id
    and r.kind in ('instrument', 'framework')
    and b.referent_id = a.referent_id
    and b.kind = 'provide'
    and b.is_subject = 1
    and b.is_named = 1
    and b.claim_id > a.claim_id
    and b.phase in ('occurred', 'ongoing', 'implemented')
    and ca.id = a.claim_id
    and cb.id = b.claim_id
    and cb.document_id <> ca.document_id
    and exists (select 1 from participants as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('instrument', 'framework')) -- spread: and exists (select 1 from named as p where p.claim_id = a.claim_id and p.referent_id = r.id and p.role in ('instrument', 'framework'))
    and exists (select 1 from participants as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('instrument', 'framework')) -- spread: and exists (select 1 from named as p where p.claim_id = b.claim_id and p.referent_id = r.id and p.role in ('instrument', 'framework'))
    and case when ca.polarity = cb.polarity then 0 else 1 end = case when exists ( -- something that both name
        select 1
        from participants as p -- spread: from named as p
        join participants as q on q.claim_id = b.claim_id and q.referent_id = p.referent_id and q.role in ('topic', 'affected') -- spread: join named as q on q.claim_id = b.claim_id and q.referent_id = p.referent_id and q.role in ('topic', 'affected')
        where p.claim_id = a.claim_id and p.role in ('topic', 'affected')
    ) then 1 else 0 end;
