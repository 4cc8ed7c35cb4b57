"""Verbs that tell by themselves, where their objects suit them."""

from __future__ import annotations

from claims.extract.draft import Cue
from claims.extract.factuality.forms import form_of
from claims.extract.predicates.subjects import is_passive, somebody, subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

OBJECTS = ("obj", "nsubj:pass", "obl:unmarked", "iobj")


def verb_cue(s: Sentence, word: Word, kind: str, objects: list[Word]) -> Cue | None:
    """A verb that tells by itself, where its object suits it."""
    lexicon = s.lexicon
    nouns = {one.lemma for one in objects}
    if kind in ("open", "close") and s.tree.final:
        nouns |= {one.lemma for one in s.tree.children(word, "nsubj")}
        held = s.tree.words[word.head]
        meets = lexicon.has("not_open", held.lemma) or lexicon.patterns["meeting"].search(held.text)
        if word.relation == "acl" and meets:
            return None  # 都内で開いた記者会見
    if lexicon.has("receives_somebody", word.lemma) and not any(
        s.lexicon.has("official", one.lemma)
        or lexicon.has("delegates", one.lemma)
        or any(p.kind == "person" for p in s.party(one, described=False))
        or (s.tree.final and somebody(s, one))
        for one in objects
    ):
        return None  # "received a letter"
    if kind == "join" and not s.tree.final and is_passive(s, word):
        return Cue("meet", word)  # "were joined by Jo Berg"
    if kind == "meet" and word.lemma == "meet" and not s.tree.final and is_passive(s, word):
        return None  # "were met with baton charges"
    if (
        kind == "visit"
        and lexicon.has("goes_somewhere", word.lemma)
        and not any(
            lexicon.slots.get(one.case) in ("to", "in") or one.relation == "obj" or s.dated(one)
            for one in s.tree.children(word, "obl", "obj", "obl:unmarked", "advmod")
        )
    ):
        return None  # "was flying in support of troops"
    if (
        lexicon.has("leaves_for", word.lemma)
        and kind == "visit"
        and not any(
            one.named in ("place", "state") and not lexicon.has("corporate", one.lemma)
            for one in s.tree.children(word, "obl")
        )
    ):
        return None  # "left for a rival"
    if kind == "terminate" and s.lexicon.code == "ja" and (things := nouns or subject_lemmas(s, word)):
        bound = (lexicon.nouns.get(one) == "sign" or lexicon.has("instrument", one) for one in things)
        if not any(bound) and not things & lexicon.tables["ended"]:
            return None  # 池入れを打ち切る
    if kind == "meet" and nouns & lexicon.tables.get("target", frozenset()):
        return None
    if kind in ("open", "close") and (
        (not objects and subject_of(s, word) is None and not s.tree.children(word, "nsubj:pass"))
        or (nouns | (subject_lemmas(s, word) if not objects else set())) & lexicon.tables.get("not_open", frozenset())
    ):
        return None
    if lexicon.has("appeals", word.lemma) and any(lexicon.has("courts", one) for one in nouns):
        return None
    if (
        kind == "accuse"
        and lexicon.has("indicts", word.lemma)
        and not (is_passive(s, word) or any(one.named == "person" or is_people(s, one) for one in objects))
    ):
        return None  # "charge a fee"
    if kind in ("open", "close") and any(lexicon.has("shares", one) for one in nouns | subject_lemmas(s, word)):
        return None  # "shares closed 2 percent higher"
    if kind == "appoint" and word.lemma == "name" and not s.tree.final and not _of_office(s, word, objects):
        return None
    if kind == "resign" and lexicon.has("leaves", word.lemma) and (objects or not _leaves_office(s, word)):
        return None
    if (
        kind == "withdraw"
        and word.lemma == "walk"
        and not any(
            one.lemma in lexicon.nouns or is_people(s, one) or lexicon.has("actor", one.lemma) or one.pos == "PROPN"
            for one in s.tree.children(word, "obl")
            if not s.dated(one)
        )
    ):
        return Cue("strike", word)  # "walked out of the plant"
    if kind == "sign" and objects and all(one.named == "person" for one in objects):
        return Cue("appoint", word)  # "signed the striker Leo Pinto"
    if kind == "sign" and nouns and nouns <= lexicon.tables.get("not_signed", frozenset()):
        return None
    if (
        kind in ("base_on", "discuss")
        and not objects
        and not any(lexicon.slots.get(one.case) == "about" for one in s.tree.children(word, "obl"))
        and lexicon.has("bare_without_about", word.lemma)
    ):
        return None
    if word.lemma == "就く" and not all(
        lexicon.has("no_party", one.lemma) or lexicon.patterns["title"].search(one.text) or one.text[-1:] in "職役員座"
        for one in s.tree.children(word, "obl")
        if lexicon.slots.get(one.case) == "to"
    ):
        return None  # 帰国の途に就く
    if word.lemma == "찾" and not any(one.named in ("place", "state") or s.hit(one) for one in objects):
        return None  # 판문점을 찾았다
    if kind == "attend" and objects and objects[0].pos == "PRON":
        return None
    if (
        kind == "attend"
        and not s.tree.final
        and lexicon.has("absent", word.lemma)
        and not any(
            one.lemma in lexicon.nouns or one.pos == "PROPN" or one.lemma in lexicon.tables["missed"] for one in objects
        )
    ):
        return None  # "will not miss a beat"
    if kind == "attend" and not s.tree.final and not s.lexicon.has("absent", word.lemma):
        where = [*objects, *(one for one in s.tree.children(word, "obl") if one.case == "in")]
        event = next((one for one in where if lexicon.nouns.get(one.lemma) == "meet"), None)
        if event is not None and any(one.case == "with" for one in s.tree.children(event, "nmod")):
            return Cue("meet", word, event)  # "attended a summit with President Ana Lind"
    if word.lemma == "take" and kind == "acquire" and not objects:
        return Cue("hold_office", word) if any(one.case == "as" for one in s.tree.children(word, "obl")) else None
    if kind == "base_on" and not any(one.case in ("on", "upon") for one in s.tree.children(word, "obl")):
        return None
    if kind == "strike" and objects and word.lemma == "strike":
        return None
    if kind == "strike" and not s.tree.final and (who := subject_of(s, word)) is not None:
        hit = s.hit(who)
        if (
            (hit is not None and hit.known.kind == "state")
            or who.named in ("place", "state")
            or s.lexicon.has("they", who.lemma)
        ):
            return None  # "Malawi walked out", "they will strike again"
    if kind == "pay" and objects and all(s.dated(one) for one in objects):
        return None  # "spent nine hours"
    if kind == "pay" and nouns and nouns <= lexicon.tables.get("not_paid", frozenset()):
        return None
    if (
        kind == "support"
        and s.tree.final
        and any(one.pos == "NUM" or lexicon.has("money", one.lemma) for one in objects)
    ):
        kind = "pay"  # 복구비 20억 원을 지원했다
    borne = s.tree.final and is_passive(s, word)
    if (
        kind in ("acquire", "support", "develop")
        and not objects
        and not borne
        and not s.lexicon.has("merges", word.lemma)
    ):
        return None
    return Cue(kind, word)


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
    alone = subject is not None and subject.tag == "NN" and s.lexicon.has("voter", subject.lemma)  # one shareholder
    counted = subject is not None and s.lexicon.nouns.get(subject.lemma) == "vote"  # "defeated by 61 votes to 59"
    if (
        counted
        or (law and not s.lexicon.has("backs", word.lemma))
        or (subject is not None and not alone and s.lexicon.has("voters", subject.lemma))
    ):
        return Cue("vote", word)
    return Cue("concern" if s.lexicon.has("rejects", word.lemma) else "support", word)


def is_sum(s: Sentence, word: Word) -> bool:
    return not s.tree.final and any(
        one.named == "money" or (one.relation == "nummod" and s.lexicon.has("money", one.lemma))
        for one in (word, *s.tree.children(word))
    )


def subject_lemmas(s: Sentence, word: Word) -> set[str]:
    """The nouns that stand as the subject of a predicate."""
    subject = subject_of(s, word)
    passive = s.tree.children(word, "nsubj:pass")
    return {one.lemma for one in (*([subject] if subject is not None else []), *passive)}
