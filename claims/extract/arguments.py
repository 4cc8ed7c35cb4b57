"""Who plays which part in a claim: the dependents of its predicate by relation and case marker."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extract.draft import Party
from claims.extract.lexicon import frames
from claims.extract.naming import Sentence
from claims.extract.tree import Word
from claims.vocabulary import ROLES

_SLOTS = {
    "nsubj": "subject",
    "nsubj:pass": "object",
    "obj": "object",
    "obl:agent": "subject",
    "nmod:poss": "subject",
    "csubj": "subject",
    "dislocated": "subject",
}
#: roles that only someone can play; the others take things, too
_SOMEONE = {name for name, role in ROLES.items() if role.is_party}
_PLACES = ("place", "state")
_THINGS = ("topic", "material", "framework", "series", "instrument")


def slots(s: Sentence, word: Word) -> Iterator[tuple[str, Word]]:
    """The slots of a predicate, or of a noun that names an event, with the noun in each."""
    for noun in s.tree.children(word, "obj", "obl") if s.tree.final else ():
        for one in s.tree.children(noun, "conj"):
            if s.partner(one, noun):
                yield "with", one
    for one in s.tree.children(word):
        if one.lemma in ("which", "that", "who", "whom") and word.relation == "acl:relcl" and one.relation in _SLOTS:
            head = s.tree.head(word)
            if head is not None:
                yield _SLOTS[one.relation], head
        elif one.relation in _SLOTS and not s.dated(one):
            slot = _SLOTS[one.relation]
            if s.tree.final and one.case in ("は", "은", "는") and is_passive(s, word) and _other_subject(s, word, one):
                continue  # A代表は退任し、後任にB氏が任命された
            if slot == "subject" and one.case in s.lexicon.slots:
                slot = s.lexicon.slots[one.case]
            if slot == "subject" and one.case in ("も", "도") and _has_topic(s, word, one):
                slot = "object"  # リンド氏はペルーも訪れる
            yield "object" if slot == "subject" and s.tree.final and is_passive(s, word) else slot, one
        elif s.tree.final and word.lemma in ("なる", "する") and one.case in ("に", "と"):
            continue  # 中止になる
        elif one.relation in ("obl", "nmod", "iobj", "obl:unmarked", "dep") and not s.dated(one):
            if one.case and f"{word.lemma}_{one.case}" in s.lexicon.verbs:
                yield "object", one  # "called on parliament"
                continue
            slot = s.lexicon.slots.get(one.case, "" if one.case else {"iobj": "to"}.get(one.relation, ""))
            if slot and not denied(s, one):
                yield slot, one
        elif one.relation == "xcomp" and one.pos in ("NOUN", "PROPN"):
            yield "as", one


def is_passive(s: Sentence, word: Word) -> bool:
    """Whether a predicate is passive: its subject is what it is done to."""
    passive = s.lexicon.patterns.get("passive")
    if s.tree.final:
        return passive is not None and passive.search(word.form) is not None
    return bool(s.tree.children(word, "aux:pass"))


def denied(s: Sentence, word: Word) -> bool:
    """Whether a "not" stands before a noun: "in Osaka, not in Tokyo"."""
    words = s.tree.words
    first = min([word.at, *(one.at for one in s.tree.children(word, "case", "det"))])
    return any(words[at].lemma in ("not", "n't") for at in range(max(0, first - 1), first)) or any(
        one.lemma == "not" for one in s.tree.children(word, "advmod", "cc")
    )


def _other_subject(s: Sentence, word: Word, besides: Word) -> bool:
    return any(one is not besides and one.case in ("が", "이", "가") for one in s.tree.children(word, "nsubj"))


def _has_topic(s: Sentence, word: Word, besides: Word) -> bool:
    return any(
        one.case in ("は", "은", "는") and one is not besides and not s.dated(one)
        for here in (word, *s.tree.path(word))
        for one in s.tree.children(here, "nsubj", "obl")
    )


def subject_of(s: Sentence, word: Word) -> Word | None:
    """The subject of a predicate: its own, that of the predicate that it is joined to or that governs it."""
    tree = s.tree
    here: Word | None = word
    seen: set[int] = set()
    while here is not None and here.at not in seen:
        seen.add(here.at)
        own = [one for one in tree.children(here, "nsubj", "csubj", "dislocated") if one.at not in seen]
        passive = tree.children(here, "nsubj:pass")
        if own:
            return _antecedent(s, here, own[0])
        if tree.final:
            topic = [
                one
                for one in tree.children(here, "obl", "dep", "iobj")
                if one.case in ("は", "은", "는") and not s.dated(one)
            ]
            if topic:
                return topic[0]
            if here is word or here.relation == "root":  # 市は ... だったが、... した: said once, in the clause before
                for clause in reversed(tree.children(here, "advcl", "conj")):
                    condition = s.lexicon.patterns.get("condition")
                    if condition is not None and condition.search(clause.form):
                        continue
                    inner = tree.children(clause, "nsubj")
                    topic_case = inner and inner[0].case in ("は", "も", "은", "는", "도") and here.relation == "root"
                    if topic_case or (inner and clause.form.endswith("/link")):
                        return inner[0]
        if passive and here is not word:
            return passive[0]
        if passive:
            return None
        head = tree.head(here)
        if here.relation == "advcl" and not tree.final and here.tag in ("VBD", "VBZ", "VBP"):
            return None  # a clause with a tense has a subject of its own, though the parser missed it
        if here is word and here.relation == "acl" and here.tag == "VBN":
            return None  # "established in 2023": by nobody named
        if here.relation in ("conj", "xcomp", "advcl", "parataxis") or (
            tree.final and here.relation in ("obl", "obj", "nmod", "ccomp", "nsubj")
        ):
            if (
                here.relation == "xcomp"
                and head is not None
                and head.lemma in ("ask", "urge", "order", "tell", "force", "allow")
            ):
                objects = tree.children(head, "obj")
                if objects:
                    return objects[0]
            here = head
        elif here.relation == "acl" and head is not None:
            owner = tree.children(head, "nsubj") or tree.children(head, "nmod:poss")
            if owner:
                return owner[0]
            if tree.final and head.lemma not in s.lexicon.heads:
                return head  # 入札に敗れた会社
            if tree.final:
                here = head
                continue
            here = head if head.relation in ("obj", "nsubj", "nsubj:pass", "obl", "conj", "xcomp") else None
            if here is not None:
                here = tree.head(here)
        elif here.relation in ("obj", "obl", "nmod", "ccomp") and here.pos in ("NOUN", "VERB"):
            here = head if here.relation != "ccomp" or not _finite(s, here) else None
        else:
            return None
    return None


def _finite(s: Sentence, word: Word) -> bool:
    return s.lexicon.code == "en" and not word.form.endswith(("inf", "ger"))


def _antecedent(s: Sentence, clause: Word, subject: Word) -> Word:
    """The noun that a relative pronoun stands for."""
    if subject.lemma in ("who", "which", "that") and clause.relation in ("acl:relcl", "acl"):
        head = s.tree.head(clause)
        return head if head is not None else subject
    return subject


def parties_in(s: Sentence, kind: str, found: list[tuple[str, Word]]) -> list[Party]:
    """The parties and things of a claim in their roles, each once."""
    frame = frames()
    roles = {**frame["any"], **frame.get(kind, {})}
    result: list[Party] = []
    for slot, word in found:
        role = roles.get(slot)
        if kind == "urge" and slot == "object" and s.tree.final:
            role = "topic"  # 自制を促す
        if not isinstance(role, str):
            continue
        filled = [one for one in _filled(s, kind, role, slot, word) if one.name]
        s.taken |= {one.who for one in filled if role in (*_SOMEONE, "affected")}
        result += filled
    s.taken.clear()
    unique: dict[tuple[str, str], Party] = {}
    for one in result:
        unique.setdefault((one.role, one.who), one)
    for key, one in list(unique.items()):  # a piece of a name is nobody
        if any(_piece(one, other) for other in unique.values()):
            del unique[key]
    taken = {one.who for one in unique.values() if one.role in _SOMEONE}
    return [one for one in unique.values() if one.role in _SOMEONE or one.who not in taken]


def _piece(one: Party, other: Party) -> bool:
    """Whether a party is only a part of the words of another in the same role."""
    if None in (one.start, one.end, other.start, other.end) or one.role != other.role or one.role not in _SOMEONE:
        return False
    spans = (one.start or 0, one.end or 0), (other.start or 0, other.end or 0)
    return spans[0] != spans[1] and spans[1][0] <= spans[0][0] and spans[0][1] <= spans[1][1]


def _filled(s: Sentence, kind: str, role: str, slot: str, word: Word) -> list[Party]:
    if kind == "pay" and slot == "object" and word.named != "money" and word.pos != "NUM" and not _amount(s, word):
        payer = s.tree.head(word)
        paid_for = payer is not None and s.lexicon.has("funding", payer.lemma)
        role = "topic" if paid_for or not _somebody(s, word) else "affected"
    if role in _SOMEONE or role in ("affected",):
        people = [one.as_(role) for one in s.parties(word)]
        if role == "affected" and not people and word.lemma not in ("other", "another", "one"):
            return things(s, word, "affected")
        return [one for one in people if one.kind not in _THINGS or role == "affected"]
    if slot == "event" and role == "framework":
        start, end = s.phrase(word)
        if s.hit(word) is None and end - start <= len(word.text):
            return []  # "a meeting" names none
        return things(s, word, role)
    if role == "framework" and (
        word.named in _PLACES or ((hit := s.hit(word)) is not None and hit.known.kind in _PLACES)
    ):
        return _places(s, word, kind, slot) if slot == "in" or s.tree.final else []
    if role == "framework" and slot in ("in", "to") and s.tree.final and not _event(s, word):
        return []
    if role == "place":
        return _places(s, word, kind, slot)
    if role == "office" and word.named in _PLACES:
        return []  # "ambassador to Thailand"
    if role == "office":
        start, end = s.phrase(word)
        return [Party(s.tree.text[start:end], None, "office", s.offset + start, s.offset + end, "office")]
    return things(s, word, role)


def _somebody(s: Sentence, word: Word) -> bool:
    """Whether a noun means somebody: a name, a body, several people, an office."""
    people = ("body", "official", "group", "generic", "sides", "persons", "companies", "government")
    return (
        s.tree.final
        or word.tag in ("NNS", "NNP", "NNPS", "PRP")
        or any(s.lexicon.has(table, word.lemma) for table in people)
    )


def _amount(s: Sentence, word: Word) -> bool:
    return any(
        one.pos == "NUM" or one.named == "money" for one in s.tree.children(word, "nummod", "compound")
    ) or s.lexicon.has("money", word.lemma)


def _event(s: Sentence, word: Word) -> bool:
    """Whether a noun names something that can be attended, joined or left."""
    hit = s.hit(word)
    known = hit is not None and hit.known.kind in ("framework", "series", "instrument", "organisation")
    return (
        known
        or word.lemma in s.lexicon.nouns
        or s.lexicon.has("instrument", word.lemma)
        or s.lexicon.has("body", word.lemma)
        or word.text[-1:] in "式会談盟約"
    )


def _places(s: Sentence, word: Word, kind: str, slot: str) -> list[Party]:
    found: list[Party] = []
    for one in s.tree.conjuncts(word):
        hit = s.hit(one)
        if hit is not None and hit.known.kind in _PLACES:
            found.append(s._at(hit.start, hit.end, hit.known, hit.known.kind).as_("place"))
        elif hit is not None and hit.known.kind in _THINGS:
            found.append(s._at(hit.start, hit.end, hit.known, hit.known.kind).as_("framework"))
        elif (
            (hit is None and one.named in ("place", "state"))
            or (one.pos == "PROPN" and kind != "visit")
            or (kind == "visit" and slot in ("object", "to"))
        ):
            found += [p.as_("place") for p in s.party(one)]
        for more in s.tree.children(one, "appos", "nmod"):
            inner = s.hit(more)
            if inner is not None and inner.known.kind in _PLACES and inner is not hit:
                found.append(s._at(inner.start, inner.end, inner.known, inner.known.kind).as_("place"))
    return found


def things(s: Sentence, word: Word, role: str) -> list[Party]:
    """What a noun and each noun joined to it names: a known thing, else the phrase in the text's own words."""
    found: list[Party] = []
    for one in s.conjuncts(word):
        if s.dated(one) or one.pos in ("PRON", "DET"):
            continue
        hit = s.hit(one)
        if ((hit is not None and hit.known.kind == "person") or one.named == "person") and role in (
            "framework",
            "instrument",
        ):
            continue
        if one.lemma in ("こと", "の", "もの", "것"):
            continue
        start, end = s.phrase(one, clauses=role == "topic")
        if hit is not None and hit.known.kind not in ("person",) and end <= hit.end:
            found.append(s._at(hit.start, hit.end, hit.known, hit.known.kind).as_(role))
        else:
            found.append(s._at(start, end, None, "").as_(role))
    return found
