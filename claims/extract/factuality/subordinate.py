"""What stands in a clause beside another one: before it, under a condition, taken for granted."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.factuality.denying import denied, untrue
from claims.extract.factuality.forms import TO_COME, State, Unread, form_of, own_state, weaker
from claims.extract.factuality.governed import governed
from claims.extract.lexicon import NO_EFFECT, Lexicon
from claims.extract.trees.tree import Tree, Word


def chained(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """Whether a predicate goes on into the next one, which gives it its tense: 会談し、一致した."""
    return word.relation in ("advcl", "conj") and lexicon.patterns["chain"].search(form_of(tree, word)) is not None


def presupposed(state: State, where: str) -> State:
    """What stands in a clause that is taken for granted holds whatever becomes of the sentence around it."""
    if state.phase == "open":
        raise Unread(f"in {where} nothing says whether it came about")
    return replace(state, fixed=True)


def clause_before(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    """The state of a clause before another one: it shares the ending of that one where it has none of its own."""
    effect, form = lexicon.heads.get(head.lemma, NO_EFFECT), form_of(tree, here)
    if lexicon.patterns["question"].search(form) and effect.name == "consider":
        return governed(tree, here, head, state, effect, lexicon)  # 소송을 낼지 검토하고 있다
    if lexicon.patterns["question"].search(form):
        decided = effect.name in ("agree", "pending") and own_state(tree, head, lexicon).polarity == "-"
        if not decided and effect.name != "question":
            raise Unread("it is left open")  # 撤退するかどうかを決めていない, 사임할지는 불투명하다
        left = replace(state, phase="pending") if decided else replace(state, phase="occurred", certainty="U")
        return replace(left, top=head, heads=(*state.heads, head), fixed=True)
    if effect.asserter and not chained(tree, here, lexicon) and lexicon.slots.get(here.case) == "with":
        return governed(tree, here, head, state, effect, lexicon)  # 署名したとは言えない
    of_it = all(lexicon.has("it", one.lemma) for one in tree.children(head, "obj", "ccomp"))
    doubted = any(lexicon.class_of(one.lemma) == "rumour" or _foreseen(one, lexicon) for one in state.heads)
    plainly = effect.name != "deny" or any(
        lexicon.has("truth", two.lemma) for one in tree.children(head, "ccomp") for two in tree.children(one, "nsubj")
    )  # “사실이 아니다”라고 일축했다
    if (
        tree.final and doubted and state.act != "deny" and plainly and untrue(tree, head, here, lexicon)
    ):  # 見方も出ているが、委員長は「考えていない」と話した
        return denied(tree, head, state, lexicon)
    if effect.name == "deny" and (here in state.said or here in state.heads) and of_it:
        other = governed(tree, here, head, replace(state, asserter=None), effect, lexicon)
        return replace(other, asserter=other.asserter or state.asserter)  # ...と伝えたが、同社は否定した
    if (
        chained(tree, here, lexicon)
        and head.pos == "NOUN"
        and effect.phase
        and here not in state.said
        and state.phase == "open"  # 만났으며 귀국할 예정이다, 申し入れており、ストに入る構えだ
    ):  # 방문해 만날 예정이다
        return governed(tree, here, head, state, effect, lexicon)
    if state.phase == "occurred" and lexicon.patterns["then"].search(form) and _open(tree, head, lexicon):
        ends = head.head == head.at and form_of(tree, head).endswith("/nonpast")  # 協議した上で決める
        return replace(state, phase="scheduled", act="announce") if ends else replace(state, phase="open")
    if not chained(tree, here, lexicon):
        if not form.endswith(("past", "nonpast")):
            raise Unread("its clause is not understood")
        return replace(state, phase="scheduled" if state.phase == "open" else state.phase, fixed=True)
    if state.phase != "open":
        return replace(state, fixed=True)  # 求めており、...
    own = own_state(tree, head, lexicon)
    return replace(state, phase=own.phase, certainty=weaker(state.certainty, own.certainty))


def _foreseen(one: Word, lexicon: Lexicon) -> bool:
    """Whether a noun tells what others foresee: 관측이 나오지만, 가능성이 있지만."""
    return one.pos == "NOUN" and lexicon.class_of(one.lemma) in ("expect", "possible")


def _open(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    return own_state(tree, word, lexicon).phase in TO_COME


def clause_beside(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    """The state of a clause beside another one, by the word that joins it: a condition, "after", "without", an aim."""
    form = form_of(tree, here)
    marks = [one.text.lower() for one in tree.children(here, "mark", "case", "advmod", "fixed")]
    kinds = [lexicon.marks[one] for one in marks if one in lexicon.marks]
    if "condition" in kinds or "question" in kinds or form.startswith("inverted"):
        raise Unread("it is told under a condition")
    if "without" in kinds:
        return replace(state, phase="occurred", polarity="-", fixed=True)
    if "after" in kinds and not tree.final and own_state(tree, head, lexicon).phase in TO_COME:
        words = form.split("/")
        if words[-1] in ("pres", "") or {"have", "has"} & set(words[0].split()):  # "when 60 states have ratified it"
            raise Unread("nothing says whether it came about")
    if "before" in kinds:
        raise Unread("nothing says whether it came about")
    if lexicon.verbs.get(here.lemma) == "discuss" and lexicon.verbs.get(head.lemma) == "meet":
        planned = own_state(tree, head, lexicon)  # "met to discuss", "will meet to discuss"
        return (
            replace(planned, top=head, heads=(head,)) if planned.phase in TO_COME else replace(state, phase="discussed")
        )
    if "after" in kinds and state.phase == "open" and form.endswith("ger"):
        told = next((one for one in (head, *tree.path(head)) if one.tag != "VBG"), head)  # "speaking after meeting"
        if own_state(tree, told, lexicon).phase in TO_COME and not tree.final:
            raise Unread("nothing says whether it came about")
        return replace(state, phase="occurred", fixed=True)
    planned = own_state(tree, head, lexicon)
    goes = lexicon.verbs.get(head.lemma) == "visit" and lexicon.verbs.get(here.lemma) == "meet"
    if goes and state.phase == "open" and planned.phase in TO_COME and planned.polarity == "+":
        return replace(state, phase=planned.phase, certainty=planned.certainty, act=planned.act, top=head)
    if "after" in kinds and form.endswith("/past") and not tree.final:
        return replace(state, fixed=True)  # "was to begin on Monday after the crew walked out"
    if state.phase == "open":  # and not "will travel to Oslo to meet Lind"
        raise Unread("it is told as an aim" if form.endswith("inf") else "nothing says whether it came about")
    return state


def of_occasion(tree: Tree, noun: Word, state: State, lexicon: Lexicon) -> State:
    """The state of an event that a clause takes for granted: it took place, unless the clause tells of what is to come."""
    head = tree.words[noun.head]
    if own_state(tree, head, lexicon).phase in TO_COME and head.tag != "VBG":
        raise Unread("nothing says whether it came about")
    return replace(state, phase="occurred", fixed=True)
