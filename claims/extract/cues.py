"""Which words of a tree tell of something that is looked for, and of which kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.arguments import is_passive, subject_of
from claims.extract.draft import Party
from claims.extract.factuality import Unread
from claims.extract.naming import Sentence
from claims.extract.tree import Word

_OBJECTS = ("obj", "nsubj:pass", "obl:unmarked", "iobj")
#: kinds of what parties settle with each other, where the words of the text give no other
_TOGETHER, _ALONE = "cooperate", "develop"
#: "three days of talks", "a round of negotiations"
_MEASURES = ("day", "week", "hour", "round", "series", "month")
_SEVERAL = re.compile(r"(?i)^(?:they|both|two|three|four|the two|the three)\b|[a-z]{2}s$|両|双方|三者|四者|양|두 |세 ")
_GOES = ("go", "be", "come")
#: classes of heads whose complement is told even where its verb is no cue
_SETTLING = ("agree", "promise", "plan", "refuse", "fail", "schedule", "consider", "pending")


@dataclass(frozen=True, slots=True)
class Cue:
    """`word`: the predicate; `event`: the noun that names what it is about, where the verb alone does not; `phase`: what
    the verb makes of that ("" = what its form says)."""

    kind: str
    word: Word
    event: Word | None = None
    phase: str = ""


def cue_of(s: Sentence, word: Word) -> Cue | None:
    """What a word tells of; None where it tells of nothing that is looked for."""
    tree, lexicon = s.tree, s.lexicon
    if word.pos not in ("VERB", "AUX") and not (tree.final and word.form.strip("/")):
        return None
    lemmas = lemmas_of(s, word)
    objects = [c for one in tree.children(word, *_OBJECTS) for c in tree.conjuncts(one)]
    objects += [
        inner for one in objects if one.lemma in _MEASURES for inner in tree.children(one, "nmod") if inner.case == "of"
    ]
    around = objects + [
        c for one in tree.children(word, "nsubj", "obl", "compound", "nmod") for c in tree.conjuncts(one)
    ]
    if not tree.children(word, "nsubj", "nsubj:pass"):  # "is likely to be postponed", 決裂する見通しだ
        above = subject_of(s, word)
        if above is not None and above not in around:
            around += tree.conjuncts(above)
    for lemma in lemmas:
        for noun in around if lemma in _GOES or tree.final else objects:
            kind = lexicon.pairs.get((lemma, noun.lemma))
            if kind:
                return Cue(kind, word, noun)
    for lemma in lemmas:
        for table, phase in (("cancel", "cancelled"), ("collapse", "failed"), ("happen", "")):
            if not lexicon.has(table, lemma):
                continue
            fits = (
                (*around, *objects)
                if table != "cancel"
                else [one for one in around if tree.final or is_passive(s, word) or one.relation in (*_OBJECTS, "conj")]
            )
            event = next((one for one in fits if one.lemma in lexicon.nouns), None)
            if event is None:
                continue
            noun, kind = event, lexicon.nouns[event.lemma]
            if kind == "strike" and lemma in lexicon.tables.get("ending", ()):
                continue  # who ends a strike does not go on one
            if phase == "failed" and kind in ("meet", "discuss"):
                kind = "sign"
            if phase == "failed" and noun.relation in _OBJECTS:
                continue
            if not phase and any(
                one.case in lexicon.tables.get("lacking", ("without",)) and lexicon.has("without", one.lemma)
                for one in around
            ):
                return Cue("sign", word, noun, "failed")
            return Cue(kind, word, noun, phase)
    if word.lemma == "be" and lexicon.code == "en":
        who = tree.children(word, "nsubj")
        where = [one for one in tree.children(word, "obl") if one.case == "in" and (one.named == "place" or s.hit(one))]
        return Cue("visit", word) if who and where and who[0].pos == "PROPN" and any(s.dates) else None
    for lemma in lemmas:
        if (
            lemma in lexicon.heads
            and lexicon.heads[lemma].name == "deny"
            and not tree.children(word, "ccomp", "xcomp", "advcl")
        ):
            denied = next((one for one in objects if lexicon.has("charge", one.lemma)), None)
            if denied is not None and not tree.children(denied, "ccomp", "acl", "acl:relcl"):
                return Cue("state", word, None, "denied")
    for lemma in lemmas:
        if lemma in lexicon.verbs:
            found = _verb(s, word, lexicon.verbs[lemma], objects)
            if found is not None:
                return found
        if lemma in lexicon.heads and lexicon.heads[lemma].name == "agree":
            settled = [
                one
                for one in tree.children(word, "obl")
                if lexicon.slots.get(one.case) in (("about", "to") if tree.final else ("about",)) and not s.dated(one)
            ]
            if settled and not tree.children(word, "ccomp", "xcomp", "acl"):
                return Cue(lexicon.nouns.get(settled[0].lemma, _TOGETHER), word, None, "agreed")
    head = tree.head(word)
    if word.relation in ("xcomp", "ccomp", "acl") and head is not None:
        return _settled(s, word, head)
    if word.relation == "conj":
        first = word
        while first.relation == "conj" and (up := tree.head(first)) is not None:
            first = up
        head = tree.head(first)
        if first.relation in ("xcomp", "ccomp", "acl") and head is not None and first.tag == word.tag:
            return _settled(s, word, head)
    return None


def lemmas_of(s: Sentence, word: Word) -> list[str]:
    """The verb with its particle, and the verb alone."""
    particle = next((one.lemma for one in s.tree.children(word, "compound:prt")), "")
    if not particle and word.at + 1 < len(s.tree.words):
        after = s.tree.words[word.at + 1]
        if (
            after.head == word.at
            and after.relation in ("advmod", "case", "obl")
            and s.lexicon.has("particle", after.lemma)
        ):
            particle = after.lemma if not after.children else ""
    found = [f"{word.lemma}_{particle}", word.lemma] if particle else [word.lemma]
    found = [
        f"{word.lemma}_{one.case}"
        for one in s.tree.children(word, "obl")
        if f"{word.lemma}_{one.case}" in s.lexicon.verbs
    ] + found
    if s.tree.final and word.lemma in ("なる", "する"):  # 中止になった
        found = [
            one.lemma for one in s.tree.children(word, "obl", "ccomp", "advcl") if one.case in ("に", "と")
        ] + found
    fixed = [f"{word.lemma}_{one.lemma}" for one in s.tree.children(word, "obj")]  # "took place", "took part"
    return [one for one in fixed if s.lexicon.has("happen", one) or one in s.lexicon.verbs] + found


def _settled(s: Sentence, word: Word, head: Word) -> Cue | None:
    effect = s.lexicon.heads.get(head.lemma)
    if effect is not None and effect.name == "thing" and (above := s.tree.head(head)) is not None:
        effect = s.lexicon.heads.get(above.lemma)  # 進めることで一致した
    if effect is None or effect.name not in ("agree", "promise"):
        return None
    if word.lemma in s.lexicon.heads and s.tree.children(word, "ccomp", "xcomp"):
        return None
    return Cue("", word)


def _verb(s: Sentence, word: Word, kind: str, objects: list[Word]) -> Cue | None:
    """A verb that tells by itself, where its object suits it."""
    lexicon = s.lexicon
    nouns = {one.lemma for one in objects}
    if kind in ("open", "close") and s.tree.final:
        nouns |= {one.lemma for one in s.tree.children(word, "nsubj")}
    if kind == "meet" and nouns & lexicon.tables.get("target", frozenset()):
        return None
    if kind in ("open", "close") and (
        (not objects and subject_of(s, word) is None and not s.tree.children(word, "nsubj:pass"))
        or nouns & lexicon.tables.get("not_open", frozenset())
    ):
        return None
    if kind == "sign" and nouns and nouns <= lexicon.tables.get("not_signed", frozenset()):
        return None
    if (
        kind in ("base_on", "discuss")
        and not objects
        and not any(lexicon.slots.get(one.case) == "about" for one in s.tree.children(word, "obl"))
        and word.lemma in ("rest", "base", "build", "talk")
    ):
        return None
    if kind == "attend" and objects and objects[0].pos == "PRON":
        return None
    if word.lemma == "take" and kind == "acquire" and not objects:
        return Cue("hold_office", word) if any(one.case == "as" for one in s.tree.children(word, "obl")) else None
    if kind == "base_on" and not any(one.case in ("on", "upon") for one in s.tree.children(word, "obl")):
        return None
    if kind == "strike" and objects and word.lemma == "strike":
        return None
    if kind in ("acquire", "support", "develop") and not objects and word.lemma != "merge":
        return None
    return Cue(kind, word)


def default_kind(parties: list[Party]) -> str:
    """The kind of what was settled in words that are no cue: by several, or by one."""
    several = len({one.who for one in parties}) > 1 or any(
        one.known is None and _SEVERAL.search(one.name) for one in parties
    )
    return _TOGETHER if several else _ALONE


__all__ = ["Cue", "Unread", "cue_of", "default_kind"]
