"""A pull: what is new at the source comes into the replica, in whole pieces, each compared there and here by its hash."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from claims.errors import ReplicaError
from claims.load import copy, writing
from claims.models import instant_now
from claims.records import Record
from claims.replica.address import shown
from claims.replica.opening import opened_replica, opened_source
from claims.replica.pieces import Rows, digests, read, told
from claims.replica.slices import Slice, slice_of
from claims.replica.sought import Latest, Seeker, Sought, latest
from claims.replica.standing import (
    Standing,
    content_of,
    forget_pulled,
    pulled,
    standing,
    write_pulled,
    write_standing,
)
from claims.storage import head_revision

_ANEW = "make the replica again with --anew"
#: Called with the claims that came so far, and all that are to come.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Pull:
    """What a pull did: how many pieces and claims it brought or compared anew, and how the replica stands now."""

    pieces: int
    claims: int
    standing: Standing


def pull(
    source: str | Path,
    replica: str | Path,
    *,
    topic: str = "",
    entity: str = "",
    since: str = "",
    verify: bool = False,
    on_progress: Progress | None = None,
) -> Pull:
    """Bring the database at `replica` up to the one at `source`; it is made where it is not there.

    It holds everything, or the slice that `topic`, `entity` (any known name, slug or key) and `since` (a day, inclusive)
    tell; what was asked for at first holds for every later pull, and need not be given again. What is new comes in
    transactions of whole documents. A pull that is stopped in the middle has kept those, and the next one goes on.
    `verify` compares all that came before too, not only what the source says has changed.

    Raises ReplicaError where the source cannot be read, where the replica is one of another source or slice or holds
    claims of its own, and where the two do not agree; then the replica is as it was after the last whole document.
    """
    with opened_source(source) as there:
        now = instant_now()
        asked = slice_of(there, topic, entity, since)
        with opened_replica(replica) as here:
            stands = _standing(here, there, source, asked, is_asked=bool(topic or entity or since))
            news = latest(there, stands.run_id)
            is_doubted = verify or _is_another(stands, news)
            if stands.is_whole and not is_doubted and news.mark == stands.mark:
                return Pull(0, 0, _touched(here, replace(stands, as_of=now, run_id=news.run_id, run_at=news.run_at)))
            one = _Pulling(there, here, stands, news, now, is_doubted=is_doubted)
            return one.all(on_progress)


def _standing(here: Engine, there: Connection, source: str | Path, asked: Slice, *, is_asked: bool) -> Standing:
    """How the replica stands, or is to begin. Raises ReplicaError where it is another's."""
    with here.connect() as connection:
        held = standing(connection)
        name = shown(here.url.render_as_string(hide_password=False))
        if held is None:
            if connection.exec_driver_sql("select 1 from runs").fetchone() is not None:
                raise ReplicaError(f"{name} holds claims of its own, and is no replica", "name another file with --db")
            return Standing(shown(source), asked, head_revision())
    if held.source != shown(source):
        raise ReplicaError(f"{name} is a replica of {held.source}", "name another file with --db, or give --anew")
    if is_asked and held.part != asked:
        had = held.part.told(lambda key: _name(there, key)) or "everything"
        wanted = asked.told(lambda key: _name(there, key))
        raise ReplicaError(f"{name} holds {had}, not {wanted}", "name another file with --db, or give --anew")
    return held


def _name(connection: Connection, key: str) -> str:
    return str(connection.exec_driver_sql("select name from entities where key = ?", (key,)).scalar() or key)


def _is_another(stands: Standing, news: Latest) -> bool:
    """Whether the source's marks tell nothing of what came: other tables, another database, or an older state of it."""
    if stands.as_of is None and stands.began_at is None:
        return False
    was_run = stands.run_id is not None and news.run_was_at != stands.run_at
    return stands.edition != head_revision() or news.mark < stands.mark or was_run


def _touched(here: Engine, stands: Standing) -> Standing:
    with here.begin() as connection:
        write_standing(connection, stands)
    return stands


@dataclass(frozen=True)
class _Portion:
    """What one transaction brings: the hashes of its pieces by kind and key, and the records of those that are new.

    `pages`: keys of the documents among these; `tied`: keys of the documents whose links are all told.
    """

    hashes: dict[str, dict[str, str]]
    stream: list[Record]
    pages: list[str]
    claims: int
    tied: frozenset[str]
    is_last: bool


class _Pulling:
    """One pull that has something to do."""

    def __init__(
        self, there: Connection, here: Engine, stands: Standing, news: Latest, now: str, *, is_doubted: bool
    ) -> None:
        self._there = there
        self._here = here
        self._before = stands
        self._begun = replace(stands, began_at=stands.began_at or now, edition=head_revision())
        self._end = replace(
            self._begun, began_at=None, as_of=now, mark=news.mark, run_id=news.run_id, run_at=news.run_at
        )
        with here.connect() as connection:
            self._came = pulled(connection)
        self._seeker = Seeker(there, stands, self._came, is_doubted=is_doubted)

    def all(self, on_progress: Progress | None) -> Pull:
        """Bring everything, batch by batch; the next one is read while one is written."""
        sought = self._seeker.sought()
        number = max(1, len(sought.batches))
        pieces = claims = 0
        with ThreadPoolExecutor(1) as reader:
            ahead = reader.submit(self._portion, sought, 0, number)
            for at in range(1, number + 1):
                portion = ahead.result()
                if at < number:
                    ahead = reader.submit(self._portion, sought, at, number)
                self._take(portion)
                pieces += sum(map(len, portion.hashes.values()))
                claims += portion.claims
                if on_progress is not None:
                    on_progress(claims, sought.claims)
        return Pull(pieces, claims, self._end)

    def _portion(self, sought: Sought, at: int, number: int) -> _Portion:
        """What one transaction is to bring: what is named comes with the first, links with the last."""
        batch = sought.batches[at] if sought.batches else []
        ids: dict[str, set[int]] = {"document": set(batch)}
        if at == 0:
            ids |= {**sought.named, "cited": sought.cited}
        if batch:
            ids["cited"] = ids.get("cited", set()) | self._seeker.ahead(sought, at)
        rows = {kind: read(self._there, kind, some) for kind, some in ids.items() if some}
        tied: frozenset[str] = frozenset()
        if at == number - 1:
            rows["links"], tied = self._links({id_ for batch in sought.batches for id_ in batch})
        hashes = {kind: digests(kind, some, self._keys(kind, some)) for kind, some in rows.items()}
        news = {kind: self._new(kind, some, hashes[kind]) for kind, some in rows.items()}
        pages = [row["key"] for row in news.get("document", {}).get("documents", ())]
        claims = len(rows["document"]["claims"]) if batch else 0
        return _Portion(hashes, list(told(self._there, news.values())), pages, claims, tied, at == number - 1)

    def _links(self, came: set[int]) -> tuple[Rows, frozenset[str]]:
        """The links from and to documents that come in this pull, or came in one that was stopped; keys of the documents."""
        came = came | self._seeker.ids_here("document", above=self._before.mark)
        tied = self._seeker.tied(came)
        links = read(self._there, "links", tied)["links"]
        whole = came | self._seeker.here("document", {row["to_id"] for row in links})
        keys = frozenset(self._seeker.keys("document", tied).values())
        return {"links": [row for row in links if row["to_id"] in whole]}, keys

    def _take(self, portion: _Portion) -> None:
        """Bring a portion in one transaction."""
        with writing(self._here) as connection:
            write_standing(connection, self._begun)
            receipt = copy(connection, portion.stream, portion.pages)
            if receipt.rejects:
                raise ReplicaError(f"a record was not taken: {receipt.rejects[0].error}", _ANEW)
            for kind, mine in portion.hashes.items():
                self._compare(connection, kind, mine)
                write_pulled(connection, kind, mine, self._end.mark)
            forget_pulled(connection, "cited", portion.hashes.get("document", ()))
            if portion.is_last:
                forget_pulled(connection, "links", portion.tied - portion.hashes["links"].keys())
                self._finish(connection)

    def _keys(self, kind: str, rows: Rows) -> dict[int, str] | None:
        """Of links the keys of their documents; every other piece has its key in its rows."""
        return self._seeker.keys("document", {row["of_id"] for row in rows["links"]}) if kind == "links" else None

    def _new(self, kind: str, rows: Rows, hashes: dict[str, str]) -> Rows:
        """The rows of those pieces that are not here as they are there."""
        known = {key for key, digest in hashes.items() if self._came.get((kind, key), (0, ""))[1] == digest}
        if not known:
            return rows
        keys = self._seeker.keys("document" if kind in ("links", "cited") else kind, _ids(rows))
        return {name: [row for row in some if keys[row["of_id"]] not in known] for name, some in rows.items()}

    def _compare(self, connection: Connection, kind: str, hashes: dict[str, str]) -> None:
        """Raise ReplicaError for the first of these pieces that is not here what it is there."""
        ids = _ids_of(connection, kind, hashes)
        rows = read(connection, kind, ids)
        ours = digests(kind, rows, ids if kind == "links" else None)
        for key, digest in hashes.items():
            if ours.get(key) != digest:
                what = "the links of document" if kind == "links" else kind.replace("cited", "document")
                raise ReplicaError(f"{what} {key} is not here what it is at the source", _ANEW)

    def _finish(self, connection: Connection) -> None:
        """Write that the pull came to its end, with the hash of all that came."""
        connection.exec_driver_sql("delete from pulled where record = 'event' and key not in (select key from events)")
        self._end = replace(self._end, content=content_of(connection))
        write_standing(connection, self._end)


def _ids(rows: Rows) -> set[int]:
    return {row["of_id"] for some in rows.values() for row in some}


def _ids_of(connection: Connection, kind: str, keys: dict[str, str]) -> dict[int, str]:
    """The ids here of the pieces with these keys."""
    table = {"source": "sources", "entity": "entities", "event": "events"}.get(kind, "documents")
    column = "name" if kind == "source" else "key"
    rows = connection.exec_driver_sql(
        f"select id, {column} from {table} where {column} in (select value from json_each(:keys))",
        {"keys": json.dumps(list(keys))},
    )
    return dict(map(tuple, rows))
