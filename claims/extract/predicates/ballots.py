"""What a vote decided, where the text tells that a thing was turned down."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.draft import Cue, Draft
from claims.extract.factuality.forms import State
from claims.extract.predicates.cues import lemmas_of
from claims.extract.predicates.subjects import subject_of
from claims.extract.predicates.verbs import is_body_of_voters
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_COUNT = re.compile(r"\d+ (?:votes )?to \d+|\d+ ?[-–] ?\d+")


def decided(s: Sentence, cue: Cue, state: State) -> State:
    """The state of a vote, failed where it turned a thing down: "the council rejected the plan", 否決した, 부결됐다.

    Of some who voted against a thing that is not known: others may have carried it.
    """
    if cue.kind != "vote" or state.phase != "occurred" or state.polarity == "-":
        return state
    beside = [f"{cue.word.lemma}_{one.lemma}" for one in s.tree.children(cue.word, "advmod")]  # "voted that down"
    down = any(s.lexicon.has("turns_down", one) for one in (*lemmas_of(s, cue.word), *beside))
    against = any(one.case == "against" for one in s.tree.children(cue.word))
    return replace(state, phase="failed") if down or (against and _by_all(s, cue.word)) else state


def _by_all(s: Sentence, word: Word) -> bool:
    """Whether a body voted, or all whose votes are counted."""
    if _COUNT.search(" ".join(one.text for one in s.tree.below(word))):
        return True
    voter = subject_of(s, word)
    if voter is None or not is_body_of_voters(s, voter):
        return False
    return not any(one.relation == "nummod" or s.lexicon.has("some", one.lemma) for one in s.tree.children(voter))


def join(s: Sentence, draft: Draft, drafts: list[Draft]) -> None:
    """Adds a draft to those of its sentence; one that only tells how a vote ended takes its place: 표결에 부쳤으나 부결됐다."""
    same = (one for one in drafts if s.tree.final and one.kind == draft.kind == "vote" and one.phase == "occurred")
    earlier = next((one for one in same if _about(one, draft)), None)
    if earlier is not None:
        drafts.remove(earlier)
        draft.parties = earlier.parties
        draft.span = (min(earlier.span[0], draft.span[0]), max(earlier.span[1], draft.span[1]))
        if draft.date is None or draft.basis in ("inherited", "published"):
            draft.date, draft.date_text, draft.basis = earlier.date, earlier.date_text, earlier.basis
    drafts.append(draft)


def _about(vote: Draft, end: Draft) -> bool:
    """Whether a thing was turned down of whom and what the vote tells, or the vote is the thing that was carried."""
    told = [one.who for one in vote.parties]
    which = [one for one in end.parties if one.role == "topic" and one.covers(vote.span[1] - 1, vote.span[1])]
    if end.phase == "occurred":  # 노조가 20일 치른 찬반투표가 가결됐다
        return end.parties == which != []
    return end.phase == "failed" and all(any(one.who in name for name in told) for one in end.parties)
