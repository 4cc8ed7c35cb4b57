-- Is there an entity or event of this slug?
select 1 as held from entities where slug = :slug
union all
select 1 from events where slug = :slug;
