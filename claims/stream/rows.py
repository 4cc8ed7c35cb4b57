"""A row of a table as records: its source and its document where it tells of them, and its claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from claims.errors import RecordError
from claims.records import Placed, Record, document_key, record_from_object
from claims.records.plain import plain
from claims.records.types import Claim, Document
from claims.stream.columns import Settled
from claims.stream.day_cells import Setting
from claims.stream.days import read_days
from claims.stream.fields import CLAIM, CLOSED, DATES, DOCUMENT, PARTY_ROLES, SOURCE
from claims.stream.tables import Row, Table
from claims.vocabulary import ROLES

_Fields = dict[str, Any]


def records_of(table: Table, settled: Settled) -> Iterator[Placed]:
    """The records of every row, in order; of a row that cannot be read, why. A source or document comes once.

    Raises ClaimsError where a column of dates cannot be read (see `claims.stream.days`).
    """
    yield from _Reader(table, settled).all()


class _Reader:
    def __init__(self, table: Table, settled: Settled) -> None:
        self.table = table
        self.settled = settled
        self.setting = Setting(settled.mapping.dates, settled.mapping.calendar, settled.mapping.century)
        self.days: dict[str, dict[int, str | RecordError]] = {}
        self.told: dict[str, tuple[int, _Fields]] = {}  # sources and documents, with the line that told them first
        self.before: dict[str, tuple[int, _Fields] | None] = {}  # what the row at hand changed in these, as it was
        self.lines: dict[Any, tuple[int, Record]] = {}  # claims by their slug or identity

    def all(self) -> Iterator[Placed]:
        years: dict[int, int] = {}
        for name in ("published_on", "date", "due"):
            cells = [
                (row.line, column, cell) for row in self.table.rows for column, cell in self.settled.cells(row, name)
            ]
            if cells:
                column = next((one for _, one, _ in cells if one), None) or name
                found = read_days([(line, cell) for line, _, cell in cells], column, name, self.setting, years)
                self.days[name] = found
            if name == "published_on":
                years = {line: int(day[:4]) for line, day in self.days.get(name, {}).items() if isinstance(day, str)}
        for row in self.table.rows:
            columns: dict[str, str] = {}
            self.before = {}
            try:
                if row.error is not None:
                    raise row.error
                yield from self.records(row, columns)
            except RecordError as error:
                for name, told in self.before.items():  # a row that is refused has told of nothing
                    if told is None:
                        del self.told[name]
                    else:
                        self.told[name] = told
                yield Placed(row.line, error, columns)

    def records(self, row: Row, columns: dict[str, str]) -> list[Placed]:
        """The records that the row adds to those before it. Raises RecordError; `columns` then tells where."""
        found: list[Placed] = []
        document = self.document(row, columns)
        reference = document.get("slug", "")
        if len(document) > 1 or "slug" not in document:
            source = self.source(row, document, columns)
            record = self.checked(document | {"record": "document"})
            assert isinstance(record, Document)
            reference = record.slug or document_key(record, None)
            found += self.once(row, f"source {source['name']}", source | {"record": "source"}, {"name"}, columns)
            named = {"source", "url", "language"} | (set() if self.settled.text(row, "title")[1] else {"title"})
            found += self.once(row, f"document {reference}", document | {"record": "document"}, named, columns)
        cited = columns.get("slug")
        columns.clear()
        if cited is not None:
            columns["document"] = cited
        claim = self.claim(row, reference, columns)
        return [*found, Placed(row.line, claim, columns, is_current=claim.slug is not None)]

    def once(self, row: Row, name: str, fields: _Fields, identity: set[str], columns: dict[str, str]) -> list[Placed]:
        """The source or document, where no earlier row told it; refused where an earlier one told it otherwise."""
        self.before.setdefault(name, self.told.get(name))
        line, before = self.told.setdefault(name, (row.line, fields))
        for field, value in fields.items():
            if before.get(field, value) != value:
                raise RecordError(field, f"line {line} says {before[field]!r} of the same {fields['record']}", value)
        if fields.keys() <= before.keys() and line != row.line:
            return []
        self.told[name] = (line, before | fields)
        given = frozenset(fields.keys() - identity - {"record"})
        return [Placed(row.line, self.checked(fields), dict(columns), given=given)]

    def document(self, row: Row, columns: dict[str, str]) -> _Fields:
        """The fields of the document that the row cites: only its slug, where it tells no more."""
        told: _Fields = {}
        for name in DOCUMENT:
            if value := self.value(row, name, columns, "slug" if name == "document" else name):
                told["slug" if name == "document" else name] = value
        if "slug" in told and not told.keys() & {"title", "url"}:
            return {"slug": told["slug"]}  # one that is held, or that another row tells of
        host = urlsplit(told.get("url", "")).hostname or ""
        told["source"] = self.value(row, "source", columns, "source") or host.removeprefix("www.")
        if not told["source"]:
            raise RecordError("source", "nothing says who publishes the document: give a source, or its url")
        told.setdefault("title", told.get("url") or self.settled.name or told["source"])
        told.setdefault("language", "und")
        return told

    def source(self, row: Row, document: _Fields, columns: dict[str, str]) -> _Fields:
        told = {"name": document["source"]}
        for name in SOURCE:
            field = name.removeprefix("source_")
            if name != "source" and (value := self.value(row, name, columns, field)):
                told[field] = value
        return told

    def claim(self, row: Row, document: str, columns: dict[str, str]) -> Claim:
        told: _Fields = {"record": "claim", "document": document}
        for name in CLAIM:
            if value := self.value(row, name, columns, name):
                told[name] = _number(name, value) if name == "confidence" else value
        if self.settled.key is not None:
            columns["slug"] = self.settled.key
            if self.settled.key not in row.cells:
                raise RecordError("slug", "the row has no key")
            told["slug"] = _slug(f"{self.settled.name}-{plain(row.cells[self.settled.key])}")
        told["arguments"] = self.arguments(row, columns)
        told["evidence"] = self.evidence(row, columns)
        told.setdefault("summary", _summary(told))
        record = self.checked(told)
        assert isinstance(record, Claim)
        self.check_new(row, record)
        return record

    def check_new(self, row: Row, claim: Claim) -> None:
        """Two rows of one handle, or that say the same in other words, would silently replace one another."""
        names = tuple(sorted((argument.role, argument.name) for argument in claim.arguments))
        words = tuple(evidence.quote for evidence in claim.evidence)
        said = (claim.document, claim.kind, claim.phase, claim.polarity, names, claim.date_text or claim.date, words)
        line, before = self.lines.setdefault(claim.slug or said, (row.line, claim))
        if line == row.line:
            return
        if claim.slug is not None:
            raise RecordError("slug", f"is the key of line {line} too", claim.slug)
        if before != claim:
            raise RecordError(
                "",
                f"says of the same names, date and document what line {line} says otherwise; give a key column, or the quote",
            )

    def arguments(self, row: Row, columns: dict[str, str]) -> list[_Fields]:
        told: list[_Fields] = []
        for role in ROLES:
            for column, cell in self.settled.cells(row, role):
                for name in self.names(cell):
                    if column is not None:
                        columns[f"arguments[{len(told)}].name"] = column
                    told.append({"role": role, "name": name})
        return told

    def names(self, cell: Any) -> list[str]:
        parts = cell if isinstance(cell, (list, tuple, set)) else [cell]
        names = [str(plain(part)) for part in parts]
        for separator in self.settled.separators:
            names = [part for name in names for part in name.split(separator)]
        return [" ".join(name.split()) for name in names if name.strip()]

    def evidence(self, row: Row, columns: dict[str, str]) -> list[_Fields]:
        page = self.value(row, "page", columns, "evidence[0].page")
        told: list[_Fields] = []
        for column, cell in self.settled.cells(row, "quote"):
            if column is not None:
                columns[f"evidence[{len(told)}].quote"] = column
            told.append({"quote": str(plain(cell))} | ({"page": page} if page else {}))
        return told or [{"page": page} if page else {"alignment": "unverified"}]

    def value(self, row: Row, name: str, columns: dict[str, str], field: str) -> str:
        """The text of a field in the form of a record; "" where the row does not give it."""
        column, text = self.settled.text(row, name)
        if column is not None:
            columns[field] = column
        if name in DATES:
            day = self.days.get(name, {}).get(row.line, "")
            if isinstance(day, RecordError):
                raise day
            return day
        lower = {value.casefold(): value for value in CLOSED.get(name, ())}
        return lower.get(text.casefold().replace(" ", "_"), text)

    def checked(self, fields: _Fields) -> Record:
        return record_from_object({name: value for name, value in fields.items() if value not in ("", [])})


def _slug(text: str) -> str:
    return re.sub(r"[\s/?#%]+", "-", text)


def _number(field: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise RecordError(field, "is not a number from 0 to 1", text) from None


def _summary(claim: _Fields) -> str:
    """A sentence made of the cells, as extraction makes one of what it reads."""
    from claims.extract.draft import Draft, Party  # here, as a table with summaries needs none of it
    from claims.extract.summary import summary

    if claim.get("kind") not in CLOSED["kind"] or claim.get("phase") not in CLOSED["phase"]:
        return "?"  # refused for it
    parties = [
        Party(one["name"], None, "person" if one["role"] in PARTY_ROLES else "", role=one["role"])
        for one in claim["arguments"]
    ]
    told = {
        "polarity": claim.get("polarity", "+"),
        "certainty": claim.get("certainty", "CT"),
        "act": claim.get("speech_act", "report"),
    }
    draft = Draft(claim["kind"], claim["phase"], (0, 0), parties, **told)
    draft.asserter, draft.date, draft.quantity = claim.get("asserter"), claim.get("date"), claim.get("quantity")
    draft.due = claim.get("due")
    return summary(draft)
