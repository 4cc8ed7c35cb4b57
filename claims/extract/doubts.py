"""Why a claim is not made of words whose parties are in doubt: it is refused with its reason, and not guessed."""

from __future__ import annotations

from claims.extract.arguments import can_act
from claims.extract.draft import DOERS, PARTY_ROLES, Cue, Party
from claims.extract.factuality.forms import State, Unread
from claims.extract.lexicon import frames, sort
from claims.extract.predicates.slots import Slots
from claims.extract.predicates.subjects import is_passive, somebody
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word
from claims.vocabulary import ROLES


def check_parties(s: Sentence, cue: Cue, kind: str, found: Slots, parties: list[Party], state: State) -> None:
    """Raises Unread where a slot that only someone can fill holds a thing, or a pronoun that means nobody for certain."""
    slots = {slot for slot, _ in found}
    lone = cue.event is None or ("with" in slots and "subject" not in slots)
    if s.tree.final and kind == "meet" and lone and _met_nobody(s, parties, state):
        raise Unread("it is not known who met whom")
    offices = sum(one.role == "office" for one in parties)
    if s.tree.final and kind == "appoint" and offices > 1 and sum(one.role == "holder" for one in parties) > 1:
        raise Unread("it is not known who takes which office")  # 사무총장에 A 의원을, 대변인에 B 변호사를 임명했다
    signers = {one.who for one in parties if one.role == "signatory"}
    if s.tree.final and kind == "sign" and "with" in slots and "subject" not in slots and len(signers) < 2:
        raise Unread("it is not known who settled it with whom")  # 直前に会社と妥結して
    doers = [p for p in parties if p.role in DOERS]
    if s.tree.final and kind in sort("said") and "subject" in slots and not doers and not is_passive(s, cue.word):
        raise Unread("nobody is named")  # 協会は声明を発表した, of a body that is not known for one
    unnamed = (one for one in parties if s.tree.final and one.role in PARTY_ROLES and one.known is None)
    for party in unnamed:
        if not party.name.strip():
            raise Unread("there is no name where one is meant")
        if (same := s.lexicon.patterns["same_word"].fullmatch(party.name)) and same.group(1):
            raise Unread(f"it is not clear whom “{party.name}” means")
    for slot, word in found if s.tree.final else ():
        thing_done = slot == "subject" and "サ変" in word.tag and not somebody(s, word)  # 打ち上げは
        if thing_done and any(p.role in DOERS and p.known is None and p.end == s.offset + word.end for p in parties):
            raise Unread(f"“{word.text}” is nobody who could do that")
    if s.tree.final and kind not in sort("by_things"):
        thing = s.lexicon.patterns["nobody"]
        for party in parties:
            here = ROLES[party.role].is_party and party.known is None and party.start is not None
            act = party.name.split()[-1] if party.kind == "group" and party.name else ""
            if here and (thing.search(party.name) or s.lexicon.verbs.get(act, "state") != "state"):
                raise Unread(f"“{party.name}” is nobody who could do that")  # 계약 기간은 2년이며, 계약서에 서명한다
    if s.tree.final or cue.phase == "denied":
        return
    roles = {**frames()["any"], **frames().get(kind, {})}
    for slot, word in found:
        role = roles.get(slot)
        if not isinstance(role, str) or s.lexicon.has("includes", word.case):
            continue
        does = slot == "subject" or (slot == "object" and kind == "meet")
        if state.phase == "failed" and slot == "about":
            continue  # "failed to agree on it"
        alike = [p for p in parties if ROLES[p.role].is_party == ROLES[role].is_party]
        if _unclear(s, word, alike) or (does and _uncounted(s, word, alike)):
            person = not s.lexicon.has("it", word.lemma) and (role == "affected" or ROLES[role].is_party)
            who = "whom" if person else "what"
            raise Unread(f"it is not clear {who} “{_words(s, word)}” means")
        if does and (kind in sort("said") or kind not in sort("by_things")):
            for one in s.conjuncts(word):
                place = s.offset + one.start
                if not can_act(s, one) and any(p.covers(place, place + 1) for p in parties):
                    raise Unread(f"“{one.text}” is nobody who could do that")


def _words(s: Sentence, word: Word) -> str:
    """A noun with what counts it, as it stands."""
    begin = min([word.start, *(one.start for one in s.tree.children(word, "det", "nummod", "cc:preconj"))])
    return s.tree.text[begin : word.end]


def _uncounted(s: Sentence, word: Word, parties: list[Party]) -> bool:
    """Whether "the two sides", "both countries" or "the three" are left as they stand, and nobody knows who that is."""
    several = any(s.lexicon.has(table, word.lemma) for table in ("sides", "countries", "generic"))
    counts = s.tree.children(word, "det", "nummod", "cc:preconj")
    told = [one.text.lower() for one in counts]
    known = "both" in told or ("the" in told and (any(one.pos == "NUM" for one in counts) or word.pos == "NUM"))
    alone = not s.tree.children(word, "nmod", "nmod:poss", "amod", "compound", "appos", "acl", "acl:relcl")
    bare = several and word.tag == "NNS" and (known or (told == ["the"] and s.lexicon.has("sides", word.lemma)))
    return alone and (bare or (word.pos == "NUM" and known)) and all(p.start is not None for p in parties)


def _expletive(s: Sentence, word: Word) -> bool:
    """Whether "it" stands for a clause: "it was agreed to keep in touch"."""
    return s.lexicon.has("it", word.lemma) and word.relation == "nsubj:pass"


def _unclear(s: Sentence, word: Word, parties: list[Party]) -> bool:
    """Whether a personal pronoun means nobody and nothing that the text makes plain."""
    personal = word.tag == "PRP" and not s.lexicon.has("reflexive", word.lemma)
    at = s.offset + word.start  # "agreed to respect it" is told in the text's own words
    meant = any(p.start is None or p.covers(at, at + 1) for p in parties)
    return personal and not _expletive(s, word) and not meant


def _met_nobody(s: Sentence, parties: list[Party], state: State) -> bool:
    """Whether only one is named of those who meet, and none who is several."""
    who = {one.who: one for one in parties if one.role == "participant"}
    several = s.lexicon.patterns["several"]
    return (
        state.phase in ("occurred", "ongoing")
        and len(who) < 2
        and not any(several.search(one.name) for one in who.values())
    )
