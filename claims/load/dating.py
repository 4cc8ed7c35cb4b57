"""Dates in words settled: what "Wednesday, June 26" of a document of that week means, where its record leaves it to us."""

from __future__ import annotations

import re

import msgspec

from claims import records
from claims.dates import Anchor, dates_in

_READ = ("en", "ja", "ko")
_AROUND = re.compile(r"(?i)\W*(?:on|in|at|the|of|from|since|に|の|、|에|의)?\W*")


def dated(claim: records.Claim, language: str, published_on: str | None) -> records.Claim:
    """The claim with the date, its basis and the due date that its words give, where it gives only the words.

    Left as it is where the words cannot be read to the end, or name several dates.
    """
    changes: dict[str, str] = {}
    if claim.date is None and claim.date_text is not None:
        found = _read(claim.date_text, language, published_on)
        if found is not None:
            changes = {"date": found[0], "date_basis": claim.date_basis or found[1]}
    if claim.due is None and claim.due_text is not None:
        found = _read(claim.due_text, language, published_on)
        if found is not None:
            changes["due"] = found[0]
    return msgspec.structs.replace(claim, **changes) if changes else claim


def _read(words: str, language: str, published_on: str | None) -> tuple[str, str] | None:
    tongue = language[:2]
    if tongue not in _READ:
        return None
    found = dates_in(words, tongue, Anchor(published_on))  # type: ignore[arg-type]
    if len(found) != 1:
        return None
    (one,) = found
    if not (_AROUND.fullmatch(words[: one.start]) and _AROUND.fullmatch(words[one.end :])):
        return None
    return one.edtf, one.basis
