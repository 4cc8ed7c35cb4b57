-- Words by which a date says whose clock it is by: that of the place, or another.

-- create
create table clocks (
    words text primary key,
    is_local integer not null
) without rowid;

-- fill
delete from clocks where exists (select 1 from touched_entities);
insert into clocks (words, is_local)
with listed (words, is_local) as (
    values
        ('local time', 1), ('local date', 1), ('現地', 1), ('현지', 1),
        ('japan time', 0), ('japanese time', 0), ('tokyo time', 0), ('jst', 0), ('日本時間', 0), ('일본시간', 0), ('일본 시간', 0),
        ('korea time', 0), ('korean time', 0), ('seoul time', 0), ('kst', 0), ('韓国時間', 0), ('한국시간', 0), ('한국 시간', 0),
        ('manila time', 0), ('philippine time', 0), ('beijing time', 0), ('北京時間', 0), ('utc', 0), ('gmt', 0), ('世界時', 0)
)
select l.words, l.is_local from listed as l where exists (select 1 from touched_entities);

-- clear
