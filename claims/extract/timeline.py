"""The days of a text: which one an undated sentence speaks of, and what lay ahead when it was written."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field, replace

from claims.dates import Anchor, FoundDate, bounds
from claims.extract.draft import DOERS, Draft, Party
from claims.extract.lexicon import sort

#: "the 26th", 26日, 26일: a day of which no month is told
_DAY_ALONE = re.compile(r"(?:on )?(?:the )?\d{1,2}(?:st|nd|rd|th|日|일)?", re.I)


@dataclass(slots=True)
class Frame:
    """A meeting, visit or signing that later sentences can speak of without naming it again."""

    date: str | None
    people: list[Party] = field(default_factory=list)
    kind: str = ""


class Timeline:
    """The days of one document, followed sentence by sentence. `published`: EDTF, None where it is not known."""

    def __init__(self, published: str | None, language: str) -> None:
        self.published, self.language = published, language
        self.frame: Frame | None = None
        self.day: str | None = None  # the last whole day that was named
        self.told: str | None = None  # see claims.dates.Anchor
        self.lede: tuple[str, int] | None = None  # the day of the first dated sentence, and the number of that sentence
        self.aside: set[str] = set()  # days of clauses that only say which: "the pact that was signed on 11 May"
        self.there: dict[str, set[str]] = {}  # who takes part in what is told of a day
        self.held: dict[str, str] = {}  # the nouns of meetings with their days; "" = there were two of the name

    def anchor(self) -> Anchor:
        """From which dates are completed here."""
        date = (self.frame.date if self.frame else None) or self.day
        if self.language != "en" and date and self.day and len(date) == 10:
            date = max(date, self.day)
        return Anchor(self.published, date if date and len(date) == 10 else None, self.told)

    def tell(self, dates: list[FoundDate], main: list[FoundDate], number: int) -> None:
        """Remember the dates of a sentence that was read, those of what it tells first among them, and which it is."""
        told = {one.edtf for one in dates if "/" not in one.edtf}
        days = {one for one in told if len(one) == 10}
        if dates and self.lede is None:
            over = [one.edtf for one in main if len(one.edtf) == 10 and not self.lies_ahead(one.edtf)]
            over = [one for one in dict.fromkeys(over) if one not in self.aside]
            self.lede = (over[0] if len(over) == 1 else "", number)
        if dates:
            self.told = next(iter(days)) if len(days) == 1 else next(iter(told)) if len(told) == 1 else ""

    def follow(self, draft: Draft, people: list[Party]) -> None:
        """Remember the meeting or visit of which a claim tells, and who was there."""
        if draft.date and draft.aside:
            self.aside.add(draft.date)
        elif draft.date and draft.polarity == "+" and draft.phase in ("occurred", "agreed", "discussed", "failed"):
            self.there.setdefault(draft.date, set()).update(p.who for p in draft.parties if p.role in DOERS)
        took_place = draft.phase in ("occurred", "discussed") and draft.polarity == "+"
        if draft.kind in sort("opens") and took_place and draft.date:
            days = draft.date.split("/")  # a meeting of a few days dates what was done there
            if any(len(one) != 10 for one in days) or days[0][:7] != days[-1][:7] or draft.aside:
                return  # "talks began in 2021" dates nothing that follows
            if self.frame and draft.basis == "inherited" and draft.date == self.frame.date:
                return  # "the meeting was chaired by Ida Vik", 회의를 마친 뒤 공장을 둘러봤다
            before = self.frame is not None and draft.date < (self.frame.date or "")
            if before and (self.language != "en" or draft.basis == "relative"):
                return  # "one day earlier they met Jo Berg", 2019년 3월 1일 체결한 협정
            self.frame = Frame(draft.date, people, draft.kind)

    def dated(self, draft: Draft, *, there: bool = False, beside: bool = False) -> None:
        """Give an undated claim the day of the meeting at which those same parties said or did it.

        `there`: its clause names that meeting; `beside`: its sentence tells that it was close to it.
        """
        frame = self.frame
        denied = draft.act == "deny" and self.language == "en"  # to the press, and not to whom he met
        if draft.date or frame is None or frame.date is None or draft.certainty == "U" or denied:
            return
        if there and draft.phase in ("occurred", "discussed", "agreed", "failed"):
            draft.date, draft.basis = frame.date, "inherited"
            return
        ceremony = any(p.role == "framework" and p.name.endswith(("式", "식")) for p in draft.parties)
        if draft.kind == "attend" and frame.kind == "sign" and not ceremony:
            return  # who bid for the contract
        if draft.phase == "failed" and frame.kind == draft.kind == "sign":
            return  # the talks on another contract
        settled = draft.phase in ("agreed", "discussed", "failed")
        refused = draft.polarity == "-" and draft.kind in ("sign", "cooperate") and self.language == "en"
        at_it = (draft.kind in sort("at_meeting") or beside) and draft.phase == "occurred"
        if not settled and not (at_it and (draft.polarity == "+" or refused)):
            return
        people = [p for p in draft.parties if p.role in ("participant", "signatory", "agent")]
        mine = {p.who for p in people if not _unnamed(p)}
        theirs = {p.who for p in frame.people}
        sole = len(frame.people) == 1 and not _unnamed(frame.people[0])
        unnamed = not sole and draft.kind in sort("together") and all(p.role != "agent" for p in people)
        text = draft.kind == "state" or any(p.role == "instrument" for p in draft.parties)
        if not mine and not (unnamed if people else text and draft.kind != "sign"):
            return  # an opposition party that asks for something need not have been there
        held = [p.name for p in draft.parties if p.role == "framework"]
        elsewhere = any(not (name.islower() if name.isascii() else len(name) < 4) for name in held)
        again = bool(people) and all(p.start is None for p in people) and draft.kind in sort("together")
        near = beside and bool(mine & theirs)
        if near or mine <= theirs or not theirs or (again and settled) or (draft.kind == "attend" and not elsewhere):
            draft.date, draft.basis = frame.date, "inherited"
            frame.people = frame.people if mine <= theirs else [*frame.people, *people]

    def ahead(self, date: FoundDate) -> FoundDate:
        """A day without a year as the next of its name, where it was completed as one that is over."""
        if date.edtf.startswith("../") and len(date.edtf) <= 10:  # by December
            return replace(date, edtf=f"../{self.ahead(replace(date, edtf=date.edtf[3:])).edtf}")
        end = bounds(date.edtf)[1] if len(self.published or "") == 10 and date.basis == "completed" else None
        if date.edtf.endswith("/..") and date.basis == "completed":  # 22日から
            return replace(date, edtf=f"{self.ahead(replace(date, edtf=date.edtf[:-3])).edtf}/..")
        if end is None or self.published is None or end >= self.published or ".." in date.edtf:
            return date
        first = _DAY_ALONE.match(date.text)
        if "/" in date.edtf and first and first.group()[-1] in "日일":  # 20일부터 사흘간
            days = (self.ahead(replace(date, edtf=one, text=first.group())).edtf for one in date.edtf.split("/"))
            return replace(date, edtf="/".join(days))
        if "/" in date.edtf:  # the end of March
            return replace(date, edtf="/".join(f"{int(one[:4]) + 1:04}{one[4:]}" for one in date.edtf.split("/")))
        if len(date.edtf) == 10:
            day = datetime.date.fromisoformat(date.edtf)
            if not any(letter.isdigit() for letter in date.text):
                return replace(date, edtf=(day + datetime.timedelta(days=7)).isoformat())
            if _DAY_ALONE.fullmatch(date.text):
                month = day.replace(day=1) + datetime.timedelta(days=31)
                there = day.day <= calendar.monthrange(month.year, month.month)[1]
                return replace(date, edtf=f"{month:%Y-%m}-{day.day:02}") if there else date
        return replace(date, edtf=f"{int(date.edtf[:4]) + 1:04}{date.edtf[4:]}")

    def before(self, date: FoundDate) -> str | None:
        """The day of that name before the one that was found: a month, a year or a week earlier; None for an open end."""
        if ".." in date.edtf:
            return None
        if len(date.edtf) == 10:
            day = datetime.date.fromisoformat(date.edtf)
            if not any(letter.isdigit() for letter in date.text):
                return (day - datetime.timedelta(days=7)).isoformat()
            if _DAY_ALONE.fullmatch(date.text):
                month = day.replace(day=1) - datetime.timedelta(days=1)
                there = day.day <= month.day
                return month.replace(day=day.day).isoformat() if there else None
        if date.edtf[:4].isdigit() and "/" not in date.edtf:
            return f"{int(date.edtf[:4]) - 1:04}{date.edtf[4:]}"
        return None

    def is_over(self, edtf: str) -> bool:
        """Whether a date is wholly before the text."""
        end = None if ".." in edtf else bounds(edtf)[1]
        return len(self.published or "") == 10 and end is not None and end < (self.published or "")

    def lies_ahead(self, edtf: str) -> bool:
        """Whether a date is later than the text."""
        published, start = self.published or "", bounds(edtf.removeprefix("../"))[0] or ""
        return bool(published) and start[: len(published)] > published


def _unnamed(one: Party) -> bool:
    """Whether somebody is only described, as "the ministers" are."""
    return (
        one.known is None
        and one.kind == "group"
        and (not one.name.isascii() or one.name[:1].islower() or " " not in one.name)
    )
