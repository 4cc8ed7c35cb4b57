"""What SQLite's planner knows of a database of a million claims: `python -m tests.plans.figures DATABASE` records it.

The database is one of `tests.bench.workload 1000000`, loaded. It is left as it was: what `analyze` writes is undone.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

FILE = Path(__file__).with_name("figures.json")
#: Indexes of which the workload has no row, as a database of that size may have them.
_ASSUMED = [
    ("aliases", "ix_aliases_garbled", "2000 1 1"),
    ("claims", "ix_claims_retracted_key", "20000 2"),
    ("claims", "ix_claims_supersedes_id", "20000 1"),
    ("links", "ix_links_source_id", "40000 2"),
    ("links", "ix_links_target_id", "40000 2"),
    ("links", "uq_links_standing", "40000 2 2 1"),
    ("participation", "ix_participation_hold_office", "60000 60000 4 4 2 1 1 1"),
    ("participation", "ix_participation_provide", "20000 4 2 1 1"),
    ("participation", "ix_participation_years", "20000 4 2 1"),
    ("promises", "ix_promises_late", "20000 4 2 1"),
    ("past_participation", "past_participation", "40000 4 2 1"),
    ("past_participation", "ix_past_participation_claim_id", "40000 2"),
    ("reviews", "ix_reviews_claim_id_reviewed_at", "10000 1 1"),
]
Figure = tuple[str, str | None, str]  # table, index, and rows in all and by the first columns of the index


def recorded() -> list[Figure]:
    """The figures of each table and index, as sqlite_stat1 has them."""
    found = [(table, index, rows) for table, index, rows in json.loads(FILE.read_text("utf-8"))]
    return found + [one for one in _ASSUMED if one[:2] not in {figure[:2] for figure in found}]


def measured(database: Path) -> list[Figure]:
    """The same of a database, which is read whole."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("begin")
        connection.execute("analyze")
        rows = connection.execute(
            "select tbl, idx, stat from sqlite_stat1 where tbl not like '%\\_search\\_%' escape '\\' order by tbl, idx"
        ).fetchall()
        connection.execute("rollback")
    return rows


if __name__ == "__main__":
    lines = ",\n".join(json.dumps(one) for one in measured(Path(sys.argv[1])))
    FILE.write_text(f"[\n{lines}\n]\n", "utf-8")
