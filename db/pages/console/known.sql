-- Names to choose from, by sort: people, parties, offices, organisations, topics, events, or all names. Those in most claims first.
select name
from (
    select r.name, (select count(*) from (select 1 from participation as p where p.referent_id = r.id limit 200)) as claims
    from referents as r
    where :sort <> 'events' and r.id > 0 and (
        :sort = 'names'
        or :sort = 'people' and r.kind = 'person'
        or :sort = 'parties' and r.kind in ('state', 'organisation', 'person')
        or :sort = 'offices' and r.kind = 'office'
        or :sort = 'organisations' and r.kind in ('organisation', 'state')
        or :sort = 'topics' and r.kind in ('topic', 'material', 'instrument', 'framework')
    )
    union all
    select coalesce(e.slug, e.key), 0 from events as e where :sort = 'events'
) as named
order by claims desc, name
limit 300;
