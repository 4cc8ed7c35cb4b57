-- What did people make of the claim?
select verdict, reviewer, note, reviewed_at from reviews where claim_id = :claim_id order by reviewed_at desc, id desc;
