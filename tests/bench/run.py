"""The benchmark of loading: `python -m tests.bench.run --json FILE` prints a table and writes the figures as JSON.

Each measurement runs in a process of its own, on a database of its own. A round measures every peer once, one after the
other; the table gives medians over the rounds, and ratios are taken within a round before their median is, as the
speed of a machine drifts. Seconds are of this machine: quote ratios only.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from tests.bench import peers
from tests.bench.workload import write

Figures = dict[str, Any]


@click.command()
@click.option("--claims", "sizes", default=[100_000], multiple=True, show_default=True, help="Claims; may be repeated.")
@click.option("--rounds", default=3, show_default=True, help="Rounds; at least three for a median worth quoting.")
@click.option("--only", help="Peers to measure, separated by commas; raw is always among them.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to put the files (default: a temporary folder).")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(sizes: tuple[int, ...], rounds: int, only: str | None, folder: Path | None, out: Path | None) -> None:
    """Load the same claims with claims, with raw sqlite3 and with its peers, and compare."""
    names = [name for name in peers.NAMES if only is None or name == "raw" or name in only.split(",")]
    figures: list[Figures] = []
    with tempfile.TemporaryDirectory(dir=folder) as place:
        for size in sorted(sizes):
            figures += _measure(Path(place), names, size, rounds)
    Console(width=130).print(_table(figures))
    for one in figures:
        if one.get("lacks") and one["claims"] == min(sizes):
            click.echo(f"{one['version']}: {one['lacks']}")
    if out is not None:
        out.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def _measure(place: Path, names: list[str], claims: int, rounds: int) -> list[Figures]:
    first, changed = place / "claims.jsonl", place / "changed.jsonl"
    write(first, claims)
    write(changed, claims, changed=0.01)
    runs: list[Figures] = []
    for number in range(rounds):
        for name in names:
            home = place / name
            home.mkdir()
            found = _one(name, first, home / "bench.db") | {"peer": name, "round": number, "step": "load"}
            runs.append(found)
            if name == "claims":
                for step, file in (("the same again", first), ("1 % changed", changed)):
                    runs.append(_one(name, file, home / "bench.db") | {"peer": name, "round": number, "step": step})
            shutil.rmtree(home)
            told = found.get("skipped") or f"{found['seconds']:.1f} s"
            click.echo(f"{claims:,} claims, round {number + 1}: {name} {told}", err=True)
        names = [name for name in names if not any(run["peer"] == name and "skipped" in run for run in runs)]
    return [
        _summary(runs, name, step, claims) for name, step in dict.fromkeys((run["peer"], run["step"]) for run in runs)
    ]


def _one(name: str, file: Path, database: Path) -> Figures:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.one", name, str(file), str(database)],
        stdout=subprocess.PIPE, check=True, text=True,
    )  # fmt: skip
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


def _summary(runs: list[Figures], name: str, step: str, claims: int) -> Figures:
    mine = [run for run in runs if (run["peer"], run["step"]) == (name, step)]
    if "skipped" in mine[0]:
        return {"peer": name, "step": step, "claims": claims, "skipped": mine[0]["skipped"]}
    raw = {run["round"]: run for run in runs if run["peer"] == "raw"}
    own = {run["round"]: run for run in runs if run["peer"] == "claims" and run["step"] == "load"}

    def median(field: str) -> float:
        return float(statistics.median(run[field] for run in mine))

    def against(others: dict[int, Figures], field: str) -> float | None:
        """How many times as fast as the others, or as large."""
        found = [(others[run["round"]][field], run[field]) for run in mine if run["round"] in others]
        return statistics.median(theirs / ours for theirs, ours in found) if found else None

    size = against(raw, "bytes")
    return {
        "peer": name, "step": step, "version": mine[0]["version"], "lacks": mine[0]["lacks"], "claims": claims,
        "rounds": len(mine), "claims_per_second": claims / median("seconds"), "rate_to_raw": against(raw, "seconds"),
        "rate_to_raw_by_cpu": against(raw, "cpu_seconds"),
        "rate_to_first_load": against(own, "seconds") if name == "claims" else None,
        "bytes_per_claim": median("bytes") / claims, "bytes_to_raw": 1 / size if size else None, "peak_mb": median("peak_mb"),
    }  # fmt: skip


def _table(figures: list[Figures]) -> Table:
    table = Table(
        title="Loading", caption="Rates are ratios within a round; raw = 1. Claims a second are of this machine."
    )
    table.add_column("peer", no_wrap=True)
    table.add_column("step", no_wrap=True)
    for heading in (
        "claims",
        "a second",
        "rate",
        "by processor",
        "first load = 1",
        "bytes a claim",
        "raw = 1",
        "peak MB",
    ):
        table.add_column(heading, justify="right")
    for one in figures:
        if "skipped" in one:
            table.add_row(one["peer"], f"skipped: {one['skipped']}")
            continue
        table.add_row(
            one["version"], one["step"], f"{one['claims']:,}", f"{one['claims_per_second']:,.0f}",
            *(_ratio(one[key]) for key in ("rate_to_raw", "rate_to_raw_by_cpu", "rate_to_first_load")),
            f"{one['bytes_per_claim']:,.0f}", _ratio(one["bytes_to_raw"]), f"{one['peak_mb']:,.0f}",
        )  # fmt: skip
    return table


def _ratio(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    main()
