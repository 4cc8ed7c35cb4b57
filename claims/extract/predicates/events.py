"""Events that a noun names and a verb tells of: held, called off, come to nothing, or done with that noun alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extract.draft import Cue
from claims.extract.factuality.forms import Unread, own_state
from claims.extract.predicates.subjects import is_passive, subject_of
from claims.extract.predicates.verbs import OBJECTS, is_sum, voted
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


@dataclass(frozen=True, slots=True)
class Predicate:
    """A predicate with the nouns that it is said of. `lemmas`: with a particle first; `around`: objects and the others."""

    word: Word
    lemmas: list[str]
    objects: list[Word]
    around: list[Word]


def predicate(s: Sentence, word: Word, lemmas: list[str]) -> Predicate:
    """A verb with its nouns: those of a measure too ("three days of talks"), and the subject that it shares."""
    tree, lexicon = s.tree, s.lexicon
    objects = [c for one in tree.children(word, *OBJECTS) for c in tree.conjuncts(one)]
    objects += [
        inner
        for one in objects
        if lexicon.has("measure", one.lemma) or one.pos == "NUM"
        for inner in tree.children(one, "nmod")
        if inner.case == "of"
    ]
    if tree.final:  # 지분 51%를, 점포 12곳을
        objects += [inner for one in objects if one.pos == "NUM" for inner in tree.children(one, "compound")]
    owned = tree.head(word)
    if lexicon.code == "ko" and word.relation == "acl" and owned is not None and not tree.children(word, "obj"):
        objects = [owned, *objects]  # 카를하임과 맺은 계약
    objects += _whose(s, word)
    around = objects + [
        c for one in tree.children(word, "nsubj", "obl", "compound", "nmod") for c in tree.conjuncts(one)
    ]
    measured = [inner for one in around if lexicon.has("measure", one.lemma) for inner in tree.children(one, "nmod")]
    around += [one for one in measured if one.case == "of" and one not in around]
    which = tree.final and owned is not None and owned.lemma not in lexicon.heads  # 워싱턴에서 열린 의식에서
    which = which and word.relation == "acl" and lexicon.has("happen", word.lemma)
    if not which and not tree.children(word, "nsubj", "nsubj:pass"):  # "is likely to be postponed", 決裂する見通しだ
        above = subject_of(s, word)
        if above is not None and above not in around:
            around += tree.conjuncts(above)
            if not tree.final and is_passive(s, word):  # "the deal has yet to be approved"
                objects += tree.conjuncts(above)
    return Predicate(word, lemmas, objects, around)


def _whose(s: Sentence, word: Word) -> list[Word]:
    """The noun on which a clause hangs, where it is what was done there: "the deal reached", "a ban which he lifted"."""
    noun = s.tree.head(word)
    if s.tree.final or noun is None or word.relation not in ("acl", "acl:relcl") or noun.pos not in ("NOUN", "PROPN"):
        return []
    if s.lexicon.has("calls", word.lemma):
        return []  # "a strike called for Friday"
    told = [one for one in s.tree.children(word, *OBJECTS) if not s.dated(one)]
    bare = word.tag == "VBN" and word.relation == "acl" and not told and not s.tree.children(word, "aux")
    which = any(s.lexicon.has("relative", one.lemma) for one in told)
    wordless = (
        word.relation == "acl:relcl"
        and not told
        and not any(s.lexicon.has("relative", one.lemma) for one in s.tree.children(word, "nsubj", "obl"))
    )
    return [noun] if bare or which or wordless else []


def event_cue(s: Sentence, said: Predicate) -> Cue | None:
    """The event that a predicate tells of by one of its nouns; None where it tells of none so."""
    return _paired(s, said) or _become(s, said)


def _paired(s: Sentence, said: Predicate) -> Cue | None:
    """What a verb tells of with one noun and not with another: to hold talks, to cut a tariff."""
    word, lemmas = said.word, said.lemmas
    lexicon = s.lexicon
    relative = s.tree.head(word) if s.tree.final and word.relation == "acl" and not said.objects else None
    around = [*said.around, relative] if relative is not None else said.around  # 両国が昨年結んだ協定
    if lexicon.has("does", word.lemma) and s.tree.children(word, "ccomp"):
        return None  # 회담은 서울에서 개최하기로 하였다: that clause tells it
    ended = any(lexicon.has(table, lemmas[0]) for table in ("cancel", "collapse")) and "_" in lemmas[0]
    for lemma in lemmas[:1] if ended else lemmas:  # to call off a strike is not to call one
        for noun in around if lexicon.has("goes", lemma) or s.tree.final else said.objects:
            kind = lexicon.pairs.get((lemma, noun.lemma))
            settles = kind == "sign" and lexicon.has("only_denied", lemma)
            if settles and own_state(s.tree, word, lexicon).polarity == "+":
                continue  # 이견을 좁혔다 is no agreement yet, 헌재가 결론을 내린다 none at all
            if lexicon.has("remarks", noun.lemma) and _has_content(s, noun):
                continue  # 事実はないとのコメントを出した
            if kind is None and is_sum(s, noun):
                kind = lexicon.pairs.get((lemma, "million"))
            if kind is None and s.tree.final:
                ends = (noun.text[-n:] for n in (4, 3, 2) if len(noun.text) >= n and lexicon.code == "ko")  # 고등학교
                names = (compounded(s, noun), *ends)
                kind = next((k for name in names if (k := lexicon.pairs.get((lemma, name)))), None)
                kind = kind or _meeting(s, lemma, noun, word)
            if (
                kind == "strike"
                and not s.tree.final
                and any(s.lexicon.slots.get(one.case) in ("about", "against") for one in s.tree.children(noun, "nmod"))
            ):
                return None  # "launched strikes on the town"
            if lemma == "be" and kind == "discuss":  # "is in talks with Peru", and not "there are talks"
                now = word.tag in ("VBZ", "VBP")
                if noun.case == "in" and not s.tree.children(noun, "det"):
                    return Cue(kind, word, noun, "ongoing" if now else "")
                continue
            if kind == "concern" and lexicon.has("official", noun.lemma):
                return Cue(kind, word)  # "summoned the ambassador"
            if kind in ("acquire", "meet") and s.tree.final and noun.relation == "obl" and s.tree.children(word, "obj"):
                continue  # 会議で講演を行った
            if kind == "acquire" and s.tree.final and noun.relation != "obj" and s.tree.children(word, "obj"):
                continue  # 두 회사는 공장을 통합했다
            if kind == "establish" and s.tree.final and word.relation == "acl" and is_passive(s, word):
                continue  # 주민들로 구성된 위원회
            if kind == "open" and s.tree.final and noun.relation == "obl":
                continue  # 청사에서 연 브리핑
            alone = not s.tree.final or lexicon.code == "ko"
            if kind in ("withdraw", "acquire") and noun.lemma not in lexicon.nouns and alone:
                return Cue(kind, word)
            if kind == "vote" and lexicon.nouns.get(noun.lemma) != "vote" and not s.tree.final:
                return voted(s, word)
            if kind == "discuss" and lexicon.has("talks_of", word.lemma):
                return Cue(kind, word)
            if kind:
                thing = (
                    kind in ("open", "close", "assess", "provide")
                    or lexicon.has("point", noun.lemma)
                    or (kind == "acquire" and noun.lemma not in lexicon.nouns)
                )
                return Cue(kind, word, None if thing else noun)
    return None


def _has_content(s: Sentence, noun: Word) -> bool:
    """Whether a noun for a remark bears the words of it."""
    return any(re.search("と(?:の|する|した)$", one.form.split("/")[0]) for one in s.tree.children(noun, "acl"))


def _become(s: Sentence, said: Predicate) -> Cue | None:
    """What became of an event that a noun names: it took place, was called off, came to nothing, is planned."""
    word, objects, around = said.word, said.objects, said.around
    tree, lexicon = s.tree, s.lexicon
    for lemma in said.lemmas:
        for table, phase in (("cancel", "cancelled"), ("collapse", "failed"), ("arrange", "scheduled"), ("happen", "")):
            if table == "arrange" and (not is_passive(s, word) or tree.children(word, "xcomp", "ccomp")):
                continue
            if not lexicon.has(table, lemma):
                continue
            if not tree.final and (lemma != said.lemmas[0] or (table == "collapse" and tree.children(word, "xcomp"))):
                continue  # "held up a vote", "failed to take hold"
            fits = (
                (*around, *objects)
                if table != "cancel"
                else [one for one in around if tree.final or is_passive(s, word) or one.relation in (*OBJECTS, "conj")]
            )
            own = [one for one in tree.children(word, "obj") if one.lemma not in lexicon.nouns]
            if table == "happen" and tree.final and own:
                fits = [one for one in fits if one.relation != "obl"]  # 서명식에서 “접종을 마칠 것”이라고 말했다
            if table == "happen" and tree.final:
                fits = [one for one in fits if one.case != "に"]  # 会談に続いて
            if table == "happen" and not tree.final:  # "under the deal, officers will begin work" tells of no deal
                fits = [one for one in fits if one.relation != "obl" or one.case not in ("under", "after", "before")]
                fits = (
                    objects if tree.children(word, "obj") and "_" not in lemma else fits
                )  # "held rates at 8 percent in its meeting"
            event = next((one for one in fits if one.lemma in lexicon.nouns), None)
            told = event is not None and lexicon.has("talks", event.lemma) and lexicon.has("collapse", lemma)
            if table == "cancel" and told:
                continue  # talks that come to nothing, and no meeting that is called off
            if event is None and tree.final and phase:  # 합병을 추진했으나 무산됐다
                before = [clause for clause in tree.below(word) if clause.relation == "advcl"]
                before = [one for one in before if not lexicon.patterns["by_doing"].search(one.form)]  # 協議を優先して
                things = [one for clause in before for one in tree.children(clause, "obj")]
                event = next((one for one in things if one.lemma in lexicon.nouns), None)
            if event is None:
                continue
            noun, kind = event, lexicon.nouns[event.lemma]
            if lexicon.has("finishes", lemma) and is_negated(s, word):
                return None  # "talks have not been concluded"
            if kind == "strike" and lexicon.has("ending", lemma):
                continue  # who ends a strike does not go on one
            who = subject_of(s, word) if kind == "vote" and lemma == "hold" else None
            if who is not None and any(p.kind == "person" for p in s.parties(who)):
                continue  # "Ana Lind holds the casting vote"
            if phase == "failed" and kind in ("meet", "discuss"):
                kind = "sign"
            if not phase and any(
                (lexicon.has("lacking", one.case) or (lexicon.has("ending", lemma) and denied_noun(s, one)))
                and lexicon.has("without", one.lemma)
                for one in around
            ):
                return Cue("sign", word, noun, "failed")
            ended = lexicon.has("ends", lemma) or (tree.final and lexicon.verbs.get(lemma) == "terminate")
            if kind == "sign" and ended:
                return Cue("terminate", word)  # 契約が終了する
            if phase == "failed" and "_" not in lemma and noun.relation in OBJECTS and tree.head(noun) is word:
                continue
            return Cue(kind, word, _thing_signed(s, noun, kind), phase)
    return None


def is_negated(s: Sentence, word: Word) -> bool:
    """Whether the own form of a predicate denies it."""
    try:
        return own_state(s.tree, word, s.lexicon).polarity == "-"
    except Unread:  # told under a condition
        return False


def denied_noun(s: Sentence, noun: Word) -> bool:
    """ "Ended with no agreement"."""
    return any(s.lexicon.has("none_of", one.text.lower()) for one in s.tree.children(noun, "det"))


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


def _meeting(s: Sentence, lemma: str, noun: Word, verb: Word) -> str | None:
    """The kind of holding a meeting whose name the lexicon does not list: 懇談会を開く."""
    held = s.lexicon.pairs.get((lemma, "会議")) or s.lexicon.pairs.get((lemma, "회의"))
    fits = noun.relation in OBJECTS or (noun.relation == "nsubj" and is_passive(s, verb))
    each = any(s.lexicon.has("each", one.lemma) for one in s.tree.children(verb, "advmod"))  # 이사회를 각각 열었다
    return held if held and not each and s.lexicon.patterns["meeting"].search(noun.text) and fits else None
