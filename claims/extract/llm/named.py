"""Whether a name that a model gives stands in the text, or is resolved from it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from claims.errors import AlignmentError, ClaimsError
from claims.extract.extractors import extract
from claims.extract.gazetteer import Names
from claims.extract.llm.refusal import Refused
from claims.extract.surnames import inside_word, surnames
from claims.names import name_key
from claims.quotes import Aligner
from claims.records import Claim, Document

_FAR = 2  # sentences back to which "they" may reach
#: words that mean several who were named before
_SEVERAL = re.compile(
    r"(?i)\b(?:they|them|their|both|each other|the (?:two|three|four|pair)|(?:bi|tri)lateral"
    r"|the (?:\w+ )?(?:ministers|secretaries|leaders|presidents|sides|parties|countries|governments|companies|allies"
    r"|neighbou?rs|delegations|officials))\b"
    r"|両|双方|[二三四2-4](?:者|氏|人|か国|カ国|国|大臣|首脳)|양(?:측|국|자)|이들|[두세] (?:사람|장관|정상|나라)|[3삼]국"
)
#: words that mean someone who was named before
_ANYONE = re.compile(
    _SEVERAL.pattern + r"|\b(?:he|him|his|she|her|hers|it|its|who|whose|this|the (?:former|latter)"
    r"|the (?:\w+ )?(?:minister|secretary|leader|president|side|party|country|government|company|union|council|ministry"
    r"|group|operator|official))\b"
    r"|[こそ]の|同[じ一-鿿]|そこ|これ|それ|彼|동 |이 |그 |그는|이는|해당"
)


class Placed(NamedTuple):
    """A name as the text writes it, and where beside the quote; None where it stands elsewhere."""

    name: str
    start: int | None
    end: int | None


class NameReader:
    """The names of one text."""

    def __init__(
        self, document: Document, names: Names, aligner: Aligner, sentences: list[tuple[int, int]], anchor: str | None
    ) -> None:
        self._document, self._names, self._aligner, self._anchor = document, names, aligner, anchor
        self._text, self._language = document.text or "", document.language
        self._starts = [start for start, _ in sentences]

    def places(self, names: list[str], lo: int, hi: int, *, parties: list[bool], alone: bool = False) -> list[Placed]:
        """Each name in the sentences `text[lo:hi]`: as it is, under another name of the same entity, or by its shorter form.

        One that is not there is taken from before, where these sentences point back: by "they" or the like, for a party
        (`parties`) also where no party stands there, as Japanese and Korean leave it out. It must stand in the two
        sentences before, or be whom the offline reader takes them to mean. `alone`: nothing may be taken from before.
        Raises Refused where a name is nowhere, or nothing points to it.
        """
        beside = [self._beside(name, lo, hi) for name in names]
        named = any(one for one, party in zip(beside, parties, strict=True) if party)
        several = _SEVERAL.search(self._text, lo, hi) is not None
        anyone = several or _ANYONE.search(self._text, lo, hi) is not None
        elided = self._language[:2] in ("ja", "ko")
        points = {True: several if named else anyone or elided, False: anyone}
        return [
            one or self._before(name, lo, points[party] and not alone)
            for one, name, party in zip(beside, names, parties, strict=True)
        ]

    def _beside(self, name: str, lo: int, hi: int) -> Placed | None:
        if not name_key(name):
            raise Refused(f"{name!r} is no name")
        hits = self._names.find(self._text[lo:hi], self._language)
        if (here := self._stands(name, lo, hi)) is not None:
            for hit in hits:  # a part of a person's name means the person
                if hit.known.kind == "person" and lo + hit.start <= here[0] and here[1] <= lo + hit.end:
                    here = lo + hit.start, lo + hit.end
            return self._placed(here)
        known = self._names.known(name)
        for hit in hits if known is not None else ():
            if known is not None and hit.known.canonical == known.canonical:
                return self._placed((lo + hit.start, lo + hit.end))
        if self._stands(name, 0, hi) is not None:
            for short in surnames(name):
                if (here := self._stands(short, lo, hi)) is not None:
                    return self._placed(here)
        return None

    def _before(self, name: str, lo: int, points_back: bool) -> Placed:
        before = self._starts[: bisect_left(self._starts, lo)]
        near = 0 if self._is_meant(name, lo) else before[-_FAR:][0] if before else 0
        there = self._stands(name, near, lo)
        if there is None and (known := self._names.known(name)) is not None:
            hits = self._names.find(self._text[near:lo], self._language)
            there = next(((near + h.start, near + h.end) for h in hits if h.known.canonical == known.canonical), None)
        if there is None:
            raise Refused(f"{name!r} does not stand in the text by the quote, or shortly before")
        if not points_back:
            raise Refused(f"{name!r} does not stand by the quote, which points to nobody named before")
        return Placed(self._text[there[0] : there[1]], None, None)

    def _is_meant(self, name: str, lo: int) -> bool:
        """Whether the offline reader takes the sentence that begins at `lo` to tell of somebody of that name."""
        keys = {name_key(one) for one in (name, *surnames(name))}
        return any(
            keys & {name_key(argument.name) for argument in claim.arguments}
            for claim in self._read
            if bisect_right(self._starts, claim.evidence[0].start or 0) == bisect_right(self._starts, lo)
        )

    @cached_property
    def _read(self) -> list[Claim]:
        try:
            return extract(self._document, self._names, anchor=self._anchor, least=0)
        except ClaimsError:  # no parser
            return []

    def _placed(self, place: tuple[int, int]) -> Placed:
        return Placed(self._text[place[0] : place[1]], *place)

    def _stands(self, name: str, lo: int, hi: int) -> tuple[int, int] | None:
        """Where the name stands as words of its own; the first place of several."""
        edges = (r"(?<!\w)", r"(?!\w)") if name.isascii() else ("", "")
        for match in re.finditer(f"{edges[0]}{re.escape(name)}{edges[1]}", self._text[lo:hi]):
            start, end = lo + match.start(), lo + match.end()
            if name.isascii() or not inside_word(self._text, start, end):
                return start, end
        try:
            found = self._aligner.align(name, lo, hi)
        except AlignmentError as error:
            return error.places[0] if error.places and self._is_word(*error.places[0]) else None
        if found is None or found.status not in ("exact", "folded") or not self._is_word(*found.spans[0]):
            return None
        return found.spans[0]

    def _is_word(self, start: int, end: int) -> bool:
        if not self._text[start].isascii():
            return not inside_word(self._text, start, end)
        around = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        return not any(letter.isascii() and letter.isalnum() for letter in around)
