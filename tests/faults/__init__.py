"""Bad days: kills, full disks, torn logs, many at once. `python -m tests.faults` prints a table of figures."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from claims import Database
from claims.check import check
from claims.errors import ClaimsError
from claims.export import content_hash
from claims.records import corpus_lines

_CLAIMS = [sys.executable, "-c", "from claims.cli import main; main()"]
_NEW = "".join(
    json.dumps(one) + "\n"
    for one in [
        {"record": "source", "name": "Daily"},
        *(
            {"record": "document", "slug": f"daily-{n}", "source": "Daily", "title": f"No. {n}", "language": "en",
             "text": f"No. {n}. Ueda met Lind in Oslo on 3 May 2021. They agreed to share grain data."}
            for n in range(60)
        ),
        *(
            {"record": "claim", "slug": f"daily-{n}-c", "document": f"daily-{n}", "kind": "meet", "phase": "occurred",
             "date": "2021-05-03", "summary": "Ueda met Lind in Oslo.", "evidence": [{"quote": "Ueda met Lind in Oslo on 3 May 2021"}],
             "arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Lind"}]}
            for n in range(60)
        ),
    ]
)  # fmt: skip


@dataclass
class Tally:
    """What became of a fault: `before` and `after` count databases left whole as they were, and whole as they were to become."""

    times: int = 0
    before: int = 0
    after: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)


Fault = Callable[[Path, random.Random], Tally]


def faults(kills: int, seconds: float) -> dict[str, Fault]:
    """Name -> the fault, with how often it is done: a share of `kills` for each command that writes."""
    share = max(1, kills // 8)
    return {
        "load killed": partial(killed, share * 2, "load"),
        "merge killed": partial(killed, share, "merge"),
        "add killed": partial(killed, share * 2, "add"),
        "upgrade killed": partial(killed, share * 2, "upgrade"),
        "set-up killed": partial(killed, share, "demo"),
        "no room for a load": partial(no_room, share * 2, "load"),
        "no room for an upgrade": partial(no_room, share, "upgrade"),
        "log torn": partial(torn, share),
        "clock set back": clock_back,
        "many at once": partial(many, seconds),
    }


def killed(times: int, command: str, folder: Path, chance: random.Random) -> Tally:
    """The command ended by SIGKILL, at a moment of its run by chance: all or nothing, and then it can be run again."""
    tally = Tally()
    first, begun, words, ends = _prepared(folder, command)
    started = time.monotonic()
    done = _run(begun(folder / "once.db"), words)
    long = time.monotonic() - started
    assert done.returncode == 0, done.stderr
    whole = _state(folder / "once.db")
    for number in range(times):
        path = begun(folder / f"{number}.db")
        running = subprocess.Popen(
            [*_CLAIMS, "--db", str(path), *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(chance.uniform(0.2, 1.0) * long)
        running.kill()
        running.wait()
        _judge(tally, path, first, whole, words, f"{command} {number}", ends)
    return tally


def no_room(times: int, command: str, folder: Path, chance: random.Random) -> Tally:
    """The n-th write of the command fails, n by chance: no file may grow beyond so many blocks."""
    tally = Tally()
    first, begun, words, ends = _prepared(folder, command)
    assert _run(begun(folder / "once.db"), words).returncode == 0
    whole = _state(folder / "once.db")
    for number in range(times):
        path = begun(folder / f"{number}.db")
        blocks = chance.randrange(8, 900)
        ended = _run(path, words, limit=blocks)
        if ended.returncode:
            lines = ended.stderr.strip().splitlines()
            tally.told += len(lines) == 1
            if len(lines) != 1:
                tally.wrong.append(f"{command} with {blocks} blocks: {len(lines)} lines, {lines[-1:]}")
        _judge(tally, path, first, whole, words, f"{command} with {blocks} blocks", ends)
    return tally


def torn(times: int, folder: Path, chance: random.Random) -> Tally:
    """The write-ahead log of a load that had ended, cut or changed at a place by chance: what stood before, or all."""
    tally = Tally()
    base = _shipped(folder / "base.db")
    first = _state(base)
    work = Path(shutil.copy(base, folder / "work.db"))
    with Database(work) as db:
        db.load(_NEW.encode())
        log = Path(f"{work}-wal").read_bytes()
        main = work.read_bytes()
        whole = _state(work)
    for number in range(times):
        path = folder / f"{number}.db"
        path.write_bytes(main)
        place = chance.randrange(len(log))
        cut = log[:place] if number % 2 else log[:place] + bytes([log[place] ^ 0xFF]) + log[place + 1 :]
        Path(f"{path}-wal").write_bytes(cut)
        _judge(tally, path, first, whole, ["load", str(_file(folder))], f"log torn at {place}", None)
    return tally


def clock_back(folder: Path, chance: random.Random) -> Tally:
    """A load by a clock that is a year behind that of the load before: the same records, and the database is well."""
    tally = Tally(times=1)
    base = _shipped(folder / "base.db")
    with Database(base) as db:
        db.load(_NEW.encode())
    before = _state(base)
    script = (
        "import sys, claims.models, claims.load.loading as loading\n"
        "loading.instant_now = lambda: '2001-01-01T00:00:00.000Z'\n"
        "from claims import Database\n"
        "with Database(sys.argv[1]) as db: r = db.load(sys.stdin.buffer); print(r.rejected)\n"
    )
    changed = _NEW.replace('Ueda met Lind in Oslo."', 'Ueda met Lind again."')
    ended = subprocess.run([sys.executable, "-c", script, str(base)], input=changed, capture_output=True, text=True)
    if ended.returncode or ended.stdout.strip() != "0":
        tally.wrong.append(ended.stderr[-300:] or ended.stdout)
    found = _state(base)
    if found is None or found == before:
        tally.wrong.append("the later record does not stand")
    tally.after = 1
    return tally


def many(seconds: float, folder: Path, chance: random.Random) -> Tally:
    """Eight writers and eight readers, and backups under way: no writer's record is lost, no reader sees half of a load."""
    tally = Tally()
    base = _shipped(folder / "base.db")
    until = time.monotonic() + seconds
    kept: list[str] = []
    lock = threading.Lock()

    def write(writer: int) -> None:
        number = 0
        while time.monotonic() < until:
            name = f"writer {writer} no. {number}"
            pair = [{"record": "source", "name": f"{name} {half}"} for half in ("a", "b")]
            try:
                with Database(base) as db:
                    db.load(pair)
                with lock:
                    kept.append(name)
            except ClaimsError as error:
                with lock:
                    tally.told += 1
                    if "\n" in str(error):
                        tally.wrong.append(str(error))
            except Exception as error:
                with lock:
                    tally.wrong.append(repr(error)[:200])
            number += 1

    def read() -> None:
        while time.monotonic() < until:
            try:
                with Database(base) as db:
                    (row,) = db.sql("select count(*) as n from sources where name like 'writer %'")
                if row["n"] % 2:
                    with lock:
                        tally.wrong.append(f"{row['n']} halves seen")
            except Exception as error:
                with lock:
                    tally.wrong.append(repr(error)[:200])

    def copy() -> None:
        number = 0
        while time.monotonic() < until:
            path = folder / f"backup-{number}.db"
            ended = _run(base, ["backup", str(path)])
            if ended.returncode or _state(path) is None:
                with lock:
                    tally.wrong.append(f"backup: {ended.stderr[-200:]}")
            path.unlink(missing_ok=True)
            number += 1
            time.sleep(1)

    threads = [
        *(threading.Thread(target=write, args=(n,)) for n in range(8)),
        *(threading.Thread(target=read) for _ in range(8)),
    ]
    threads.append(threading.Thread(target=copy))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Database(base) as db:
        held = {row["name"] for row in db.sql("select name from sources where name like 'writer %'")}
    lost = [name for name in kept if {f"{name} a", f"{name} b"} - held]
    tally.wrong += [f"lost: {name}" for name in lost]
    if _state(base) is None:
        tally.wrong.append("check is not clean")
    tally.times, tally.after = len(kept) + tally.told, len(kept)
    return tally


def _prepared(folder: Path, command: str) -> tuple[str | None, Callable[[Path], Path], list[str], str | None]:
    """(state before, a fresh database at a path, the command's words, a state that also counts as whole)."""
    base = _shipped(folder / "base.db")
    if command == "demo":
        return "none", lambda path: path, ["demo", "--no-serve"], None
    if command == "upgrade":
        _without_derived(base)
        return "old", lambda path: Path(shutil.copy(base, path)), ["init"], None
    words = {
        "load": ["load", str(_file(folder))],
        "merge": ["merge", "Ken Saito", "Gina Raimondo", "--why", "a trial", "--by", "Ada"],
        "add": ["add", str(_article(folder)), "--source", "Daily", "--published", "2021-05-04"],
    }[command]
    return _state(base), lambda path: Path(shutil.copy(base, path)), words, None


def _judge(
    tally: Tally, path: Path, first: str | None, whole: str | None, words: list[str], name: str, _: str | None
) -> None:
    """Count what the fault left, and run the command again: it must end as if nothing had happened."""
    tally.times += 1
    state = _state(path)
    if state == first or (first == "none" and state in ("none", "old", "empty")):
        tally.before += 1
    elif state == whole:
        tally.after += 1
    else:
        tally.wrong.append(f"{name}: neither as before nor as after ({state})")
    ended = _run(path, words)
    is_told = state == whole and "already" in ended.stderr  # what is done cannot be judged once more
    if (ended.returncode and not is_told) or _state(path) != whole:
        tally.wrong.append(f"{name}, again: {ended.stderr[-200:]}")
    for beside in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        beside.unlink(missing_ok=True)


def _state(path: Path) -> str | None:
    """The content of a database that `check` finds well, without instants; "none", "empty" or "old" where it is not one yet."""
    if not path.exists():
        return "none"
    try:
        with Database(path) as db, db.engine.connect() as connection:
            if not connection.exec_driver_sql("select 1 from sqlite_master limit 1").fetchone():
                return "empty"
            if [problem for finding in check(connection) for problem in finding.problems]:
                return None
            count = connection.exec_driver_sql("select count(*) from claims").scalar_one()
            return f"{count} {content_hash(connection)}" if count else "empty"
    except ClaimsError as error:
        return "old" if "claims init" in str(error) else f"{error}"


def _run(path: Path, words: list[str], limit: int | None = None) -> subprocess.CompletedProcess[str]:
    command = [*_CLAIMS, "--db", str(path), *words]
    if limit is not None:
        command = ["bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$@"', "bash", *command]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def _shipped(path: Path) -> Path:
    with Database(path) as db:
        db.load(corpus_lines(), strict=True)
    with sqlite3.connect(path) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    connection.close()
    return path


def _without_derived(path: Path) -> None:
    """As an older version left it: another edition, so that all that is derived is built anew."""
    with sqlite3.connect(path) as connection:
        connection.execute("pragma user_version = 1")
    connection.close()


def _file(folder: Path) -> Path:
    path = folder / "new.jsonl"
    path.write_text(_NEW)
    return path


def _article(folder: Path) -> Path:
    path = folder / "article.txt"
    met = "Japanese Foreign Minister Yoko Kamikawa met U.S. Secretary of State Antony Blinken in Oslo on May 3, 2021."
    path.write_text(f"Grain talks in Oslo\n\n{met}\n")
    return path
