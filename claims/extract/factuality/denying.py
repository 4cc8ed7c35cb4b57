"""Whether somebody says of a report that it is untrue, and who."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.factuality.forms import State, own_state
from claims.extract.factuality.speakers import sayer
from claims.extract.lexicon import Lexicon
from claims.extract.trees.tree import Tree, Word


def untrue(tree: Tree, head: Word, besides: Word, lexicon: Lexicon) -> bool:
    """Whether what is said there of a report is that it is untrue: 報道について「事実ではない」と述べた."""
    remarks = [one for one in (head, *tree.children(head, "obj")) if lexicon.has("remarks", one.lemma)]
    said = [one for noun in remarks for one in tree.children(noun, "acl")]  # 事実はないとのコメントを出した
    found = [
        one
        for noun in tree.children(head, "obl")
        if lexicon.has("nominaliser", noun.lemma)
        for one in tree.children(noun, "acl")
    ]
    said += found if own_state(tree, head, lexicon).polarity == "+" else []  # 사실이 아닌 것으로 확인됐다
    reported = {one.lemma for one in tree.children(besides, "acl")}
    for one in (head, *said, *tree.children(head, "ccomp", "advcl", "nsubj", "obl", "xcomp")):
        if one is besides:
            continue
        if lexicon.class_of(one.lemma) in ("false", "deny"):
            if own_state(tree, one if one.form.strip("/") else head, lexicon).polarity == "+":
                return True
            continue  # 否定も肯定もしなかった
        around = [one, *tree.children(one, "nsubj", "obl", "obj", "dep")]
        other = lexicon.has("untrue", one.lemma) or own_state(tree, one, lexicon).polarity == "-"
        if any(lexicon.has(table, w.lemma) for w in around for table in ("truth", "intent")) and other:
            return True  # 事実ではない, 考えていない, その予定はない
        again = (w for w in tree.below(one) if w.lemma in reported and w.form.strip("/") and one is not head)
        if any(own_state(tree, w, lexicon).polarity == "-" for w in again):
            return True  # “아직 제소하지 않았으며 협의를 우선하겠다”
        such = any(lexicon.has("definite", w.text) for w in tree.below(one))  # 「そのような会談は行われていない」
        such = such or lexicon.class_of(one.lemma) == "consider"
        if other and (such or any(_never(tree, w, lexicon) for w in around)):
            return True  # 탈퇴를 검토하고 있지 않다
    return False


def _never(tree: Tree, noun: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is the "case" of there having been no case: 검토한 바 없다, and not 들은 바 없다."""
    done = tree.children(noun, "acl")
    knows = lexicon.tables.get("knows", frozenset())
    open_ = knows | lexicon.tables.get("undecided", frozenset())  # 정해진 바 없다
    return bool(knows and done) and lexicon.class_of(noun.lemma) == "thing" and done[0].lemma not in open_


def denied(tree: Tree, head: Word, state: State, lexicon: Lexicon) -> State:
    """The state of what a report tells, of which somebody says that it is untrue."""
    return replace(
        state,
        polarity="-" if state.polarity == "+" else "+",
        act="deny",
        certainty="CT",
        asserter=sayer(tree, head, lexicon),
        heads=(*state.heads, head),
        top=head,
    )
