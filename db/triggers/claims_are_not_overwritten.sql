-- A claim is never overwritten: only its withdrawal may be written into it.
create trigger claims_are_not_overwritten
before update of
    id, key, slug, document_id, run_id, event_id, kind, phase, polarity, certainty, speech_act, asserter, summary, quantity,
    date_text, date_edtf, date_earliest, date_latest, date_basis, due_text, due_edtf, due_earliest, due_latest,
    confidence, fingerprint, recorded_at, supersedes_id
on claims
begin
    select raise(abort, 'a claim is never overwritten: load a correction, or retract it');
end;
