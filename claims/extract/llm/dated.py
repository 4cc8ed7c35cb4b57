"""Whether a date that a model gives agrees with its words in the text."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple

from claims.dates import Anchor, FoundDate, bounds, dates_in
from claims.extract.llm.refusal import Refused

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_READ = ("en", "ja", "ko")  # languages whose dates we read ourselves


class Read(NamedTuple):
    """A date that the text bears out, and how (`date_basis`)."""

    edtf: str
    basis: Literal["stated", "completed", "relative", "inherited", "published"]


class Unverified(Exception):
    """Words that stand in the text, but of which we cannot tell which day they mean."""


class DateReader:
    """The dates of one text, read once."""

    def __init__(self, text: str, language: str, anchor: str | None, sentences: list[tuple[int, int]]) -> None:
        self._text, self._anchor = text, anchor
        self._found: list[tuple[int, int, FoundDate]] = []
        known: Any = language[:2]
        for start, end in sentences if known in _READ else ():
            for one in dates_in(text[start:end], known, Anchor(anchor)):
                self._found.append((start + one.start, start + one.end, one))

    def read(self, edtf: str, words: str | None, lo: int, hi: int) -> Read:
        """What the words mean, where the date says no other thing; without words, the date where the text has it elsewhere.

        A date that is coarser than its words becomes theirs. Raises Refused where the two disagree, the words do not
        stand in the text or the date stands nowhere in it; Unverified; DateError for what is no EDTF.
        """
        given = bounds(edtf)
        if words is None:
            return self._inherited(edtf, given)
        at = self._text.find(words, lo, hi)
        beside = at >= 0
        if not beside:
            at = self._text.find(words)
        if at < 0:
            raise Refused(f"the words {words!r} of its date do not stand in the text")
        read = [one for start, end, one in self._found if start < at + len(words) and at < end]
        if not read:
            if (year := _YEAR.search(words)) and not edtf.startswith(year.group()):
                raise Refused(f"its date {edtf} is not that of its words {words!r}")
            if self._spelt(edtf, words):
                return Read(edtf, "stated" if edtf[:4] in words else "completed")
            raise Unverified
        for one in read:
            if _within(bounds(one.edtf), given):
                return Read(one.edtf, one.basis if beside else "inherited")
        raise Refused(f"its date {edtf} is not that of its words {words!r}, which mean {read[0].edtf}")

    def _inherited(self, edtf: str, given: tuple[str | None, str | None]) -> Read:
        if any(bounds(one.edtf) == given for _, _, one in self._found):
            return Read(edtf, "inherited")
        if self._anchor is not None and edtf == self._anchor:
            return Read(edtf, "published")
        if not self._found and self._spelt(edtf, self._text):
            return Read(edtf, "inherited")
        raise Refused(f"its date {edtf} stands nowhere in the text")

    def _spelt(self, edtf: str, words: str) -> bool:
        """Whether the numbers of the date stand in words that we do not read: the year there or the anchor's, the day there."""
        if not re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", edtf):
            return False
        year, _, rest = edtf.partition("-")
        day = rest[3:]
        named = set(re.findall(r"\d+", words))
        return (year in named or (self._anchor or "")[:4] == year) and (
            not day or str(int(day)) in named or day in named
        )


def _within(inner: tuple[str | None, str | None], outer: tuple[str | None, str | None]) -> bool:
    """Whether the first pair of days lies in the second; None is open."""
    starts = outer[0] is None or (inner[0] is not None and inner[0] >= outer[0])
    ends = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return starts and ends
