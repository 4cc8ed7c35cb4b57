"""The offline extractor for English: cues from left to right, each with the names around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.daywords import FoundDate, dates_in
from claims.extract import english
from claims.extract.common_claims import included, offices, ranks
from claims.extract.cues import Base, Stance, cues, word_beginnings
from claims.extract.discourse import SUBJECT, WITH, Discourse
from claims.extract.mention import ABOUT, Draft, Mention, Party

_SUBORDINATE = re.compile(
    r";|,?\s(?:which|who|while|but|where|although|whereas|after which|because|as(?= the| it| they))\b|\s[–—]\s|:\s"
)
_CONJUNCT = re.compile(r",?\sand\s(?:also\s)?(?:to\s)?|,\s(?:to\s)|;\s|,\s(?=(?:[a-z]+ing)\s)")
_VERB = re.compile(
    r"(?:pursue|explore|identify|continue|begin|start|hold|ensure|maintain|reduce|prioriti[sz]e|complete|make|put|bring|seek"
    r"|expand|conduct|intensify|carry|speed|use|keep|resume|increase|consider|respond|protect|prevent|set|work|double|cut|open)\s"
)
_TOPIC_END = re.compile(
    r"\s(?:during|when|while|after|before|at|on (?=[A-Z]\w+day|[A-Z]\w+ \d)|in (?=[A-Z]\w+ on|\d{4}|[A-Z][a-z]+,? )|by (?=[A-Z])|which|who|that (?=[a-z]+ed)|as part)\b|[;:]|,\s(?:and\s)?(?:which|who|while|but|saying|said|he|she|they|according|\w+ing|also|also)\b|\.$"
)
_SAID = re.compile(
    r"(?:,|^|\b)\s?(?P<subject>[^,;]{2,80}?)\s(?P<verb>said|says|told [^,]{2,30}|reported|reports|announced|stated|added|explained|disclosed|revealed|wrote|argued|claimed|insisted|warned|held)"
    r"(?:\s(?:on\s)?[A-Z]\w+day(?:,\s[A-Z]\w+\s\d+(?:,\s\d{4})?)?|\son\s[A-Z]\w+\s\d+(?:,\s\d{4})?|\sin a statement)?(?P<that>\sthat\b|\sthe(?=\s)|\s(?=[a-z]{2,}\s(?:is|are|was|were|will|would|had|have))|,|\.?$|\s(?=they|he|she|it|both)|\s(?=[A-Z]))"
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|told|reports?|reported|announced|stated|added|explained|disclosed|revealed|wrote|argued|claimed|insisted|warned|held)\b"
)
#: words without which an English sentence has no date
_DATED = re.compile(
    r"(?i)\d|day\b|month|year|week|tomorrow|\b(?:ago|earlier|later)\b|\b(?:jan|feb|mar|apr|may|june|july|aug|sep|oct|nov|dec)|spring|summer|autumn|fall\b|winter"
)
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<subject>(?:the\s)?[^,]{2,60}?)(?=,|\.$|$)")


@dataclass(slots=True)
class _Predicate:
    start: int
    end: int
    base: Base | None
    stance: Stance | None
    finite: bool
    subject: list[Party]
    governed: Stance | None = None
    governor: int = -1


def read(reader: Discourse, text: str, offset: int) -> None:
    """Add the claims of one English sentence to what `reader` holds. `offset`: where the sentence stands in the document."""
    hits = reader.hits(text)
    mentions = english.mentions(text, hits, reader.names)
    reader.introduce(mentions, text)
    reader.speak_of(mentions, text)
    days = dates_in(text, "en", reader.anchor()) if _DATED.search(text) else []
    sentence = _Sentence(reader, text, offset, mentions, days)
    sentence.read()


class _Sentence:
    def __init__(
        self, reader: Discourse, text: str, offset: int, mentions: list[Mention], days: list[FoundDate]
    ) -> None:
        self.reader, self.text, self.offset = reader, text, offset
        self.mentions, self.days = mentions, days
        self.asserter, self.act, self.said = self._asserted()
        self.used: set[tuple[int, int]] = set()

    def read(self) -> None:
        found = self._predicates()
        if included(self.reader, self.text, self.offset, self.mentions):
            found = []
        before = len(self.reader.drafts)
        main_day: FoundDate | None = None
        for at, one in enumerate(found):
            follows = next((p.start for p in found[at + 1 :] if p.finite or p.stance), len(self.text))
            earlier = [p for p in found[:at] if p.stance or (p.finite and not p.governed) or p.governed]
            one.subject = self._subject(one, earlier[-1] if earlier else None)
            self._govern(one, found, at)
            if one.stance and not one.base:
                continue_to = next((p for p in found[at + 1 :] if p.governed is one.stance and p.governor == at), None)
                chunks = self._chunks(one, found, at)
                if continue_to is None or len(chunks) > 1:
                    self._complements(one, found, at, chunks)
                continue
            if one.governed:
                continue
            if one.finite:
                follows = self._cut(one.end, follows)
                self._claim(one, follows, one.base.kind if one.base else "", "occurred", None)
        if len(self.reader.drafts) > before:
            main_day = next((d for d in self.days), None)
        self._said_itself(before)
        self._named_in_passing(found)
        ranks(self.reader, self.text, self.offset, self.mentions, self.days, self.asserter)
        offices(
            self.reader,
            self.text,
            self.offset,
            self.mentions,
            main_day or (self.days[0] if len(self.days) == 1 else None),
            self.asserter,
        )

    def _cut(self, start: int, end: int) -> int:
        """Where the objects end: before the clause that the next predicate belongs to."""
        clause = [m.start() for m in re.finditer(r",\s(?:and|but|while|which|who|after)\s|;\s", self.text[start:end])]
        return start + clause[-1] if clause and end < len(self.text) else end

    def _predicates(self) -> list[_Predicate]:
        table = cues("en")
        found: list[_Predicate] = []
        begins = word_beginnings(self.text)
        for stance in table.stances:
            if not self.said and stance.pattern.words.startswith("(?:would"):
                continue  # "would" tells of a plan only in what someone said
            found += [_Predicate(*m.span(), None, stance, True, []) for m in stance.pattern.in_words(self.text, begins)]
        for base in table.bases:
            for m in base.finite.in_words(self.text, begins):
                infinitive = self.text[: m.start()].endswith((" to ", " and to "))
                found.append(_Predicate(*m.span(), base, None, not infinitive, []))
            if base.plain:
                found += [_Predicate(*m.span(), base, None, False, []) for m in base.plain.in_words(self.text, begins)]
        found.sort(key=lambda p: (p.start, not p.finite, -p.end))
        kept: list[_Predicate] = []
        for one in found:
            inside = any(m.start <= one.start and one.end <= m.end and not m.reference for m in self.mentions)
            if inside or (kept and one.start < kept[-1].end):
                continue
            if self._in_title(one):
                continue
            kept.append(one)
        return kept

    def _in_title(self, one: _Predicate) -> bool:
        return any(m.office and m.office[0] <= one.start < m.office[1] for m in self.mentions)

    def _govern(self, one: _Predicate, found: list[_Predicate], at: int) -> None:
        """A base is governed by the last stance before it, where the words between do not end its reach."""
        if one.base is None:
            return
        for earlier in range(at - 1, -1, -1):
            stance = found[earlier]
            if stance.stance is None:
                continue
            if _SUBORDINATE.search(self.text, stance.end, one.start):
                return
            takes_finite = stance.stance.act == "deny"
            if not one.finite or takes_finite or stance.stance.phase in ("cancelled", "failed", "pending"):
                one.governed, one.governor = stance.stance, earlier
            return

    def _subject(self, one: _Predicate, previous: _Predicate | None) -> list[Party]:
        floor = previous.end if previous else 0
        said = self.said[1] if self.said else 0
        if floor < said <= one.start and any(m.is_party and said <= m.start < one.start for m in self.mentions):
            floor = said
        last = None
        for boundary in re.finditer(
            r"\b(?:that|which|who|after|before|when|while|whether|where)\s|[,;]\s(?:and|but)\s|;\s",
            self.text[floor : one.start],
        ):
            last = floor + boundary.end()
        region = [m for m in self.mentions if m.is_party and floor <= m.start and m.end <= one.start]
        direct = [m for m in region if m.tie in ("", "for") and not self._in_object(m, previous)]
        if last is not None and any(m.start >= last for m in direct):
            direct = [m for m in direct if m.start >= last]
        if not direct and previous is None:
            direct = [m for m in region if m.tie in ("of", "from", "between", "among")]
        inside = [m for m in self.mentions if m.is_party and one.start < m.start and m.end <= one.end]
        if inside:
            direct = inside
        if direct:
            parties = [p for m in direct for p in self.reader.parties(m, self.text, self.offset)]
            return parties
        instrument = [
            m
            for m in self.mentions
            if m.kind in ("instrument", "framework", "series")
            and floor <= m.start
            and m.end <= one.start
            and m.tie == ""
        ]
        if instrument and one.base and one.base.kind in ("provide", "base_on", "establish", "sign", "meet", "state"):
            return []
        if previous is not None:
            return previous.subject
        return []

    def _in_object(self, mention: Mention, previous: _Predicate | None) -> bool:
        """Whether a name after a predicate is its object, and no subject of the next one."""
        if previous is None:
            return False
        between = self.text[previous.end : mention.outer_start]
        if mention.listed and not re.search(r",\s(?:and|but)\s$|\bwhile\s", self.text[: mention.outer_start]):
            return True
        return not re.search(
            r"(?:,|;|\band|\bthat|\bwhich|\bwhile|\bafter|\bbefore|\bbut|\bwhen|^\s*)\s(?:the\s|an?\s)?$", between
        )

    def _asserted(self) -> tuple[str | None, str, tuple[int, int] | None]:
        report = cues("en").other["report"]
        match = _ACCORDING.search(self.text)
        if match:
            return match["subject"], "report", None
        for match in _SAID.finditer(self.text) if _SAYS.search(self.text) else ():
            verb_start = match.start("verb")
            subject = [
                m
                for m in self.mentions
                if (m.is_party or m.kind == "instrument") and match.start("subject") <= m.start < verb_start
            ]
            said_last = match["that"] in (",", ".", "") or match.end() >= len(self.text) - 1
            if match["verb"] == "held" and not match["that"].strip().startswith("that"):
                continue
            if not subject:
                continue
            first = subject[0] if not said_last else subject[-1]
            if self.text[first.end : verb_start].strip() and len(self.text[first.outer_end : verb_start]) > 45:
                continue
            act = "announce" if re.match(report["announce"], match["verb"]) else "report"
            act = "assess" if re.match(report["assess"], match["verb"]) else act
            name = self.text[first.start : first.end]
            if first.reference == 1 and self.reader.speaker:
                name = self.reader.speaker
            elif not first.reference:
                self.reader.speaker = name
            return name, act, (match.start("subject"), match.end("verb"))
        return None, "report", None

    def _said_itself(self, before: int) -> None:
        """The saying itself is a claim where it has a day of its own, or where nothing else of the sentence is one."""
        if not self.said or not self.asserter:
            return
        alone = len(self.reader.drafts) == before
        day = next((d for d in self.days if self.said[1] <= d.start <= self.said[1] + 6), None)
        if not alone and not day:
            return
        speaker = next((m for m in self.mentions if self.text[m.start : m.end] == self.asserter), None)
        if speaker is None or (speaker.reference and not day):
            return
        parties = self.reader.parties(speaker, self.text, self.offset)
        for one in parties:
            one.role = "instrument" if one.kind == "instrument" else "agent"
        parties += self._about(self.said[1], len(self.text), "state")
        self._keep(
            Draft(
                "state",
                "occurred",
                [(self.offset, self.offset + self._stop())],
                parties,
                act=self.act if self.act == "announce" else "report",
                confidence=0.4,
            ),
            day,
        )

    def _named_in_passing(self, found: list[_Predicate]) -> None:
        """Meetings and visits that a sentence about something else names: "the Camp David summit of August 2023"."""
        met = any(one.base and one.base.kind == "meet" and (one.finite or one.governed) for one in found)
        for m in self.mentions:
            if m.kind not in ("framework", "series") or (m.means and m.means[0].kind == "framework"):
                continue
            noun = re.search(
                r"(?i)(?:meeting|summit|ministerial|talks|dialogue|conference)\b(?:\s\([^)]*\))?$",
                self.text[m.start : m.end],
            )
            after = re.match(r"\sministerial\b|\smeeting\b", self.text[m.end : m.end + 14])
            if not (noun or after):
                continue
            stop = m.end + (after.end() if after else 0)
            day = next(
                (
                    d
                    for d in self.days
                    if re.fullmatch(
                        r"(?:\s(?:in|at)\s[A-Z][\w., ]{2,25}?,?)?\s(?:of|on|in|held on|held in|in early|in late)?\s?(?:the\s)?",
                        self.text[stop : d.start],
                    )
                ),
                None,
            )
            if met and not (day and self.text[stop : stop + 4] == " of "):
                continue
            if day is None and m.tie not in ("at", "of"):
                continue
            here = [
                p
                for p in self.mentions
                if p.kind == "place" and (0 <= p.start - stop < 8 or m.start <= p.start < m.end)
            ]
            if day is None and m.tie == "at":
                day = next((d for d in self.days if 0 <= m.start - d.end < 14), None)
            parties = [p for one in [m, *here] for p in self.reader.parties(one, self.text, self.offset)]
            for party in parties:
                party.role = "place" if party.kind == "place" else "framework"
            end = max([stop, *(p.end for p in here), *([day.end] if day else [])])
            start = min(m.start, day.start if day else m.start)
            self._keep(Draft("meet", "occurred", [(self.offset + start, self.offset + end)], parties), day, main=False)
        for visit in re.finditer(r"['’]s? (?:\w+ )?(?:visit|trip) to (?:the )?", self.text):
            who = [m for m in self.mentions if m.kind == "person" and m.end == visit.start()]
            where = [m for m in self.mentions if m.kind in ("state", "place") and 0 <= m.start - visit.end() < 5]
            if who and where:
                parties = [p for m in [*who, *where] for p in self.reader.parties(m, self.text, self.offset)]
                for party in parties:
                    party.role = "participant" if party.kind == "person" else "place"
                day = next((d for d in self.days if 0 <= d.start - where[0].end < 12), None)
                span = (self.offset + who[0].outer_start, self.offset + where[0].end)
                self._keep(Draft("visit", "occurred", [span], parties), day, main=False)

    def _stop(self) -> int:
        return len(self.text.rstrip(".!? "))

    def _chunks(self, one: _Predicate, found: list[_Predicate], at: int) -> list[tuple[int, int]]:
        """The parts of a stance's complement: "to identify X", "to put it into operation"."""
        end = len(self.text)
        match = _SUBORDINATE.search(self.text, one.end)
        if match:
            end = match.start()
        for later in found[at + 1 :]:
            if later.start >= end:
                break
            if later.stance or (
                later.finite and not later.governed and later.base and not (one.stance and one.stance.act == "deny")
            ):
                cut = max(self.text.rfind(" and ", one.end, later.start), self.text.rfind(", ", one.end, later.start))
                end = cut if cut > one.end else later.start
                break
        starts = [one.end]
        for conjunct in _CONJUNCT.finditer(self.text, one.end, end):
            rest = self.text[conjunct.end() : end]
            verb = (
                conjunct.group().rstrip().endswith("to")
                or any(
                    b.plain and b.plain.match(self.text, conjunct.end(), end) and b.kind != "sign"
                    for b in cues("en").bases
                )
                or _VERB.match(self.text, conjunct.end(), end)
            )
            if verb and len(rest) > 8:
                starts.append(conjunct.start())
        return [(s, e) for s, e in zip(starts, [*starts[1:], end], strict=True) if e - s > 3]

    def _complements(self, one: _Predicate, found: list[_Predicate], at: int, chunks: list[tuple[int, int]]) -> None:
        assert one.stance
        if one.stance.phase in ("failed", "cancelled", "pending") and not chunks:
            chunks = [(one.start, one.end)]
        for start, end in chunks or [(one.end, one.end)]:
            kind = self._kind_of(start, end, one)
            if kind:
                self._claim(one, end, kind, one.stance.phase, one.stance, begin=start)

    def _kind_of(self, start: int, end: int, one: _Predicate) -> str:
        assert one.stance
        best: tuple[int, str] | None = None
        back = one.start if one.stance.phase in ("failed", "cancelled", "pending") else start
        for base in cues("en").bases:
            for pattern in (base.plain, base.finite if one.stance.act == "deny" or back < start else None):
                match = pattern.search(self.text, start, end) if pattern else None
                if match and (best is None or match.start() < best[0]):
                    best = match.start(), base.kind
        if best and best[0] - start < 45:
            return best[1]
        if one.stance.phase in ("failed", "cancelled", "pending"):
            near = self.text[max(0, one.start - 60) : end]
            if re.search(r"meeting|summit|talks|visit|trip", near) and one.stance.phase != "failed":
                return "visit" if re.search(r"visit|trip", near) else "meet"
            if re.search(r"accession|join|extend|admi", near):
                return "join"
        if one.stance.phase == "scheduled" and not self.days:
            return ""
        return one.stance.default

    def _claim(
        self, one: _Predicate, end: int, kind: str, phase: str, stance: Stance | None, begin: int | None = None
    ) -> None:
        text, reader = self.text, self.reader
        begin = one.end if begin is None else begin
        polarity, certainty, act = "+", "CT", self.act
        if stance:
            polarity, certainty = stance.polarity, stance.certainty
            act = stance.act if stance.act != "report" else self.act
            if phase == "scheduled" and not self.days:
                phase, act = "expected", "predict"
        if re.search(cues("en").other["negation"]["before"], text[: one.start]) or re.match(
            r"\s*(?:not|no)\b", text[one.end :]
        ):
            polarity = "-"
        if re.search(r"\b(?:likely|probably|reportedly)\s$", text[: one.start]):
            certainty = "PR"
        if re.match(r"(?:entered|came|come|enters|took effect)", text[one.start : one.end], re.I) and kind == "sign":
            phase = "implemented"
        parties = [Party(p.name, p.known, p.kind, p.start, p.end) for p in one.subject]
        role = SUBJECT.get(kind, "agent")
        if kind in ("develop", "support", "join") and len(parties) > 1:
            role = "participant"
        for party in parties:
            party.role = role
        parties += self._objects(one, begin, end, kind, stance)
        parties += self._about(begin, end, kind)
        if (
            kind == "attend"
            and sum(p.role == "participant" for p in parties) > 1
            and re.search(r"\bwith\b", text[one.end : end])
        ):
            kind = "meet"
        parties = _unique(parties)
        day = self._day(one, begin, end)
        if not day and not parties:
            return
        start = self._clause_start(one)
        stop = min(end, self._stop())
        span = (self.offset + start, self.offset + len(text[:stop].rstrip(" ,;")))
        if span[1] <= span[0]:
            return
        draft = Draft(
            kind, phase, [span], parties, polarity, certainty, act, self.asserter, stance=text[one.start : one.end]
        )
        inner = re.match(r"(?:meeting|summit|talks) (?:that|which)", text[one.start : one.end])
        main = not inner and not re.search(
            r"\b(?:after|before|when|since|which|who|had)\s(?:[\w.]+\s){0,5}$", text[: one.start]
        )
        self._keep(draft, day, main=main)
        if one.subject and main:
            reader.follow(one.subject)

    def _clause_start(self, one: _Predicate) -> int:
        own = [
            p.start - self.offset
            for p in one.subject
            if p.start is not None and self.offset <= p.start < self.offset + one.start
        ]
        outer = [m.outer_start for m in self.mentions if m.start in own]
        return min([*outer, one.start]) if outer else (0 if one.start < 40 else one.start)

    def _keep(self, draft: Draft, day: FoundDate | None, *, main: bool = True) -> None:
        self.reader.add(draft, day, main=main)

    def _objects(self, one: _Predicate, begin: int, end: int, kind: str, stance: Stance | None) -> list[Party]:
        found: list[Party] = []
        for m in self.mentions:
            behind = one.end <= m.start < end and (begin <= m.start or m.start < one.end + 40)
            at_head = m.start < one.start and not m.is_party
            if not (behind or at_head):
                continue
            role = self._role(m, one, kind, behind, stance)
            if role:
                for party in self.reader.parties(m, self.text, self.offset):
                    party.role = role
                    found.append(party)
        return found

    def _role(self, m: Mention, one: _Predicate, kind: str, behind: bool, stance: Stance | None) -> str:
        if m.kind == "place" or (m.kind == "state" and m.tie in ("in", "at") and behind):
            return "place" if m.tie in ("in", "at", "to", "from", "") and (behind or m.tie != "") else ""
        if m.kind in ("framework", "series"):
            return "basis" if kind == "base_on" and behind else "framework"
        if m.kind == "instrument":
            return "basis" if kind == "base_on" and behind else "instrument"
        if m.kind in ABOUT or m.kind == "office":
            return ""
        if not behind or not m.is_party:
            return ""
        if kind == "visit" and m.kind == "state" and m.tie in ("", "to"):
            return "place"
        if m.tie == "in the presence of":
            return "witness"
        if m.tie == "for" and kind == "attend" and m.kind == "state":
            return "organisation"
        if m.tie == "by":
            if "hosted" in self.text[one.start : one.end] or "chaired" in self.text[one.start : one.end]:
                return "host"
            return WITH.get(kind) or SUBJECT.get(kind, "agent")
        if m.tie in ("with", "between", "among", "alongside", "including", "as"):
            if m.kind == "group" or kind in ("cooperate", "establish", "develop"):
                return "participant" if m.tie in ("between", "among") else "partner"
            return WITH.get(kind, "partner")
        if m.tie == "":
            if kind in ("meet", "sign", "attend") and self._direct(one, m):
                return WITH[kind]
            if stance and stance.phase == "proposed" and m.start - one.end < 30:
                return "affected" if stance.act == "urge" else "partner"
            return (
                "affected"
                if kind in ("state", "concern", "harm", "support", "assess") and m.start - one.end < 40
                else ""
            )
        return "partner" if m.tie in ("to", "on") and stance and stance.phase == "proposed" else ""

    def _direct(self, one: _Predicate, m: Mention) -> bool:
        return m.listed or len(self.text[one.end : m.outer_start].split()) <= 3

    def _about(self, begin: int, end: int, kind: str) -> list[Party]:
        """Topics: the known ones behind the cue; else, of talks and concerns, the words behind it."""
        known = [m for m in self.mentions if m.kind in ABOUT and begin <= m.start < end]
        found = [p for m in known for p in self.reader.parties(m, self.text, self.offset)]
        if not found and kind in (
            "discuss",
            "concern",
            "cooperate",
            "develop",
            "state",
            "provide",
            "assess",
            "support",
            "harm",
        ):
            words = self.text[begin:end]
            lead = re.match(
                r"\s*(?:to|that|on|about|over|of|the need to|how to|why|with|for|,)?\s*(?:the\s|an?\s)?", words
            )
            at = begin + (lead.end() if lead else 0)
            stop = _TOPIC_END.search(self.text, at, end)
            name = self.text[at : stop.start() if stop else end].rstrip(" .,;")
            clear = not any(m.start < at + len(name) and at < m.end for m in self.mentions)
            if re.match(r"(?:after|at|in|before|following|during|afterwards|take|for|by|as|later)\b", name):
                return []
            if 3 < len(name) <= 90 and (clear or kind == "discuss"):
                found.append(Party(name, None, "topic", self.offset + at, self.offset + at + len(name)))
        for party in found:
            party.role = "topic"
        return found

    def _day(self, one: _Predicate, begin: int, end: int) -> FoundDate | None:
        def own(day: FoundDate) -> bool:
            nested = r"\b(?:(?:summit|meeting|agreement|treaty|talks|visit)\sof|(?:established|founded|launched|signed|since|held)(?:\s(?:in|on))?)\s$"
            return one.end > day.start - 22 or not re.search(nested, self.text[: day.start])

        inside = [d for d in self.days if one.start <= d.start < max(end, begin) and own(d)]
        if inside:
            return inside[0]
        before = [d for d in self.days if d.start < one.start and own(d)]
        if self.said:
            before = [d for d in before if not self.said[1] <= d.start <= self.said[1] + 6] or []
        if before and not _SUBORDINATE.search(self.text, before[-1].end, one.start):
            return before[-1]
        later = [d for d in self.days if d.start >= end and own(d)]
        return (
            later[0]
            if later
            and not self.said
            and len(self.days) == 1
            and not re.search(r"\b(?:which|who|that|where|after|before)\b", self.text[end : later[0].start])
            else None
        )


def _unique(parties: list[Party]) -> list[Party]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for party in parties:
        who = party.known.canonical if party.known else party.name
        if (party.role, who) not in seen and ("", who) not in seen:
            seen.add((party.role, who))
            kept.append(party)
    return kept
