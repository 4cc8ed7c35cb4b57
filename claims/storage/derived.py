"""Views, triggers, search and derived tables: built from db/, none of which holds a fact of its own.

Migrations own the tables that hold facts; everything here can be dropped and made again from them. A file of
db/derived/ has three parts, each led by a comment: `-- create`, `-- fill` and `-- clear`. Fill and clear work on the
rows named in the temporary tables touched_claims and touched_documents, so that a load costs what it changes. Who takes
part in them is worked out once, by the fill of participation, and kept in touched_takers for the fills after it. A bare
`on conflict do nothing` passes over rows that stayed where names moved; what a fill itself gives twice names the columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Container, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.schema import SetColumnComment, SetTableComment

from claims.models import Base, Kind, Role
from claims.names import name_key
from claims.resources import DB
from claims.storage.editions import edition_of
from claims.storage.stores import store_of
from claims.vocabulary import KINDS, ROLES

#: Tables that turn on which claims are placed on which event, in the order in which they are filled.
OF_EVENTS = ("acts", "event_facts", "outcomes")
#: Those that turn on the words of claims and documents alone, and those of the others that turn on when documents were
#: published: whose promises they are is told by participation.
OF_WORDS = ("claims_search", "documents_search")
OF_DAYS = ("participation", "promises")
_LEAVE = (DB / "resolve" / "leave_moved_names.sql").read_text("utf-8")
_MOVED = (DB / "resolve" / "moved_names.sql").read_text("utf-8")
_TAKERS = (
    "(claim_id integer, referent_id integer, is_party integer, is_subject integer, is_named integer,"
    " primary key (claim_id, referent_id)) without rowid"
)
_MANY = 1000  # claims at least that are worth a look at every table
_AT_ONCE = 20_000  # ids that are inserted together
_NONE = range(0)
_INDEX = re.compile(r"^create index (\w+) [^;]+", re.MULTILINE)
_STAYED = re.compile(r"^on conflict do nothing(?=;)", re.MULTILINE)
_TAKEN = re.compile(r"^insert into (touched_takers)\b", re.MULTILINE)
_PART = re.compile(r"^-- (create|fill|clear)\b.*$", re.MULTILINE)


def build(connection: Connection, others: Iterable[str] = ()) -> None:
    """Make everything derived, on a database whose tables are there and whose derived things are not.

    `others` are further statements to run: the views and triggers of a user's own that `drop` returned.
    """
    store = store_of(connection)
    _fill_vocabulary(connection)
    _describe(connection)
    for path in _files("derived"):
        if not _is_search(path):
            store.run(connection, _parts(path)["create"])
    for path in _in_order(_files("views")):
        store.run(connection, path.read_text("utf-8"))
    for path in _files("triggers"):
        store.run(connection, path.read_text("utf-8"))
    for path in filter(_is_search, _files("derived")):
        _part(connection, path, "create")
    store.settled(connection, Base.metadata.tables)
    fill_all(connection)
    for statement in others:
        connection.exec_driver_sql(statement)
    store.mark(connection, edition_of(store))


def fill_all(connection: Connection, *, words: bool = True) -> None:
    """Derive everything, in tables that are made and empty; with `words`, the search index too."""
    run = connection.exec_driver_sql
    for facts in ("claims", "documents"):
        run(f"create temporary view touched_{facts} as select id from {facts}")
    with _taking_part(connection, entities=True):
        for path in _files("derived"):
            if words or not _is_search(path):  # `check` derives beside: its indexes bear the same names
                _part(connection, path, "fill", indexed_after=words)
    for facts in ("claims", "documents"):
        run(f"drop view temp.touched_{facts}")


def created() -> list[str]:
    """The statements that make each derived table with its indexes, in the order in which they are filled; not the search index."""
    return [_parts(path)["create"] for path in _files("derived") if not _is_search(path)]


def drop(connection: Connection) -> list[str]:
    """Drop everything derived and return the statements that make the user's own views and triggers again."""
    ours = [path.stem for folder in ("views", "triggers") for path in _files(folder)]
    tables = [
        table
        for path in _files("derived")
        for table in re.findall(r"^create (?:virtual )?table (\w+)", _parts(path)["create"], re.MULTILINE)
    ]
    return store_of(connection).drop(connection, tables, ours)


def is_current(connection: Connection) -> bool:
    """Whether everything derived was built from this version's files and code, spelled as this version spells them."""
    store = store_of(connection)
    return store.edition(connection) == edition_of(store)


def clear(
    connection: Connection,
    claims: Iterable[int] = (),
    documents: Iterable[int] = (),
    *,
    words: bool = True,
    only: Container[str] | None = None,
) -> None:
    """Take what is derived from these rows away, before they change; the search index too, unless their words stay.

    `only`: of these tables; None = all.
    """
    claims, documents = set(claims), set(documents)
    if not claims and not documents:
        return
    with _touched(connection, claims, documents):
        for path in reversed(_files("derived")):
            if (words or not _is_search(path)) and (only is None or _name(path) in only):
                _part(connection, path, "clear")


def fill(
    connection: Connection,
    claims: Iterable[int] = (),
    documents: Iterable[int] = (),
    *,
    new: range | None = None,
    words: bool = True,
    besides: Container[str] = (),
    only: Container[str] | None = None,
) -> None:
    """Derive what these rows (new, or cleared and changed) give, and the claims of the ids in `new`, which are the highest.

    With `new`, the claims that changed were cleared whole, and nothing of them was derived since. `besides` are tables
    that are filled otherwise; `only` those that are filled (None = all).
    """
    claims, documents = set(claims), set(documents)
    is_most = False
    if new is not None:
        claims = {number for number in claims if number not in new}
        is_most = _is_most(claims, new)
    if not claims and not new and not documents:
        return
    with _touched(connection, claims, documents, new or _NONE), _taking_part(connection):
        for path in _filled_from("claims", "takers", "documents"):
            if _name(path) not in besides and (words or not _is_search(path)) and (only is None or _name(path) in only):
                _part(connection, path, "fill", indexed_after=is_most)


def settled(connection: Connection, claims: Collection[int], new: range) -> None:
    """All facts of a load are written, of these claims and those of the ids in `new`: what is derived from them comes next."""
    store_of(connection).settled(connection, Base.metadata.tables, always=_is_most(claims, new))


def _is_most(claims: Collection[int], new: range) -> bool:
    """Whether a load brings or changes more than the rest that there is, in claims of which there are many."""
    return len(claims) + len(new) > max(new.start - 1, _MANY)


def fill_placed(
    connection: Connection, claims: Collection[int], new: range, moved: Iterable[int], beside: Iterable[int]
) -> None:
    """Derive what turns on which claims are placed on which event, once they are.

    It is that of `claims` and of those of the ids in `new`, of which nothing of it is there; of those that `moved` to an
    event or away from one; and what came of promises also of those `beside` them, on their events.
    """
    done = {number for number in claims if number not in new}
    again = {number for number in moved if number not in new} - done
    near = {number for number in beside if number not in new} - done - again
    is_most = _is_most(done, new)
    *facts, outcomes = (path for path in _files("derived") if _name(path) in OF_EVENTS)
    if again or near:
        with _touched(connection, again | near):
            _part(connection, outcomes, "clear")
    if again:
        with _touched(connection, again):
            for path in facts:
                _part(connection, path, "clear")
    for paths, ids in ((facts, done | again), ([outcomes], done | again | near)):
        if ids or new:
            with _touched(connection, ids, new=new):
                for path in paths:
                    _part(connection, path, "fill", indexed_after=is_most)


def refresh_names(connection: Connection) -> set[int]:
    """Derive names anew after entities, aliases or judgements changed; which claims have bare names that now mean another.

    So have those whose people and bodies are now of another state. What these claims gave to whom they no longer mean is
    taken away, and all that they give is to be filled in.

    Claims that take part under an entity that changes must be cleared before (see `load.changes`).
    """
    run, store = connection.exec_driver_sql, store_of(connection)
    run(
        "create temporary table names_before as select name_key, coalesce(referent_id, -id) as referent_id from mentions"
    )
    run("create temporary table states_before as select referent_id, state_id from states")
    with _touched(connection), _taking_part(connection, entities=True):
        for path in _filled_from("entities"):
            _part(connection, path, "fill")
    with store.scratch(connection, "moved", "(referent_id integer, claim_id integer)"):
        run(_MOVED)
        moved = {number for (number,) in run("select distinct claim_id from moved").fetchall()}
        with store.starting_from(connection, len(moved)):
            store.run(connection, _LEAVE)
    for table in ("names_before", "states_before"):
        run(f"drop table temp.{table}")
    return moved


def _fill_vocabulary(connection: Connection) -> None:
    """New kinds and roles come with the version's vocabulary and need no migration; a definition may be reworded."""
    for model, rows in ((Kind, KINDS.values()), (Role, ROLES.values())):
        columns = [column.name for column in model.__table__.columns]
        told = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
        connection.exec_driver_sql(
            f"insert into {model.__tablename__} ({', '.join(columns)}) values ({', '.join('?' * len(columns))})"
            f" on conflict (name) do update set {told}",
            [tuple(_plain(getattr(row, name)) for name in columns) for row in rows],
        )


def _describe(connection: Connection) -> None:
    """What the models say of tables and columns, for clients to show: a version may word it better than the migrations did."""
    if connection.dialect.supports_comments:
        for table in Base.metadata.tables.values():
            connection.execute(SetTableComment(table))
            for column in table.columns:
                connection.execute(SetColumnComment(column))


def _plain(value: str | bool) -> str | int:
    return int(value) if isinstance(value, bool) else value


def put_ids(connection: Connection, table: str, column: str, *sets: Collection[int]) -> None:
    """Insert these ids, each set in its order and some at a time: there may be as many as the database has claims."""
    store = store_of(connection)
    for ids in sets:
        waiting = iter(ids)
        while rows := [(number,) for number in itertools.islice(waiting, _AT_ONCE)]:
            store.insert(connection, table, (column,), rows)


@contextmanager
def _touched(
    connection: Connection, claims: Iterable[int] = (), documents: Iterable[int] = (), new: range = _NONE
) -> Iterator[None]:
    """These rows, and the claims of the ids in `new`, in touched_claims and touched_documents."""
    store = store_of(connection)
    tables = {"touched_claims": (sorted(set(claims)), new), "touched_documents": (sorted(set(documents)),)}
    with ExitStack() as made:
        for table, sets in tables.items():
            made.enter_context(store.scratch(connection, table, "(id integer primary key)"))
            put_ids(connection, table, "id", *sets)
        store.settled(connection, tables, always=True)
        made.enter_context(store.starting_from(connection, sum(map(len, itertools.chain(*tables.values())))))
        yield


@contextmanager
def _taking_part(connection: Connection, *, entities: bool = False) -> Iterator[None]:
    """What fills need besides: who takes part, whether all entities were touched, and their keys and slugs, folded.

    Whether they were is told by a view, as what stands on every node of a cluster is not deleted by a table of one of them.
    """
    run, store = connection.exec_driver_sql, store_of(connection)
    with (
        store.scratch(connection, "touched_takers", _TAKERS),
        store.scratch(connection, "touched_handles", "(entity_id integer, folded text)"),
    ):
        run(f"create temporary view touched_entities as select 1 as id where 1 = {int(entities)}")
        if entities:
            rows = run("select id, key, slug from entities").fetchall()
            handles = [(id_, name_key(handle)) for id_, *handles in rows for handle in handles if handle is not None]
            if handles:
                store.insert(connection, "touched_handles", ("entity_id", "folded"), handles)
        yield
        run("drop view temp.touched_entities")


def _part(connection: Connection, path: Path, part: str, *, indexed_after: bool = False) -> None:
    """Do one part of a file of db/derived. `indexed_after`: most rows are new and none stayed, so make the indexes again after them."""
    script = _parts(path)[part]
    store, name = store_of(connection), _name(path)
    if _is_search(path):
        store.search(connection, part, script, name.removesuffix("_search"), indexed_after=indexed_after)
        return
    after: list[str] = []
    if indexed_after:
        script = _STAYED.sub("", script)
        if "on conflict" not in script:
            after += store.put_off(connection, name)
        for index in _INDEX.finditer(_parts(path)["create"]):
            connection.exec_driver_sql(f"drop index {index[1]}")
            after.append(index[0])
    store.run(connection, script)
    for statement in after:
        connection.exec_driver_sql(statement)
    if part == "fill":
        store.settled(connection, (name, *_TAKEN.findall(script)))


def _name(path: Path) -> str:
    """The table that a file of db/derived is about."""
    return path.stem.split("_", 1)[1]


def _is_search(path: Path) -> bool:
    return path.stem.endswith("_search")


def _files(folder: str) -> tuple[Path, ...]:
    return tuple(sorted((DB / folder).glob("*.sql")))


@cache
def _filled_from(*touched: str) -> tuple[Path, ...]:
    """The files whose fill reads what was touched of these; of nothing touched the others find nothing, and a cluster is long at it."""
    reads = re.compile(rf"\btouched_(?:{'|'.join(touched)})\b")
    return tuple(path for path in _files("derived") if reads.search(_parts(path)["fill"]))


def _parts(path: Path) -> dict[str, str]:
    pieces = _PART.split(path.read_text("utf-8"))
    return dict(zip(pieces[1::2], pieces[2::2], strict=True))


@cache
def _in_order(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Views, each after those that it reads."""
    texts = {path: path.read_text("utf-8") for path in paths}
    reads = {
        path: {other for other in paths if other != path and re.search(rf"\b(?:from|join) {other.stem}\b", text)}
        for path, text in texts.items()
    }
    return tuple(TopologicalSorter(reads).static_order())
