"""Why a claim is not made of words whose parties are in doubt: it is refused with its reason, and not guessed."""

from __future__ import annotations

from claims.extract.arguments import can_act
from claims.extract.draft import Cue, Party
from claims.extract.factuality.forms import Unread
from claims.extract.lexicon import frames, sort
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word
from claims.vocabulary import ROLES


def check_parties(s: Sentence, cue: Cue, kind: str, found: list[tuple[str, Word]], parties: list[Party]) -> None:
    """Raises Unread where a slot that only someone can fill holds a thing, or a pronoun that means nobody for certain."""
    if s.tree.final and kind not in sort("by_things"):
        thing = s.lexicon.patterns["nobody"]
        for who in parties:
            if ROLES[who.role].is_party and who.known is None and who.start is not None and thing.search(who.name):
                raise Unread(f"“{who.name}” is nobody who could do that")  # 계약 기간은 2년이며, 계약서에 서명한다
    if s.tree.final or cue.phase == "denied":
        return
    roles = {**frames()["any"], **frames().get(kind, {})}
    for slot, word in found:
        role = roles.get(slot)
        if not isinstance(role, str) or not (role == "affected" or ROLES[role].is_party):
            continue
        does = slot == "subject" or (slot == "object" and kind == "meet")
        taken = [p for p in parties if p.role == role]
        named = does or (slot == "object" and not s.lexicon.has("it", word.lemma))
        if named and _unclear(s, word, taken):
            raise Unread(f"it is not clear whom “{word.text}” means")
        if does and (kind in sort("said") or kind not in sort("by_things")):
            for one in s.conjuncts(word):
                if not can_act(s, one) and any(p.start == s.offset + one.start or _within(s, one, p) for p in parties):
                    raise Unread(f"“{one.text}” is nobody who could do that")


def _within(s: Sentence, word: Word, one: Party) -> bool:
    return one.start is not None and one.end is not None and one.start <= s.offset + word.start < one.end


def _expletive(s: Sentence, word: Word) -> bool:
    """Whether "it" stands for a clause: "it was agreed to keep in touch"."""
    return s.lexicon.has("it", word.lemma) and word.relation == "nsubj:pass"


def _unclear(s: Sentence, word: Word, parties: list[Party]) -> bool:
    """Whether a personal pronoun means nobody whom the text makes plain."""
    personal = word.tag == "PRP" and not s.lexicon.has("reflexive", word.lemma)
    meant = any(p.start in (None, s.offset + word.start) for p in parties)
    return personal and not _expletive(s, word) and not meant
