-- Whom each known name, folded, is taken for: the best match. Ask it by name_key(): select referent_id from best_names where folded = name_key('齋藤健')
create view best_names as
select n.folded, n.referent_id
from known_names as n
where not exists (
    select 1 from known_names as b
    where b.folded = n.folded and (b.precedence < n.precedence or b.precedence = n.precedence and b.referent_id < n.referent_id)
);
