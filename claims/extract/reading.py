"""A document read sentence by sentence: trees into drafts, drafts into records, and a ledger of what gave none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast

import msgspec

from claims.dates import dates_in
from claims.extract.clauses import drafts_of
from claims.extract.confidence import confidence, signs
from claims.extract.discourse import Discourse
from claims.extract.draft import Draft
from claims.extract.gazetteer import Names
from claims.extract.lexicon import Lexicon
from claims.extract.parties.naming import Named
from claims.extract.parties.offices import offices
from claims.extract.trees.parsers import Parser
from claims.extract.trees.tree import Tree
from claims.records import Argument, Claim, Document, Evidence
from claims.records import Sentence as Entry
from claims.text import Span, split_sentences

_LONGEST = 1500  # a longer "sentence" is no sentence, and reading it would cost more than its length
_ARTICLE = 20_000  # letters of a text of which each sentence is parsed: those without a cue tell who is meant later
_SHORTEST = 4  # a shorter one has no room for a verb with a name or a date
#: "NAIROBI, Dec 18 (Reuters) - ", (ベルリン=共同), "21:50 - ": where and when a report was written
_LARGE = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽ"
_DATELINE = re.compile(
    r"\s*(?:[*•]\s+|\d{1,2}[:.]\d{2}(?:\s?[A-Za-z]{2,4})?(?:\s*[-–—:|]|(?=\s[\"“A-Z가-힣一-鿿ァ-ヴ]))\s+"
    rf"|[{_LARGE}][{_LARGE} .'/-]{{2,30}}"
    r"(?:,\s[\w.]+(?:\s\w+){0,2}?){0,3}(?:\s[(/][\w ]{2,20}[)/])?\s?(?:--?|–|—|:)\s+"
    r"|\([A-Z][A-Z .'-]{2,30}(?:,\s[\w. ]{2,20})?\)\s+"
    r"|[A-Z][\w .'-]{2,30}(?:,\s\w+\.?\s\d{1,2})?\s(?:--|–|—)\s+"
    r"|[((【\[][^()()【】\[\]。]{1,20}[=＝][^()()【】\[\]。]{1,24}[))】\]]\s*"
    r"(?:[가-힣 ·,]{2,30}(?:기자|특파원|통신원)\s?=\s?)?|【[^】。]{1,20}】\s*"
    r"|[・▲△▶●○■□◆◇※◎★]\s*|[((]?\d{1,2}(?:[))]|[.．](?!\d)|　)\s*(?!\d+(?:\.\d+)?%))"
)
#: an entry of a live report
_HOUR = re.compile(r"\s*\d{1,2}[:.]\d{2}\b")
_SET_APART = {"heading": "a heading", "byline": "a byline", "box": "a box beside the article", "caption": "a caption"}
_STOPPED = re.compile(r"[^\s.!?][^.!?]*(?:\.\d[^.!?]*)*[.!?]*")
_NO_CUE = "no word of it tells of an event that is looked for"


@dataclass
class Reading:
    """The claims of a document, and for each of its sentences why it bears none."""

    claims: list[Claim] = field(default_factory=list)
    ledger: list[Entry] = field(default_factory=list)
    parser: str = ""  # name and version of what parsed it


def read(
    document: Document, names: Names, lexicon: Lexicon, parser: Parser, anchor: str | None, least: float
) -> Reading:
    """What the reader finds in a document, in its order and each claim once; `least`: how sure it must be of a claim."""
    text = document.text or ""
    told = document.slug or document.key or document.title
    discourse = Discourse(names, anchor, lexicon.code, text)
    discourse.quotes = [one.span() for one in lexicon.patterns["quotation"].finditer(text)]
    reading = Reading(parser=f"{parser.name} {parser.version}")
    seen: set[bytes] = set()
    told_now: list[Claim] = []
    end = 0
    for span, start, tree in _parsed(text, lexicon, parser):
        goes_on = discourse.live and "\n" not in text[end : span.start]
        discourse.live, end = goes_on or _HOUR.match(text[span.start : start]) is not None, span.end
        if discourse.live and discourse.timeline.day is None:
            discourse.timeline.day = discourse.timeline.published
        found: list[Claim] = []
        reasons = [tree] if isinstance(tree, str) else []
        if isinstance(tree, Tree):
            drafts, reasons, dated = _sentence(discourse, lexicon, tree, start)
            found, unsure = _weighed([_claim(one, told) for one in drafts], lexicon, tree, dated, least)
            reasons += unsure
        before, told_now = told_now, []
        _present(before, found, reading.claims)
        for claim in found:
            told_now.append(claim)
            identity = repr((claim.kind, claim.phase, claim.polarity, claim.arguments, claim.evidence)).encode()
            if identity not in seen:
                seen.add(identity)
                reading.claims.append(claim)
        unread = "; ".join(dict.fromkeys(reasons)) or None
        reading.ledger.append(
            Entry(
                document=told,
                start=span.start,
                end=span.end,
                reason=None if found else unread or _NO_CUE,
                note=unread if found else None,
            )
        )
    return reading


def _present(before: list[Claim], found: list[Claim], claims: list[Claim]) -> None:
    """Give the one meeting of a sentence, of which it does not tell who met, those whom the next one names as present."""
    held = [one for one in before if one.kind == "meet" and (one.phase, one.polarity) == ("occurred", "+")]
    there = [one for one in found if one.kind == "attend" and (one.phase, one.polarity) == ("occurred", "+")]
    people = [p for one in there for p in one.arguments if p.role == "participant"]
    named = any(p.role == "participant" for one in held for p in one.arguments)
    apart = any(p.role in ("framework", "place") and len(p.name) > 2 for one in there for p in one.arguments)  # 開会式
    if len(held) != 1 or len(people) < 2 or named or apart or held[0] not in claims:
        return
    told = [msgspec.structs.replace(one, start=None, end=None) for one in people]
    claims[claims.index(held[0])] = msgspec.structs.replace(held[0], arguments=(*held[0].arguments, *told))


def _parsed(text: str, lexicon: Lexicon, parser: Parser) -> Iterator[tuple[Span, int, Tree | str]]:
    """Each span with where its words begin and its tree, or the reason why it was not parsed."""
    spans = [part for span in split_sentences(text, lexicon.code) for part in _said(text, span, lexicon)]
    starts: list[int] = []
    whys: list[str] = []
    for span in spans:
        line = _DATELINE.match(text, span.start, span.end)
        starts.append(line.end() if line else span.start)
        words = text[starts[-1] : span.end]
        if span.kind not in ("sentence", "caption"):
            whys.append(_SET_APART[span.kind])
        elif not _SHORTEST <= len(words) <= _LONGEST:
            whys.append("too short or too long to be a sentence")
        elif words.rstrip("”\"'」』)） ").endswith(("?", "？")):
            whys.append("a question claims nothing")
        elif len(text) > _ARTICLE and not lexicon.gate.search(words):
            whys.append(_NO_CUE)
        else:
            whys.append("")
    wanted = [text[starts[at] : span.end] for at, span in enumerate(spans) if not whys[at]]
    trees = parser.trees(wanted)
    for span, start, why in zip(spans, starts, whys, strict=True):
        yield span, start, why or next(trees)


def _said(text: str, span: Span, lexicon: Lexicon) -> Iterator[Span]:
    """A paragraph that is nothing but somebody's own words, sentence by sentence; any other span as it is."""
    whole = lexicon.patterns["spoken"].fullmatch(text, span.start, span.end)
    for one in _STOPPED.finditer(text, span.start + 1, span.end - 1) if whole else ():
        yield Span(*one.span(), span.kind)
    if not whole:
        yield span


def _sentence(discourse: Discourse, lexicon: Lexicon, tree: Tree, start: int) -> tuple[list[Draft], list[str], bool]:
    """The drafts of a sentence, why others were not made, and whether it has a date."""
    language = cast(Any, lexicon.code if lexicon.code in ("ja", "en", "ko") else "en")
    s = Named(
        tree,
        start,
        discourse,
        lexicon,
        discourse.hits(tree.text),
        dates_in(tree.text, language, discourse.timeline.anchor()),
    )
    drafts, reasons = drafts_of(s)
    s.introduce()
    drafts += offices(s)
    return drafts, reasons, bool(s.dates)


def _weighed(
    claims: list[Claim], lexicon: Lexicon, tree: Tree, dated: bool, least: float
) -> tuple[list[Claim], list[str]]:
    """The claims that are read surely enough, with how surely, and why the others are not made.

    How well it is read who holds which office, and which of its series a meeting was, was not measured: they are made as
    they are.
    """
    found: list[Claim] = []
    reasons: list[str] = []
    for claim in claims:
        sure = (
            None if claim.kind in ("hold_office", "rank") else confidence(signs(claim, lexicon.code, tree, dated=dated))
        )
        if sure is None or sure >= least:
            found.append(msgspec.structs.replace(claim, confidence=sure))
        else:
            reasons.append(
                f"a claim of kind “{claim.kind}” is right with a probability of {sure:.2f} only (least: {least:g})"
            )
    return found, reasons


def _claim(found: Draft, document: str) -> Claim:
    draft: Any = found  # its words are those of the vocabulary
    arguments = tuple(_argument(one) for one in draft.parties)
    return Claim(
        document=document,
        kind=draft.kind,
        phase="discussed"
        if draft.kind == "discuss" and draft.phase == "occurred" and draft.polarity == "+"
        else draft.phase,
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
        arguments=arguments,
        evidence=(Evidence(start=draft.span[0], end=draft.span[1], alignment="exact"),),
        summary=draft.summary,
    )


def _argument(one: Any) -> Argument:
    """A party as a claim holds it; by a name that stands elsewhere in the text, it has no place in the evidence."""
    here = one.told == one.name
    return Argument(
        role=one.role,
        name=one.told,
        entity=one.known.slug if one.known else None,
        start=one.start if here else None,
        end=one.end if here else None,
    )
