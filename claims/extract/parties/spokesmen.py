"""For whom somebody speaks who says what is done: the body before 관계자, 대변인, 변호인, and the one that a chairman heads."""

from __future__ import annotations

from claims.extract.draft import Cue, Party
from claims.extract.lexicon import sort
from claims.extract.parties.described import public_bodies
from claims.extract.predicates.slots import Slots
from claims.extract.predicates.subjects import somebody
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def spoken_for(
    s: Sentence, cue: Cue, kind: str, phase: str, found: Slots, asserter: str | None, parties: list[Party]
) -> list[Party]:
    """The parties with those for whom the speaker speaks in his place.

    A spokesman, official or lawyer does nothing of what he says is done; who only watches does none of it, nor does his
    body. A chairman says it of what he heads, where the text tells what that is.
    """
    word = next((one for _, one in found if _says(s, cue, one)), None)
    if word is not None and kind not in sort("own_part"):
        observer = s.lexicon.patterns["observer"].search(word.text) is not None
        if observer or s.lexicon.patterns["mouthpiece"].search(word.text):
            mine = {p.who: p for p in s.parties(word)}
            apart = observer or kind in ("visit", "attend") or phase == "expected"  # who only says what may come
            whom = [] if apart else _body_before(s, word, list(mine.values()))
            parties = [q for p in parties for q in ([p] if p.who not in mine else [w.as_(p.role) for w in whom])]
    if kind not in sort("corporate"):
        return parties
    plans = s.tree.final and phase in ("intended", "scheduled") and asserter is None
    whose = [one for one in parties if plans or asserter in (one.name, one.who)]  # what a president announces, or plans
    return [firm.as_(p.role) if p in whose and (firm := _employer(s, p)) else p for p in parties]


def _says(s: Sentence, cue: Cue, word: Word) -> bool:
    """Whether somebody is told of as saying or thinking what the cue tells, and not as doing it."""
    head = s.tree.head(word)
    says = head is not None and head is not cue.word and s.lexicon.asserts(head.lemma)
    return says and head in list(s.tree.path(cue.word))


def _body_before(s: Sentence, word: Word, people: list[Party]) -> list[Party]:
    """The body, people or state that a description names before such a noun: 유족 측 법률대리인 강지훈 변호사."""
    ends = [p.end - s.offset for p in people if p.end is not None]
    name_ends = max([end for end in ends if end <= word.start], default=0)
    for one in reversed([w for w in s.tree.words[: word.at] if w.relation != "case"]):
        role = s.lexicon.patterns["mouthpiece"].search(one.text) is not None
        own = not one.case or s.lexicon.slots.get(one.case) == "of"
        if not own or (one.form and not role) or one.pos not in ("NOUN", "PROPN", "DET"):
            break
        named = any(p.start is not None and p.start - s.offset <= one.start < name_ends for p in people)
        if named or role or one.pos == "DET" or s.lexicon.has("side_of", one.lemma):
            continue
        if somebody(s, one) or one.pos == "PROPN":
            found = [s.at(one.start, one.end, None, "organisation")] if one.start == name_ends + 1 else s.party(one)
            if found and all(p.kind != "person" for p in found):
                return found
    return []


def _employer(s: Sentence, person: Party) -> Party | None:
    """The company or body that somebody heads; without a name beside the title, the one that the text tells of alone."""
    title = next((title for title, one in reversed(s.discourse.titles) if one.who == person.who), "")
    told = s.discourse.employers.get(person.who)
    if not told and s.lexicon.patterns["heads_body"].search(title):  # 지부장 heads a 지부
        body = s.lexicon.patterns["heads_body"].sub("", title) or title[:-1]  # 노조|위원장, 지부|장
        named = {p.who: p for p in s.discourse.seen if p.kind != "person" and p.who.endswith(body)}
        return next(iter(named.values())) if len(named) == 1 else None
    if told or not s.tree.final or not s.lexicon.patterns["heads_company"].search(title):
        return told
    return s.discourse.thing(public_bodies(s))
