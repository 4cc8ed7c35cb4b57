"""What a predicate's own function words and ending say of it: denied, to come, possible, done."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.extract.lexicon import Lexicon
from claims.extract.trees.tree import Tree, Word

_CERTAINTY = ("CT", "PR", "PS", "U")
#: phases of what has not come about
TO_COME = ("intended", "proposed", "scheduled", "expected", "agreed", "pending", "open")
_NONE = ("no", "neither", "nobody", "none", "nothing")
_INVERTED = ("had", "were", "should")
_ENDINGS = {"VBD": "past", "VBZ": "pres", "VBP": "pres", "VB": "inf", "VBG": "ger", "VBN": "part", "MD": "fut"}


@dataclass(frozen=True, slots=True)
class State:
    """What the path says. `asserter`: the word of whoever says it; `top`: the outermost predicate that makes the state;
    `heads`: the predicates passed that are no sayings. `fixed`: taken for granted, whatever becomes of the sentence;
    `aside`: behind a comma, which is nobody's but the text's."""

    phase: str = "occurred"
    polarity: str = "+"
    certainty: str = "CT"
    act: str = "report"
    asserter: Word | None = None
    top: Word | None = None
    heads: tuple[Word, ...] = ()
    fixed: bool = False
    aside: bool = False
    said: tuple[Word, ...] = ()


class Unread(Exception):
    """Why no claim is made."""


def own_state(tree: Tree, word: Word, lexicon: Lexicon) -> State:
    """What a predicate's own function words say, those that it shares with the one it is joined to among them."""
    form = form_of(tree, word)
    state = State(phase="")
    for one in lexicon.forms:
        if not one.words.search(form):
            continue
        if one.why:
            raise Unread(one.why)
        if one.polarity == "undo":
            state = replace(state, polarity="+", phase=state.phase or one.phase)
        else:
            state = replace(
                state,
                phase=state.phase or one.phase,
                polarity=one.polarity or state.polarity,
                certainty=weaker(state.certainty, one.certainty or "CT"),
                act=one.act if one.act and not state.phase else state.act,
            )
    return replace(state, phase=state.phase or "occurred")


def is_nominal(tree: Tree, word: Word) -> bool:
    """Whether a noun names an act of which only what stands above it says what became."""
    return tree.final and word.pos == "NOUN" and not form_of(tree, word).strip("/")


def form_of(tree: Tree, word: Word) -> str:
    """The function words of a predicate and its ending, as the lexicon's forms see them."""
    if word.form or tree.final:
        return word.form
    first = first_joined(tree, word)
    own = _function_words(tree, word)
    if first is not word and not any(one.relation.startswith(("aux", "cop")) for one in own) and first.tag == word.tag:
        own = [one for one in _function_words(tree, first) if one.relation.startswith(("aux", "cop"))] + own
    words = " ".join(one.text.lower() for one in own)
    head_of = tree.head(word)
    if (
        word.relation == "conj"
        and head_of is not None
        and any(one.text.lower() == "nor" for one in tree.children(head_of, "cc"))
    ):
        words = f"nor {words}"
    head = next((one for one in own if one.relation == "cop"), word)
    subject = next((one for one in tree.children(word, "nsubj", "nsubj:pass")), None)
    aux = next((one for one in own if one.relation.startswith("aux")), word)  # "Were the mill to close"
    if (
        word.relation in ("advcl", "ccomp")
        and aux
        and subject
        and aux.at < subject.at
        and aux.text.lower() in _INVERTED
    ):
        words = f"inverted {words}"
    word.form = f"{words}/{_ENDINGS.get(head.tag, '')}"
    return word.form


def _function_words(tree: Tree, word: Word) -> list[Word]:
    found = tree.children(word, "aux", "aux:pass", "cop", "mark")
    found += [
        one
        for one in tree.children(word, "advmod", "cc:preconj")
        if one.at < word.at or (one.text == "not" and one.at == word.at + 1)
    ]
    found += [
        inner for one in list(found) for inner in tree.children(one, "advmod") if inner.lemma in ("never", "not", "no")
    ]
    subjects = tree.children(word, "nsubj", "nsubj:pass", "obj", "obl", "obl:agent")
    for one in subjects:
        found += [d for d in (one, *tree.children(one, "det", "cc:preconj")) if d.text.lower() in _NONE]
        found += _not_one(tree, one)
    return sorted(found, key=lambda one: one.at)


def _not_one(tree: Tree, noun: Word) -> list[Word]:
    """The adverb by which there is none of a noun, or hardly any: "not a single factory", "hardly any country"."""
    counted = [noun, *tree.children(noun, "det", "nummod")]
    one = any(two.text.lower() in ("a", "one", "single", "any") for two in counted)
    adverbs = [adverb for two in counted for adverb in tree.children(two, "advmod") if adverb.at < noun.at]
    return [adverb for adverb in adverbs if one and adverb.lemma in ("not", "hardly", "scarcely")]


def first_joined(tree: Tree, word: Word) -> Word:
    while word.relation == "conj" and (head := tree.head(word)) is not None:
        word = head
    return word


def weaker(one: str, other: str) -> str:
    return max(one, other, key=_CERTAINTY.index)
