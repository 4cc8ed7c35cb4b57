"""The offline extractors: a document read sentence by sentence, what was found made into records."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from claims.extract.discourse import Discourse
from claims.extract.en.rules import read as read_english
from claims.extract.gazetteer import Names
from claims.extract.ja_ko.rules import read as read_head_final
from claims.extract.mentions import Draft, Party
from claims.extract.summary import summary
from claims.records import Argument, Claim, Document, Evidence
from claims.text import split_sentences

_LONGEST = 1500  # a longer "sentence" is no sentence, and reading it would cost more than its length
_SHORTEST = 4  # a shorter one has no room for a verb with a name or a date
#: kinds that tell nothing without what it is about, and the roles that say it
_NEED_OBJECT = ("develop", "provide", "support", "assess", "base_on")
_OBJECT = ("topic", "instrument", "framework", "affected", "basis", "partner")
#: "NAIROBI, Dec 18 (Reuters) - ", (ベルリン=共同): where a report was written is no place of what it tells
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z .'/-]{2,30}(?:,\s[\w.]+(?:\s\w+){0,2}?)?(?:\s\([A-Za-z ]{2,20}\))?\s?(?:--?|–|—|:)\s+"
    r"|[((【\[][^()()【】\[\]。]{1,20}[=＝][^()()【】\[\]。]{1,24}[))】\]]\s*)"
)
_READERS: dict[str, Callable[[Discourse, str, int], None]] = {
    "en": read_english,
    "ja": read_head_final,
    "ko": read_head_final,
}


def read_rules(
    document: Document,
    names: Names,
    language: str,
    anchor: str | None,
    recognise: Callable[[str], Any] | None = None,
) -> list[Claim]:
    """The claims that the rules of `language` find in the document, in order and each once.

    `recognise` is GiNZA's pipeline for Japanese names outside `names`; None = do without.
    """
    text = document.text or ""
    reader = Discourse(names, anchor, language)
    reader.recognise = recognise
    for span in split_sentences(text, language):
        if span.kind in ("sentence", "caption") and _SHORTEST <= span.end - span.start <= _LONGEST:
            reader.aside = span.kind == "caption"
            line = _DATELINE.match(text, span.start, span.end)
            start = line.end() if line else span.start
            if text[start : span.end].rstrip().endswith(("?", "？")):
                continue  # who asks claims nothing
            _READERS[language](reader, text[start : span.end], start)
    told = document.slug or document.key or document.title
    claims: dict[bytes, Claim] = {}
    for draft in reader.drafts:
        if draft.date is None and not any(_named(party) for party in draft.parties):
            continue
        if draft.kind in _NEED_OBJECT and not any(party.role in _OBJECT for party in draft.parties):
            continue  # "decided to push ahead" tells nothing that can be asked for
        claim = _claim(draft, told, text)
        identity = repr((claim.kind, claim.phase, claim.polarity, claim.arguments, claim.evidence)).encode()
        claims.setdefault(identity, claim)
    return list(claims.values())


def _named(party: Party) -> bool:
    proper = party.kind in ("framework", "series", "instrument") and (
        party.name[:1].isupper() or not party.name.isascii()
    )
    return party.known is not None or party.kind in ("person", "state", "organisation") or proper


def _claim(found: Draft, document: str, text: str) -> Claim:
    draft: Any = found  # its words are those of the vocabulary
    arguments = [
        Argument(
            role=one.role, name=one.name, entity=one.known.slug if one.known else None, start=one.start, end=one.end
        )
        for one in draft.parties
        if one.role
    ]
    return Claim(
        document=document,
        kind=draft.kind,
        phase="discussed" if draft.kind == "discuss" and draft.phase == "occurred" else draft.phase,
        polarity=draft.polarity,
        certainty=draft.certainty,
        speech_act=draft.act,
        asserter=draft.asserter,
        date=draft.date,
        date_text=draft.date_text,
        date_basis=draft.basis,
        due=draft.due,
        due_text=draft.due_text,
        quantity=draft.quantity,
        arguments=tuple(arguments),
        evidence=tuple(Evidence(start=start, end=end, alignment="exact") for start, end in draft.spans),
        summary=summary(found),
        confidence=draft.confidence,
    )
