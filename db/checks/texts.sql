-- The texts that are held, with the hash and length that their spans rely on.
select coalesce(d.slug, d.key), d.text, d.text_sha256, d.text_length from documents as d where d.text is not null order by d.id
