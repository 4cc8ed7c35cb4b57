"""The days of meetings that a head-final text names: at which of them a thing is said, and which of them it names again."""

from __future__ import annotations

from claims.dates import FoundDate, bounds
from claims.extract.draft import Cue, Draft
from claims.extract.factuality.forms import form_of
from claims.extract.sentence import Sentence


def meeting_again(s: Sentence, cue: Cue, draft: Draft) -> None:
    """Remember the day of a meeting; of one that a clause names again alone, what is done there has its day: 総会で."""
    held = s.discourse.timeline.held
    beside = [*s.tree.children(cue.word, "obl", "obj", "nsubj"), *([cue.event] if cue.event is not None else [])]
    for one in beside:
        if s.lexicon.nouns.get(one.lemma) != "meet" and not s.lexicon.patterns["occasion"].search(one.text):
            continue
        if draft.date is not None and len(draft.date) == 10:
            held[one.text] = draft.date if held.get(one.text, draft.date) == draft.date else ""
        elif draft.date is None and not s.tree.children(one, "nmod", "acl", "compound", "det") and held.get(one.text):
            draft.date, draft.basis = held[one.text], "inherited"


def done_before(s: Sentence, cue: Cue, draft: Draft, date: FoundDate) -> bool:
    """Whether what goes on into a plan was done on a day of its own: 2022年に締結し、来年設立する予定だった."""
    joined = form_of(s.tree, cue.word).endswith("/link") and draft.phase in ("scheduled", "intended", "expected")
    told = date.basis == "stated" or (date.basis == "relative" and len(date.edtf) < 10)  # 昨年, and not 同日
    return joined and told and (bounds(date.edtf)[1] or "9999") < (s.discourse.timeline.published or "")


def at_a_meeting(s: Sentence, date: FoundDate) -> bool:
    """Whether a day is that of the meeting at which something is said or settled."""
    last = next((one for one in reversed(s.tree.words) if date.start <= one.start < date.end and one.case), None)
    head = s.tree.head(last) if last is not None and s.lexicon.slots.get(last.case) == "of" else None
    where = head is not None and s.lexicon.slots.get(head.case) == "in"
    return (
        where
        and head is not None
        and any(s.lexicon.patterns[name].search(head.text) for name in ("meeting", "occasion"))
    )
