"""Verbs that tell by themselves, where their objects suit them."""

from __future__ import annotations

import re

from claims.extract.draft import Cue
from claims.extract.factuality.forms import form_of
from claims.extract.predicates.subjects import is_passive, somebody, subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

OBJECTS = ("obj", "nsubj:pass", "obl:unmarked", "iobj")


#: kinds -> the table of nouns with which their verbs tell of something else: to meet a target, shares that close higher
_UNSUITED = {
    "meet": "target",
    "open": "not_open",
    "close": "not_open",
    "pay": "not_paid",
    "urge": "not_urged",
    "acquire": "not_bought",
    "terminate": "not_ended",
    "develop": "not_curbed",
    "support": "not_backed",
}


def verb_cue(s: Sentence, word: Word, kind: str, objects: list[Word]) -> Cue | None:
    """What a verb tells by itself; None where its objects do not suit it."""
    told = {one.lemma for one in objects}
    if kind in ("open", "close") and not objects:
        told = subject_lemmas(s, word)
    if told & s.lexicon.tables.get(_UNSUITED.get(kind, ""), frozenset()):
        return None
    above = s.tree.words[word.head]
    if (
        kind in ("open", "close")
        and s.tree.final
        and not told
        and word.relation == "acl"
        and above.lemma in s.lexicon.heads
    ):
        return None  # 開かれる予定で: of what, another clause tells
    if kind == "vote" and not s.tree.final and not objects:  # "abstained from a vote on a ban"
        votes = [one for one in s.tree.children(word, "obl") if s.lexicon.nouns.get(one.lemma) == "vote"]
        if any(s.lexicon.slots.get(one.case) in ("in", "from") for one in votes):
            return Cue("vote", word, votes[0])
    if kind == "urge" and s.tree.final and word.relation == "acl" and above.lemma in s.lexicon.tied("sue"):
        return Cue("sue", word)  # 国に賠償を求めた訴訟
    held = _meets(s, above) or (above.lemma in s.lexicon.heads and _meets(s, s.tree.words[above.head]))
    if kind in ("open", "close") and s.tree.final and word.relation == "acl" and held:
        return None  # 都内で開いた記者会見
    if s.lexicon.has("receives_somebody", word.lemma) and not any(_received(s, one) for one in objects):
        return None  # "received a letter"
    if kind == "attend" and not s.tree.final and not s.lexicon.has("absent", word.lemma):
        where = [*objects, *(one for one in s.tree.children(word, "obl") if one.case == "in")]
        if any(s.lexicon.nouns.get(one.lemma) == "strike" for one in where):
            return Cue("strike", word)
        event = next((one for one in where if s.lexicon.nouns.get(one.lemma) == "meet"), None)
        if event is not None and any(one.case == "with" for one in s.tree.children(event, "nmod")):
            return Cue("meet", word, event)  # "attended a summit with President Ana Lind"
    other = _other_kind(s, word, kind, objects)
    if other or _suits(s, word, kind, objects):
        return Cue(other or kind, word)
    return None


def _meets(s: Sentence, noun: Word) -> bool:
    return s.lexicon.has("not_open", noun.lemma) or s.lexicon.patterns["meeting"].search(noun.text) is not None


def _received(s: Sentence, one: Word) -> bool:
    """Whether somebody, and no thing, is received."""
    guest = s.lexicon.has("official", one.lemma) or s.lexicon.has("delegates", one.lemma)
    named = any(p.kind == "person" for p in s.party(one, described=False))
    return guest or named or (s.tree.final and somebody(s, one))


def _other_kind(s: Sentence, word: Word, kind: str, objects: list[Word]) -> str:
    """The kind that a verb tells of with these objects instead of its own; "" where with none."""
    if kind == "join" and not s.tree.final and is_passive(s, word):
        return "meet"  # "were joined by Jo Berg"
    if kind == "acquire" and word.lemma == "take" and all(s.dated(one) for one in objects):  # "took over as chief"
        return "hold_office" if any(one.case == "as" for one in s.tree.children(word, "obl")) else ""
    if kind == "urge" and not s.tree.final and s.lexicon.has("appeals", word.lemma):  # "appealed to the 10th Circuit"
        asked = s.tree.children(word, "xcomp", "ccomp", "advcl")
        asked = asked or [one for one in s.tree.children(word, "obl") if one.case == "for"]
        return "" if asked else "sue"
    if kind == "sign" and objects and all(one.named == "person" for one in objects):
        return "appoint"  # "signed the striker Leo Pinto"
    if kind == "support" and s.tree.final:  # 복구비 20억 원을 지원했다
        sums = (one for one in objects if one.pos == "NUM" or s.lexicon.has("money", one.lemma))
        return "pay" if any(not s.dated(one) for one in sums) else ""
    if kind == "withdraw" and word.lemma == "walk":  # "walked out of the plant"
        left = [one for one in s.tree.children(word, "obl") if not s.dated(one)]
        stays = any(one.lemma in s.lexicon.nouns or _acts(s, one) for one in left) or _of_state(s, word)
        return "" if stays else "strike"
    return ""


def _acts(s: Sentence, one: Word) -> bool:
    return is_people(s, one) or s.lexicon.has("actor", one.lemma) or one.pos == "PROPN"


def _suits(s: Sentence, word: Word, kind: str, objects: list[Word]) -> bool:
    """Whether a verb tells of its kind with these objects, or with what else stands beside it."""
    lexicon, lemma = s.lexicon, word.lemma
    beside = s.tree.children(word, "obl")
    somewhere = any(one.named in ("place", "state") or s.hit(one) for one in objects)
    match kind:
        case "meet":
            return not (lemma == "meet" and is_passive(s, word))  # "were met with baton charges"
        case "visit" if lexicon.has("goes_somewhere", lemma):  # "was flying in support of troops"
            goes = (*beside, *s.tree.children(word, "obj", "obl:unmarked", "advmod"))
            return any(lexicon.slots.get(o.case) in ("to", "in") or o.relation == "obj" or s.dated(o) for o in goes)
        case "visit" if lexicon.has("leaves_for", lemma):  # "left for a rival", 실종자를 찾았다
            places = [
                one for one in beside if one.named in ("place", "state") and not lexicon.has("corporate", one.lemma)
            ]
            return somewhere or bool(places)
        case "visit" if lexicon.has("seeks", lemma):  # 판문점을 찾았다, and not 해법을 찾았다
            return any(one.pos == "PROPN" or lexicon.patterns["site"].search(one.text) for one in objects)
        case "accuse" if lexicon.has("indicts", lemma):  # "charge a fee"
            return is_passive(s, word) or any(one.named == "person" or is_people(s, one) for one in objects)
        case "appoint" if lexicon.has("of_things", lemma):  # "promote exports", "install turbines"
            return any(one.named == "person" or is_people(s, one) or one.tag == "PRP" for one in objects)
        case "appoint" if lemma == "name":
            return _of_office(s, word, objects)
        case "hold_office" if lexicon.has("takes_post", lemma):  # 帰国の途に就く
            return all(_is_post(s, one) for one in beside if lexicon.slots.get(one.case) == "to")
        case "resign" if lexicon.has("leaves", lemma):
            return not objects and _leaves_office(s, word)
        case "attend" if lexicon.code == "ko" and re.match(r"시키\+", word.form):
            return False  # 일본을 시험에 참여시키기로 했다
        case "attend" if not s.tree.final and lexicon.has("absent", lemma):  # "will not miss a beat"
            events = lexicon.nouns.keys() | lexicon.tables["missed"]
            return any(one.pos == "PROPN" or one.lemma in events for one in objects)
        case "urge" if lexicon.code == "ja" and lexicon.patterns["by_doing"].search(word.form):
            return not any(one.lemma in lexicon.telling("sue") for one in s.tree.words[word.at :])  # 求めて提訴した
        case "vote" if s.tree.final:  # 계약을 해지하기로 의결했다
            settled = (one for one in s.tree.children(word, "ccomp") if one.form.startswith("하+기/"))
            return not any(one.lemma in lexicon.verbs for one in settled)
        case "provide":  # "the pact covers minerals", and not "the minister covers his face"
            who = subject_of(s, word)
            return bool(objects) and who is not None and is_pact(s, who)
        case "base_on":
            return not objects and any(one.case in ("on", "upon") for one in beside)  # "build a store on the quay"
        case "strike":
            return not (objects and lemma == "strike") and not _of_state(s, word)
        case "pay":
            return not objects or not all(s.dated(one) for one in objects)  # "spent nine hours"
        case "elect" if lemma == "elect":  # "elected to close the plant"
            return bool(objects) or is_passive(s, word) or not s.tree.children(word, "xcomp", "ccomp", "advcl")
        case "acquire" if lemma == "take":
            return not all(s.dated(one) for one in objects)
        case "acquire" | "support" | "develop":
            borne = s.tree.final and is_passive(s, word)
            return bool(objects) or borne or lexicon.has("merges", lemma)
        case "terminate" if lexicon.code == "ja":  # 池入れを打ち切る
            things = {one.lemma for one in objects} or subject_lemmas(s, word)
            bound = (lexicon.nouns.get(one) == "sign" or lexicon.has("instrument", one) for one in things)
            return not things or any(bound) or bool(things & lexicon.tables["ended"])
    return True


def _is_post(s: Sentence, one: Word) -> bool:
    named = s.lexicon.patterns["title"].search(one.text) or one.text[-1:] in "職役員座"
    return bool(named) or s.lexicon.has("no_party", one.lemma)


def _of_state(s: Sentence, word: Word) -> bool:
    """Whether it is no workers who strike: "Malawi walked out", "she walked out", "they will strike again"."""
    who = subject_of(s, word) if not s.tree.final else None
    hit = s.hit(who) if who is not None else None
    return who is not None and (
        (hit is not None and hit.known.kind == "state")
        or who.named in ("place", "state", "person")
        or any(s.lexicon.has(table, who.lemma) for table in ("they", "he", "she", "official", "delegates"))
        or any(p.kind == "person" for p in s.party(who))
    )


def _of_office(s: Sentence, word: Word, objects: list[Word]) -> bool:
    """Whether somebody is named to an office: not "declined to be named", "name a government", "named after him"."""
    told = [*objects, *s.tree.children(word, "xcomp")]
    if any(s.dated(one) for noun in told for one in s.tree.children(noun, "nmod")):
        return False  # "named swimmer of the year"
    beside = s.tree.children(word, "xcomp", "advcl") or any(
        one.case in ("as", "to") for one in s.tree.children(word, "obl")
    )
    return bool(beside) or (
        not is_passive(s, word)
        and any(one.named == "person" or s.lexicon.has("official", one.lemma) for one in objects)
    )


def _leaves_office(s: Sentence, word: Word) -> bool:
    """Whether it is a person who quits."""
    who = subject_of(s, word)
    return who is not None and (s.lexicon.has("official", who.lemma) or any(p.kind == "person" for p in s.party(who)))


def is_pact(s: Sentence, word: Word) -> bool:
    """Whether a noun, or the pronoun for one, means a treaty, a law or another text that lays something down."""
    hit = s.hit(word)
    known = hit is not None and hit.known.kind in ("instrument", "framework")
    return known or s.lexicon.has("instrument", word.lemma) or s.lexicon.has("it", word.lemma)


def is_people(s: Sentence, word: Word) -> bool:
    return any(s.lexicon.has(table, word.lemma) for table in ("people", "official", "body", "generic"))


def asks(s: Sentence, word: Word) -> bool:
    """Whether somebody is asked or ordered to do something: "ordered the mine to close", "was asked to leave"."""
    effect = s.lexicon.heads.get(word.lemma)
    if effect is None or effect.name != "urge" or word.lemma == "call":
        return False
    whom = s.tree.children(word, "obj", "nsubj:pass")
    clauses = s.tree.children(word, "xcomp", "ccomp", "advcl")
    bare = (one for one in clauses if one.tag == "VB" and s.tree.children(one, "mark"))  # "requested that India ease"
    return (bool(whom) and any(form_of(s.tree, one).endswith("to/inf") for one in clauses)) or any(
        s.tree.children(one, "nsubj", "nsubj:pass") for one in bare
    )


def voted(s: Sentence, word: Word) -> Cue:
    """Who approves or rejects a thing votes on it where that is a law, or they are a body or its members."""
    subject = next(iter(s.tree.children(word, "obl:agent")), None) or subject_of(s, word)
    law = any(s.lexicon.has("law", one.lemma) for one in s.tree.children(word, *OBJECTS))
    counted = subject is not None and s.lexicon.nouns.get(subject.lemma) == "vote"  # "defeated by 61 votes to 59"
    if (
        counted
        or (law and not s.lexicon.has("backs", word.lemma))
        or (subject is not None and is_body_of_voters(s, subject))
    ):
        return Cue("vote", word)
    return Cue("concern" if s.lexicon.has("rejects", word.lemma) else "support", word)


def is_body_of_voters(s: Sentence, word: Word) -> bool:
    """Whether a noun means a body that votes, or its members: not one shareholder."""
    alone = word.tag == "NN" and s.lexicon.has("voter", word.lemma)
    return not alone and s.lexicon.has("voters", word.lemma)


def is_sum(s: Sentence, word: Word) -> bool:
    counted = s.lexicon.has("money", word.lemma) and s.tree.children(word, "nummod")  # "50,000 pounds"
    parts = (word, *s.tree.children(word))
    return not s.tree.final and (bool(counted) or any(_of_money(s, one) for one in parts))


def _of_money(s: Sentence, word: Word) -> bool:
    return word.named == "money" or (word.relation == "nummod" and s.lexicon.has("money", word.lemma))


def subject_lemmas(s: Sentence, word: Word) -> set[str]:
    """The nouns that stand as the subject of a predicate."""
    subject = subject_of(s, word)
    passive = s.tree.children(word, "nsubj:pass")
    return {one.lemma for one in (*([subject] if subject is not None else []), *passive)}
