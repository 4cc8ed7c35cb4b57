-- A claim that was held once stays on the record.
create trigger claims_are_not_deleted
before delete on claims
begin
    select raise(abort, 'a claim is never deleted: retract it');
end;
