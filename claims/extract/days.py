"""The day of a claim: those dates that hang on its own predicate, and when what is planned is due."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.dates import FoundDate
from claims.extract.draft import Cue, Draft
from claims.extract.factuality.forms import TO_COME, State, Unread, form_of, weaker
from claims.extract.lexicon import sort
from claims.extract.meetings import at_a_meeting, done_before, meeting_again
from claims.extract.own_days import beside_event, dates_of, dates_of_chain, of_content, of_its_own_year
from claims.extract.sentence import Sentence
from claims.extract.telling import afterwards, before_then, day_that_goes_on, just_now, now, now_within, told_then
from claims.extract.trees.tree import Word

_CALLED_OFF = ("announce", "cancelled")
#: phases of which a day without a year is the next of its name
_PLANNED = ("intended", "proposed", "scheduled", "expected", "agreed")


def date_claim(s: Sentence, cue: Cue, state: State, draft: Draft, earlier: list[Draft]) -> None:
    """Give a draft its day and the day on which it is due; a day that lies ahead makes of it what is scheduled.

    `earlier`: the drafts of the sentence so far. Raises Unread where the day and the tense of the verb cannot both be.
    """
    own, outer = _hanging(s, cue, state, draft)
    if s.tree.final and state.heads and own and done_before(s, cue, draft, own[0]):
        draft.phase, draft.certainty, draft.act = "occurred", "CT", "report"
    planned = draft.phase in _PLANNED and draft.phase != "agreed"
    by_saying = (draft.phase == "occurred" and draft.kind in (*sort("said"), "support")) or (
        draft.act,
        draft.phase,
    ) == _CALLED_OFF
    by_saying = by_saying and not (s.tree.final and _asked_before(s, cue, state, draft))
    told = state.said[-1] if state.said and by_saying else cue.word
    of_saying = state.said and planned  # 28일 입장문을 내고 소송을 내겠다고 밝혔다
    apart = s.tree.final and not (own or outer or draft.due or of_saying)
    chain = dates_of_chain(s, told, planned=draft.phase in ("intended", "scheduled")) if apart else []
    chain = [] if draft.kind == "postpone" else chain  # 10일로 예정됐던 파업을 유보하고
    if chain and draft.phase in (*TO_COME, "occurred", "discussed", "failed", "cancelled"):
        _set_date(draft, s.discourse.timeline.ahead(chain[0]) if planned else chain[0])
        return
    date = _day_of(s, state, draft, own, outer)
    if date is not None:
        _set_date(draft, date)
        _set_phase(s, cue, draft, date)
    later = draft.due and draft.phase not in ("agreed", "proposed") and draft.kind != "urge"
    if draft.date is None and not later:
        _borrow(s, cue, state, draft, earlier)
    if s.tree.final and draft.phase in ("occurred", "discussed", "failed") and draft.certainty == "CT":
        meeting_again(s, cue, draft)


def _set_date(draft: Draft, date: FoundDate) -> None:
    draft.date, draft.date_text, draft.basis = date.edtf, date.text, date.basis


def _set_due(draft: Draft, date: FoundDate) -> None:
    draft.due, draft.due_text = date.edtf, date.text


def _hanging(s: Sentence, cue: Cue, state: State, draft: Draft) -> tuple[list[FoundDate], list[FoundDate]]:
    """The dates that hang on a cue and its event, and those on the predicates that make its state."""
    event = [cue.event] if cue.event and (not s.tree.final or s.tree.head(cue.event) is cue.word) else []
    own = dates_of(s, [cue.word, *event], state)
    passing = cue.word.pos in ("NOUN", "PROPN") and cue.word.case in ("at", "during", "in") and not s.tree.final
    if not own and passing:  # "made at the trilateral meeting on April 11"
        own = [one for one in dates_of(s, [s.tree.words[cue.word.head]], state) if len(one.edtf) == 10]
    if not s.tree.final and draft.kind in (*sort("said"), "support"):
        own = [one for one in own if not of_content(s, one, cue.word)]
    if not own and not s.tree.final and draft.kind in ("attend", *sort("said")):
        # "took part in a call chaired on Wednesday by the envoy", "apologised in a letter dated July 14"
        held = [one for one in s.tree.children(cue.word, "obj", "obl") if _bears(s, draft, one)]
        own = dates_of(s, [clause for one in held for clause in s.tree.children(one, "acl")], state)
    if s.tree.final and cue.word.relation == "acl":
        own.reverse()
    heads = [one for one in state.heads if s.lexicon.class_of(one.lemma) != "true"]  # ...することが12日、分かった
    if draft.act == "deny" and draft.kind != "state":  # "denied on Monday that they had met": not the day of meeting
        heads = [one for one in heads if not _denies(s, one)]
    put_off = (draft.kind, draft.phase, draft.act) == ("postpone", "occurred", "announce")  # by the saying of it
    if s.tree.final and (draft.kind in (*sort("said"), "support") or put_off):  # 1月、退任を求める書簡を送った
        nouns = (*state.said, *(state.heads if draft.phase == "occurred" else ()))
        heads += [s.tree.words[one.head] for one in nouns if one.pos == "NOUN"]
        asked = draft.phase != "occurred" or _asked_before(s, cue, state, draft)
        says = [one for one in state.said if one.pos == "VERB" and not asked]
        heads += says  # 9일 ...라고 말했다
    if s.tree.final and draft.phase in ("intended", "scheduled", "expected") and not own:
        ahead = [one for one in dates_of(s, list(state.said), state) if s.discourse.timeline.lies_ahead(one.edtf)]
        own = [one for one in ahead if one.basis == "relative"][:1]  # 来週にも会談する考えを示した
    outer = [one for one in dates_of(s, heads, state) if one not in own]
    begins = [one for one in outer if s.lexicon.slots.get(_last_of(s, one).case) == "from" and s.tree.final]
    if draft.phase in TO_COME:  # 28日からストに入る構えを崩していない
        own, outer = own + begins, [one for one in outer if one not in begins]
    dropped = s.tree.final and draft.phase in ("failed", "cancelled") and state.top not in (cue.word, *state.heads)
    if dropped and state.top is not None:  # 2021年に合意したが、翌年3月に破談となった
        planned = any(
            s.lexicon.class_of(one.lemma) in ("schedule", "plan") for one in state.heads
        )  # 27일 만날 예정이었으나
        ended = dates_of(s, [state.top], state)
        own, outer = (ended, []) if ended or not planned else (own, outer)
    if s.tree.final and state.heads + state.said:  # 18日の定例会で、撤回することを決めた
        there = [one for one in own if at_a_meeting(s, one) and not s.discourse.timeline.lies_ahead(one.edtf)]
        own = [one for one in own if one not in there]
        outer = [*there, *outer] if draft.phase in ("agreed", "failed") else outer
    own, outer = ([of_its_own_year(s, one, (*own, *outer)) for one in days] for days in (own, outer))
    return _put_off(s, cue, draft, own) if draft.kind == "postpone" else own, outer


def _asked_before(s: Sentence, cue: Cue, state: State, draft: Draft) -> bool:
    """Whether a thing was asked for before somebody told of it, who did not proclaim it: 指示したと21日、明らかにした."""
    proclaimed = any(s.lexicon.class_of(one.lemma) == "announce" for one in state.said)
    return draft.kind == "urge" and form_of(s.tree, cue.word).endswith("/past") and not proclaimed


def _denies(s: Sentence, word: Word) -> bool:
    """Whether a predicate above a claim is the denying of it, which has a day of its own."""
    return s.lexicon.class_of(word.lemma) in ("deny", "false", "say", "announce")


def _bears(s: Sentence, draft: Draft, one: Word) -> bool:
    """Whether a noun is the meeting that is attended or the text in which a thing is said, and gives it its day."""
    met = draft.kind == "attend" and s.lexicon.nouns.get(one.lemma) == "meet"
    return met or (draft.kind != "attend" and one.case == "in" and s.lexicon.has("text", one.lemma))


def _put_off(s: Sentence, cue: Cue, draft: Draft, dates: list[FoundDate]) -> list[FoundDate]:
    """The dates of a postponement without that to which it is put off, which becomes its due date: 16日から23日に."""
    beside = s.tree.children(cue.word)
    for date in s.dates:
        words = [one for one in s.tree.words if date.start <= one.start < date.end]
        mine = any(one.start == date.start for one in dates)
        above = [up for up in s.tree.path(words[-1]) if up in beside] if words and mine and not s.tree.final else []
        if any(s.lexicon.has("to_day", one.case) and (mine or one in beside) for one in [*words, *above]):
            parts = re.split("から|부터|에서|[~〜–-]", date.text)
            last = replace(date, edtf=date.edtf.split("/")[-1], text=parts[-1].strip()) if len(parts) > 1 else date
            draft.due, draft.due_text = s.discourse.timeline.ahead(last).edtf, date.text
            dates = [one for one in dates if one.start != date.start and not _until_then(s, one)]
    return dates


def _until_then(s: Sentence, date: FoundDate) -> bool:
    """Whether a day is that on which a thing was to be before it was put off: 今年度から来年度に延期する."""
    return s.tree.final and s.lexicon.slots.get(_last_of(s, date).case) == "from"


def _last_of(s: Sentence, date: FoundDate) -> Word:
    return next(one for one in reversed(s.tree.words) if one.start < date.end)


def _day_of(s: Sentence, state: State, draft: Draft, own: list[FoundDate], outer: list[FoundDate]) -> FoundDate | None:
    """The day of a claim of the dates that hang on it; one on which it is due is set as that."""
    theirs = s.tree.final and draft.phase in ("intended", "scheduled", "expected")
    if own and outer and draft.phase in TO_COME and not theirs:
        _set_due(draft, s.discourse.timeline.ahead(own[0]))
        return outer[0]
    of_plan = draft.phase in ("intended", "scheduled", "expected") and told_then(s, state)
    coming = (_to_come(s, one, state, draft) for one in (own if s.tree.final else own[:1]))
    date = next(filter(None, coming), None) if own else outer[0] if outer and not of_plan else None
    if date is None or (date.edtf.startswith("../") and draft.phase == "occurred" and not s.tree.final):
        return None  # "extended the contract until 2029"
    if draft.phase == "ongoing" and date.basis == "completed" and not s.tree.final:
        return None if s.discourse.timeline.is_over(date.edtf) else date  # "is running for mayor in November"
    asked = draft.kind in ("postpone", "urge") and not (s.tree.final and theirs)
    ahead = draft.phase in ("agreed", "proposed", "pending") or asked
    within = own and state.heads and now_within(s, date)
    if ahead and (within or s.discourse.timeline.lies_ahead(date.edtf)):
        _set_due(draft, date)
        return None
    return date


def _set_phase(s: Sentence, cue: Cue, draft: Draft, date: FoundDate) -> None:
    """What the day of a claim tells of its phase: a verb of the present with a day to come is a plan."""
    timeline, form = s.discourse.timeline, form_of(s.tree, cue.word)
    goes_on = s.tree.final and form.endswith("/link") and draft.phase in ("scheduled", "intended")
    end = s.tree.words[cue.word.head].end
    if goes_on and timeline.is_over(date.edtf) and any(cue.word.end < one.start < end for one in s.dates):
        draft.phase, draft.certainty, draft.act = "occurred", "CT", "report"  # 지난해 체결하고 내년에 열 예정이다
    since = s.tree.final and date.edtf.endswith("/..") and draft.phase == "occurred"
    if since and re.search("て(?:い|お|き|まい)", form):
        draft.phase = "ongoing"  # 昨年6月から閉鎖されている
    if draft.phase == "ongoing" and not s.tree.final and timeline.lies_ahead(date.edtf):
        draft.phase, draft.act = "scheduled", "announce"  # "is hosting a conference next month"
    now = form == "/pres" and draft.kind not in sort("lasting") and draft.phase == "occurred"
    if now and date.basis != "stated" and not s.tree.final:
        later = timeline.ahead(date)  # "flies to Japan on Friday", "later this month"
        if len(later.edtf) < 10 or later.edtf > (timeline.published or ""):
            draft.phase, draft.act, draft.date = "scheduled", "announce", later.edtf
    if draft.phase not in ("occurred", "failed", "discussed") or not timeline.lies_ahead(date.edtf):
        return
    done = re.match("し?て(?:い|お)", form) is not None  # 3月に結んでいる is over
    if date.basis == "stated" or (form.endswith(("pres", "nonpast", "link")) and not done):
        if form.endswith("link"):  # 来月訪問し、会談する方向で調整している
            draft.certainty = weaker(draft.certainty, "PR")
        draft.phase = "scheduled" if draft.phase == "occurred" and draft.polarity == "+" else draft.phase
    elif date.basis == "relative":
        raise Unread("its day lies ahead, and its verb is of what is past")
    else:  # another clause of the sentence speaks of what is to come, this one of what is past
        draft.date = timeline.before(date)


def _borrow(s: Sentence, cue: Cue, state: State, draft: Draft, earlier: list[Draft]) -> None:
    """Give an undated draft the day of the predicate that it is joined to, of the meeting told of before, or of the text."""
    last, missed = earlier[-1] if earlier and s.tree.final else None, (draft.kind, draft.phase, draft.polarity)
    there = last and draft.kind == "attend" and (last.kind, last.phase) == ("meet", draft.phase)
    if last and last.date and (there or (last.kind in sort("in_person") and missed == ("meet", "occurred", "-"))):
        draft.date, draft.basis = last.date, "inherited"  # 27일 공장을 방문했으나 사장을 만나지 못했다
        return
    which = (one for one in s.tree.children(cue.word, "obl") if one.lemma == "which" and not s.tree.final)
    if earlier and earlier[-1].date and any(one.case in ("after", "at", "during") for one in which):
        draft.date, draft.basis = (
            earlier[-1].date,
            "inherited",
        )  # "attended the summit, after which they issued a statement"
        return
    joined = next((one for one in (cue.word, *state.heads) if one.relation == "conj"), None)
    done = joined is not None and draft.phase in ("occurred", "agreed", "discussed", "failed")
    same = [one.date for one in earlier if one.date and one.phase in ("occurred", "discussed", "agreed")]
    same = same if done and s.tree.final else []
    if not s.tree.final and joined is not None and done and (draft.act != "deny" or draft.kind == "state"):
        same = _of_clause_before(s, joined, state, earlier)
    apart = before_then(s, cue, state)
    if same and not afterwards(s, cue) and (s.tree.final or not apart):
        draft.date, draft.basis = same[-1], "inherited"
    elif draft.phase == "ongoing" and not s.tree.final and (told_on := dates_of(s, list(state.said), State())):
        _set_date(draft, told_on[0])  # "said on Friday it was closing the plant"
    elif not apart and not _of_another_day(s, cue):
        beside = s.tree.final and all(one.start > cue.word.start for one in s.dates) and beside_event(s, cue)
        s.discourse.timeline.dated(draft, there=_at_that(s, cue), beside=beside)
    if draft.date is None and not apart and (day := day_that_goes_on(s, cue, state, draft)):
        draft.date, draft.basis = day, "inherited"
    live = s.discourse.live and just_now(s, cue, state, draft)
    if draft.date is None and (live or (not draft.due and not s.tree.final and now(s, cue, state, draft))):
        draft.date, draft.basis = s.discourse.timeline.published, "published"


def _of_another_day(s: Sentence, cue: Cue) -> bool:
    """Whether the clause that goes on into the one of a cue is of a day over: 先月、計画したが、妥結した."""
    days = set()
    for date in s.dates if s.tree.final else ():
        last = _last_of(s, date)
        verb = next((one for one in s.tree.path(last) if one.pos == "VERB"), last)
        of_noun = s.lexicon.code == "ja" and s.lexicon.slots.get(last.case) == "of"  # 先月の地震
        if (
            verb.relation == "advcl"
            and not of_noun
            and verb.at < cue.word.at
            and s.discourse.timeline.is_over(date.edtf)
        ):
            days.add(date.edtf)
    frame = s.discourse.timeline.frame
    return bool(days) and frame is not None and frame.date not in days


def _of_clause_before(s: Sentence, joined: Word, state: State, earlier: list[Draft]) -> list[str]:
    """The days of the predicates that one is joined to; of those with another subject only whole ones.

    "It opened in 2009 and the state asked it to wait" has none, "he met Lind in May but they did not agree" has one.
    """
    before = [one for one in s.tree.path(joined) if one.pos in ("VERB", "AUX")][:2]
    days = [one.edtf for one in dates_of(s, before, state)]
    days = [one for one in days if ".." not in one and not s.discourse.timeline.lies_ahead(one)]
    days += [one.date for one in earlier if one.date and one.basis == "inherited"]
    who = s.tree.children(joined, "nsubj", "nsubj:pass")
    other = any(one.pos != "PRON" and not s.lexicon.has("couple", one.lemma) for one in who)
    return [one for one in days if not other or len(one) == 10]


def _at_that(s: Sentence, cue: Cue) -> bool:
    """Whether a clause names the event of the sentences before: "the meeting was chaired by", "on the margins of the talks"."""
    of_it = cue.kind in (*sort("said"), "support")  # "denounced the talks": by whoever was there, or not
    told = [
        one
        for one in s.tree.below(cue.word)
        if (s.lexicon.nouns.get(one.lemma) in ("meet", "visit") or s.lexicon.has("ceremony", one.lemma))
        and one.pos == "NOUN"
    ]
    return not s.tree.final and any(
        [w.lemma for w in s.tree.children(one) if w.relation != "case"] == ["the"]
        and (
            (one.relation == "obj" and not of_it)
            or one.relation.startswith("nsubj")
            or one.case in ("at", "during", "of", "in")
        )
        for one in told
    )


def _to_come(s: Sentence, date: FoundDate, state: State, draft: Draft) -> FoundDate | None:
    """The day of what is planned as the next of its name; None where it is that of the saying: 7日、買収すると発表した."""
    past = any(form_of(s.tree, one).endswith("/past") for one in (*state.heads, *([state.top] if state.top else [])))
    now = any(one.tag in ("VBZ", "VBP") for one in state.heads)  # "are to vote on 17 December, should there be one"
    unsure = draft.certainty == "U" and (
        past if s.tree.final else not now
    )  # 採決する予定だった, and not 可決されれば支払う
    refused = any(s.lexicon.class_of(one.lemma) == "refuse" for one in state.heads)  # 10일 만나자는 제의를 거절했다
    planned = draft.phase in _PLANNED or (refused and s.tree.final)
    bare = re.fullmatch(r"\d{1,2}일", date.text)  # 3일 ...하기로 했다: one of the next month is told as 다음 달 3일
    if not planned or unsure or (draft.phase == "agreed" and (bare or not state.heads)):
        return date
    later = s.discourse.timeline.ahead(date)
    said = state.said and _beside_speaker(s, date, state) and not date.edtf.startswith("../")
    over = later is not date or date.edtf == s.discourse.timeline.published
    return None if over and s.tree.final and said else later


def _beside_speaker(s: Sentence, date: FoundDate, state: State) -> bool:
    """Whether a day stands right behind who says it, or is set off: 7日、…と発表した, and not 9月30日付で, 장관이 15일."""
    before = next((one for one in reversed(s.tree.words) if one.end <= date.start), None)
    return before is None or before is state.asserter or s.tree.text[date.end : date.end + 1] == "、"
