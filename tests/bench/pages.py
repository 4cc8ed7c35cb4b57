"""Pages and routes under load: `python -m tests.bench.pages DATABASE` serves it on this machine, and asks as one client and as eight.

Each kind of page is asked of up to 20 things, from the busiest to the rarest. `first`: nothing was asked before; `again`: the
same addresses once more, when their answers may be kept. Milliseconds by the clock from request to last byte, all clients
together; the processor time of each answer is beside them, the server's and that of asking, which shares the machine. `rows` is a hash
of what the JSON of all these addresses holds: equal hashes, equal answers. With --beside FOLDER another checkout answers the
same from the same file, kind by kind, and it is told where answers differ.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import Connection

from claims.storage import create_engine
from tests.bench.ask import asked, spread_out

_SERVE = (
    "import sys; from claims.serve import serve;"
    " serve(sys.argv[1], 0, processes=int(sys.argv[2]), on_ready=lambda at: print(at, flush=True))"
)
_BUSIEST = (
    "select e.key from participation as p join entities as e on e.id = p.referent_id"
    " group by e.id order by count(*) desc, e.id"
)
_EVENTS = "select e.key from event_facts as f join events as e on e.id = f.event_id group by e.id order by count(*) desc, e.id"
_WORDS = (
    "ka",
    "ki",
    "agreed",
    "energy",
    "met",
    "agreement",
    "2021",
    "over",
    "半導体",
    "合意",
    "会談",
    "記録",
    "記",
    "山",
    "trade",
)
#: What tells of the asking and not of the answer.
_PASSING = {"query_ms", "took", "ok", "truncated", "sql"}
_HERE = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")

Figures = dict[str, Any]


@click.command()
@click.argument("database", type=click.Path(exists=True, path_type=Path))
@click.option("--clients", "counts", default=[1, 8], multiple=True, show_default=True, help="How many ask at once.")
@click.option("--only", help="Kinds of pages, separated by semicolons.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
@click.option("--beside", type=click.Path(exists=True, path_type=Path), help="A checkout of another version.")
@click.option("--processes", default=1, show_default=True, help="How many answer.")
def main(
    database: Path, counts: tuple[int, ...], only: str | None, out: Path | None, beside: Path | None, processes: int
) -> None:
    """Time pages, the catalogue, search and Datasette's own tables."""
    kinds = addresses(database)
    if only is not None:
        kinds = {kind: kinds[kind] for kind in only.split(";")}
    figures: list[Figures] = []
    for clients, kind, folder in product(counts, kinds, [*([beside] if beside else []), _HERE]):
        asked = _measured(folder, database, kinds[kind], clients, processes)
        figures.append({"kind": kind, "clients": clients, "is_beside": folder is beside, **asked})
        if out is not None:
            out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    for clients in counts:
        Console(width=132).print(_table([one for one in figures if one["clients"] == clients], clients))
    if beside is not None:
        told = {(one["kind"], one["rows"]) for one in figures}
        other = [kind for kind in kinds if len({rows for name, rows in told if name == kind}) > 1]
        click.echo(f"answers that differ: {', '.join(other) or 'none'}")


def addresses(database: Path) -> dict[str, list[str]]:
    """Addresses by kind of page, without the root."""
    with create_engine(database).connect() as connection:
        return _addresses(connection, re.sub(r"\.db$", "", database.name))


def _addresses(connection: Connection, name: str) -> dict[str, list[str]]:
    def names(sql: str) -> list[str]:
        return spread_out(list(connection.exec_driver_sql(sql).scalars()), 20)

    entities, events = names(_BUSIEST), names(_EVENTS)
    claims = list(connection.exec_driver_sql("select key from claims where id % 997 = 7 limit 20").scalars())
    documents = list(connection.exec_driver_sql("select key from documents where id % 47 = 7 limit 20").scalars())
    ids = list(connection.exec_driver_sql("select id from documents where id % 47 = 7 limit 20").scalars())
    table = f"/{name}/claims"
    found = {
        "home": ["/"],
        "claim": [f"/claim/{key}" for key in claims],
        "event": [f"/event/{key}" for key in events],
        "entity": [f"/entity/{key}" for key in entities],
        "document": [f"/document/{key}" for key in documents],
        "search, newest": ["/search"],
        "search, words": [f"/search?q={quote(word)}" for word in _WORDS],
        "table": [table, f"{table}?_sort_desc=date_earliest", f"{table}?_next=5000"],
        "table, filtered": [f"{table}?document_id={one}" for one in ids],
        "table, kind": [f"{table}?kind={kind}&phase=agreed" for kind in ("cooperate", "support", "meet", "sign")],
        "table, facets": [f"{table}?_facet=kind&_facet=phase", f"{table}?_facet=document_id&kind=sign"],
        "table, _search": [f"{table}?_search={quote(word)}" for word in _WORDS],
        "statements": [f"/{name}/statements", f"/{name}/statements?_size=20"],
        "statements, claim": [f"/{name}/statements?claim={key}" for key in claims],
    }
    for question, what, given in asked(connection):
        if what:
            found[f"ask {question}: {what}"] = [f"/ask/{question}?{urlencode(one)}" for one in given]
    return found


def _measured(folder: Path, database: Path, paths: list[str], clients: int, processes: int) -> Figures:
    with _served(folder, database, processes) as (root, process), ThreadPoolExecutor(clients) as pool:
        ask = partial(_ask, root)
        list(pool.map(ask, ["/-/versions.json"] * 8 * processes))
        _until_idle(process.pid)  # each process has begun
        told: Figures = {"asked": len(paths)}
        for step in ("first", "again"):
            began, busy, own = time.perf_counter(), _busy(process.pid), time.process_time()
            answers = list(pool.map(ask, paths))
            seconds, own = time.perf_counter() - began, time.process_time() - own
            taken = sorted(milliseconds for milliseconds, _, _ in answers)
            told[step] = {
                "median": statistics.median(taken), "p95": taken[round(0.95 * (len(taken) - 1))],
                "a_second": len(answers) / seconds, "cpu": (_busy(process.pid) - busy) * 1000 / len(answers),
                "asking": own * 1000 / len(answers),
                "failed": sorted({status for _, status, _ in answers if status != 200}),
            }  # fmt: skip
        told["rows"] = _hash(root, paths)
        return told


@contextmanager
def _served(folder: Path, database: Path, processes: int) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(database.absolute()), str(processes)],
        stdout=subprocess.PIPE, text=True, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
    )  # fmt: skip
    try:
        assert server.stdout is not None
        yield server.stdout.readline().strip().rstrip("/"), server
    finally:
        server.terminate()
        server.wait(10)


def _ask(root: str, path: str) -> tuple[float, int, bytes]:
    """(milliseconds, status, body). By HTTP/1.0, on a connection of its own: what asks takes little of what it measures."""
    where = urlsplit(root)
    began = time.perf_counter()
    with socket.create_connection((where.hostname, where.port), timeout=60) as asking:
        asking.sendall(f"GET {path} HTTP/1.0\r\nHost: {where.netloc}\r\n\r\n".encode())
        answer = bytearray()
        while part := asking.recv(1 << 18):
            answer += part
    took = (time.perf_counter() - began) * 1000
    head, _, body = bytes(answer).partition(b"\r\n\r\n")
    return took, int(head.split(None, 2)[1]), body


def _busy(pid: int) -> float:
    """Seconds of the processor that a process and those that it began have had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    began = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return (int(fields[11]) + int(fields[12])) / _TICKS + sum(_busy(int(one)) for one in began)


def _until_idle(pid: int) -> None:
    before = -1.0
    while (now := _busy(pid)) > before:
        before = now
        time.sleep(0.3)


def _hash(root: str, paths: list[str]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        before, mark, query = path.partition("?")
        status, body = _ask(root, f"{before}.json{mark}{query}")[1:] if before != "/" else (200, b"{}")
        told = _lasting(json.loads(body.replace(root.encode(), b"") or b"null"))
        digest.update(f"{status}{json.dumps(told, sort_keys=True)}".encode())
    return digest.hexdigest()[:12]


def _lasting(data: Any) -> Any:
    if isinstance(data, dict):
        return {name: _lasting(value) for name, value in data.items() if name not in _PASSING}
    return [_lasting(value) for value in data] if isinstance(data, list) else data


def _table(figures: list[Figures], clients: int) -> Table:
    table = Table(title=f"{clients} client{'s' if clients > 1 else ''}; first | again")
    table.add_column("page", no_wrap=True)
    for heading in (
        "asked",
        "p50 ms",
        "p95 ms",
        "a second",
        "processor ms",
        "asking ms",
        "p50 ms",
        "p95 ms",
        "a second",
        "rows",
    ):
        table.add_column(heading, justify="right")
    for one in figures:
        first, again = one["first"], one["again"]
        failed = f" {first['failed']}" if first["failed"] else ""
        table.add_row(
            ("beside: " if one["is_beside"] else "") + one["kind"] + failed, str(one["asked"]),
            *(f"{first[name]:.0f}" for name in ("median", "p95", "a_second", "cpu")), f"{first['asking']:.1f}",
            *(f"{again[name]:.0f}" for name in ("median", "p95", "a_second")), one["rows"],
        )  # fmt: skip
    return table


if __name__ == "__main__":
    main()
