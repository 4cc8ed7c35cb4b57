"""What is well formed and hardly meant so: kept on the claim as a doubt, so that a person can look and SQL can ask."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

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
    located: Sequence[bool],
    published_on: str | None,
    bounds: dates.Bounds,
    due: dates.Bounds,
    today: str,
) -> list[Doubt]:
    """The doubts about a claim, each with its field.

    `texts` are those in which it should be found, none where they are withheld; `located` says of each argument whether its
    place is known; `bounds` and `due` are the first and last days of the dates.
    """
    found = _of_dates(claim, published_on, bounds, due, today)
    if claim.kind in _TOLD_OF and claim.event is None and _nobody(claim):
        found.append(("arguments", f"a claim of kind {claim.kind} in which nobody takes part"))
    given = [(argument.role, argument.name, argument.entity) for argument in claim.arguments]
    if len(set(given)) < len(given):
        for (role, name, _), count in Counter(given).items():
            if count > 1:
                found.append(("arguments", f"{role} {name!r} is given {count} times"))
    if texts:
        if claim.date_text is not None and not _stands(claim.date_text, texts):
            found.append(("date_text", "these words do not stand in the text"))
        for number, argument in enumerate(() if all(located) else claim.arguments):
            if not located[number] and argument.role in _PARTIES and not _stands(argument.name, texts):
                found.append((f"arguments[{number}].name", "this name does not stand in the text"))
    return found


def _nobody(claim: records.Claim) -> bool:
    return not any(argument.role in _PARTIES or argument.role in _WHICH for argument in claim.arguments)


def _of_dates(
    claim: records.Claim, published_on: str | None, bounds: dates.Bounds, due: dates.Bounds, today: str
) -> list[Doubt]:
    found: list[Doubt] = []
    if claim.date is None and claim.date_text is not None and any(map(str.isdigit, claim.date_text)):
        found.append(("date_text", "these words could not be read as one date; give it in EDTF as date"))
    first, last = bounds
    published = dates.bounds(published_on)[1] if published_on is not None else None
    known = published or today
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


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
