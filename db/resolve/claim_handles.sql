-- The claim with this key or slug; of '' the slugs of all that are held.
select c.key from claims as c where c.key = :handle
union all
select c.slug from claims as c where c.slug = :handle
union all
select c.slug from claims as c where :handle = '' and c.slug is not null and c.retracted_at is null
