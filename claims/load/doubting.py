"""What is well formed and hardly meant so: kept on the claim as a doubt, so that a person can look and SQL can ask."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from claims import dates, records
from claims.vocabulary import ROLES

Doubt = tuple[str, str]  # field, reason

#: Days after its publication that a document may still speak of as past: pages are put right and kept.
_LATER = timedelta(days=31)
#: Years ahead of its document after which a date is one of another calendar.
_AHEAD = 60
_PARTIES = frozenset(name for name, role in ROLES.items() if role.is_party)
_TOLD_OF = frozenset(("meet", "sign", "visit"))
_WHICH = frozenset(("framework", "instrument"))
_DONE = frozenset(("occurred", "implemented"))


def doubts(
    claim: records.Claim,
    texts: Sequence[str],
    arguments: Sequence[tuple[Any, ...]],
    published_on: str | None,
    bounds: dates.Bounds,
    due: dates.Bounds,
    today: str,
) -> list[Doubt]:
    """The doubts about a claim, each with its field.

    `texts` are those in which it should be found, its own document's first, none where that is withheld; `arguments` are its
    rows, of which the last two say where the name stands; `bounds` and `due` are the first and last days of the dates.
    """
    found = _of_dates(claim, published_on, bounds, due, today)
    if claim.event is None and claim.kind in _TOLD_OF and _nobody(claim):
        found.append(("arguments", f"a claim of kind {claim.kind} in which nobody takes part"))
    names = [argument.name for argument in claim.arguments]
    if len(set(names)) < len(names):
        counts = Counter((argument.role, argument.name, argument.entity) for argument in claim.arguments)
        for (role, name, _), count in counts.items():
            if count > 1:
                found.append(("arguments", f"{role} {name!r} is given {count} times"))
    if texts:
        if claim.date_text is not None and claim.date_text not in texts[0] and not _stands(claim.date_text, texts):
            found.append(("date_text", "these words do not stand in the text"))
        for row in arguments:
            if row[-1] is None and row[1] in _PARTIES and not _stands(row[2], texts):
                found.append((f"arguments[{row[0]}].name", "this name does not stand in the text"))
    return found


def _nobody(claim: records.Claim) -> bool:
    return not any(argument.role in _PARTIES or argument.role in _WHICH for argument in claim.arguments)


def _of_dates(
    claim: records.Claim, published_on: str | None, bounds: dates.Bounds, due: dates.Bounds, today: str
) -> list[Doubt]:
    found: list[Doubt] = []
    first, last = bounds
    if first is None and last is None and claim.date_text is None:
        return found
    if claim.date is None and claim.date_text is not None and any(map(str.isdigit, claim.date_text)):
        found.append(("date_text", "these words could not be read as one date; give it in EDTF as date"))
    known = today if published_on is None else dates.bounds(published_on)[1] or today
    if first is not None and int(first[:4]) > int(known[:4]) + _AHEAD:
        found.append(("date", f"{_AHEAD} years after its document: a year of another calendar?"))
    elif _is_told_too_early(claim, first, known, today):
        found.append(("date", f"told as {claim.phase} though the document is of {published_on or 'no known day'}"))
    if due[1] is not None and first is not None and due[1] < first:
        found.append(("due", "ends before the claim's own date begins"))
    if last is not None and last < "1000":
        found.append(("date", "of the first thousand years: a year of another calendar?"))
    return found


def _is_told_too_early(claim: records.Claim, first: str | None, known: str, today: str) -> bool:
    if first is None or first <= known or claim.phase not in _DONE or claim.polarity != "+":
        return False
    return first > today or date.fromisoformat(first) - date.fromisoformat(known) > _LATER


def _stands(words: str, texts: Sequence[str]) -> bool:
    if words in texts[0] or any(words in text for text in texts[1:]):
        return True
    folded = _folded(words)
    return any(folded in _folded(text) for text in texts)


@lru_cache(maxsize=8)  # a text is looked through for each of its claims of which some words are not in it as written
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
