"""DuckDB, as its documentation says: the file read by read_json, the nested lists unnested, all in SQL."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path

import duckdb

LACKS = "no validation, no names resolved, no search in Japanese; one writer shuts every reader out"


_SCHEMA = """{record: 'varchar', slug: 'varchar', document: 'varchar', kind: 'varchar', phase: 'varchar', polarity: 'varchar',
certainty: 'varchar', date: 'varchar', summary: 'varchar', text: 'varchar',
arguments: 'struct(role varchar, name varchar, entity varchar)[]', evidence: 'struct("start" integer, "end" integer)[]'}"""
_SCRIPT = f"""
create table lines as
    select row_number() over () as id, * from read_json(?, format = 'newline_delimited', columns = {_SCHEMA});
create table documents as select slug, text from lines where record = 'document';
create table claims as
    select id, document, kind, phase, coalesce(polarity, '+') as polarity, coalesce(certainty, 'CT') as certainty, date, summary
    from lines where record = 'claim';
create table arguments as
    select id as claim_id, a.role, a.name as mention, a.entity from (select id, unnest(arguments) as a from lines where record = 'claim');
create table evidence as
    select id as claim_id, v."start" as span_start, v."end" as span_end
    from (select id, unnest(evidence) as v from lines where record = 'claim');
drop table lines;
create index claims_id on claims (id);
create index arguments_claim on arguments (claim_id);
create index arguments_entity on arguments (entity);
checkpoint;
"""


def version() -> str:
    return f"DuckDB {version_of('duckdb')}"


def load(path: Path, database: Path) -> None:
    with duckdb.connect(str(database)) as connection:
        for statement in _SCRIPT.split(";\n"):
            if statement.strip():
                connection.execute(statement, [str(path)] if "?" in statement else [])
