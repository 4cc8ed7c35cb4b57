"""The benchmark of loading: `python -m tests.bench.run --claims 100000` prints a table and writes the figures as JSON.

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
@click.option("--claims", default=100_000, show_default=True, help="Claims of the workload.")
@click.option("--rounds", default=3, show_default=True, help="Rounds; at least three for a median worth quoting.")
@click.option("--only", help="Peers to measure, separated by commas; raw is always among them.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to put the files (default: a temporary folder).")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Where to write the figures.")
def main(claims: int, rounds: int, only: str | None, folder: Path | None, out: Path | None) -> None:
    """Load the same claims with claims, with raw sqlite3 and with its peers, and compare."""
    names = [name for name in peers.NAMES if only is None or name == "raw" or name in only.split(",")]
    with tempfile.TemporaryDirectory(dir=folder) as place:
        figures = _measure(Path(place), names, claims, rounds)
    Console().print(_table(figures))
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
                for step, file in (("load again", first), ("load with 1 % changed", changed)):
                    runs.append(_one(name, file, home / "bench.db") | {"peer": name, "round": number, "step": step})
            shutil.rmtree(home)
            click.echo(f"round {number + 1}: {name} {found.get('skipped') or round(found['seconds'], 1)}", err=True)
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
        return {"peer": name, "step": step, "skipped": mine[0]["skipped"]}
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
        "peer": name, "step": step, "version": mine[0]["version"], "claims": claims, "rounds": len(mine),
        "claims_per_second": claims / median("seconds"), "rate_to_raw": against(raw, "seconds"),
        "rate_to_first_load": against(own, "seconds") if name == "claims" else None,
        "cpu_to_raw": against(raw, "cpu_seconds"), "main_cpu_to_raw": against(raw, "main_cpu_seconds"),
        "bytes_per_claim": median("bytes") / claims, "bytes_to_raw": 1 / size if size else None, "peak_mb": median("peak_mb"),
    }  # fmt: skip


def _table(figures: list[Figures]) -> Table:
    table = Table(title="Loading", caption="rates are ratios within a round; seconds are of this machine")
    for heading in (
        "peer",
        "step",
        "claims/s",
        "rate to raw",
        "to first load",
        "bytes/claim",
        "bytes to raw",
        "peak MB",
    ):
        table.add_column(heading, justify="left" if heading in ("peer", "step") else "right")
    for one in figures:
        if "skipped" in one:
            table.add_row(one["peer"], f"skipped: {one['skipped']}")
            continue
        table.add_row(
            one["version"], one["step"], f"{one['claims_per_second']:,.0f}",
            *(f"{one[key]:.2f}" if one[key] is not None else "" for key in ("rate_to_raw", "rate_to_first_load")),
            f"{one['bytes_per_claim']:,.0f}", f"{one['bytes_to_raw']:.2f}" if one["bytes_to_raw"] else "", f"{one['peak_mb']:,}",
        )  # fmt: skip
    return table


if __name__ == "__main__":
    main()
