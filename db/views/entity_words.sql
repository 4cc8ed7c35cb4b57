-- What search finds an entity by: every name it is known by, spelled for the index.
create view entity_words as
select
    e.id as entity_id,
    search_words(coalesce((select group_concat(a.name, ' | ') from aliases as a where a.entity_id = e.id), e.name)) as words
from entities as e;
