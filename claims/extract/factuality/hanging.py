"""What hangs beside the path to the root and weighs on a state: a condition, "... but did not", a report called false."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.factuality.forms import TO_COME, State, Unread, first_joined, form_of, own_state
from claims.extract.factuality.speakers import speaker_of
from claims.extract.lexicon import Lexicon
from claims.extract.trees.tree import Tree, Word

_ENDS = (("collapse", "failed"), ("cancel", "cancelled"))


def weighed(tree: Tree, word: Word, state: State, lexicon: Lexicon) -> State:
    """The state with what hangs beside the path: a condition, "... but did not"."""
    chain = [word, *state.heads, *(first_joined(tree, one) for one in (word, *state.heads))]
    denied = next((one for one in tree.words if _called_false(tree, one, word, state, lexicon)), None)
    if denied is not None and not tree.final and state.polarity == "+":
        who = speaker_of(tree, denied, lexicon)
        top = state.top if denied.relation == "acl:relcl" else denied
        return replace(state, polarity="-", act="deny", certainty="CT", asserter=who, top=top)
    undone = next((one for one in chain if _undone(tree, one, lexicon)), None)
    if undone is not None and (tree.final or not state.fixed):
        top = tree.head(undone) if tree.final else state.top  # the words that undo it stand in the clause after
        return replace(state, phase="occurred", polarity="-", certainty="CT", act="report", top=top)
    if (
        not tree.final
        and state.phase in ("scheduled", "expected", "intended")
        and any(_called_off(tree, one, lexicon) for one in chain)
    ):
        return replace(state, phase="cancelled", certainty="CT", act="report")
    dropped = next(((table, one) for one in chain if (table := _dropped(tree, one, lexicon))), None)
    if tree.final and dropped and state.phase in TO_COME and state.polarity == "+":
        if lexicon.has("forgoes", tree.words[dropped[1].head].lemma):  # 採決する予定だったが、見送った
            return replace(
                state, phase="occurred", polarity="-", certainty="CT", act="report", top=tree.head(dropped[1])
            )
        return replace(state, phase=dropped[0], certainty="CT", act="report", top=tree.head(dropped[1]))
    told = [one for one in state.said if one.at > word.at] if tree.final else []  # 実現すれば引き上げる考えを示した
    told += [up for one in state.heads if (up := tree.head(one)) is not None and up.lemma == "ある"]  # 可能性がある
    conditional = any(_conditions(tree, one, lexicon) for one in (*chain, *told)) or _inverted_first(tree, word)
    over = re.match("て(?:い|お)?た" if state.phase not in TO_COME else ".*/past|て(?:い|お)?た", form_of(tree, word))
    if conditional and tree.final and over:
        raise Unread("it is told as what would have been")
    if conditional and (tree.final or not state.fixed):
        reported = _would(tree, chain) or (tree.final and not state.heads)
        phase = "intended" if state.phase in ("expected", "occurred", "scheduled") and reported else state.phase
        if phase == "occurred":
            raise Unread("it is told under a condition")
        act = "report" if phase == "intended" else state.act
        return replace(state, certainty="U", phase=phase, act=act)
    return state


def _called_false(tree: Tree, word: Word, told: Word, state: State, lexicon: Lexicon) -> bool:
    """ "Newspapers reported that ...; the ministry called the reports false": what was said before, and who denies it."""
    if word.relation == "acl:relcl" and lexicon.class_of(word.lemma) == "deny":  # "..., which the ministry denied"
        which = any(one.text.lower() == "which" for one in tree.children(word, "obj"))
        head = tree.words[word.head]
        return (
            which
            and head.pos != "VERB"
            and head.at > told.at
            and head in tree.below(told)
            and not _thing(head, lexicon)
        )
    if (
        not state.said
        or word in state.said
        or word.pos != "VERB"
        or any(word in (*tree.path(one),) for one in state.heads)
    ):
        return False
    reports = [one for one in tree.children(word, "obj", "nsubj:pass") if one.at > state.said[-1].at]
    reports = [one for one in reports if not tree.children(one, "acl", "acl:relcl", "ccomp")]
    if not any(lexicon.class_of(one.lemma) in ("rumour", "say") for one in reports):
        return False  # "denying speculation that ..." denies that, and not what was said before
    names = {lexicon.class_of(one.lemma) for one in (word, *tree.children(word, "xcomp", "ccomp"))}
    return bool(names & {"false", "deny"})


def _thing(noun: Word, lexicon: Lexicon) -> bool:
    """Whether a noun is itself what can be denied."""
    return lexicon.has("charge", noun.lemma) or lexicon.class_of(noun.lemma) in ("rumour", "say")


def _called_off(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """ "... was to visit Lima, but the trip was cancelled": joined to it, and said of it or of an event."""
    for one in tree.children(word, "conj"):
        told = tree.children(one, "nsubj:pass")
        of_it = bool(told) and (_occasion(told[0], lexicon) or lexicon.has("it", told[0].lemma))
        particles = [prt.lemma for prt in tree.children(one, "compound:prt")]
        called = any(
            lexicon.has("cancel", lemma) for lemma in (one.lemma, *(f"{one.lemma}_{prt}" for prt in particles))
        )
        if of_it and called and own_state(tree, one, lexicon).polarity == "+":
            return True
    return False


def _dropped(tree: Tree, word: Word, lexicon: Lexicon) -> str:
    """What became of a plan in the clause behind it, which tells of no other thing: 検討していたが、(式典を)中止した."""
    head = tree.head(word)
    if head is None or word.relation not in ("advcl", "conj"):
        return ""
    told = [*tree.children(head, "obj"), *(one for one in tree.children(head, "nsubj") if one.at > word.at)]
    if not all(_occasion(one, lexicon) for one in told):
        return ""
    own = own_state(tree, head, lexicon)
    if replace(own, phase="occurred" if own.phase == "ongoing" and tree.final else own.phase) != State(
        phase="occurred"
    ):
        return ""
    become = tree.children(head, "obl", "ccomp", "advcl") if lexicon.has("becomes", head.lemma) else []  # 中止になった
    ended = {head.lemma, *(one.lemma for one in become if lexicon.has("become_mark", one.case))}
    found = [phase for table, phase in _ENDS if any(lexicon.has(table, one) for one in ended)]
    return found[-1] if found else ""


def _occasion(noun: Word, lexicon: Lexicon) -> bool:
    """Whether a noun means the thing that was planned, whatever it was: "the ceremony", 式典, 행사."""
    return noun.lemma in lexicon.nouns or lexicon.has("occasion", noun.lemma)


def _would(tree: Tree, chain: list[Word]) -> bool:
    return any(re.search(r"\b(?:would|will|[’']ll)\b", form_of(tree, one)) for one in chain)


def _conditions(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """Whether a clause of condition hangs on a predicate."""
    adverbs = ("advmod",) if tree.final else ()
    for one in tree.children(word, "advcl", "advcl:relcl", "ccomp", "dep", "obl", "obl:unmarked", *adverbs):
        if one.relation == "ccomp" and one.at > word.at and (tree.final or lexicon.class_of(word.lemma)):
            continue  # "asked if"
        if form_of(tree, one).startswith("inverted"):
            return True
        for mark in tree.children(one, "mark", "case", "advmod") if not tree.final else ():
            if lexicon.marks.get(mark.text.lower()) == "condition":
                return True
        if lexicon.patterns["condition"].search(form_of(tree, one)):
            return True
        if tree.final and lexicon.class_of(one.lemma) == "condition" and tree.children(one, "acl", "nmod"):
            return True  # 否決された場合、...
    return False


def _inverted_first(tree: Tree, word: Word) -> bool:
    """ "Should Peru refuse, Chile will sue": the first clause is a condition, however the parser hangs it."""
    comma = next((one.at for one in tree.words if one.text == ","), len(tree.words))
    first = tree.words[0]
    if tree.final or first.text not in ("Should", "Had", "Were"):
        return False
    if word.at < comma:
        raise Unread("it is told under a condition")
    return True


def _undone(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """ "... but did not": a bare denied "do" joined to a predicate."""
    head = tree.head(word)
    if tree.final:  # 署名する見通しだったが、署名しなかった
        if head is None or word.relation not in ("advcl", "conj") or own_state(tree, head, lexicon).polarity == "+":
            return False
        return any(one.lemma == head.lemma and one is not head for one in tree.below(word))
    for one in tree.children(word, "conj"):
        rest = [c for c in one.children if tree.words[c].relation not in ("punct", "advmod", "nsubj", "aux")]
        if (
            lexicon.has("auxiliary", one.lemma)
            and not rest
            and any(lexicon.has("not", c.text.lower()) for c in tree.children(one))
        ):
            return True
    return False
