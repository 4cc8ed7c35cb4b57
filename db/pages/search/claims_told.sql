-- Claims told whole, by their numbers (:numbers, a JSON list).
select s.* from statements as s where s.claim_id in (select value from json_each(:numbers));
