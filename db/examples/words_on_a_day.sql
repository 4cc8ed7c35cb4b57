-- Who says that something was on this day, and in which words?
select publisher, date_text, summary, quote, claim
from statements
where date_earliest = :day and date_latest = :day
order by publisher, claim_id
