"""The long form: `python -m tests.citus --claims 100000` prints what three nodes do beside one server, and bad days.

The one server is the coordinator's own, in a database without Citus, so that both use the same machine. Seconds are of
this machine: quote ratios only.
"""

from __future__ import annotations

import json
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claims import Database
from claims.errors import ClaimsError
from claims.records import corpus_lines
from claims.storage import spread
from tests.bench.workload import write
from tests.citus.nodes import Cluster, Node, cluster, programs
from tests.citus.questions import QUESTIONS, answers


@click.command()
@click.option("--claims", "count", default=20_000, show_default=True, help="Claims that are loaded.")
@click.option("--shards", default=16, show_default=True, help="Pieces that they are parted into.")
def main(count: int, shards: int) -> None:
    """Load, ask, stop a worker, bring another in."""
    if programs() is None:
        click.echo("skipped: no PostgreSQL with Citus is installed here")
        sys.exit(0)
    with tempfile.TemporaryDirectory(prefix="citus-") as folder, cluster(Path(folder), workers=3) as nodes:
        records = Path(folder) / "records.jsonl"
        write(records, count)
        one, name = nodes.one("one"), nodes.new(workers=2)
        spread_url = nodes.url(name)
        _load(nodes, "one server", one, records)
        with Database(spread_url, create=True) as db:
            for _ in spread(db.engine, shards):
                pass
        _load(nodes, "spread", spread_url, records)
        for title, url in (("one server", one), ("spread", spread_url)):
            with Database(url) as db:
                click.echo(f"{title}, what ships: {json.dumps(db.load(corpus_lines()).counts())}")
        _ask(one, spread_url)
        _bad_days(nodes, name, one)
        started = time.monotonic()
        nodes.add(name, nodes.workers[2])
        nodes.coordinator.run("select rebalance_table_shards(shard_transfer_mode => 'block_writes')", name)
        held = nodes.coordinator.run(
            "select nodeport, count(*) from citus_shards where table_name = 'claims'::regclass group by 1 order by 1",
            name,
        )
        click.echo(f"rebalanced in {time.monotonic() - started:.1f} s: pieces of claims by node {held}")
        _ask(one, spread_url)
        for table, size in nodes.coordinator.run(
            "select table_name::text, table_size from citus_tables order by citus_total_relation_size(table_name) desc limit 12",
            name,
        ):
            click.echo(f"  {table} {size}")


def _load(nodes: Cluster, title: str, url: str, records: Path) -> None:
    all_nodes = (nodes.coordinator, *nodes.workers)
    before = [node.worked() for node in all_nodes]
    started, own = time.monotonic(), time.process_time()
    with Database(url, create=True) as db:
        counts = db.load(records).counts()
    wall, own = time.monotonic() - started, time.process_time() - own
    time.sleep(5)  # until what was connected is gone, and is counted
    used = [round(node.worked() - was, 1) for node, was in zip(all_nodes, before, strict=True)]
    click.echo(
        f"{title}: {json.dumps(counts)} in {wall:.1f} s; processor: loader {own:.1f} s,"
        f" coordinator {used[0]} s, workers {used[1:]} s, together {own + sum(used):.1f} s"
    )


def _ask(one: str, spread_url: str) -> None:
    with Database(one) as single, Database(spread_url) as several:
        for name, parameters in QUESTIONS:
            took, told = [], []
            for db in (single, several):
                answers(db, name, parameters)
                started = time.monotonic()
                told.append(answers(db, name, parameters))
                took.append(1000 * (time.monotonic() - started))
            same = "equal" if told[0] == told[1] else "OTHERWISE"
            click.echo(
                f"{same}: {name} {parameters or ''} {len(told[0])} rows; one {took[0]:.0f} ms, spread {took[1]:.0f} ms"
            )


def _bad_days(nodes: Cluster, name: str, one: str) -> None:
    worker = nodes.workers[1]
    with Database(nodes.url(name)) as db:
        count = lambda: next(iter(db.sql("select count(*) as claims from claims")))  # noqa: E731
        _told("claims", count)
        _told(
            "asked while a worker is stopped",
            lambda: _cut(worker, 0.5, lambda: [len(list(db.query("about"))) for _ in range(50)]),
        )
        _told("asked of it, stopped", lambda: len(list(db.query("agreed"))))
        _told("loaded, stopped", lambda: db.load([_source("Stopped")]).counts())
        worker.start()
        _told("claims, once it is back", count)
        fresh = [_source("Cut"), *_claims(300)]
        _told("loaded while it is stopped", lambda: _cut(worker, 1.0, lambda: db.load(fresh).counts()))
        worker.start()
        _told("claims, once it is back", count)
        _told("loaded again", lambda: db.load(fresh).counts())
        with Database(one) as single:
            single.load(fresh)
        _told("claims", count)
        click.echo(
            f"prepared and left behind: {[node.run('select count(*) from pg_prepared_xacts')[0][0] for node in nodes.workers]}"
        )


def _cut(worker: Node, after: float, doing: Callable[[], Any]) -> Any:
    timer = threading.Timer(after, worker.stop)
    timer.start()
    try:
        return doing()
    finally:
        timer.join()


def _source(name: str) -> dict[str, str]:
    return {"record": "source", "name": name}


def _claims(count: int) -> list[dict[str, Any]]:
    text = "Ueda met Lind in Oslo on 3 May 2021."
    told: list[dict[str, Any]] = []
    for n in range(count):
        page = {"record": "document", "slug": f"cut-{n}", "source": "Cut", "title": f"No. {n}", "language": "en"}
        told.append(page | {"text": f"{n}. {text}"})
        told.append(
            {
                "record": "claim", "document": f"cut-{n}", "kind": "meet", "phase": "occurred", "date": "2021-05-03",
                "summary": "Ueda met Lind in Oslo.", "evidence": [{"quote": text}],
                "arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Lind"}],
            }
        )  # fmt: skip
    return told


def _told(what: str, doing: Callable[[], Any]) -> None:
    started = time.monotonic()
    try:
        said = str(doing())
    except ClaimsError as error:
        said = f"refused: {error}"
    except Exception as error:  # a question: the driver's own, which the command line tells in one line
        said = f"refused by the server: {str(error).splitlines()[0]}"
    click.echo(f"{what}: {said} ({time.monotonic() - started:.1f} s)")


if __name__ == "__main__":
    main()
