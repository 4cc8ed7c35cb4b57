"""What a stranger can make the server do: each statement and request is refused, or answered, in little time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.datasette import hostile

#: Those that SQLite answers, as each costs little.
ANSWERED = {
    "like, many signs",
    "like, long",
    "glob",
    "json, long",
    "json, deep",
    "json, each",
    "many tables",
    "person, long",
    "page, far",
    "rows, all",
    "next, odd",
}

pytestmark = pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="memory is measured by Linux's /proc"
)


@pytest.fixture(scope="module")
def asked(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    path = tmp_path_factory.mktemp("hostile") / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    command = [sys.executable, "-m", "tests.datasette.hostile", str(path)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    return {one["name"]: one for one in map(json.loads, run.stdout.splitlines())} | {"the log": run.stderr}


@pytest.mark.parametrize("name", [*hostile.STATEMENTS, *hostile.REQUESTS])
def test_it_ends_soon_and_small(asked: dict[str, Any], name: str) -> None:
    one = asked[name]
    assert (
        min(one["seconds"], one["worked"]) < 2
    )  # the one where others keep the machine busy, the other where it sleeps
    assert one["megabytes"] < 50
    assert (one["status"] == 200) == (name in ANSWERED), one["answer"]
    assert one["status"] < 500


def test_none_of_it_is_written_into_the_log(asked: dict[str, Any]) -> None:
    assert asked["the log"] == ""
