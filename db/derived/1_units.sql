-- Units of amounts, each with how many of its base it is: what makes 1 hour and 60 min one amount.

-- create
create table units (
    unit text primary key,
    base text not null,
    factor real not null
) without rowid;

-- fill
delete from units where exists (select 1 from touched_entities);
insert into units (unit, base, factor)
with listed (unit, base, factor) as (
    values
        ('s', 'min', 0.016666666666666666), ('sec', 'min', 0.016666666666666666), ('seconds', 'min', 0.016666666666666666),
        ('min', 'min', 1), ('minute', 'min', 1), ('minutes', 'min', 1), ('分', 'min', 1), ('分間', 'min', 1), ('분', 'min', 1),
        ('h', 'min', 60), ('hour', 'min', 60), ('hours', 'min', 60), ('時間', 'min', 60), ('시간', 'min', 60),
        ('day', 'min', 1440), ('days', 'min', 1440), ('日間', 'min', 1440), ('일', 'min', 1440), ('week', 'min', 10080), ('weeks', 'min', 10080),
        ('usd', 'usd', 1), ('dollars', 'usd', 1), ('million usd', 'usd', 1000000), ('million dollars', 'usd', 1000000),
        ('billion usd', 'usd', 1000000000), ('billion dollars', 'usd', 1000000000), ('万ドル', 'usd', 10000), ('億ドル', 'usd', 100000000),
        ('jpy', 'jpy', 1), ('yen', 'jpy', 1), ('円', 'jpy', 1), ('million yen', 'jpy', 1000000), ('billion yen', 'jpy', 1000000000),
        ('億円', 'jpy', 100000000), ('兆円', 'jpy', 1000000000000), ('trillion yen', 'jpy', 1000000000000),
        ('krw', 'krw', 1), ('won', 'krw', 1), ('억원', 'krw', 100000000), ('조원', 'krw', 1000000000000),
        ('people', 'people', 1), ('persons', 'people', 1), ('人', 'people', 1), ('名', 'people', 1), ('명', 'people', 1),
        ('countries', 'countries', 1), ('か国', 'countries', 1), ('カ国', 'countries', 1), ('개국', 'countries', 1),
        ('%', '%', 1), ('percent', '%', 1), ('t', 't', 1), ('tons', 't', 1), ('tonnes', 't', 1), ('トン', 't', 1), ('톤', 't', 1),
        ('km', 'km', 1), ('kilometres', 'km', 1), ('kilometers', 'km', 1)
)
select l.unit, l.base, l.factor from listed as l where exists (select 1 from touched_entities);

-- clear
