"""Who was present for which side, told in one breath: "A and B attended for Japan, C for Peru", 日本側はAとB、米側はCが出席した."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extract.draft import Cue, Draft, Party
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: a side, None for those of whom it is not told, and who was there for it
Sides = list[tuple[Party | None, list[Party]]]


def sides_of(s: Sentence, cue: Cue) -> Sides:
    """The sides for which a sentence names those who were present, each with them; [] where it names none."""
    if cue.kind != "attend":
        return []
    if not s.tree.final:
        return _sides_behind(s, cue)
    begin = max((one.at + 1 for one in s.tree.words[: cue.word.at] if _ends_clause(s, one)), default=0)
    found: Sides = [(None, [])]
    sides = False
    for word in s.tree.words[begin : cue.word.at]:
        if _is_side(s, word):
            found.append((_side(s, word), []))
            sides = True
        elif word.relation != "compound" and _present(s, word, found):
            found[-1][1].extend(p for p in s.party(word, described=False) if p.kind == "person")
    return [(side, people) for side, people in found if people] if sides or _besides(s, cue) else []


def _sides_behind(s: Sentence, cue: Cue) -> Sides:
    """The sides of an English sentence, each behind those who were there for it; [] of one side alone."""
    behind = [one for one in s.tree.children(cue.word, "obl") if one.case == "for"]
    sides = {one.at: told[0] for one in behind if len(told := s.party(one, described=False)) == 1}
    found: Sides = []
    people: list[Party] = []
    for word in s.tree.words[: max(sides, default=0) + 1] if len(sides) > 1 else ():
        if word.at in sides:
            found.append((sides[word.at], people))
            people = []
        elif word.pos == "PROPN" and word.relation != "compound":
            named = {p.who for p in people}
            people = [
                *people,
                *(p for p in s.party(word, described=False) if p.kind == "person" and p.who not in named),
            ]
    return found if all(people for _, people in found) else []


def present(parties: list[Party], sides: Sides) -> list[Party]:
    """The parties with all those who were present for the sides, and no side beside them."""
    who = {side.who for side, _ in sides if side is not None}
    kept = [p for p in parties if p.role != "participant" or p.who not in who]
    told = {p.who for p in kept}
    return kept + [p.as_("participant") for _, people in sides for p in people if p.who not in told]


def each_side(draft: Draft, sides: Sides) -> Iterator[Draft]:
    """The claim of who was present, once for each side."""
    things = [p for p in draft.parties if p.role not in ("participant", "organisation")]
    for side, people in sides:
        own = [side.as_("organisation")] if side is not None else []
        yield replace(draft, parties=[*(p.as_("participant") for p in people), *own, *things])


def _is_side(s: Sentence, word: Word) -> bool:
    """Whether a noun names a side: 日本側は, 米国からは."""
    side = s.lexicon.has("side_of", word.text[-1:]) and s.lexicon.has("for_side", word.case)
    return (side or word.case == "から") and word.relation != "compound" and not s.dated(word)


def _side(s: Sentence, word: Word) -> Party | None:
    """The state or body that is a side; None where the text does not name it for certain."""
    side, told = s.lexicon.has("side_of", word.text[-1:]), s.party(word, described=False)
    if not told and (word.pos == "PROPN" or re.fullmatch("[ァ-ヴー]{3,}", word.text)):  # リベリカからは
        return s.at(word.start, word.end, None, "place")
    if len(told) != 1 or told[0].kind == "person":
        return None
    start = told[0].start - s.offset if told[0].start is not None else word.start
    return s.at(start, word.end - 1, told[0].known, told[0].kind) if side else told[0]


def _present(s: Sentence, word: Word, found: Sides) -> bool:
    """Whether a noun tells of somebody who was present: behind a side, or with one who was there besides."""
    above = s.tree.head(word)
    besides = above is not None and s.lexicon.has("besides", above.lemma)
    if len(found) == 1:
        joined = above is not None and word.relation == "conj"
        further = s.tree.head(above) if joined and above is not None else None
        return besides or (further is not None and s.lexicon.has("besides", further.lemma))
    return besides or word.case in ("", "と", "や", "が", "も", "及び")


def _besides(s: Sentence, cue: Cue) -> bool:
    return any(s.lexicon.has("besides", one.lemma) for one in s.tree.children(cue.word))


def _ends_clause(s: Sentence, word: Word) -> bool:
    return word.pos == "VERB" and word.relation in ("advcl", "conj")
