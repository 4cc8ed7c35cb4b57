"""When a text tells of a thing: now, then, before that or afterwards, by the tense of its predicate."""

from __future__ import annotations

from claims.dates import FoundDate, bounds
from claims.extract.draft import DOERS, Cue, Draft
from claims.extract.factuality.forms import State, form_of
from claims.extract.lexicon import sort
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def now_within(s: Sentence, date: FoundDate) -> bool:
    """Whether a text was written within a span of days: "this year", 이달 중순."""
    published = s.discourse.timeline.published or ""
    if "/" not in date.edtf or len(published) < 10:
        return len(date.edtf) < 10 and published.startswith(date.edtf)
    start, end = bounds(date.edtf)
    return start is not None and end is not None and start <= published <= end


#: words of a predicate that tell of a time other than that of the sentences before it
_APART = {"having", "has", "have", "had", "never", "already", "previously", "earlier", "yet", "once"}


def afterwards(s: Sentence, cue: Cue) -> bool:
    """Whether a predicate is told as later than the one that it is joined to: "and resumed after their release"."""
    after = any(s.lexicon.slots.get(one.case) in ("after", "before") for one in s.tree.children(cue.word, "obl"))
    return after or any(s.lexicon.has("later_on", one.lemma) for one in s.tree.children(cue.word, "advmod"))


def before_then(s: Sentence, cue: Cue, state: State) -> bool:
    """Whether a predicate tells of a time before the one of which the text tells there: "had signed", "has not paid"."""
    if s.tree.final:  # 当初、..., and not 회의에 앞서
        told = [one for one in s.tree.words if s.lexicon.has("before", one.lemma) and one.pos != "VERB"]
        return any(not one.at or s.tree.words[one.at - 1].lemma not in s.lexicon.nouns for one in told)
    words = (form_of(s.tree, one).split("/")[0].split() for one in (cue.word, *state.heads))
    holds = form_of(s.tree, cue.word) in ("/pres", "cop/pres") and not state.heads  # "oppose": when the text is written
    return holds or any(_APART & set(one) for one in words)


def day_that_goes_on(s: Sentence, cue: Cue, state: State, draft: Draft) -> str | None:
    """The day of the first sentence where a clause tells of it: it comes right behind, adds to it by "also", or
    tells what those said who were there. None where it does not."""
    day, number = s.discourse.timeline.lede or ("", 0)
    done = draft.phase in ("occurred", "agreed", "discussed", "failed") and draft.certainty == "CT" and not draft.due
    before = any(one.start < cue.word.start for one in s.dates)
    if not day or not done or before or draft.act == "deny" or state.fixed or state.aside or afterwards(s, cue):
        return None
    past = all(_is_past(s, one) for one in (cue.word, *state.heads, *state.said) if one.relation in ("root", "conj"))
    chain = s.tree.final and all(
        form_of(s.tree, one).endswith("/link") or one.relation == "root" for one in _above(s, cue.word)
    )
    main = (
        chain
        or cue.word.relation in ("root", "conj")
        or any(one.relation == "root" for one in (*state.heads, *state.said))
    )
    also = any(one.lemma == "also" for up in (cue.word, *state.heads) for one in s.tree.children(up, "advmod"))
    doers = {one.who for one in draft.parties if one.role in DOERS and one.role != "host"}
    behind = bool(doers) and s.discourse.number == number and draft.kind in sort("of_the_day")
    there = s.discourse.timeline.there.get(day, set())
    sides = len(doers) > 1 and all(one.start is None for one in draft.parties if one.role in DOERS)
    theirs = bool(doers) and doers <= there and draft.kind in sort("at_meeting")
    voted = draft.kind in ("vote", "appoint")
    mine = any(one in there or any(who.endswith(f" {one}") for who in there) for one in doers)  # "the board"
    theirs = theirs or ((also or voted) and (sides or mine))
    return day if past and main and (behind or theirs) else None


def _above(s: Sentence, word: Word) -> list[Word]:
    return [word, *s.tree.path(word)]


def _is_past(s: Sentence, word: Word) -> bool:
    form, _, ending = form_of(s.tree, word).partition("/")
    if s.tree.final:
        return ending == "past"
    how = (one for one in form.split() if not (one.endswith("ly") and not s.lexicon.has("earlier", one)))  # "strongly"
    words = [one for one in how if one not in ("also", "and")]
    return (ending == "past" and not words) or words[:1] in (["was"], ["were"], ["did"])


def just_now(s: Sentence, cue: Cue, state: State, draft: Draft) -> bool:
    """Whether an entry of a live report that begins with the hour tells what happened: "17:30 - The king received"."""
    told = draft.phase in ("occurred", "discussed", "agreed", "failed") and draft.certainty == "CT" and not draft.due
    form = form_of(s.tree, cue.word)
    if form in ("has/part", "have/part"):  # "Truckers have lifted the blockade"
        return told and not state.fixed and not state.heads
    return (
        told
        and (form.endswith(("/past", "/link")) if s.tree.final else form == "/past")
        and not before_then(s, cue, state)
        and not state.fixed
    )


def now(s: Sentence, cue: Cue, state: State, draft: Draft) -> bool:
    """Whether a claim is one of the day on which the text was written: "denies", "has not paid", "has yet to sign"."""
    words, _, ending = form_of(s.tree, state.heads[-1] if state.heads else cue.word).partition("/")
    perfect = bool({"has", "have"} & set(words.split())) and draft.polarity == "-" and "never" not in words.split()
    present = ending == "pres" and not words.split()
    return draft.certainty == "CT" and (
        (
            draft.phase in ("ongoing", "pending")
            and (ending == "pres" or words.split()[:1] in (["is"], ["are"], ["has"], ["have"]))
        )
        or (draft.phase == "occurred" and (perfect or present))
    )


def told_then(s: Sentence, state: State) -> bool:
    """Whether the day of a plan is that on which it was told: "threatened on Friday to sue", "on Friday vowed to go"."""
    return not s.tree.final and any(form_of(s.tree, one) == "/past" for one in state.heads)
