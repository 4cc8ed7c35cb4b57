-- Roles and names as written stay; which entity a name means may become known later.
create trigger arguments_are_not_overwritten
before update of claim_id, seq, role, mention, span_start, span_end on arguments
begin
    select raise(abort, 'an argument is never overwritten: load a correction of the claim');
end;
