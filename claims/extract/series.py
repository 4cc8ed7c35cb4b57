"""Places in a series: "the first meeting", "the fourth JUCIP ministerial", 第2回会合, 제1차 회의."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace

from claims.extract.draft import Cue, Draft, Party
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_TOLD = ("occurred", "+", "CT")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a series, "1" or "last", and where in the sentence the words of it stand."""

    number: str
    start: int
    end: int


def rank_of(s: Sentence, cue: Cue, draft: Draft) -> Draft | None:
    """Which of its series a meeting was that took place for certain; None where the text does not count it.

    The claim has the day and the asserter of the meeting; it names the series, and who met where that has no name.
    """
    if draft.kind not in ("meet", "attend", "rank") or (draft.phase, draft.polarity, draft.certainty) != _TOLD:
        return None
    held = [p for p in draft.parties if p.role == "framework" and p.start is not None]
    people = [p for p in draft.parties if p.role == "participant"]
    several = s.lexicon.patterns["several"]
    people = people if len(people) > 1 or any(several.search(p.name) for p in people) else []  # 노조는 첫 회의를 열었다
    nouns = [noun for p in held if (noun := _head_of(s, p)) is not None]
    for noun in (*nouns, *([cue.event] if cue.event is not None else [])):
        if (place := place_of(s, noun)) is not None:
            series = [_without(s, p, place) for p in held if _head_of(s, p) is noun]
            bare = all(p.name in s.lexicon.nouns for p in series)  # 첫 회담
            return _ranked(s, draft, place, noun, people if bare else series)
    by_verb = _by_verb(s, cue.word) if s.tree.final and draft.kind == "meet" else None
    return _ranked(s, draft, by_verb, cue.word, held or people) if by_verb is not None else None


def _ranked(s: Sentence, draft: Draft, place: Place, last: Word, parties: list[Party]) -> Draft | None:
    series = [(p.start, p.end) for p in parties if p.role == "framework" and p.start is not None and p.end is not None]
    begin = min([s.offset + place.start, *(start for start, _ in series)])
    span = (begin, max([s.offset + last.end, *(end for _, end in series)]))
    rank = replace(draft, kind="rank", parties=parties, span=span, quantity=place.number)
    frame = s.discourse.timeline.frame
    undated = draft.kind == "rank" and (draft.date or "/..").endswith("/..")
    if undated:  # "It was the first summit of the two since 2019"
        rank.date, rank.basis = (frame.date, "inherited") if frame is not None and frame.date else (None, None)
        rank.date_text = None
    return rank if parties else None


def place_of(s: Sentence, noun: Word) -> Place | None:
    """The place in a series that the words before a noun give it; None where they give none."""
    inside = {one.at for one in s.tree.below(noun)}
    first = noun.at
    while first - 1 in inside:
        first -= 1
    begin = s.tree.words[first].start
    for match in s.lexicon.patterns["series"].finditer(s.tree.text, begin, noun.end):
        word = next((one for one in s.tree.words if one.start == match.start()), None)
        if word is not None and s.tree.children(word, "conj", "cc") and not s.tree.final:
            return None  # "the first and second meetings"
        leads = word is not None and all(one.pos == "DET" for one in s.tree.words[first : word.at])
        own = word is not None and word.relation in ("amod", "compound", "nummod") and (leads or word.head == noun.at)
        if own or s.tree.final:
            return Place(_number(s, match.groups()), *match.span())
    return None


def _by_verb(s: Sentence, verb: Word) -> Place | None:
    """The same, told by an adverb: 初めて会合を開いた, 처음으로 만났다."""
    for one in s.tree.children(verb, "advmod", "obl"):
        if match := s.lexicon.patterns["series"].fullmatch(one.text):
            return Place(_number(s, match.groups()), one.start, one.end)
    return None


def _number(s: Sentence, groups: tuple[str | None, ...]) -> str:
    word = unicodedata.normalize("NFKC", next(filter(None, groups))).lower()
    return word if word.isdigit() else s.lexicon.ordinals[word]


def _head_of(s: Sentence, one: Party) -> Word | None:
    """The noun on which the others of a name hang: the meeting, of "the JUCIP meeting"."""
    inside = [
        w for w in s.tree.words if one.covers(s.offset + w.start, s.offset + w.end) and w.pos in ("NOUN", "PROPN")
    ]
    heads = [w for w in inside if s.tree.head(w) not in inside]
    noun = heads[-1 if s.tree.final else 0] if heads else None
    while noun is not None and noun.relation == "compound":
        noun = s.tree.head(noun)
    return noun


def _without(s: Sentence, one: Party, place: Place) -> Party:
    """A name without the number before it, and with all that stands between them: 제3차 한-루벤 AI·반도체 대화."""
    if one.start is None or one.end is None or one.start < s.offset + place.start:
        return one
    name = s.tree.text[place.end : one.end - s.offset].lstrip(" の")
    whole = name and (s.tree.final or one.start == s.offset + place.start)
    return s.at(one.end - s.offset - len(name), one.end - s.offset, one.known, one.kind).as_(one.role) if whole else one
