"""What nobody did: "there is no country that signed it", 署名した国はない, 서명한 나라는 없다."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.factuality.forms import State, own_state
from claims.extract.lexicon import Lexicon
from claims.extract.trees.tree import Tree, Word

_CLAUSES = ("acl", "acl:relcl")


def done_by_nobody(tree: Tree, clause: Word, noun: Word, state: State, lexicon: Lexicon) -> State | None:
    """The state of a clause on a noun of which it is said that there is none; None where that is not said.

    Of hardly any it is probable only (PR). What "none did not do" was done by all.
    """
    if clause.relation not in _CLAUSES or state.fixed or state.phase not in ("occurred", "ongoing", "open"):
        return None
    exists = _existence(tree, noun, lexicon)
    if exists is None:
        return None
    hardly = any(lexicon.has("hardly", one.lemma) for one in (*tree.children(exists), *tree.children(noun)))
    return replace(
        state,
        phase="occurred",
        polarity="-" if state.polarity == "+" else "+",
        certainty="PR" if hardly else state.certainty,
        fixed=True,
        top=exists,
    )


def _existence(tree: Tree, noun: Word, lexicon: Lexicon) -> Word | None:
    """The predicate by which there is none of a noun."""
    if not tree.final:
        there = tree.children(noun, "expl")
        none = any(lexicon.has("none_of", one.text.lower()) for one in tree.children(noun, "det"))
        return noun if there and none else None
    head = tree.head(noun)
    if head is None or noun.relation not in ("nsubj", "dislocated", "obl"):
        return None
    parts = [part for part in tree.children(head, "obl", "obj", "ccomp", "nsubj") if part is not noun]
    inside = [
        one for part in parts for one in (part, *tree.children(part, "acl"))
    ]  # 서명한 나라는 없는 것으로 확인됐다
    for one in (
        head,
        *(one for one in inside if not tree.children(one, "nsubj")),
    ):  # 지급한 은행은 계획이 없다고 밝혔다
        only = any(lexicon.has("only", part.case) for part in tree.children(one))  # 1人しかいない: there is one
        none = lexicon.has("empty", one.lemma) or own_state(tree, one, lexicon).polarity == "-"
        if lexicon.has("exists", one.lemma) and none and not only:
            return one
    return None
