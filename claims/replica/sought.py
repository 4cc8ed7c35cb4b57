"""What a pull has to bring: what is new at the source, what changed, and what that cannot do without."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Connection

from claims.replica.slices import Closure, asked
from claims.replica.standing import Standing
from claims.resources import DB

_TABLES = {
    "source": ("sources", "name"),
    "document": ("documents", "key"),
    "entity": ("entities", "key"),
    "event": ("events", "key"),
}
_BATCH = 25_000  # claims of one transaction


@dataclass(frozen=True)
class Latest:
    """How far the source is. `run_was_at`: when the run began that was its last one when it was asked before."""

    mark: int
    run_id: int | None
    run_at: str | None
    run_was_at: str | None


@dataclass
class Sought:
    """Ids of the source by kind of piece, in batches: what is named comes with the first, links with the last."""

    named: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    batches: list[list[int]] = field(default_factory=list)
    cited: set[int] = field(default_factory=set)
    claims: int = 0

    def __bool__(self) -> bool:
        return bool(self.batches or self.cited or any(self.named.values()))


def latest(connection: Connection, run_id: int | None) -> Latest:
    """How far the source is."""
    return Latest(*connection.exec_driver_sql(_sql("latest"), {"run": run_id}).one())


class Seeker:
    """Finds what has to come.

    `here`: what came before, (kind, key) -> (mark, hash). `is_doubted`: all of it is to be looked at again.
    """

    def __init__(
        self, source: Connection, stands: Standing, here: dict[tuple[str, str], tuple[int, str]], *, is_doubted: bool
    ) -> None:
        self._source = source
        self._here = here
        self._is_doubted = is_doubted
        self._is_first = is_doubted or not stands.is_whole
        self._is_slice = bool(stands.part)
        self._closure = Closure(source, stands.part)
        self._keys: dict[str, dict[int, str]] = defaultdict(dict)
        self._changed: dict[str, dict[int, int]] = defaultdict(dict)
        for record, id_, mark in source.exec_driver_sql(_sql("changed"), {"mark": -1 if is_doubted else stands.mark}):
            self._changed[record][id_] = mark

    def sought(self) -> Sought:
        """Everything that has to come: what is not here, and what is but changed."""
        found = Sought()
        documents = self._documents()
        groups = self._closure.corrected_together(documents)
        if self._is_slice:
            documents |= groups.keys() - self.here("document", groups)
            cited = self._closure.cited(documents)
            found.cited = self._wanted("cited", cited - self.here("document", cited)) | self._changed_here("cited")
            found.cited -= documents
        counts = dict(asked(self._source, "counted", documents))
        found.claims = sum(counts.values())
        found.batches = _batches(documents, groups, counts)
        for kind, ids in self._named(documents, found.cited).items():
            found.named[kind] = self._wanted(kind, ids) | self._changed_here(kind)
        return found

    def ahead(self, sought: Sought, at: int) -> set[int]:
        """The documents of later batches that those of this one cannot do without: they come without their claims first."""
        later = {id_ for batch in sought.batches[at + 1 :] for id_ in batch}
        cited = self._closure.cited(set(sought.batches[at])) & later if later else set()
        return cited - self.here("document", cited)

    def tied(self, documents: Iterable[int]) -> set[int]:
        """These documents and those here that links tie to them."""
        given = set(documents)
        return given | self.here("document", self._closure.linked(given))

    def keys(self, kind: str, ids: Iterable[int]) -> dict[int, str]:
        """The keys of these rows by id; none of what is not there any more."""
        table, column = _TABLES[kind]
        known = self._keys[kind]
        wanted = set(ids)
        if missing := wanted - known.keys():
            rows = self._source.exec_driver_sql(
                f"select id, {column} from {table} where id in (select cast(value as integer) from json_each(:only))",
                {"only": json.dumps(sorted(missing))},
            )
            known.update((id_, key) for id_, key in rows)
        return {id_: known[id_] for id_ in wanted if id_ in known}

    def here(self, kind: str, ids: Iterable[int]) -> set[int]:
        """Those of these that are here."""
        return {id_ for id_, key in self.keys(_table(kind), ids).items() if (kind, key) in self._here}

    def ids_here(self, kind: str, *, above: int = -1) -> set[int]:
        """The ids at the source of all that is here, or came when the source had a higher mark than this."""
        wanted = {key for (one, key), (mark, _) in self._here.items() if one == kind and mark > above}
        table, column = _TABLES[_table(kind)]
        rows = self._source.exec_driver_sql(f"select id, {column} from {table}")
        return {id_ for id_, key in rows if key in wanted} if wanted else set()

    def _documents(self) -> set[int]:
        """The documents to bring whole, but for those that others cannot do without."""
        if not self._is_slice:
            return self._wanted("document", self._candidates("document"))
        among = None if self._is_first else {*self._changed["document"], *self._changed["meaning"]}
        matched = self._closure.matched(among)
        wanted = self._wanted("document", matched)
        linked = self._closure.linked(wanted)
        known = self.ids_here("document") if self._is_doubted else set()
        return (
            wanted
            | self._wanted("document", known)
            | self._changed_here("document")
            | linked - self.here("document", linked)
        )

    def _named(self, documents: set[int], cited: set[int]) -> dict[str, set[int]]:
        """What is referred to, by kind."""
        if not self._is_slice:
            return {kind: self._candidates(kind) for kind in ("source", "entity", "event")}
        meant = self.here("document", self._changed["meaning"])
        known = {kind: self.ids_here(kind) if self._is_doubted else set() for kind in ("source", "entity", "event")}
        entities = self._changed_here("entity") | known["entity"]
        return {
            "event": self._closure.events(documents) | known["event"],
            "entity": self._closure.entities(documents | meant, entities),
            "source": self._closure.sources(documents | cited, self._changed_here("source") | known["source"]),
        }

    def _candidates(self, kind: str) -> set[int]:
        """Of a replica of everything: all there is, or all that changed where nothing else can be new."""
        if not self._is_first:
            return set(self._changed[kind])
        return {id_ for (id_,) in self._source.exec_driver_sql(f"select id from {_TABLES[kind][0]}")}

    def _changed_here(self, kind: str) -> set[int]:
        """What is here and changed since it came."""
        return self._wanted(kind, self.here(kind, self._changed[_table(kind)]))

    def _wanted(self, kind: str, ids: Iterable[int]) -> set[int]:
        """Those of these that are not here as the source has them now."""
        changed = self._changed[_table(kind)]
        found = set()
        for id_, key in self.keys(_table(kind), ids).items():
            held = self._here.get((kind, key))
            if held is None or self._is_doubted or changed.get(id_, 0) > held[0]:
                found.add(id_)
        return found


def _table(kind: str) -> str:
    """The kind of which the rows are marked and named."""
    return "document" if kind == "cited" else kind


def _batches(documents: set[int], groups: dict[int, set[int]], counts: dict[int, int]) -> list[list[int]]:
    """The documents in the order in which they came to the source, those that must come together side by side."""
    batches: list[list[int]] = []
    size, seen = _BATCH, set[int]()
    for id_ in sorted(documents):
        if id_ in seen:
            continue
        group = sorted(groups.get(id_, {id_}) & documents)
        seen.update(group)
        if size >= _BATCH:
            batches.append([])
            size = 0
        batches[-1] += group
        size += sum(counts.get(one, 0) for one in group) or 1
    return batches


@cache
def _sql(name: str) -> str:
    return (DB / "pull" / f"{name}.sql").read_text("utf-8")
