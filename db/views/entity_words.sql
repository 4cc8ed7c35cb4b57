-- What search finds an entity by: every name it is known by, spelled for the index.
create view entity_words as
select
    e.id as entity_id,
    search_words(coalesce((
        select group_concat(a.name, ' | ') from (select n.name from aliases as n where n.entity_id = e.id order by n.name) as a
    ), e.name)) as words
from entities as e;
