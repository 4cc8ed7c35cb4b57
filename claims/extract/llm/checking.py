"""An item of a model's answer into a claim, or the reason why it is none: every part of it must stand in the text."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from claims.errors import AlignmentError, DateError, RecordError
from claims.extract.contradiction import contradiction
from claims.extract.draft import Draft, Party
from claims.extract.gazetteer import Names
from claims.extract.llm.dated import DateReader, Unverified
from claims.extract.llm.named import NameReader
from claims.extract.llm.refusal import Refused
from claims.extract.phrases import ordinal
from claims.extract.summary import summary
from claims.quotes import Aligner
from claims.records import Argument, Claim, Document, Evidence, record_from_object
from claims.text import split_sentences
from claims.vocabulary import ROLES

__all__ = ["Checker", "Refused"]

_COPIED = ("kind", "phase", "polarity", "certainty", "speech_act", "asserter", "quantity")
_KINDS = ("place", "instrument", "framework", "topic", "office", "organisation")
_BESIDE = ("hold_office", "rank")  # kinds that are made of names beside each other: none is taken from before
_CONFIDENCE = 0.8
_RESOLVED = 0.75  # of the confidence, where a name stands elsewhere than beside the quote
#: one to ten in Japanese and Korean; the first is also told by words of its own
_COUNTED = (
    ("一|初|inaugural|maiden", *"二三四五六七八九十"),
    ("첫|최초", *(f"{word} ?번째" for word in ("두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"))),
)


class Checker:
    """One document, made ready for the items of the answers."""

    def __init__(self, document: Document, names: Names, anchor: str | None) -> None:
        self._document = document
        self._text = document.text or ""
        self._names = names
        self._aligner = Aligner(self._text)
        self._sentences = [(s.start, s.end) for s in split_sentences(self._text, document.language)]
        self._named = NameReader(document, names, self._aligner, self._sentences, anchor)
        self._dated = DateReader(self._text, document.language, anchor, self._sentences)

    def claim(self, item: Any, start: int, end: int) -> Claim:
        """The claim that an item makes, its quote looked for in `text[start:end]`. Raises Refused with the reason.

        Names are those of the text: one that the alias table knows under another name is written as the text writes
        it. A date that its words cannot show is left out, the words stay. The summary is ours, made of what is left.
        """
        if not isinstance(item, dict) or not isinstance(item.get("quote"), str):
            raise Refused("an item without a quote")
        quote = item["quote"]
        try:
            return self._claim(item, quote, start, end)
        except (Refused, RecordError, DateError, AlignmentError) as error:
            raise Refused(f"{quote[:60]!r}: {error}") from None

    def _claim(self, item: dict[str, Any], quote: str, start: int, end: int) -> Claim:
        found = self._aligner.align(quote, start, end)
        if found is None:
            raise Refused("does not stand in the text")
        given = [one for one in item.get("arguments") or () if isinstance(one, dict)]
        claim = record_from_object(
            {name: item[name] for name in _COPIED if item.get(name) not in (None, "")}
            | {
                "record": "claim",
                "document": self._document.slug or self._document.key or self._document.title,
                "arguments": [{"role": one.get("role"), "name": one.get("name")} for one in given],
                "evidence": [{"quote": quote}],
                "summary": "-",
            }
        )
        assert isinstance(claim, Claim)
        claim.evidence = tuple(Evidence(start=a, end=b, alignment=found.status) for a, b in found.spans)
        lo, hi = self._around(found.spans[0][0], found.spans[-1][1])
        places = self._named.places(
            [one.name for one in claim.arguments],
            lo,
            hi,
            parties=[ROLES[one.role].is_party for one in claim.arguments],
            alone=claim.kind in _BESIDE,
        )
        claim.arguments = tuple(
            Argument(one.role, place.name, self._entity(place.name, one.name), place.start, place.end)
            for one, place in zip(claim.arguments, places, strict=True)
        )
        if claim.asserter is not None:
            (said,) = self._named.places([claim.asserter], lo, hi, parties=[True])
            claim.asserter = said.name
        if claim.quantity is not None and not _counted(claim.quantity, self._text[lo:hi]):
            claim.quantity = None
        if claim.kind == "rank" and claim.quantity is None:
            raise Refused("a rank without its number in the text")
        self._date(claim, item, lo, hi)
        if not claim.arguments and claim.date is None:
            raise Refused("neither a participant nor a date")
        if wrong := contradiction(claim, self._text[lo:hi], quote, self._document.language, self._names):
            raise Refused(wrong)
        claim.summary = self._summary(claim, quote)
        resolved = any(place.start is None for place in places)
        claim.confidence = round(_CONFIDENCE * found.score * (_RESOLVED if resolved else 1.0), 3)
        return claim

    def _around(self, start: int, end: int) -> tuple[int, int]:
        """The whole sentences that a quote touches."""
        touched = [place for place in self._sentences if place[0] < end and start < place[1]]
        return (touched[0][0], touched[-1][1]) if touched else (start, end)

    def _entity(self, *names: str) -> str | None:
        known = next((one for name in names if (one := self._names.known(name)) is not None), None)
        return known.slug if known else None

    def _date(self, claim: Claim, item: dict[str, Any], lo: int, hi: int) -> None:
        for field in ("date", "due"):
            date, words = item.get(field) or None, item.get(f"{field}_text") or None
            if date is None:
                continue
            try:
                read = self._dated.read(str(date), str(words) if words else None, lo, hi)
            except Unverified:
                setattr(claim, f"{field}_text", str(words))
                continue
            setattr(claim, field, read.edtf)
            setattr(claim, f"{field}_text", str(words) if words else None)
            if field == "date":
                claim.date_basis = read.basis

    def _summary(self, claim: Claim, quote: str) -> str:
        parties = []
        for one in claim.arguments:
            known = self._names.known(one.name)
            kind = known.kind if known else one.role if one.role in _KINDS else "person"
            parties.append(Party(one.name, known, kind, one.start, one.end, one.role))
        span = claim.evidence[0].start or 0, claim.evidence[-1].end or 0
        draft = Draft(claim.kind, claim.phase, span, parties, claim.polarity, claim.certainty, claim.speech_act)
        draft.asserter, draft.date, draft.quantity = claim.asserter, claim.date, claim.quantity
        return summary(draft, quote)


def _counted(quantity: str, sentence: str) -> bool:
    """Whether a number stands in a sentence, in digits or as an ordinal in words: 4, fourth, 第四回, 네 번째."""
    text = unicodedata.normalize("NFKC", sentence).lower()
    if quantity.lower() in text:
        return True
    number = int(quantity) if quantity.isdecimal() else 0
    words = [ordinal(quantity), *([column[number - 1] for column in _COUNTED] if 0 < number <= 10 else [])]
    return any(re.search(word, text) for word in words)
