"""Changes of a good database by chance, beneath all that guards it, one at a time: `claims check` must name each."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims import Database
from claims.check import check
from claims.errors import ClaimsError
from claims.records import corpus_lines

#: What is said later of what ships, so that every table has rows.
_LATER: list[dict[str, Any]] = [
    {"record": "source", "name": "Daily", "kind": "outlet", "country": "NO", "reliability": "B", "origin": "METI"},
    {"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en", "author": "Ada", "note": "a trial",
     "url": "https://daily.example/1", "published_on": "2021-05-04", "text": "Ueda met Lind in Oslo on 3 May 2021. Nobody signed."},
    {"record": "document", "slug": "daily-2", "source": "Daily", "title": "Withheld", "language": "en", "text_length": 80,
     "text_sha256": "0" * 64},
    *(
        {"record": "claim", "slug": slug, "document": "daily-1", "kind": "meet", "phase": phase, "date": "2021-05-03", "confidence": 0.5,
         "evidence": [{"quote": "Ueda met Lind in Oslo on 3 May 2021"}], "summary": f"Ueda met Lind ({slug}).",
         "arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Lind"}]}
        for slug, phase in (("d1", "occurred"), ("d1", "failed"), ("d2", "ongoing"))
    ),
    {"record": "claim", "slug": "d3", "document": "daily-2", "kind": "meet", "phase": "occurred", "date": "1821-05-03",
     "evidence": [{"quote": "Words that nobody can check", "page": "2"}], "summary": "Ueda met Lind long ago.",
     "arguments": [{"role": "participant", "name": "Ueda"}]},
    {"record": "review", "claim": "d1", "verdict": "rejected", "reviewer": "Ada", "note": "no"},
    {"record": "review", "claim": "d2", "verdict": "accepted", "reviewer": "Ada"},
    {"record": "link", "source": "d2", "type": "repeats", "target": "d1", "who": "Ada", "why": "the same words"},
    {"record": "judgement", "left": "ken-saito", "right": "gina-raimondo", "verdict": "same", "who": "Ada", "why": "a trial",
     "judged_at": "2024-07-01T00:00:00.000Z", "withdrawn_at": "2024-07-02T00:00:00.000Z"},
    {"record": "judgement", "left": "ken-saito", "right": "yasutoshi-nishimura", "verdict": "different", "who": "Ada", "why": "two men"},
]  # fmt: skip


@dataclass(frozen=True)
class Tried:
    """What was changed, and the checks that named it; none = it was missed. `told` is the first line, or what went wrong."""

    what: str
    named_by: tuple[str, ...]
    told: str


def good(path: Path) -> Path:
    """A database that is well, with rows in every table that a database of its own fills."""
    with Database(path) as db:
        db.load(corpus_lines(), strict=True)
        receipt = db.load(_LATER)
        assert not receipt.rejects, receipt.rejects
        db.sql("pragma wal_checkpoint(truncate)")
    return path


def tried(base: Path, folder: Path, count: int, seed: int) -> Iterator[Tried]:
    """So many changes by chance, each of a copy of its own."""
    chance = random.Random(seed)
    for number in range(count):
        path = copied(base, folder / f"{number}.db")
        what = changed(path, chance)
        yield checked(path, what)
        for beside in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
            beside.unlink(missing_ok=True)


def copied(base: Path, to: Path) -> Path:
    return Path(shutil.copy(base, to))


def run(path: Path, statement: str) -> None:
    """Run a statement that nothing of the database guards against."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute(statement)
        connection.commit()


def changed(path: Path, chance: random.Random) -> str:
    """Change one thing in the file, and tell what."""
    with closing(sqlite3.connect(path)) as connection:
        connection.isolation_level = None
        for pragma in ("foreign_keys = off", "ignore_check_constraints = on", "recursive_triggers = off"):
            connection.execute(f"pragma {pragma}")
        while True:
            connection.execute("begin immediate")
            guards = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
            for name, _ in guards:
                connection.execute(f"drop trigger {name}")
            try:
                what = chance.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])[0](connection, chance)
            except sqlite3.IntegrityError:
                what = None  # a key that is there already
            if what is not None:
                dropped = what.removeprefix("trigger dropped: ")
                for name, statement in guards:
                    if name != dropped:
                        connection.execute(statement)
                connection.execute("commit")
                return what
            connection.execute("rollback")


def _column(connection: sqlite3.Connection, chance: random.Random) -> str | None:
    """One value of one row is another, or none."""
    table, where, row = _row(connection, chance)
    name = chance.choice(list(row))
    value = _other(row[name], name, table, connection, chance)
    if value == row[name] and type(value) is type(row[name]):
        return None
    changed = connection.execute(f'update "{table}" set "{name}" = ? {where[0]}', (value, *where[1]))
    return f"column changed: {table}.{name}, {row[name]!r:.60} to {value!r:.60}" if changed.rowcount == 1 else None


def _deleted(connection: sqlite3.Connection, chance: random.Random) -> str | None:
    table, where, row = _row(connection, chance)
    connection.execute(f'delete from "{table}" {where[0]}', where[1])
    return f"row deleted: {table} {list(row.values())!r:.80}"


def _doubled(connection: sqlite3.Connection, chance: random.Random) -> str | None:
    """The row once more, under the next number of its key; in tables whose key has no number there is none."""
    table, _, row = _row(connection, chance)
    keys = _keys(connection, table) or ["rowid"]
    free = [name for name in keys if name == "rowid" or isinstance(row[name], int)]
    if not free:
        return None
    name = free[-1]
    (highest,) = connection.execute(f'select max("{name}") from "{table}"').fetchone()
    copy = row | {name: highest + 1}
    columns, marks = ", ".join(f'"{column}"' for column in copy), ", ".join("?" * len(copy))
    connection.execute(f'insert into "{table}" ({columns}) values ({marks})', tuple(copy.values()))
    return f"row doubled: {table} {list(row.values())!r:.80}"


def _words(connection: sqlite3.Connection, chance: random.Random) -> str | None:
    """The search index is told other words of a row than it has, or the row twice."""
    table = chance.choice(["claims", "documents", "entities"])
    (id_,) = connection.execute(
        f"select id from {table} order by id limit 1 offset ?", (_some(connection, table, chance),)
    ).fetchone()
    if chance.random() < 0.5:
        connection.execute(f"insert into {table}_search (rowid, words) values (?, 'words of nobody')", (id_,))
        return f"search index told more: {table} {id_}"
    connection.execute(
        f"insert into {table}_search ({table}_search, rowid, words) values ('delete', ?, 'words of nobody')", (id_,)
    )
    return f"search index told less: {table} {id_}"


def _dropped(connection: sqlite3.Connection, chance: random.Random) -> str | None:
    kind = chance.choice(["view", "index", "trigger"])
    if kind == "trigger":
        return f"trigger dropped: {chance.choice(_GUARDS)}"
    names = connection.execute(
        "select name from sqlite_master where type = ? and sql is not null order by name", (kind,)
    ).fetchall()
    (name,) = chance.choice(names)
    connection.execute(f'drop {kind} "{name}"')
    return f"{kind} dropped: {name}"


_GUARDS = (
    "claims_are_not_deleted",
    "claims_are_not_overwritten",
    "evidence_is_not_overwritten",
    "arguments_are_not_overwritten",
)

#: A kind of change and its share; each gives what it did, or None where this one could not be done.
KINDS: list[tuple[Callable[[sqlite3.Connection, random.Random], str | None], int]] = [
    (_column, 18), (_deleted, 5), (_doubled, 4), (_words, 2), (_dropped, 1),
]  # fmt: skip


def _row(
    connection: sqlite3.Connection, chance: random.Random
) -> tuple[str, tuple[str, tuple[Any, ...]], dict[str, Any]]:
    """(table, where-clause of one of its rows with its parameters, the row by column), of any table that has rows."""
    tables = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and sql not like 'create virtual%' order by name"
    ).fetchall()
    while True:
        table = chance.choice(tables)[0]
        if connection.execute(f'select 1 from "{table}" limit 1').fetchone():
            break
    keys = _keys(connection, table) or ["rowid"]
    cursor = connection.execute(
        f'select * from "{table}" order by {", ".join(keys)} limit 1 offset ?', (_some(connection, table, chance),)
    )
    row = dict(zip([one[0] for one in cursor.description], cursor.fetchone(), strict=True))
    where = " and ".join(f'"{name}" is ?' for name in keys)
    return table, (f"where {where}", tuple(row[name] for name in keys)), row


def _some(connection: sqlite3.Connection, table: str, chance: random.Random) -> int:
    (count,) = connection.execute(f'select count(*) from "{table}"').fetchone()
    return chance.randrange(count)


def _keys(connection: sqlite3.Connection, table: str) -> list[str]:
    rows = connection.execute(f'pragma table_info("{table}")').fetchall()
    return [name for _, name, _, _, _, place in sorted(rows, key=lambda one: one[5]) if place]


def _other(value: Any, name: str, table: str, connection: sqlite3.Connection, chance: random.Random) -> Any:
    """Null, the value of another row, or the value with a little changed."""
    sort = chance.random()
    if sort < 0.15:
        return None
    if sort < 0.4:
        (other,) = connection.execute(
            f'select "{name}" from "{table}" limit 1 offset ?', (_some(connection, table, chance),)
        ).fetchone()
        return other
    match value:
        case None:
            return chance.choice([1, "x", "2024-06-26"])
        case int() | float():
            return value + chance.choice([-1, 1, 1000])
        case str() if value:
            place = chance.randrange(len(value))
            return value[:place] + chance.choice("xyz0189é岸") + value[place + chance.randint(0, 1) :]
        case bytes() if value:
            place = chance.randrange(len(value))
            return value[:place] + bytes([value[place] ^ chance.randint(1, 255)]) + value[place + 1 :]
    return "x"


def checked(path: Path, what: str) -> Tried:
    """What `claims check` says of the file in which this was changed."""
    try:
        with Database(path) as db, db.engine.connect() as connection:
            wrong = [finding for finding in check(connection) if finding.problems]
    except ClaimsError as error:
        return Tried(what, ("the opening",), str(error))
    except Exception as error:
        return Tried(what, (), f"a traceback: {error!r}")
    return Tried(what, tuple(finding.name for finding in wrong), wrong[0].problems[0] if wrong else "")
