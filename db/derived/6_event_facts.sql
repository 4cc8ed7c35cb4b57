-- The view told_facts kept ready, so that what is said of one event is found without reading the others.

-- create
create table event_facts (
    event_id integer not null,
    slot text not null,
    fact text not null,
    document_id integer not null,
    claim_id integer not null,
    referent_id integer,
    date_earliest text,
    date_latest text,
    kind text not null,
    phase text not null,
    is_local integer,
    day_number integer,
    primary key (event_id, slot, fact, document_id, claim_id)
) without rowid;
create index ix_event_facts_claim_id on event_facts (claim_id);

-- fill
insert into event_facts (event_id, slot, fact, document_id, claim_id, referent_id, date_earliest, date_latest, kind, phase, is_local, day_number)
with on_event as materialized ( -- most are on none
    select p.claim_id from touched_claims as t cross join placed as p where p.claim_id = t.id
)
select f.event_id, f.slot, f.fact, f.document_id, f.claim_id, f.referent_id, f.date_earliest, f.date_latest, f.kind, f.phase, f.is_local,
    case when f.slot = 'date' and f.date_earliest = f.date_latest then
        367 * cast(substr(f.date_earliest, 1, 4) as integer)
        - 7 * (cast(substr(f.date_earliest, 1, 4) as integer) + (cast(substr(f.date_earliest, 6, 2) as integer) + 9) / 12) / 4
        + 275 * cast(substr(f.date_earliest, 6, 2) as integer) / 9
        + cast(substr(f.date_earliest, 9, 2) as integer)
    end
from told_facts as f
where f.claim_id in (select claim_id from on_event)
order by 1, 2, 3, 4, 5, f.referent_id nulls first
on conflict (event_id, slot, fact, document_id, claim_id) do nothing;

-- clear
delete from event_facts where claim_id in (select id from touched_claims); -- spread: delete from event_facts where claim_id in (select id from claims where id in (select id from touched_claims));
