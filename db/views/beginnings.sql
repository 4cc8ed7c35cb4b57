-- When what lasts beyond the end of a year began, by who or what takes part in it: so far back an answer must look for what reaches a later day.
create view beginnings as
select p.referent_id, p.day, p.day_latest
from participation as p
where substr(p.day, 1, 4) <> substr(p.day_latest, 1, 4);
