"""Which words of a tree tell of something that is looked for, and of which kind."""

from __future__ import annotations

import re

from claims.extract.draft import Cue, Party
from claims.extract.factuality.forms import own_state
from claims.extract.lexicon import sort
from claims.extract.predicates.subjects import is_passive, somebody, subject_of
from claims.extract.predicates.verbs import OBJECTS, asks, is_sum, verb_cue, voted
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: kinds of what parties settle with each other, where the words of the text give no other
_TOGETHER, _ALONE = "cooperate", "develop"
#: relations of a noun that a predicate governs
_GOVERNED = ("obj", "obl", "nsubj", "nmod", "compound")
_SEVERAL = re.compile(r"(?i)^(?:they|both|two|three|four|the two|the three)\b|[a-z]{2}s$|両|双方|三者|四者|양|두 |세 ")


def cue_of(s: Sentence, word: Word) -> Cue | None:
    """What a word tells of; None where it tells of nothing that is looked for."""
    tree, lexicon = s.tree, s.lexicon
    if tree.final and word.pos == "NOUN" and not word.form.strip("/"):
        return _nominal(s, word)
    if word.pos not in ("VERB", "AUX") and not (tree.final and word.form.strip("/")):
        return None
    lemmas = lemmas_of(s, word)
    objects = [c for one in tree.children(word, *OBJECTS) for c in tree.conjuncts(one)]
    objects += [
        inner
        for one in objects
        if lexicon.has("measure", one.lemma) or one.pos == "NUM"
        for inner in tree.children(one, "nmod")
        if inner.case == "of"
    ]
    around = objects + [
        c for one in tree.children(word, "nsubj", "obl", "compound", "nmod") for c in tree.conjuncts(one)
    ]
    measured = [inner for one in around if lexicon.has("measure", one.lemma) for inner in tree.children(one, "nmod")]
    around += [one for one in measured if one.case == "of" and one not in around]
    if not tree.children(word, "nsubj", "nsubj:pass"):  # "is likely to be postponed", 決裂する見通しだ
        above = subject_of(s, word)
        if above is not None and above not in around:
            around += tree.conjuncts(above)
            if not tree.final and is_passive(s, word):  # "the deal has yet to be approved"
                objects += tree.conjuncts(above)
    ended = any(lexicon.has(table, lemmas[0]) for table in ("cancel", "collapse")) and "_" in lemmas[0]
    for lemma in lemmas[:1] if ended else lemmas:  # to call off a strike is not to call one
        for noun in around if lexicon.has("goes", lemma) or tree.final else objects:
            kind = lexicon.pairs.get((lemma, noun.lemma))
            if kind is None and tree.final:
                kind = lexicon.pairs.get((lemma, compounded(s, noun))) or _meeting(s, lemma, noun)
            if kind in ("withdraw", "acquire") and noun.lemma not in lexicon.nouns and not tree.final:
                return Cue(kind, word)
            if kind == "vote" and lexicon.nouns.get(noun.lemma) != "vote" and not tree.final:
                return voted(s, word)
            if kind == "discuss" and lexicon.has("talks_of", word.lemma):
                return Cue(kind, word)
            if kind:
                return Cue(kind, word, None if kind in ("open", "close") else noun)
    for lemma in lemmas:
        for table, phase in (("cancel", "cancelled"), ("collapse", "failed"), ("arrange", "scheduled"), ("happen", "")):
            if table == "arrange" and (not is_passive(s, word) or tree.children(word, "xcomp", "ccomp")):
                continue
            if not lexicon.has(table, lemma):
                continue
            fits = (
                (*around, *objects)
                if table != "cancel"
                else [one for one in around if tree.final or is_passive(s, word) or one.relation in (*OBJECTS, "conj")]
            )
            if table == "happen" and not tree.final:  # "under the deal, officers will begin work" tells of no deal
                fits = [one for one in fits if one.relation != "obl" or one.case not in ("under", "after", "before")]
                fits = objects if tree.children(word, "obj") else fits  # "held rates at 8 percent in its meeting"
            event = next((one for one in fits if one.lemma in lexicon.nouns), None)
            told = event is not None and lexicon.has("talks", event.lemma) and lexicon.has("collapse", lemma)
            if table == "cancel" and told:
                continue  # talks that come to nothing, and no meeting that is called off
            if event is None and tree.final and phase:  # 합병을 추진했으나 무산됐다
                event = next(
                    (
                        one
                        for clause in tree.children(word, "advcl")
                        for one in tree.children(clause, "obj")
                        if one.lemma in lexicon.nouns
                    ),
                    None,
                )
            if event is None:
                continue
            noun, kind = event, lexicon.nouns[event.lemma]
            if kind == "strike" and lemma in lexicon.tables.get("ending", ()):
                continue  # who ends a strike does not go on one
            if phase == "failed" and kind in ("meet", "discuss"):
                kind = "sign"
            if kind == "sign" and lexicon.has("ends", lemma):
                return Cue("terminate", word)  # 契約が終了する
            if phase == "failed" and noun.relation in OBJECTS and tree.head(noun) is word:
                continue
            if not phase and any(
                lexicon.has("lacking", one.case) and lexicon.has("without", one.lemma) for one in around
            ):
                return Cue("sign", word, noun, "failed")
            return Cue(kind, word, _thing_signed(s, noun, kind), phase)
    if lexicon.has("leaves", word.lemma) and any(
        one.named == "organisation"
        or ((hit := s.hit(one)) is not None and hit.known.kind in ("framework", "organisation"))
        for one in objects
    ):
        return Cue("withdraw", word)
    if word.lemma == "be" and lexicon.code == "en":
        who = tree.children(word, "nsubj")
        where = [one for one in tree.children(word, "obl") if one.case == "in" and (one.named == "place" or s.hit(one))]
        return Cue("visit", word) if who and where and who[0].pos == "PROPN" and any(s.dates) else None
    for lemma in lemmas:
        if (
            lemma in lexicon.heads
            and (lexicon.heads[lemma].name == "deny" or (lexicon.has("admits", lemma) and _not(s, word)))
            and not tree.children(word, "ccomp", "xcomp", "advcl")
        ):
            charges = (
                one for one in objects for name in (one.lemma, compounded(s, one)) if lexicon.has("charge", name)
            )
            denied = next(charges, None)
            if denied is not None and not tree.children(denied, "ccomp", "acl", "acl:relcl"):
                return Cue("state", word, None, "denied")
    effect = lexicon.heads.get(word.lemma)
    if effect is not None and effect.name == "promise" and any(is_sum(s, one) for one in tree.children(word, "obj")):
        return Cue("pay", word, None, "agreed")
    if not tree.final and asks(s, word):
        return Cue("urge", word)
    for lemma in lemmas:
        if lemma in lexicon.verbs:
            found = verb_cue(s, word, lexicon.verbs[lemma], objects)
            if found is not None:
                return found
        if lemma in lexicon.heads and lexicon.heads[lemma].name == "agree":
            settled = [
                one
                for one in tree.children(word, "obl")
                if lexicon.slots.get(one.case)
                in {"ja": ("about", "to", "in"), "ko": ("about", "to")}.get(lexicon.code, ("about",))
                and not s.dated(one)
                and one.pos != "NUM"
                and not (
                    lexicon.slots[one.case] == "in"
                    and (
                        one.lemma in lexicon.heads
                        or lexicon.patterns["meeting"].search(one.text)
                        or somebody(s, one)
                        or one.named
                        or s.hit(one)
                    )
                )
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


def _not(s: Sentence, word: Word) -> bool:
    return own_state(s.tree, word, s.lexicon).polarity == "-"


def _thing_signed(s: Sentence, noun: Word, kind: str) -> Word:
    """ "The signing of a pact": the pact, of which that tells."""
    inner = (
        one for one in s.tree.children(noun, "nmod") if one.case == "of" and s.lexicon.nouns.get(one.lemma) == kind
    )
    return next(inner, noun) if kind == "sign" else noun


def compounded(s: Sentence, noun: Word) -> str:
    """The lemmas of a noun and the part of it before: 意見交換, where the parser takes it for two."""
    before = s.tree.words[noun.at - 1] if noun.at else noun
    return before.lemma + noun.lemma if before.head == noun.at and before.relation == "compound" else ""


def _meeting(s: Sentence, lemma: str, noun: Word) -> str | None:
    """The kind of holding a meeting whose name the lexicon does not list: 懇談会を開く."""
    held = s.lexicon.pairs.get((lemma, "会議")) or s.lexicon.pairs.get((lemma, "회의"))
    fits = noun.relation in OBJECTS or (noun.relation == "nsubj" and is_passive(s, s.tree.words[noun.head]))
    return held if held and s.lexicon.patterns["meeting"].search(noun.text) and fits else None


def _nominal(s: Sentence, word: Word) -> Cue | None:
    """A noun that names an act of which the predicate above says what became: 脱退を表明した, 사임 의사를 밝혔다."""
    head, lexicon = s.tree.head(word), s.lexicon
    paired = (lexicon.pairs.get((word.lemma, one.lemma)) for one in s.tree.children(word, "nmod", "compound"))
    kind = next(filter(None, paired), None) or lexicon.verbs.get(word.lemma)
    effect = lexicon.heads.get(head.lemma) if head is not None else None
    refused = effect is not None and effect.name == "refuse"
    told = lexicon.nouns.get(word.lemma)
    kind = kind or (told if refused or told == "strike" else None)
    if (
        kind is None
        or head is None
        or word.relation not in _GOVERNED
        or (kind in sort("content") and not (refused and kind == "meet"))
    ):
        return None
    planned = head.pos == "NOUN" and effect is not None and effect.name in ("plan", "schedule", "expect", "rumour")
    if (
        effect is None
        or effect.why
        or effect.name in ("thing", "say")
        or lexicon.verbs.get(head.lemma) in sort("content")
    ):
        return None
    if word.relation in ("nmod", "compound") and not (
        planned and (not word.case or lexicon.slots.get(word.case) == "of")
    ):
        return None
    if (head.lemma, word.lemma) in lexicon.pairs or not lexicon.has("told_of", word.case.split(" ")[0] or "-"):
        return None
    if (
        any(lexicon.has(table, head.lemma) for table in ("cancel", "collapse", "happen"))
        and word.lemma in lexicon.nouns
    ):
        return None
    return Cue(kind, word)


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
        and not s.dated(one)
        and not (one.case == "for" and s.tree.children(word, "obj"))  # "called an election for May"
    ] + found
    if s.lexicon.has("ends_up", word.lemma):  # 中止になった
        found = [
            one.lemma
            for one in s.tree.children(word, "obl", "ccomp", "advcl")
            if s.lexicon.has("become_mark", one.case)
        ] + found
    if s.lexicon.has("does", word.lemma):  # 표결을 하다
        found = [one.lemma for one in s.tree.children(word, "obj")] + found
    fixed = [f"{word.lemma}_{one.lemma}" for one in s.tree.children(word, "obj")]  # "took place", "took part"
    return [one for one in fixed if s.lexicon.has("happen", one) or one in s.lexicon.verbs] + found


def _settled(s: Sentence, word: Word, head: Word) -> Cue | None:
    effect = s.lexicon.heads.get(f"{word.case}{head.lemma}") or s.lexicon.heads.get(head.lemma)
    if effect is not None and effect.name == "thing" and (above := s.tree.head(head)) is not None:
        effect = s.lexicon.heads.get(above.lemma)  # 進めることで一致した
    if effect is None or effect.name not in ("agree", "promise"):
        return None
    if word.relation == "acl" and not s.tree.final and not s.tree.children(word, "aux", "mark"):
        return None  # "a deal backed by the bank"
    if word.lemma in s.lexicon.heads and s.tree.children(word, "ccomp", "xcomp"):
        return None
    return Cue("", word)


def default_kind(parties: list[Party]) -> str:
    """The kind of what was settled in words that are no cue: by several, or by one."""
    several = len({one.who for one in parties}) > 1 or any(
        one.known is None and _SEVERAL.search(one.name) for one in parties
    )
    return _TOGETHER if several else _ALONE
