"""Datasette under load: `python -m tests.bench.clients DATABASE` serves it on this machine and asks with eight clients at once.

Each client asks every address in turn, a bounded number of rounds; figures are milliseconds by the clock from request to
last byte, all clients together.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import click
from rich.console import Console
from rich.table import Table

from claims.storage import create_engine

_SERVE = "import sys; from claims.serve import serve; serve(sys.argv[1], 0, on_ready=lambda at: print(at, flush=True))"
_BUSIEST = (
    "select e.key from participation as p join entities as e on e.id = p.referent_id"
    " where e.kind = 'person' group by e.id order by count(*) desc, e.id limit 1"
)


@click.command()
@click.argument("database", type=click.Path(exists=True, path_type=Path))
@click.option("--clients", default=8, show_default=True, help="How many ask at once.")
@click.option("--rounds", default=5, show_default=True, help="How often each asks every address.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(database: Path, clients: int, rounds: int, out: Path | None) -> None:
    """Time pages, the catalogue as JSON, and search."""
    addresses = _addresses(database)
    server = subprocess.Popen([sys.executable, "-c", _SERVE, str(database)], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        root = server.stdout.readline().strip().rstrip("/")
        began = time.perf_counter()
        with ThreadPoolExecutor(clients) as pool:
            answers = [
                answer for one in pool.map(lambda n: _ask(root, addresses, rounds, n), range(clients)) for answer in one
            ]
        seconds = time.perf_counter() - began
    finally:
        server.terminate()
        server.wait(10)
    taken: dict[str, list[float]] = defaultdict(list)
    for address, milliseconds, ok in answers:
        taken[address].append(milliseconds if ok else float("inf"))
    table = Table(
        "address",
        "median ms",
        "p95 ms",
        "worst ms",
        title=f"{clients} clients, {len(answers) / seconds:.0f} answers a second",
    )
    figures = []
    for address in addresses:
        times = sorted(taken[address])
        row = {
            "address": address,
            "median": statistics.median(times),
            "p95": times[int(0.95 * (len(times) - 1))],
            "worst": times[-1],
        }
        figures.append(row)
        table.add_row(address, *(f"{row[name]:.0f}" for name in ("median", "p95", "worst")))
    Console().print(table)
    if out is not None:
        out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _addresses(database: Path) -> list[str]:
    with create_engine(database).connect() as connection:
        busiest = connection.exec_driver_sql(_BUSIEST).scalar_one()
        claim, document = connection.exec_driver_sql(
            "select c.key, d.key from claims as c join documents as d on d.id = c.document_id order by c.id desc limit 1"
        ).one()
    name = re.sub(r"\.db$", "", database.name)
    return [
        "/", f"/claim/{claim}", f"/document/{document}", f"/entity/{busiest}", "/search", f"/search?q={quote('半導体')}",
        "/search?q=semiconductors", f"/ask/timeline.json?entity={busiest}", f"/ask/agreed.json?party={busiest}",
        f"/{name}/claims", f"/{name}/claims.json?_search={quote('合意')}",
    ]  # fmt: skip


def _ask(root: str, addresses: list[str], rounds: int, number: int) -> list[tuple[str, float, bool]]:
    """Each client begins at another address, so that they do not all ask the same at once."""
    answers = []
    for turn in range(rounds * len(addresses)):
        address = addresses[(turn + number) % len(addresses)]
        began = time.perf_counter()
        try:
            with urllib.request.urlopen(root + address, timeout=60) as answer:
                answer.read()
                ok = answer.status == 200
        except OSError:
            ok = False
        answers.append((address, (time.perf_counter() - began) * 1000, ok))
    return answers


if __name__ == "__main__":
    main()
