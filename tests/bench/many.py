"""A folder of tests.bench.big as often as is asked, side by side: `python -m tests.bench.many FOLDER TIMES NEW`.

Each copy is an archive of its own about the same people: claims, documents and events have ids and keys of their own, and
files of their own in the folder, as after so many exports. What follows from two claims (outcomes, encounters, what
disagrees) lies within a copy. The first copy's files are those of FOLDER, by a hard link: nothing is drawn or derived anew,
so a hundred million claims need their own room on the disk and little besides.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import duckdb
import msgspec

from claims.scan import snapshot as snapshots

#: columns that hold the id of a claim, and of what there is one of for a hundred claims
_CLAIMS = {"claim_id", "claim_a_id", "claim_b_id", "promise_id", "outcome_id", "supersedes_id"}
_OTHERS = {"document_id", "event_id", "restates_id"}
_IDS = {"claims": "claim", "documents": "other", "events": "other", "sentences": "other"}
_KEYS = {"claims": "key", "documents": "key", "events": "key", "statements": "claim"}
_SLUGS = {"documents": ("slug", "'d' || (id + {other})"), "statements": ("document", "'d' || (document_id + {other})"),
          "events": ("slug", "'v' || (id + {other})")}  # fmt: skip


def write(folder: Path, times: int, new: Path, memory: str = "4GB") -> None:
    """Write NEW, which must not be there, with `times` copies of `folder`, the first being its own files."""
    found = snapshots.read(folder)
    assert found is not None
    claims = found.state["last_claim"]
    new.mkdir(parents=True)
    began = time.perf_counter()
    database = duckdb.connect(config={"memory_limit": memory})
    held = {}
    for name, table in found.tables.items():
        files = []
        for file in table.files:
            (new / file.path).parent.mkdir(parents=True, exist_ok=True)
            os.link(folder / file.path, new / file.path)
            files.append(file)
            if file.rows and (told := _told(name, list(table.columns))):
                files += [_copy(database, folder, new, file, told, copy, claims) for copy in range(1, times)]
        held[name] = msgspec.structs.replace(table, files=files)
        print(f"{time.perf_counter() - began:7.0f} s  {name} written", flush=True)
    state = {"last_claim": claims * times, "last_document": claims // 100 * times}
    cuts = {
        of: [1 + copy * step for copy in range(times)] for of, step in (("claim", claims), ("document", claims // 100))
    }
    snapshots.write(new, msgspec.structs.replace(found, state=state, cuts=cuts, tables=held))


def _told(name: str, columns: list[str]) -> str | None:
    """The columns of a table as a copy has them; None for a table that says the same of every copy."""
    told, is_own = [], False
    for column in columns:
        of = (
            _IDS.get(name)
            if column == "id"
            else "claim"
            if column in _CLAIMS
            else "other"
            if column in _OTHERS
            else None
        )
        if of:
            column, is_own = f"{column} + {{{of}}} as {column}", True
        elif column == _KEYS.get(name):
            column = f"substr(translate(md5({column} || {{copy}}) || md5({{copy}} || {column}), '0189', 'wxyz'), 1, 26) as {column}"
        elif name in _SLUGS and column == _SLUGS[name][0]:
            column = f"{_SLUGS[name][1]} as {column}"
        told.append(column)
    return ", ".join(told) if is_own else None


def _copy(
    database: duckdb.DuckDBPyConnection,
    folder: Path,
    new: Path,
    file: snapshots.File,
    told: str,
    copy: int,
    claims: int,
) -> snapshots.File:
    path = Path(file.path).with_name(f"{copy}.parquet")
    columns = told.format(claim=copy * claims, other=copy * (claims // 100), copy=copy)
    read = f"read_parquet('{folder / file.path}', hive_partitioning = false)"
    database.execute(f"copy (select {columns} from {read}) to '{new / path}' (format parquet, compression zstd)")
    return snapshots.File(path.as_posix(), file.rows, (new / path).stat().st_size, file.year)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
