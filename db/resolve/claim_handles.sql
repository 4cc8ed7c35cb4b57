-- The claim with this key, held or not, or with this slug, held; of '' the slugs of all that are held.
select c.key from claims as c where c.key = :handle and c.retracted_at is null
union all
select c.key from claims as c where c.key = :handle and c.retracted_at is not null
union all
select c.slug from claims as c where c.slug = :handle and c.slug is not null and c.retracted_at is null
union all
select c.slug from claims as c where :handle = '' and c.slug is not null and c.retracted_at is null
