-- The document with this key or slug; of '' the slugs of all.
select d.key from documents as d where d.key = :handle
union all
select d.slug from documents as d where d.slug = :handle
union all
select d.slug from documents as d where :handle = '' and d.slug is not null
