-- Who and what takes part in each claim, one row for each way in which they do: by a name in it; a state through its
-- people and bodies (view acting_states); a broader topic through a narrower one (view broader_topics); and 0, which stands for anyone. is_party: in a party's role; is_subject: in another.
-- The casts give each column one type throughout, without which SQLite reads every claim to find those of one.
create view taking_part as
select
    p.claim_id, cast(p.referent_id as integer) as referent_id, cast(p.is_party as integer) as is_party,
    cast(1 - p.is_party as integer) as is_subject, cast(1 as integer) as is_named
from participants as p
where p.referent_id is not null
union all
select a.claim_id, cast(a.referent_id as integer), cast(1 as integer), cast(0 as integer), cast(0 as integer)
from acting_states as a
union all
select b.claim_id, cast(b.referent_id as integer), cast(0 as integer), cast(1 as integer), cast(0 as integer)
from broader_topics as b
union all
select c.id, cast(0 as integer), cast(1 as integer), cast(1 as integer), cast(1 as integer)
from claims as c;
