"""The catalogue on a loaded workload: `python -m tests.bench.ask DATABASE` prints the time to the first 100 rows of each query.

Selective questions are asked of the busiest party, state and topic, and of one rarely named. Milliseconds are of this
machine and of the processor, not of the clock, as others may be using it.
"""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from claims.engine import create_engine
from claims.queries import query

_BUSIEST = (
    "select e.slug from participation as p join entities as e on e.id = p.referent_id"
    " where e.kind = ? group by e.id order by count(*) {}, e.id limit 1"
)
_RANGE = {"since": "2020-03", "until": "2020-04"}


@click.command()
@click.argument("database", type=click.Path(exists=True, path_type=Path))
@click.option("--times", default=5, show_default=True, help="How often each question is asked.")
@click.option("--only", help="Names of queries, separated by commas.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(database: Path, times: int, only: str | None, out: Path | None) -> None:
    """Time the queries of the catalogue."""
    figures: list[dict[str, Any]] = []
    with create_engine(database).connect() as connection:
        for name, parameters in _questions(connection):
            if only is None or name in only.split(","):
                taken = sorted(_milliseconds(connection, name, parameters) for _ in range(times))
                figures.append(
                    {"query": name, "given": parameters, "median": statistics.median(taken), "worst": taken[-1]}
                )
    table = Table("query", "given", "median ms", "worst ms", title="First 100 rows")
    for one in figures:
        given = ", ".join(f"{key} {value}" for key, value in one["given"].items())
        table.add_row(one["query"], given, f"{one['median']:.2f}", f"{one['worst']:.2f}")
    Console().print(table)
    if out is not None:
        out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _questions(connection: Connection) -> list[tuple[str, dict[str, str]]]:
    run = connection.exec_driver_sql
    party, state, topic = (
        str(run(_BUSIEST.format("desc"), (kind,)).scalar_one()) for kind in ("person", "state", "topic")
    )
    rare = str(run(_BUSIEST.format("asc"), ("person",)).scalar_one())
    claim = str(run("select key from claims where id = 777").scalar_one())
    asked: list[tuple[str, dict[str, str]]] = [("conflicts", {"event": "v7"}), ("corroboration", {"event": "v7"})]
    asked += [
        ("sources_of", {"claim": claim}),
        ("sources_of", {}),
        ("about", {"topic": topic}),
        ("about", {"kind": "meet"}),
    ]
    for name, who in (
        ("who_met_whom", "person"), ("agreed", "party"), ("failed", "party"), ("planned", "party"), ("timeline", "entity"),
        ("as_known_on", "entity"), ("offices", "person"),
    ):  # fmt: skip
        asked += [(name, {who: one}) for one in (party, state, rare)]
        if name not in ("as_known_on", "offices"):
            asked += [(name, {who: party, **_RANGE}), (name, _RANGE)]
        asked.append((name, {}))
    asked.append(("agreed", {"party": party, "topic": topic}))
    return asked


def _milliseconds(connection: Connection, name: str, parameters: dict[str, str]) -> float:
    start = time.process_time()
    for number, _ in enumerate(query(connection, name, **parameters), 1):
        if number == 100:
            break
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
