"""What a text has told so far: who "the two ministers" are, and which meeting an undated sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from claims.dates import Anchor, FoundDate
from claims.extract.gazetteer import Hit, Known, Names
from claims.extract.mentions import Draft, Frame, Mention, Party
from claims.extract.surnames import family_of, inside_word, short_form, surnames

#: the role of the one who does it, by kind; "agent" where not listed
SUBJECT = dict.fromkeys(("meet", "attend", "visit", "discuss", "cooperate", "elect"), "participant")
SUBJECT |= {"sign": "signatory", "hold_office": "holder"}
#: the role of the one it is done with
WITH = dict.fromkeys(("meet", "attend", "visit", "discuss", "elect"), "participant") | {"sign": "signatory"}
#: kinds that happen at a day of their own: with a whole day they open a frame
OPENS = ("meet", "sign", "attend", "visit")
#: kinds that no meeting dates: what holds in general
_TIMELESS = ("provide", "base_on", "elect", "harm", "hold_office", "establish")
#: kinds that a text of the day tells of its own day, where no meeting dates them
_VOICED = ("state", "concern", "assess", "support")


class Discourse:
    """One document being read, sentence by sentence."""

    def __init__(self, names: Names, anchor: str | None, language: str) -> None:
        self.names = names
        self.recognise: Callable[[str], Any] | None = None  # GiNZA's pipeline, where it is asked for
        self.language = language
        self.published = anchor
        self.frames: list[Frame] = []
        self.current: Frame | None = None
        self.subject: list[Party] = []
        self.person: Party | None = None
        self.local: dict[str, Known] = {}
        self.people: list[Known] = []
        self.told: set[str] = set()
        self.aside = False  # a caption: it may tell of another day, and opens no frame
        self.speaker: str | None = None
        self.drafts: list[Draft] = []
        self.offices: set[tuple[str, str]] = set()
        self.ranked: set[tuple[str, str]] = set()

    def hits(self, text: str) -> list[Hit]:
        """The known names of a sentence, with the surnames of persons whom this text has introduced in full."""
        found = self.names.find(text, self.language)
        for name, known in self.local.items():
            for match in re.finditer(
                rf"(?<![\w]){re.escape(name)}(?![\w-])" if name.isascii() else re.escape(name), text
            ):
                clear = all(match.end() <= hit.start or hit.end <= match.start() for hit in found)
                if clear and not inside_word(text, *match.span()):
                    found.append(Hit(*match.span(), known))
        found.sort()
        return found

    def introduce(self, mentions: list[Mention], text: str) -> None:
        """Remember the unknown persons of a sentence, so that their surnames mean them from here on."""
        for one in mentions:
            if one.kind != "person" or one.reference:
                continue
            name = text[one.start : one.end]
            short = short_form(name, text[one.office[0] : one.office[1]]) if one.office else ""
            if one.means:
                if short and len(one.means) == 1:
                    self.local.setdefault(short, one.means[0])
                continue
            known = self.local.get(name) or family_of(name, self.people)
            if known is None:
                known = Known(None, name, "person", one.of[2].country if one.of and one.of[2] else "")
                if len(self.local) < 200:  # a longer list of strangers is no article, and would slow each sentence
                    for form in filter(None, [*surnames(name), short]):
                        self.local.setdefault(form, known)
            one.means = (known,)
            if known not in self.people:
                self.people.append(known)
        self.people += [
            k for m in mentions if m.kind == "person" for k in m.means if not m.reference and k not in self.people
        ]

    def anchor(self) -> Anchor:
        """From which dates are completed here."""
        date = self.current.date if self.current else None
        return Anchor(self.published, date if date and len(date) == 10 else None)

    def parties(self, mention: Mention, text: str, offset: int) -> list[Party]:
        """Whom a mention means, one each; a reference that cannot be resolved keeps its words and no entity."""
        name = text[mention.start : mention.end]
        start, end = offset + mention.start, offset + mention.end
        if not mention.reference:
            means: Iterable[Known | None] = mention.means or (None,)
            return [Party(name, known, known.kind if known else mention.kind, start, end) for known in means]
        found = self._meant(mention)
        return [Party(name, one.known, one.kind, start, end) for one in found] or [
            Party(name, None, mention.kind, start, end)
        ]

    def _meant(self, mention: Mention) -> list[Party]:
        if mention.reference == 1:
            return [self.person] if self.person else []
        count = mention.reference
        frames = [self.current] if self.current else []
        frames += [frame for frame in reversed(self.frames) if frame is not self.current]
        if mention.kind == "state":
            states = [self._state(one) for frame in frames[:3] for one in frame.people]
            unique = {one.known.canonical: one for one in states if one and one.known}
            if count < 0 or len(unique) == count:
                return list(unique.values())
            for frame in frames:
                own = {one.known.canonical: one for p in frame.people if (one := self._state(p)) and one.known}
                if len(own) == count:
                    return list(own.values())
            return []
        for frame in frames:
            if len(frame.people) == count or (count < 0 and len(frame.people) > 1):
                return frame.people
        people = [one for one in self.subject if one.kind in ("person", "official", "state", "organisation")]
        if len(people) > 1 and (count < 0 or len(people) == count):
            return people
        if count == 2 and len(self.people) == 2:
            return [Party(known.canonical, known, "person") for known in self.people]
        return []

    def _state(self, one: Party) -> Party | None:
        known = self.names.states.get(one.known.country if one.known else "")
        return one if one.kind == "state" else Party(known.canonical, known, "state") if known else None

    def follow(self, people: list[Party]) -> None:
        """Those of whom the last sentence spoke: whom "he" or an unsaid subject means in the next."""
        self.subject = people
        if len({one.name for one in people}) == 1 or people[0].kind == "person":
            self.person = people[0] if people[0].kind == "person" and people[0].known else self.person

    def speak_of(self, mentions: list[Mention], text: str) -> None:
        """A sentence that names a series met before speaks of that meeting again; "this was" speaks of the last one."""
        if self.current and re.match(r"これは|それは|今回|It was|This was|That was|이는|이번", text):
            named = next((m for m in mentions if m.kind in ("framework", "series") and m.means), None)
            if named and self.current.framework is None:
                self.current.framework = Party("", named.means[0], named.kind)
            return
        for mention in mentions:
            slugs = {known.canonical for known in mention.means} if mention.kind in ("framework", "series") else set()
            for frame in reversed(self.frames):
                if frame.framework and frame.framework.known and frame.framework.known.canonical in slugs:
                    self.current = frame
                    return

    def add(self, draft: Draft, date: FoundDate | None, *, main: bool = True) -> Draft:
        """Keep a draft: give it its date, and open or fill a frame by it."""
        if date is not None:
            if date.edtf[4:6] == "-2" and draft.phase not in ("occurred", "failed"):  # a season to come
                date = replace(date, edtf=max(date.edtf, (self.published or "")[:4] + date.edtf[4:]))
            if draft.phase in ("agreed", "intended", "proposed", "pending") and self.lies_ahead(date.edtf):
                draft.due, draft.due_text = date.edtf, date.text
            else:
                draft.date, draft.date_text, draft.basis = date.edtf, date.text, date.basis
            ahead = draft.phase == "occurred" and draft.kind in OPENS and self.lies_ahead(date.edtf)
            draft.phase = "scheduled" if ahead else draft.phase
        to_come = draft.phase in ("scheduled", "expected") or draft.act == "predict"
        if draft.date is None and draft.inherits and not to_come:
            self._inherit(draft)
        self.drafts.append(draft)
        happened = draft.phase == "occurred" and draft.polarity == "+" and main
        if happened and not self.aside and draft.kind in OPENS:
            self._frame(draft, draft.date if date is not None and len(draft.date or "") == 10 else None)
        return draft

    def together(self, draft: Draft, begin: int) -> None:
        """ "A met B and agreed ...": what they agreed and talked of is B's, too. `begin`: where the sentence begins."""
        role = SUBJECT.get(draft.kind, "agent")
        signed = draft.kind == "sign" and draft.phase in ("occurred", "failed") and draft.polarity == "+"
        if draft.phase != "agreed" and draft.kind != "discuss" and not signed:
            return
        own = {(p.start, p.name) for p in draft.parties if p.role == role and p.kind in ("person", "official")}
        for earlier in reversed(self.drafts):
            if earlier.spans[0][0] < begin or not own:
                return
            if earlier.kind in ("meet", "discuss") and earlier.phase == "occurred":
                met = [p for p in earlier.parties if p.role == "participant"]
                if own <= {(p.start, p.name) for p in met} and (len(met) == 2 or not signed):
                    more = [p for p in met if (p.start, p.name) not in own]
                    draft.parties += [Party(p.name, p.known, p.kind, p.start, p.end, role) for p in more]
                return

    def present(self, draft: Draft) -> None:
        """A list of those present gives the meeting of which it speaks its participants, where that names no person."""
        frame = self.current
        people = [p for p in draft.parties if p.role == "participant" and p.kind == "person"]
        if draft.kind != "attend" or frame is None or frame.claim is None or not people:
            return
        opened = self.drafts[frame.claim]
        if opened.kind != "meet" or (any(p.kind == "person" for p in opened.parties) and not frame.listed):
            return
        frame.listed = True
        opened.parties = [Party(p.name, p.known, p.kind, p.start, p.end, "participant") for p in people] + [
            p for p in opened.parties if p.role != "participant" or p.kind == "person"
        ]
        opened.spans = [*opened.spans, *(span for span in draft.spans if span not in opened.spans)]

    def lies_ahead(self, edtf: str) -> bool:
        """Whether a date is later than the text."""
        published = self.published or ""
        return edtf.removeprefix("../")[: len(published)] > published

    def _inherit(self, draft: Draft) -> None:
        if (
            self.current
            and self.current.date
            and (draft.kind not in _TIMELESS or draft.kind == "hold_office" or draft.phase != "occurred")
        ):
            draft.date, draft.basis = self.current.date, "inherited"
        elif self.published and (
            draft.kind in (*_TIMELESS, *_VOICED)
            or draft.phase in ("pending", "failed", "ongoing")
            or draft.polarity == "-"
        ):
            draft.date, draft.basis = self.published, "published"

    def _frame(self, draft: Draft, day: str | None) -> None:
        people = [one for one in draft.parties if one.role in ("participant", "signatory", "host")]
        framework = next((one for one in draft.parties if one.role == "framework"), None)
        place = next((one for one in draft.parties if one.role == "place"), None)
        current = self.current
        if draft.kind == "attend" and current and day in (None, current.date):
            known = {one.known.canonical if one.known else one.name for one in current.people}
            fresh = [one for one in people if (one.known.canonical if one.known else one.name) not in known]
            bare = not any(one.kind == "person" for one in current.people)
            if bare and any(one.kind == "person" for one in fresh):
                current.people = [one for one in fresh if one.kind == "person"]
            else:
                current.people += fresh
            current.framework = current.framework or framework
            return
        if draft.kind == "visit" and (day is None or len(day) != 10):
            return
        if day is None and (current is None or current.date is not None):
            if draft.basis != "inherited" or current is None or not people:
                return
            if {p.name for p in people} <= {p.name for p in current.people}:
                return
            day = current.date
        if current and current.date == day and framework and not current.framework:
            current.framework = framework
        self.current = Frame(day, people, framework, place, len(self.drafts) - 1)
        self.frames.append(self.current)
