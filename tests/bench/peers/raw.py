"""The limit: the same rows into the same tables by sqlite3's executemany, in one process, with nothing checked.

Names are resolved through a dict, indexes are made after the rows, and everything derived (participation, search) is
built after that by the product's own SQL. Keys are hashes of the line: nothing is computed that a check would need.
"""

from __future__ import annotations

import gc
import sqlite3
from pathlib import Path

from claims.storage import building, create_engine, store_of, upgrade
from tests.bench.peers.tables import COLUMNS, NOW, table_rows

LACKS = "checks nothing, finds nothing that is there already, names no reason"


def version() -> str:
    return f"sqlite3 {sqlite3.sqlite_version}"


def load(path: Path, database: Path) -> None:
    """Make the database and load the file: committed, indexed and searchable at return."""
    engine = create_engine(database)
    upgrade(engine)
    gc.disable()
    try:
        with store_of(engine).writing(engine) as connection:
            others = building.drop(connection)
            run = connection.exec_driver_sql
            run("pragma ignore_check_constraints = on")
            indexes = run(
                "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in"
                f" ({', '.join('?' * len(COLUMNS))})",
                tuple(COLUMNS),
            ).fetchall()
            for name, _ in indexes:
                run(f"drop index {name}")
            run(f"insert into runs values (1, 'raw', '1', null, null, null, null, '{NOW}', '{NOW}', 0, 0, 0, 0)")
            with path.open("rb") as file:
                for table, rows in table_rows(file):
                    run(f"insert into {table} values ({', '.join('?' * len(COLUMNS[table]))})", rows)
            for _, sql in indexes:
                run(sql)
            building.build(connection, others)
    finally:
        gc.enable()
        engine.dispose()
