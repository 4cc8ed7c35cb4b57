"""The catalogue on a loaded workload: `python -m tests.bench.ask DATABASE` prints the time to the first 100 rows of each query.

DATABASE is a file, or the address of a PostgreSQL on this machine.

A selective question (of an entity, an event, a few days) is asked of 20 who are spread from the busiest to the rarest;
median and p95 are over them. Milliseconds are of this machine and of the processor (of a server, also of the process
there), not of the clock, as others may be using it. With --duckdb the same questions are asked of DuckDB, once, on the same
rows (see `tests.bench.duck`); alike counts the questions whose first 100 rows come from the same claims.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from claims.catalogue import given as asked_of
from claims.catalogue import limited
from claims.storage import create_engine

Given = dict[str, str]

_ASKED = 20
_BY_CLAIMS = (
    "select e.slug from participation as p join entities as e on e.id = p.referent_id"
    " where e.kind = ? group by e.id order by count(*) desc, e.id"
)
_BY_FACTS = "select e.slug from event_facts as f join events as e on e.id = f.event_id group by e.id order by count(*) desc, e.id"


@click.command()
@click.argument("database")
@click.option("--times", default=3, show_default=True, help="How often each question is asked; the median counts.")
@click.option("--only", help="Names of queries, separated by commas.")
@click.option("--duckdb", "with_duckdb", is_flag=True, help="Ask DuckDB too: copies the rows into memory first.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(database: str, times: int, only: str | None, with_duckdb: bool, out: Path | None) -> None:
    """Time the queries of the catalogue."""
    figures: list[dict[str, Any]] = []
    engine = create_engine(database)
    with engine.connect() as connection:
        clock, duck = _clock(connection), None
        if with_duckdb:
            from tests.bench.duck import Duck

            duck = Duck(connection)
        for name, what, questions in asked(connection):
            if only is None or name in only.split(","):
                taken = [_median(partial(_first_rows, connection, name, one), clock, times) for one in questions]
                figure = {"query": name, "given": what, "asked": len(taken), **_spread(taken)}
                if duck is not None and duck.knows(name, questions[0]):
                    theirs, alike = [], 0
                    for one in questions:
                        start = time.process_time()
                        rows = duck.first_rows(name, one)
                        theirs.append((time.process_time() - start) * 1000)
                        alike += {row[-1] for row in rows} == {
                            row["claim"] for row in _first_rows(connection, name, one)
                        }
                    figure |= {"duckdb": _spread(theirs), "alike": alike}
                figures.append(figure)
                if out is not None:
                    out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    engine.dispose()
    Console().print(_table(figures))


def asked(connection: Connection) -> Iterator[tuple[str, str, list[Given]]]:
    """(query, what is given, the parameters of each question)."""
    named = {
        kind: list(connection.exec_driver_sql(_BY_CLAIMS, (kind,)).scalars())
        for kind in ("person", "state", "organisation", "topic")
    }
    events = list(connection.exec_driver_sql(_BY_FACTS).scalars())
    claims = list(connection.exec_driver_sql("select key from claims where id % 997 = 7 limit 20").scalars())
    documents = list(connection.exec_driver_sql("select slug from documents where id % 97 = 7 limit 20").scalars())
    people, topics = spread_out(named["person"], _ASKED), spread_out(named["topic"], _ASKED)
    parties = [
        one
        for kind, number in (("person", 10), ("state", 6), ("organisation", 4))
        for one in spread_out(named[kind], number)
    ]
    years = [2015 + n // 2 for n in range(_ASKED)]
    days = [
        {"since": f"{year}-{1 + 5 * (n % 2):02}-10", "until": f"{year}-{1 + 5 * (n % 2):02}-16"}
        for n, year in enumerate(years)
    ]
    months = [{"since": f"{year}-03", "until": f"{year}-{4 + n % 2:02}"} for n, year in enumerate(years)]
    takers = {"timeline": "entity", "who_met_whom": "person", "agreed": "party", "failed": "party", "planned": "party",
              "expected": "party"}  # fmt: skip
    for name, who in takers.items():
        yield name, who, [{who: one} for one in parties]
        yield name, f"{who}, two months", [{who: one, **some} for one, some in zip(parties, months, strict=True)]
        yield name, f"{who}, a week", [{who: one, **some} for one, some in zip(parties, days, strict=True)]
        yield name, "a week", days
        yield name, "", [{}]
    yield "timeline", "topic", [{"entity": one} for one in topics]
    yield (
        "who_met_whom",
        "person, other",
        [{"person": a, "other": b} for a, b in zip(people[:10] * 2, [*people[1:11], *people[5:15]], strict=True)],
    )
    for name in ("agreed", "failed", "expected"):
        yield name, "topic", [{"topic": one} for one in topics]
        yield name, "party, topic", [{"party": a, "topic": b} for a, b in zip(parties, topics, strict=True)]
        yield name, "busiest party, topic", [{"party": named["state"][0], "topic": one} for one in topics]
        yield name, "party, busiest topic", [{"party": one, "topic": topics[0]} for one in parties]
    yield (
        "planned",
        "party, as_of",
        [{"party": one, "as_of": some["since"]} for one, some in zip(parties, days, strict=True)],
    )
    yield "planned", "as_of", [{"as_of": some["since"]} for some in days[::5]]
    yield "topics", "topic", [{"topic": one} for one in topics]
    yield "topics", "", [{}]
    yield "about", "topic", [{"topic": one} for one in topics]
    yield "about", "topic, kind", [{"topic": one, "kind": "sign"} for one in topics]
    yield "about", "kind", [{"kind": "meet"}]
    yield "offices", "person", [{"person": one} for one in people]
    yield "offices", "", [{}]
    yield "as_known_on", "entity", [{"entity": one} for one in parties]
    yield (
        "as_known_on",
        "entity, until",
        [{"entity": one, "until": some["until"]} for one, some in zip(parties, days, strict=True)],
    )
    yield "as_known_on", "", [{}]
    for name in ("conflicts", "corroboration"):
        yield name, "event", [{"event": one} for one in spread_out(events, _ASKED)]
        yield name, "", [{}]
    yield "conflicts", "slot", [{"slot": slot} for slot in ("date", "place", "participant", "outcome", "title", "name")]
    yield "sources_of", "claim", [{"claim": one} for one in claims]
    yield "sources_of", "", [{}]
    yield "extractions", "document", [{"document": one} for one in documents]
    yield "extractions", "", [{}]


def spread_out(names: list[str], number: int) -> list[str]:
    """`number` of the names, from the first (the busiest) to the last, the steps between them growing evenly."""
    top = len(names) - 1
    ranks = [round(top ** (n / (number - 1))) if n else 0 for n in range(number)]
    for n in range(1, number):
        ranks[n] = min(max(ranks[n], ranks[n - 1] + 1), top)
    return [names[rank] for rank in ranks]


def _first_rows(connection: Connection, name: str, given: Given) -> list[dict[str, Any]]:
    query, values = asked_of(name, given)
    return [dict(row) for row in connection.exec_driver_sql(limited(query.sql, 100), values).mappings()]


def _clock(connection: Connection) -> Callable[[], float]:
    """Seconds of the processor that were used for this connection."""
    if connection.dialect.name == "sqlite":
        return time.process_time
    there = (
        ~connection.exec_driver_sql("select pg_backend_pid()").scalar_one() << 3 | 2
    )  # as clock_getcpuclockid(3) has it
    return lambda: time.process_time() + time.clock_gettime(there)


def _median(ask: Callable[[], object], clock: Callable[[], float], times: int) -> float:
    taken = []
    for _ in range(times):
        start = clock()
        ask()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken)


def _spread(taken: list[float]) -> dict[str, float]:
    ordered = sorted(taken)
    return {"median": statistics.median(ordered), "p95": ordered[int(0.95 * (len(ordered) - 1))], "worst": ordered[-1]}


def _table(figures: list[dict[str, Any]]) -> Table:
    table = Table(
        "query", "given", "asked", "median", "p95", "worst", "DuckDB", "p95", "alike", title="First 100 rows, ms"
    )
    for one in figures:
        ours = [f"{one[name]:.2f}" for name in ("median", "p95", "worst")]
        theirs = [f"{one['duckdb'][name]:.1f}" for name in ("median", "p95")] if "duckdb" in one else ["", ""]
        table.add_row(one["query"], one["given"], str(one["asked"]), *ours, *theirs, str(one.get("alike", "")))
    return table


if __name__ == "__main__":
    main()
