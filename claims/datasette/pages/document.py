"""The page of a document: its text sentence by sentence, each beside the claims it bears, or why it bears none."""

from __future__ import annotations

from typing import Any, TypedDict

from claims.datasette.asking import Ask
from claims.datasette.highlights import Piece, pieces
from claims.datasette.showing import Row, Shown
from claims.datasette.taking import Parameter

#: Parameter -> what may be given.
TAKES = {
    "from": Parameter("where in the text to begin: a code point; else 0", "integer", 0, 999_999_999),
    "claim": Parameter("the key of a claim that the page points out; empty: none"),
}
#: Code points of text on one page; longer documents go on at ?from=.
SIZE = 40_000
#: Claims whose words are found in no text that one page lists.
MOST = 1000


class Unit(TypedDict):
    """A sentence of the ledger with the claims that it bears or the reason why it bears none, or what no ledger speaks of."""

    span_start: int
    span_end: int
    reason: str | None
    note: str | None
    is_accounted: bool
    claims: list[Row]


class DocumentPage(TypedDict):
    """A document sentence by sentence; `quotes` by claim where its text is withheld; `next_from` is where the rest begins."""

    document: Row
    accounts: list[Row]
    rows: list[Unit]
    quotes: dict[str, str]
    unverified: list[Row]
    next_from: int | None
    claims: int
    uncovered: int


async def page(ask: Ask) -> Shown[DocumentPage]:
    """A document, by key or slug: /document/KEY."""
    first = ask.number("from", TAKES) or 0
    document = await ask.row("document", key=ask.key, first=first, size=SIZE)
    number, text = document.pop("id"), document.pop("text")
    asked = ["document/spans", "document/ledger", "document/unverified", "document/accounts"]
    asked += ["document/quotes"] if document["is_withheld"] else []
    spans, ledger, unverified, accounts, *withheld = await ask.each(
        *asked, document_id=number, first=first, size=SIZE, most=MOST
    )
    quotes = {row["claim"]: row["quote"] for rows in withheld for row in rows}
    rows = _rows(text, first, ledger, spans)
    length = document["text_length"] or 0
    data: DocumentPage = {
        "document": document,
        "accounts": accounts,
        "rows": [_unit(row) for row in rows],
        "quotes": quotes,
        "unverified": unverified,
        "next_from": first + SIZE if length > first + SIZE else None,
        "claims": len({span["claim"] for span in (*spans, *unverified)}),
        "uncovered": sum(not row["claims"] for row in rows),
    }
    return Shown("document.html", data, {"rows": rows, "spans": spans, "pointed": ask.word("claim")})


def _unit(row: dict[str, Any]) -> Unit:
    """A row of the page, without what is drawn of it."""
    return {
        "span_start": row["span_start"],
        "span_end": row["span_end"],
        "reason": row["reason"],
        "note": row["note"],
        "is_accounted": row["is_accounted"],
        "claims": row["claims"],
    }


def _rows(
    text: str | None, first: int, ledger: list[dict[str, Any]], spans: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """One row a sentence of the ledger, and one for each stretch between them that the ledger passes over.

    `pieces` is the sentence cut at the marks, None where the text is withheld; `claims` are the claims it bears;
    `is_accounted` is False where no ledger speaks of the stretch.
    """
    units = _units(text, first, ledger)
    rows = []
    for unit in units:
        start, end = unit["span_start"], unit["span_end"]
        over = [number for number, span in enumerate(spans) if span["span_start"] < end and span["span_end"] > start]
        cut: list[Piece] | None = None
        if text is not None:
            stretch = text[max(start - first, 0) : end - first]
            cut = pieces(stretch, max(start, first), [(spans[n]["span_start"], spans[n]["span_end"]) for n in over])
            cut = [Piece(piece.text, tuple(over[mark] for mark in piece.marks)) for piece in cut]
        claims = list({spans[n]["claim"]: spans[n] for n in over}.values())
        rows.append({**unit, "claims": claims, "pieces": cut})
    return rows


def _units(text: str | None, first: int, ledger: list[dict[str, Any]]) -> list[dict[str, Any]]:
    units: list[dict[str, Any]] = []
    place = first
    for sentence in ledger:
        if text is not None:
            units += _between(text, first, place, sentence["span_start"])
        units.append({**sentence, "is_accounted": True})
        place = max(place, sentence["span_end"])
    if text is not None:
        units += _between(text, first, place, first + len(text))
    return units


def _between(text: str, first: int, start: int, end: int) -> list[dict[str, Any]]:
    """The lines that hold more than white space between two sentences of the ledger."""
    units = []
    for line in text[start - first : end - first].splitlines(keepends=True) if end > start else []:
        if line.strip():
            bounds = {"span_start": start, "span_end": start + len(line.rstrip())}
            units.append({**bounds, "reason": None, "note": None, "is_accounted": False})
        start += len(line)
    return units
