-- What a claim rests on stays as it was read.
create trigger evidence_is_not_overwritten
before update on evidence
begin
    select raise(abort, 'evidence is never overwritten: load a correction of the claim');
end;
