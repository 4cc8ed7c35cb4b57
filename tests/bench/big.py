"""Claims by the ten million, straight into a folder of Parquet: `python -m tests.bench.big 10000000 FOLDER [EXPONENT]`.

As tests.bench.workload has them, in shape and number: three arguments and a sentence a claim, 100 claims a document, an
event for three in ten. Whom a claim names is drawn by Zipf's law with EXPONENT (1.1). DuckDB draws the rows and derives from them
by the files of db/derived and db/views, as `claims` does; only `statements` is put together here, from what was drawn.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow

from claims import Database
from claims.names import name_key
from claims.records import keys
from claims.resources import DB
from claims.scan import snapshot as snapshots
from claims.scan.layout import Layout, layouts
from tests.bench.workload import _latin, _native

_YEAR = "__HIVE_DEFAULT_PARTITION__"
_TYPES = {"int64": "bigint", "double": "double", "string": "varchar"}
_DERIVED = ("5_participation", "6_acts", "6_encounters", "6_event_facts", "6_promises", "6_settled", "7_outcomes")
#: Rows that are drawn, by table. u(n) is a number from 0 to 1 that is the same for a claim each time.
_DRAWN = """
create macro u(id, n) as (hash(id * 64 + n) % 1000003) / 1000003.0;
create macro zipf(u, count, s) as
    least(count, greatest(1, cast(floor(pow(1 - u * (1 - pow(count, 1 - s)), 1 / (1 - s))) as bigint)));
create macro key_of(thing, id) as substr(translate(md5(thing || id) || md5(id || thing), '0189', 'wxyz'), 1, 26);

create table sources as
    select id, 'Source ' || id as name, 'outlet' as kind, 'JP' as country, 'C' as reliability, null::bigint as origin_id
    from range(1, 41) as r(id);
create table runs as
    select 1 as id, 'load' as tool, '0' as version, null as model, null as parameters, null as anchor_on, null as input_sha256,
        '2026-01-01T00:00:00.000Z' as started_at, '2026-01-01T00:00:00.000Z' as finished_at,
        {claims} as inserted, 0 as unchanged, 0 as superseded, 0 as rejected;
create table events as
    select id, key_of('event', id) as key, 'v' || id as slug, 'Meeting ' || id as name, 'meet' as kind,
        null::bigint as series_id, null::bigint as ordinal, null as made_by
    from range(1, {documents} + 1) as r(id);
create table parties as
    select row_number() over (order by hash(id)) as rank, id, name from entities where kind in ('person', 'organisation', 'state');
create table subjects as
    select row_number() over (order by hash(id)) as rank, id, name, kind from entities where kind in ('topic', 'place');

create table drawn as
    with told as (
        select
            id, (id - 1) // 100 + 1 as document_id,
            ['meet', 'discuss', 'cooperate', 'sign', 'support', 'state'][id % 6 + 1] as kind,
            cast(2015 + floor(u(id, 1) * 10) as bigint) as year,
            zipf(u(id, 2), (select count(*) from parties), {exponent}) as a,
            zipf(u(id, 3), (select count(*) from parties), {exponent}) as b,
            zipf(u(id, 4), (select count(*) from subjects), {exponent}) as c,
            lpad(cast(1 + floor(u(id, 5) * 12) as bigint)::text, 2, '0') as month,
            lpad(cast(1 + floor(u(id, 6) * 28) as bigint)::text, 2, '0') as day,
            u(id, 7) < 0.8 as is_exact
        from range(1, {claims} + 1) as r(id)
    )
    select
        t.id, t.document_id, t.kind,
        case t.kind
            when 'meet' then ['occurred', 'occurred', 'occurred', 'scheduled'][cast(floor(u(t.id, 8) * 4) as bigint) + 1]
            when 'discuss' then 'discussed'
            when 'cooperate' then ['agreed', 'agreed', 'intended', 'failed'][cast(floor(u(t.id, 8) * 4) as bigint) + 1]
            when 'sign' then ['occurred', 'scheduled', 'failed'][cast(floor(u(t.id, 8) * 3) as bigint) + 1]
            when 'support' then ['agreed', 'intended', 'implemented'][cast(floor(u(t.id, 8) * 3) as bigint) + 1]
            else 'occurred'
        end as phase,
        case when u(t.id, 9) < 0.03 then '-' else '+' end as polarity,
        case when u(t.id, 10) < 0.1 then 'PR' else 'CT' end as certainty,
        t.year || '-' || t.month || case when t.is_exact then '-' || t.day else '' end as date,
        t.year || '-' || t.month || '-' || case when t.is_exact then t.day else '01' end as first_day,
        t.year || '-' || t.month || '-' || case when t.is_exact then t.day else '28' end as last_day,
        case when u(t.id, 11) < 0.3 then cast(1 + floor(u(t.id, 12) * {documents}) as bigint) end as event_id,
        case when u(t.id, 13) < 0.3 then t.year + 1 end as due_year,
        p.id as one_id, p.name as one, q.id as other_id, q.name as other, s.id as subject_id, s.name as subject, s.kind as subject_kind
    from told as t join parties as p on p.rank = t.a join parties as q on q.rank = t.b join subjects as s on s.rank = t.c
    order by t.id;

create table claims as
    select
        id, key_of('claim', id) as key, null as slug, document_id, 1 as run_id, event_id, kind, phase, polarity, certainty,
        'report' as speech_act, null as asserter,
        one || ' ' || kind || ' ' || other || ' over ' || subject || '.' as summary, null as quantity, date as date_text,
        date as date_edtf, first_day as date_earliest, last_day as date_latest, 'stated' as date_basis, null as due_text,
        case when phase in ('agreed', 'intended', 'scheduled') then due_year::text end as due_edtf,
        case when phase in ('agreed', 'intended', 'scheduled') then due_year || '-01-01' end as due_earliest,
        case when phase in ('agreed', 'intended', 'scheduled') then due_year || '-12-31' end as due_latest,
        null::double as confidence, cast(hash(id) >> 1 as bigint) as fingerprint, '2026-01-01T00:00:00.000Z' as recorded_at,
        null as retracted_at, null as retraction, null::bigint as supersedes_id
    from drawn order by id;
create table spans as
    select
        id, document_id, sentence,
        sum(length(sentence) + 1) over (partition by document_id order by id) - length(sentence) - 1 as span_start
    from (
        select id, document_id, 'On ' || date || ', ' || one || ' ' || kind || ' with ' || other || ' over ' || subject || ', as record ' || id || ' has it.' as sentence
        from drawn
    );
create table documents as
    select
        document_id as id, key_of('document', document_id) as key, 'd' || document_id as slug, document_id % 40 + 1 as source_id,
        null as url, 'Document ' || document_id as title, 'en' as language, 2015 + document_id % 10 || '-06-15' as published_on,
        null::bigint as origin_id, null::bigint as restates_id, string_agg(sentence, ' ' order by id) as text, null as text_sha256,
        cast(sum(length(sentence) + 1) - 1 as bigint) as text_length, null as note, null as author
    from spans group by document_id;
create table evidence as
    select id as claim_id, 0 as seq, document_id, cast(span_start as bigint) as span_start,
        cast(span_start + length(sentence) as bigint) as span_end, 'exact' as alignment, null as quoted, null as page
    from spans order by id;
create table arguments as
    select * from (
        select id as claim_id, 0 as seq, case kind when 'state' then 'agent' else 'participant' end as role, one as mention, one_id as entity_id from drawn
        union all
        select id, 1, 'participant', other, other_id from drawn
        union all
        select id, 2, case subject_kind when 'place' then 'place' else 'topic' end, subject, subject_id from drawn
    ) cross join (select null as name_key, null::bigint as span_start, null::bigint as span_end)
    order by claim_id, seq;
create table statements as
    select
        c.id as claim_id, c.key as claim, c.kind, c.phase, c.polarity, c.certainty, c.speech_act, c.asserter, c.date_edtf,
        c.date_earliest, c.date_latest, c.date_text, c.date_basis, c.due_edtf, c.due_earliest, c.due_latest, c.summary,
        case when d.one = d.other then d.one else d.one || ', ' || d.other end as parties,
        case d.subject_kind when 'topic' then d.subject end as topics, case d.subject_kind when 'place' then d.subject end as place,
        c.event_id, 'Meeting ' || c.event_id as event, c.document_id, 'd' || c.document_id as document,
        'Document ' || c.document_id as title, 'Source ' || (c.document_id % 40 + 1) as publisher,
        2015 + c.document_id % 10 || '-06-15' as published_on, s.sentence as quote, 0 as is_restated, 0 as is_unverified, c.recorded_at
    from claims as c join drawn as d on d.id = c.id join spans as s on s.id = c.id
    order by c.id;
drop table spans;
drop table drawn;

create table canonical as select id as entity_id, id as canonical_id from entities;
create table states as
    select n.id as referent_id, s.id as state_id
    from entities as n join entities as s on s.kind = 'state' and s.country = n.country
    where n.kind in ('person', 'organisation', 'state');
create table referents as select id, name, kind, key as entity_key from entities;
create view touched_claims as select id from claims;
create table touched_takers (claim_id bigint, referent_id bigint, is_party bigint, is_subject bigint, is_named bigint);
"""


def write(folder: Path, claims: int, exponent: float = 1.1, memory: str = "6GB") -> None:
    """Write the folder, which must not be there; a database beside it takes about as much disk meanwhile."""
    folder.mkdir(parents=True)
    began = time.perf_counter()
    with Database(":memory:") as empty, empty.engine.connect() as connection:
        tables = layouts(connection)
        small = {
            one.name: connection.exec_driver_sql(f"select * from {one.name}").fetchall()
            for one in tables
            if one.name in ("kinds", "roles")
        }
    beside = folder.with_suffix(".duckdb")
    database = duckdb.connect(str(beside), config={"memory_limit": memory, "integer_division": True})
    _entities(database, min(max(50, claims // 50), 200_000), max(10, min(200, claims // 5000)))
    for name, rows in small.items():
        _fill(database, next(one for one in tables if one.name == name), rows)
    for statement in _DRAWN.format(claims=claims, documents=claims // 100, exponent=exponent).split(";\n"):
        if statement.strip():
            database.execute(statement)
            print(f"{time.perf_counter() - began:7.0f} s  {' '.join(statement.split()[:3])}", flush=True)
    made = {name for (name,) in database.execute("select table_name from information_schema.tables").fetchall()}
    for one in tables:
        created = one.name in {path.stem.split("_", 1)[1] for path in (DB / "derived").glob("*.sql")}
        if one.name not in made and not created and not (DB / "views" / f"{one.name}.sql").exists():
            _fill(database, one, [])
    _derive(database, tables, made, began)
    database.execute(
        "create table years as select id as counted, cast(substr(date_earliest, 1, 4) as integer) as year from claims"
    )
    held = {}
    for one in tables:
        held[one.name] = _copy(database, folder, one)
        print(f"{time.perf_counter() - began:7.0f} s  {one.name} written", flush=True)
    snapshots.write(folder, snapshots.new_snapshot(
        number=1, taken_at="2026-01-01T00:00:00.000Z", state={"last_claim": claims, "last_document": claims // 100},
        cuts={"claim": [1], "document": [1]}, tables=held,
    ))  # fmt: skip
    database.close()
    beside.unlink()


def _entities(database: duckdb.DuckDBPyConnection, count: int, states: int) -> None:
    rows, names, known = [], [], []
    for number in range(count):
        kind = (
            "state" if number < states else ("person", "person", "person", "organisation", "topic", "place")[number % 6]
        )
        country = divmod(number % states, 26)
        name, native = _latin(number), _native(number)
        key, slug = keys.key_of("entity", name=f"{name} {number}", kind=kind), f"e{number}"
        rows.append({"id": number + 1, "key": key, "slug": slug, "name": name, "kind": kind,
                     "country": chr(65 + country[0]) + chr(65 + country[1]), "wikidata": None})  # fmt: skip
        for place, (spelled, sort) in enumerate(((name, "variant"), (native, "official"))):
            folded = name_key(spelled)
            names.append(
                {
                    "id": 2 * number + place,
                    "entity_id": number + 1,
                    "name": spelled,
                    "folded": folded,
                    "language": None,
                    "kind": sort,
                }
            )
            known.append({"folded": folded, "precedence": 1 if sort == "official" else 3, "referent_id": number + 1})
        known += [{"folded": name_key(one), "precedence": 0, "referent_id": number + 1} for one in (key, slug)]
    for name, given in (("entities", rows), ("aliases", names), ("known_names", known)):
        database.register("given", pyarrow.Table.from_pylist(given))
        database.execute(f"create table {name} as select distinct * from given")


def _fill(database: duckdb.DuckDBPyConnection, layout: Layout, rows: Sequence[Sequence[Any]]) -> None:
    given = [dict(zip(layout.schema.names, row, strict=True)) for row in rows]
    database.register("given", pyarrow.Table.from_pylist(given, schema=layout.schema))
    database.execute(f"create table {layout.name} as select * from given")


def _derive(database: duckdb.DuckDBPyConnection, tables: list[Layout], made: set[str], began: float) -> None:
    """All that the files of db/ derive, in their order; a table of which another file tells nothing here is empty."""
    derived = {path.stem.split("_", 1)[1] for path in (DB / "derived").glob("*.sql")}
    for one in tables:
        if one.name in derived - made:
            _fill(database, one, [])
    waiting = [
        path
        for path in sorted((DB / "views").glob("*.sql"))
        if not path.stem.endswith("_words") and path.stem not in made
    ]
    while waiting:
        left = []
        for path in waiting:
            try:
                database.execute(path.read_text("utf-8"))
            except duckdb.CatalogException:
                left.append(path)
        assert len(left) < len(waiting), left
        waiting = left
    for stem in _DERIVED:
        fill = re.split(
            r"^-- (?:create|fill|clear)\b.*$", (DB / "derived" / f"{stem}.sql").read_text("utf-8"), flags=re.MULTILINE
        )[2]
        for statement in fill.split(";\n"):
            if not re.match(r"\s*insert", statement):
                continue
            head, columns, body = re.match(
                r"\s*insert (?:or ignore )?into (\w+) \(([^)]*)\)\n(.*)", statement, re.DOTALL
            ).groups()  # type: ignore[union-attr]
            body = re.sub(r"on conflict.*", "", re.sub(r"^order by.*$", "", body, flags=re.MULTILINE), flags=re.DOTALL)
            database.execute(f"insert into {head} ({columns}) select distinct * from ({body})")
        print(f"{time.perf_counter() - began:7.0f} s  {stem} derived", flush=True)


def _copy(database: duckdb.DuckDBPyConnection, folder: Path, one: Layout) -> snapshots.Held:
    """One file a year, its rows in the table's order."""
    columns = ", ".join(f"cast(t.{field.name} as {_TYPES[str(field.type)]}) as {field.name}" for field in one.schema)
    source, files = f"{one.name} as t", []
    years: list[int | None] = [None]
    if one.of_claim:
        years = [row[0] for row in database.execute("select distinct year from years order by year").fetchall()]
        if (DB / "views" / f"{one.name}.sql").exists() and one.name != "statements":
            # told once; a table is read for each year, as a copy of it does not fit into memory
            database.execute(f"create or replace temp table part as select * from {one.name}")
            source = "part as t"
        source += f" join years as y on y.counted = t.{one.of_claim}"
    for year in years or [None]:
        path = folder / one.name / (f"year={year or _YEAR}" if one.of_claim else "") / "0.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        told = f"select {columns} from {source} {f'where y.year = {year}' if year else ''} order by {one.order}"
        database.execute(f"copy ({told}) to '{path}' (format parquet, compression zstd)")
        rows = database.execute(f"select count(*) from '{path}'").fetchall()[0][0]
        files.append(snapshots.File(path.relative_to(folder).as_posix(), rows, path.stat().st_size, year))
    database.execute("drop table if exists part")
    return snapshots.Held(one.comment, one.columns, one.of_claim is not None, files)


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]), float(sys.argv[3]) if len(sys.argv) > 3 else 1.1)
    print(json.dumps({"bytes": sum(path.stat().st_size for path in Path(sys.argv[2]).rglob("*.parquet"))}))
