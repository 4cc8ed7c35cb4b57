-- How much is here: held claims, documents, publishers, people, events, and the days that the claims span.
select
    (select count(*) from claims) - (select count(*) from claims where retracted_at is not null) as claims, -- both are counted by index
    (select count(*) from documents where restates_id is null) as documents,
    (select count(*) from sources) as sources,
    (select count(*) from referents where kind = 'person') as people,
    (select count(*) from events) as events,
    (select min(p.day) from participation as p where p.referent_id = 0 and p.day > '') as first_day,
    (select max(p.day) from participation as p where p.referent_id = 0) as last_day;
