"""The offline extractors for Japanese and Korean, whose verbs stand last: each cue with the names before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from claims.daywords import FoundDate, dates_in
from claims.extract import japanese, korean
from claims.extract.common_claims import included, offices, ranks
from claims.extract.cues import Base, Stance, cues
from claims.extract.discourse import SUBJECT, WITH, Discourse
from claims.extract.mention import ABOUT, Draft, Mention, Party


@dataclass(frozen=True)
class Grammar:
    """What differs between the two languages; `conjunct` ends a clause that shares its verb's ending with the next."""

    mentions: Callable[..., list[Mention]]
    conjunct: re.Pattern[str]
    attributive: re.Pattern[str]
    ongoing: re.Pattern[str]
    future: re.Pattern[str]
    topic: re.Pattern[str]
    contrast: re.Pattern[str]


_JA = Grammar(
    mentions=japanese.mentions,
    conjunct=re.compile(r"(?:[しりてみめきせれびい]|ともに|ほか|こと|ため(?:に)?)、"),
    attributive=re.compile(
        r"^[れしたるせてい]{0,4}(?<=[たるのい])(?:(?:後|際|時|こと|もの)(?:に|の|、)?)?(?=[一-鿿ァ-ヴA-Za-z「])"
    ),
    ongoing=re.compile(r"^[しれ]?てい(?:る|ます|く|き)|^[しれ]?てき(?:た|まし)"),
    future=re.compile(r"^(?:する|します|れる|れます|く|う|う予定)。?$"),
    topic=re.compile(
        r"(?P<topic>[^、。はが]{2,60}?)(?:について(?:の|も)?|に関する|に関して|をめぐ(?:る|り|って)|への|に対する|を|に)(?=[^、。]{0,14}$)"
    ),
    contrast=re.compile(r"(?:が|ものの|一方(?:で)?|しかし)、"),
)
_KO = Grammar(
    mentions=korean.mentions,
    conjunct=re.compile(r"(?:고|며|하여|해|면서|하고),?\s"),
    attributive=re.compile(r"^(?:된|한|하는|되는|린|인|을|할|열린)\s"),
    ongoing=re.compile(r"^(?:하|되)?고 있"),
    future=re.compile(r"^(?:한다|된다|할 것|한다)\.?$"),
    topic=re.compile(
        r"(?P<topic>[^,.은는이가]{2,60}?)(?:에 대해(?:서)?(?:도)?|에 관해|에 대한|을|를|에)\s?(?=[^,.]{0,12}$)"
    ),
    contrast=re.compile(r"(?:지만|으나|나),?\s"),
)
#: verbs that say that something is furthered, but not what
_WEAK = re.compile("推進|進め|取り組|強化|優先|実施|発展|共有|導入|추진|강화|시행|확대|조치")
_GRAMMARS = {"ja": _JA, "ko": _KO}


@dataclass(slots=True)
class _Predicate:
    start: int
    end: int
    base: Base | None
    stance: Stance | None
    finite: bool
    left: int = 0
    chunks: list[tuple[int, int]] = field(default_factory=list)


def read(reader: Discourse, text: str, offset: int) -> None:
    """Add the claims of one Japanese or Korean sentence to what `reader` holds; `offset` is its place in the document."""
    hits = reader.hits(text)
    found = _GRAMMARS[reader.language].mentions(text, hits, reader.names)
    reader.introduce(found, text)
    reader.speak_of(found, text)
    days = dates_in(text, "ja" if reader.language == "ja" else "ko", reader.anchor())
    _Sentence(reader, text, offset, found, days).read()


class _Sentence:
    def __init__(
        self, reader: Discourse, text: str, offset: int, mentions: list[Mention], days: list[FoundDate]
    ) -> None:
        self.reader, self.text, self.offset = reader, text, offset
        self.mentions, self.days = mentions, days
        self.grammar = _GRAMMARS[reader.language]
        self.cues = cues(reader.language)
        self.stop = len(text.rstrip("。. !?！？"))
        self.asserter, self.act, self.reported = self._asserted()

    def read(self) -> None:
        before = len(self.reader.drafts)
        again = included(self.reader, self.text, self.offset, self.mentions)
        laid_out = [] if again else self._laid_out()
        self.verbless = not laid_out and not again
        if self.verbless:
            self._verbless()
        for one in laid_out:
            if one.stance:
                self._complements(one)
            elif one.base:
                self._claim(one, one.left, one.end, one.base.kind, None)
        if len(self.reader.drafts) == before and self.reported and self.asserter:
            self._said(self.reported)
        elif self.reported and (day := next((d for d in self.days if 0 <= self.reported[0] - d.end <= 2), None)):
            self._said((day.start, self.reported[1]), day)
        self._statement(before)
        self._named_in_passing(before)
        ranks(self.reader, self.text, self.offset, self.mentions, self.days, self.asserter)
        offices(self.reader, self.text, self.offset, self.mentions, self.days[0] if self.days else None, self.asserter)

    def _statement(self, before: int) -> None:
        """A statement that says something has been made."""
        made = next(
            (m for m in self.mentions if m.kind == "instrument" and self.text[m.start : m.end] == self.asserter), None
        )
        if made is None or any(d.kind == "state" for d in self.reader.drafts[before:]):
            return
        if not re.search("声明|宣言|성명|선언|文書", self.asserter or "") or (self.asserter or "") in self.reader.told:
            return
        self.reader.told.add(self.asserter or "")
        parties = self.reader.parties(made, self.text, self.offset)
        for one in parties:
            one.role = "instrument"
        self.reader.add(Draft("state", "occurred", [(self.offset, self.offset + self.stop)], parties), None)

    def _named_in_passing(self, before: int) -> None:
        """Summits that a sentence about something else names: 日米韓首脳会合の成果."""
        told = {p.start for d in self.reader.drafts[before:] if d.kind in ("meet", "attend") for p in d.parties}
        if re.search("次回|予定|見通し|可能性|예정|차기", self.text):
            return
        for m in self.mentions:
            if m.kind not in ("framework", "series") or m.tie != "of" or self.offset + m.start in told:
                continue
            name = self.text[m.start : m.end]
            if not re.search("(?:首脳会合|首脳会談|サミット|会合|会談|정상회의|회담)(?:[((].*)?$", name):
                continue
            parties = self.reader.parties(m, self.text, self.offset)
            for one in parties:
                one.role = "framework"
            states = self._states_of(parties)
            if not states:
                continue
            day = next((d for d in self.days if 0 <= m.start - d.end <= 2), None)
            draft = Draft(
                "meet",
                "occurred",
                [(self.offset + (day.start if day else m.start), self.offset + m.end)],
                [*states, *parties],
            )
            draft.inherits = False
            self.reader.add(draft, day, main=False)

    def _laid_out(self) -> list[_Predicate]:
        """The cues in order, each with where its clause begins; bases that a stance governs are left to it."""
        found: list[_Predicate] = []
        for stance in self.cues.stances:
            found += [_Predicate(*m.span(), None, stance, True) for m in stance.pattern.in_words(self.text, set())]
        for base in self.cues.bases:
            found += [_Predicate(*m.span(), base, None, True) for m in base.finite.in_words(self.text, set())]
        found.sort(key=lambda p: (p.start, -p.end))
        kept: list[_Predicate] = []
        for one in found:
            inside = any(m.start <= one.start and one.end <= m.end for m in self.mentions if not m.reference)
            if inside or (kept and one.start < kept[-1].end and not (one.stance and kept[-1].base)):
                continue
            if one.stance and kept and kept[-1].base and one.start < kept[-1].end:
                if kept[-1].base.event and one.end > kept[-1].end:
                    one.start = kept[-1].end
                else:
                    kept.pop()
            last = kept[-1] if kept else None
            if (
                one.stance
                and last
                and last.stance
                and 0 <= one.start - last.end < 8
                and "、" not in self.text[last.end : one.start]
            ):
                if not one.stance.phase == last.stance.phase == "expected":
                    last.stance = one.stance  # "agreed to arrange to hold": what is told is that they agreed
                last.end = one.end
                continue
            kept.append(one)
        out: list[_Predicate] = []
        for at, one in enumerate(kept):
            if one.base and self._governed(one, kept[at + 1 :]):
                continue
            out.append(one)
        left = 0
        for one in out:
            one.left = left
            if one.stance or not self._attributive(one):
                left = one.end
        return out

    def _governed(self, one: _Predicate, later: list[_Predicate]) -> bool:
        assert one.base
        stance = next((p for p in later if p.stance), None)
        if stance is None or self.grammar.contrast.search(self.text, one.end, stance.start):
            return False
        between = self.text[one.end : stance.start]
        if stance.start - one.end > 1 and self._attributive(one):
            return False
        if stance.stance and stance.stance.phase in ("scheduled", "expected", "intended"):
            return True
        if one.base.event or one.base.kind in ("state", "concern", "base_on", "assess", "discuss"):
            return len(between) <= 10 and not re.search("、", between)
        return True

    def _attributive(self, one: _Predicate) -> bool:
        return bool(self.grammar.attributive.match(self.text[one.end :])) or (
            self.text[one.end - 1] in "たる" and bool(re.match(r"[一-鿿ァ-ヴA-Z「]", self.text[one.end :]))
        )

    def _verbless(self) -> None:
        """A garbled sentence that lost its verb: parties, a date and an agreement tell of a signing."""
        instrument = next(
            (
                m
                for m in self.mentions
                if m.kind == "instrument" and re.search("協定|条約|覚書|협정|조약|각서", self.text[m.start : m.end])
            ),
            None,
        )
        parties = [
            p
            for m in self.mentions
            if m.is_party and not m.reference
            for p in self.reader.parties(m, self.text, self.offset)
        ]
        if instrument is None or len(parties) < 2 or not self.days or re.search("予定|예정|だ。|です", self.text):
            return
        for party in parties:
            party.role = "signatory"
        signed = self.reader.parties(instrument, self.text, self.offset)
        for party in signed:
            party.role = "instrument"
        draft = Draft(
            "sign",
            "occurred",
            [(self.offset, self.offset + self.stop)],
            [*parties, *signed, *self._about((0, self.stop), "sign")],
            confidence=0.4,
        )
        self.reader.add(draft, self.days[0])

    def _fragment(self, one: _Predicate, kind: str, parties: list[Party]) -> int:
        """Names that a stray full stop cut off behind the verb; gives where they end."""
        match = re.compile(r"[ぁ-ん]{0,8}[。.]\s*(?=\S)").match(self.text, one.end)
        if (
            not match
            or re.search(r"[ぁ-ん][。.]", self.text[match.end() : self.stop + 1].rstrip("で。")[:-1])
            or kind not in ("meet", "attend", "discuss", "sign", "cooperate")
        ):
            return 0
        end = 0
        for m in self.mentions:
            if m.start < match.end():
                continue
            role = {"place": "place", "framework": "framework", "series": "framework", "instrument": "instrument"}.get(
                m.kind, ""
            )
            role = role or (SUBJECT.get(kind, "agent") if m.is_party and not m.reference else "")
            if not role:
                continue
            for party in self.reader.parties(m, self.text, self.offset):
                party.role = role
                parties.append(party)
            if (
                m.kind == "person"
                and m.office is None
                and (
                    title := re.search(r"[一-鿿]{2,12}(?:長官|大臣|相)(?=と[一-鿿]+し)", self.text[: match.start() + 4])
                )
            ):
                m.office = title.span()
            end = m.end
        return end

    def _complements(self, one: _Predicate) -> None:
        assert one.stance
        if one.stance.phase == "failed" and self._attributive(one):
            self._failed_thing(one)
            return
        if (
            one.stance.phase == "expected"
            and not any(one.left <= m.start < one.start for m in self.mentions)
            and not self._kind_of(one.left, one.start, one.stance, own=True)
        ):
            return
        self.chunks = [one.left]
        for match in self.grammar.conjunct.finditer(self.text, one.left + 1, one.start):
            if match.end() - self.chunks[-1] > 5 and one.start - match.end() > 4:
                self.chunks.append(match.end())
        starts = (
            self.chunks if one.stance.phase in ("agreed", "intended", "expected", "scheduled") else [self.chunks[0]]
        )
        inner = (
            one.end
            if one.stance.phase == "agreed"
            and re.match(r".{0,3}(?:協力|対応|措置|取|強化|推進|支援)", self.text[one.start : one.end])
            else one.start
        )
        ends = [*starts[1:], inner]
        real = [(s, e) for s, e in zip(starts, ends, strict=True) if self._kind_of(s, e, one.stance, own=True)]
        if not real:
            real = [(starts[0], one.start)]
        for start, end in real:
            last = end == inner
            kind = self._kind_of(start, end, one.stance)
            if kind:
                self._claim(
                    one, start if not last or len(real) > 1 else one.left, one.end, kind, one.stance, chunk=(start, end)
                )

    def _failed_thing(self, one: _Predicate) -> None:
        head = self._head(one)
        if head is None or not head.means:
            return
        thing = self.reader.parties(head, self.text, self.offset)
        owner = next(
            (
                m
                for m in reversed(self.mentions)
                if m.is_party and m.tie == "of" and one.start - 14 < m.outer_end <= one.start
            ),
            None,
        )
        parties = self.reader.parties(owner, self.text, self.offset) if owner else []
        for party in parties:
            party.role = "agent"
        for party in thing:
            party.role = "instrument" if head.kind == "instrument" else "framework"
        start = owner.outer_start if owner else one.start
        draft = Draft(
            "develop", "failed", [(self.offset + start, self.offset + head.end)], [*parties, *thing], act="assess"
        )
        draft.inherits = False
        draft.date, draft.basis = self.reader.published, "published" if self.reader.published else None
        self.reader.add(draft, None, main=False)

    def _kind_of(self, start: int, end: int, stance: Stance, own: bool = False) -> str:
        best: tuple[tuple[bool, int], str] | None = None
        if stance.phase == "cancelled" and re.search("訪問|出張|방문", self.text[start : end + 4]):
            return "visit"
        for base in self.cues.bases:
            for pattern in (base.plain, base.finite):
                for match in pattern.finditer(self.text, start, end) if pattern else ():
                    covered = any(
                        m.start <= match.start() and match.end() <= m.end and m.kind not in ABOUT for m in self.mentions
                    )
                    rank = (not _WEAK.match(match.group()), match.end())
                    if not covered and (best is None or rank > best[0]):
                        best = rank, base.kind
        if best:
            return best[1]
        if any(m.kind == "instrument" and start <= m.start < end for m in self.mentions) and stance.phase != "intended":
            return "sign"
        if own:
            return ""
        named = [m for m in self.mentions if m.kind in ("framework", "series") and start <= m.start < end]
        if named and stance.phase in ("scheduled", "cancelled", "pending", "expected"):
            return "meet"
        return stance.default

    def _claim(
        self,
        one: _Predicate,
        left: int,
        end: int,
        kind: str,
        stance: Stance | None,
        chunk: tuple[int, int] | None = None,
    ) -> None:
        text = self.text
        phase, polarity, certainty, act = "occurred", "+", "CT", self.act
        if stance:
            phase, polarity, certainty = stance.phase, stance.polarity, stance.certainty
            act = stance.act if stance.act != "report" else act
        tail = text[one.end :]
        if (
            stance
            and phase == "expected"
            and polarity == "+"
            and re.search("[たった](?:もの|こと)?$|[았었했]을?$", text[: one.start].rstrip("がと"))
        ):
            phase, act = "occurred", "assess"  # "was probably influenced": it is past, only unsure
        negation = re.search(self.cues.other["negation"]["after"], tail)
        attributive = not stance and self._attributive(one)
        if negation and not attributive and phase != "failed":
            polarity = "-"
        if kind == "sign" and not stance and re.match("発効|발효", text[one.start : one.end]):
            phase = "implemented"
        elif not stance and not attributive:
            if self.grammar.ongoing.match(tail) and kind not in ("sign", "attend", "meet", "state", "visit"):
                phase = "ongoing"
            elif (
                self.grammar.future.match(text[one.end - 2 : self.stop][-6:])
                and kind in ("meet", "visit", "sign", "attend", "elect")
                and re.search(r"する$|れる$|한다$|る$", text[: self.stop])
            ):
                phase = "scheduled"
        region = chunk or (left, one.start)
        if kind == "attend" and not attributive and self._sides(one, left, phase):
            return
        parties = self._subject(one, kind, attributive)
        parties += self._objects(one, left, region, kind, stance)
        parties += self._about(region, kind)
        head = self._head(one) if attributive else None
        if head:
            for party in self.reader.parties(head, text, self.offset):
                party.role = "instrument" if head.kind == "instrument" else "framework"
                parties.append(party)
        cut_off = self._fragment(one, kind, parties) if not attributive else 0
        if kind == "meet" and not any(p.role == "participant" for p in parties):
            parties += self._states_of(parties)
        if kind == "meet" and not any(p.role == "participant" for p in parties) and not attributive:
            for m in self.mentions:
                if (
                    m.is_party
                    and m.tie in ("of", "with")
                    and left <= m.start
                    and m.outer_end <= one.start
                    and re.match(
                        "の会|の首脳|の協議|との会|의 (?:회|정상)", self.text[m.outer_end :] if not m.listed else "の会"
                    )
                ):
                    for party in self.reader.parties(m, text, self.offset):
                        party.role = "participant"
                        parties.append(party)
        parties = _unique(parties)
        day = self._day(one, left, attributive, kind)
        if not parties and (not day or (not stance and kind in ("meet", "attend", "visit"))):
            return
        if (
            attributive
            and kind == "meet"
            and re.search(
                r"(?:会議|会合|サミット|会談|회의|회담)(?:で(?:した|す|ある)|だ(?:った)?|이다|이었다|였다)$",
                text[: self.stop],
            )
        ):
            return  # "the first meeting held since": what it ranks is told, not that it was held
        start = self._start(one, left, attributive, day)
        last = head.end if head else cut_off or self._verb_end(one)
        span = (self.offset + start, self.offset + min(max(last, one.end), self.stop))
        if span[1] <= span[0]:
            return
        draft = Draft(
            kind, phase, [span], parties, polarity, certainty, act, self.asserter, stance=text[one.start : one.end]
        )
        self.reader.add(draft, day, main=not attributive)
        self._attendance(draft, one)
        people = [p for p in parties if p.role in ("participant", "agent", "signatory") and p.start is not None]
        if people and not attributive:
            self.reader.follow(people)

    def _sides(self, one: _Predicate, left: int, phase: str) -> bool:
        """From Japan A and B, from the United States C: one claim for each side; False where the sentence has no sides."""
        sides = [
            m
            for m in self.mentions
            if m.kind in ("state", "organisation") and m.tie == "from" and left <= m.start < one.start
        ]
        if len(sides) < 2:
            return False
        day = self._day(one, left, False)
        ends = [*(m.outer_start for m in sides[1:]), one.start]
        everyone: list[Party] = []
        for side, end in zip(sides, ends, strict=True):
            people = [m for m in self.mentions if m.kind == "person" and side.end <= m.start < end]
            if not people:
                continue
            parties = [p for m in people for p in self.reader.parties(m, self.text, self.offset)]
            everyone += parties
            for party in parties:
                party.role = "participant"
            for party in self.reader.parties(side, self.text, self.offset):
                party.role = "organisation"
                parties.append(party)
            span = (self.offset + side.outer_start, self.offset + min(self._verb_end(one), self.stop))
            self.reader.add(Draft("attend", phase, [span], parties, asserter=self.asserter), day)
        whole = Draft("attend", phase, [(self.offset + left, self.offset + self._verb_end(one))], everyone)
        self._attendance(whole, one)
        return True

    def _attendance(self, draft: Draft, one: _Predicate) -> None:
        """The meeting that an attendance list fills: its claim gets the names and the words."""
        frame = self.reader.current
        if draft.kind != "attend" or frame is None or frame.claim is None:
            return
        opened = self.reader.drafts[frame.claim]
        people = [p for p in draft.parties if p.role == "participant" and p.kind == "person"]
        if (
            opened is draft
            or opened.kind != "meet"
            or any(p.kind == "person" for p in opened.parties)
            or len(people) < 2
        ):
            return
        opened.parties = [Party(p.name, p.known, p.kind, p.start, p.end, "participant") for p in people] + [
            p for p in opened.parties if p.role != "participant"
        ]
        opened.spans = [*opened.spans, *draft.spans]

    def _verb_end(self, one: _Predicate) -> int:
        match = re.compile(r"[ぁ-んー]{0,14}|[가-힣]{0,4}(?:다|며|고)?").match(self.text, one.end)
        return match.end() if match else one.end

    def _start(self, one: _Predicate, left: int, attributive: bool, day: FoundDate | None) -> int:
        if attributive:
            return min([day.start] if day and day.start >= left else [max(left, one.start - 12)])
        start = left
        lead = re.compile(r"[ぁ-ん]{0,3}[、,]\s?|[しては、。,\s]*").match(self.text, start)
        start = lead.end() if lead and left else start
        return min(start, one.start)

    def _head(self, one: _Predicate) -> Mention | None:
        return next(
            (
                m
                for m in self.mentions
                if m.kind in ("framework", "series", "instrument") and 0 <= m.start - one.end <= 14
            ),
            None,
        )

    def _states_of(self, parties: list[Party]) -> list[Party]:
        """日米韓首脳会合 names its parties."""
        for one in parties:
            if one.role == "framework" and one.start is not None:
                states = (
                    japanese.states_in(one.name, self.reader.names)
                    if self.reader.language == "ja"
                    else korean.states_in(one.name, self.reader.names)
                )
                if states:
                    return [
                        Party(
                            letters,
                            self.reader.names.states.get(code),
                            "state",
                            one.start,
                            one.start + len(letters),
                            "participant",
                        )
                        for letters, code in states
                    ]
        return []

    def _subject(self, one: _Predicate, kind: str, attributive: bool) -> list[Party]:
        role = SUBJECT.get(kind, "agent")
        floor = one.left if attributive else 0
        chosen = [
            m
            for m in self.mentions
            if m.is_party and m.tie == "subject" and floor <= m.start and m.outer_end <= one.start
        ]
        if attributive:
            chosen = (
                [m for m in chosen if self.text[m.outer_end : m.outer_end + 3].lstrip().startswith(("が", "이", "가"))]
                if kind != "sign"
                else chosen
            )
        elif chosen:
            last = chosen[-1]
            at = len(chosen) - 1
            while at and chosen[at].listed:
                at -= 1
            nearest = chosen[at:]
            reporter = self.asserter is not None and self.reported and self.text[last.start : last.end] == self.asserter
            chosen = nearest if not (reporter and len(chosen) > len(nearest)) else chosen[:at]
        if kind == "attend" or (kind == "meet" and not attributive):
            near = [
                m
                for m in self.mentions
                if m.kind == "person"
                and m.start >= one.left
                and m.outer_end <= one.start
                and m.tie in ("from", "subject", "")
            ]
            chosen = near if len(near) > len(chosen) else chosen
        if kind == "visit" and not chosen:
            chosen = [
                m
                for m in self.mentions
                if m.kind == "person" and m.tie == "of" and one.left <= m.start and m.outer_end <= one.start
            ][-1:]
        told = one.stance is None or one.stance.phase in ("agreed", "intended", "proposed", "occurred")
        passive = (
            bool(
                re.search(r"[られ]れる|される|れた|된|될|되는", self.text[max(one.left, one.start - 6) : one.start + 2])
            )
            and one.stance is not None
        )
        other = self.reader.language == "ja" and re.search(
            r"(?<![でにと])[はも](?!、?また)", self.text[: one.start].removeprefix("これは")
        )
        other = other or (self.reader.language == "ko" and re.search(r"[은는]\s", self.text[: one.start]))
        if (
            not chosen
            and not attributive
            and told
            and not passive
            and not other
            and kind not in ("provide", "base_on", "establish")
        ):
            passive = re.search(r"(?:され|れ(?:た|て|まし)|た$)", self.text[one.start : one.end + 2]) and kind in (
                "meet",
                "state",
                "sign",
            )
            if passive:
                return []
            if self.reader.subject and kind in (
                "discuss",
                "cooperate",
                "concern",
                "state",
                "develop",
                "support",
                "attend",
                "meet",
                "sign",
            ):
                return [Party(p.name, p.known, p.kind, None, None, role) for p in self.reader.subject]
        found = [p for m in chosen for p in self.reader.parties(m, self.text, self.offset)]
        if kind in ("develop", "support", "join") and len(found) > 1:
            role = "participant"
        for party in found:
            party.role = role
        return found

    def _objects(
        self, one: _Predicate, left: int, region: tuple[int, int], kind: str, stance: Stance | None
    ) -> list[Party]:
        found: list[Party] = []
        for m in self.mentions:
            if m.end > one.end or m.kind in ABOUT or m.kind == "office":
                continue
            inside = left <= m.start < one.end
            if not inside and not (
                m.kind in ("framework", "series", "place") and m.tie in ("at", "subject") and m.start < left
            ):
                continue
            role = self._role(m, kind, stance, region)
            if role:
                for party in self.reader.parties(m, self.text, self.offset):
                    party.role = role
                    found.append(party)
        return found

    def _role(self, m: Mention, kind: str, stance: Stance | None, region: tuple[int, int]) -> str:
        if m.kind == "place":
            return "place" if m.tie in ("at", "to", "of", "object", "") or kind == "visit" else ""
        if (
            m.kind in ("framework", "series")
            and kind == "meet"
            and re.match(r"の\s?\S{1,3}[日月年]?[前後]", self.text[m.end :])
        ):
            return ""  # "a day before the meeting" is another meeting
        if m.kind in ("framework", "series"):
            return "basis" if kind == "base_on" and m.tie in ("to", "object", "of") else "framework"
        if m.kind == "instrument":
            return "basis" if kind == "base_on" and m.tie in ("to", "object") else "instrument"
        if not m.is_party or m.tie == "subject":
            return ""
        if kind == "visit" and m.kind == "state" and m.tie in ("object", "to"):
            return "place"
        if m.kind == "state" and m.tie == "from" and kind == "attend":
            return "organisation"
        if m.tie == "with":
            return (
                "partner"
                if kind in ("cooperate", "develop") and (m.kind == "group" or not stance)
                else WITH.get(kind, "participant")
            )
        if m.tie == "by" and kind in ("meet", "sign", "establish", "state", "attend"):
            return SUBJECT.get(kind, "agent")
        if m.tie == "at" and m.kind == "state" and kind in ("meet", "sign"):
            return "place"
        if m.tie in ("object", "to") and kind == "meet" and m.kind == "person":
            return "participant"
        if m.tie in ("to", "object") and region[0] <= m.start:
            return (
                ("affected" if stance.act == "urge" else "partner")
                if stance and stance.phase == "proposed"
                else "affected"
                if kind in ("state", "concern", "harm", "assess", "support")
                else ""
            )
        return ""

    def _about(self, region: tuple[int, int], kind: str) -> list[Party]:
        known = [m for m in self.mentions if m.kind in ABOUT and region[0] <= m.start < region[1]]
        found = [p for m in known for p in self.reader.parties(m, self.text, self.offset)]
        explicit = kind != "state" or re.search(r"について|に対|への|에 대", self.text[region[0] : region[1]])
        if (
            not found
            and explicit
            and kind in ("discuss", "concern", "cooperate", "develop", "state", "provide", "support")
        ):
            match = self.grammar.topic.search(self.text[region[0] : region[1]])
            if match:
                at = region[0] + match.start("topic")
                name = match["topic"].strip()
                at += len(match["topic"]) - len(match["topic"].lstrip())
                if len(name) > 1 and not any(m.start < at + len(name) and at < m.end for m in self.mentions):
                    found.append(Party(name, None, "topic", self.offset + at, self.offset + at + len(name)))
        for party in found:
            party.role = "topic"
        return found

    def _day(self, one: _Predicate, left: int, attributive: bool, kind: str = "") -> FoundDate | None:
        inside = [d for d in self.days if left <= d.start and d.end <= one.end]
        if kind in ("meet", "attend", "sign", "visit"):
            inside = [d for d in inside if not d.edtf.endswith("/..")]
        if attributive:
            return inside[-1] if inside else None
        if self.reported and self.asserter:
            inside = [d for d in inside if not 0 <= self.reported[0] - d.end <= 2]
        if inside:
            return inside[0]
        for day in reversed([d for d in self.days if d.end <= left]):
            cut = self.text[day.end : one.start]
            if day.start <= 12 and not re.search(r"た(?:後|[一-鿿])|린\s", cut[:40]):
                return day
        return None

    def _asserted(self) -> tuple[str | None, str, tuple[int, int] | None]:
        report = self.cues.other["report"]
        by = re.search(report["by"], self.text)
        if by:
            before = [
                m
                for m in self.mentions
                if m.outer_end <= by.start() + 1
                and by.start() - m.outer_end < 8
                and (m.is_party or m.kind == "instrument")
            ]
            if before:
                return self.text[before[-1].start : before[-1].end], "report", None
        matches = list(re.finditer(report["verb"], self.text))
        if not matches or self.stop - matches[-1].end() > 14:
            return None, "report", None
        verb = matches[-1]
        speakers = [
            m
            for m in self.mentions
            if (m.is_party or m.kind == "instrument") and m.tie == "subject" and m.end <= verb.start()
        ]
        if not speakers:
            return None, "report", None
        first = speakers[0]
        name = self.text[first.start : first.end]
        if re.search(report["announce"], verb.group()):
            return name, "announce", verb.span()
        return name, "assess" if re.search(report["assess"], verb.group()) else "report", verb.span()

    def _said(self, span: tuple[int, int], day: FoundDate | None = None) -> None:
        speaker = next((m for m in self.mentions if self.text[m.start : m.end] == self.asserter), None)
        if speaker is None or speaker.reference:
            return
        parties = self.reader.parties(speaker, self.text, self.offset)
        for one in parties:
            one.role = "instrument" if one.kind == "instrument" else "agent"
        if day is None:
            parties += self._about((0, span[0]), "state")
        start = span[0] if day else 0
        act = "announce" if self.act == "announce" else "report"
        draft = Draft(
            "state", "occurred", [(self.offset + start, self.offset + self.stop)], parties, act=act, confidence=0.4
        )
        self.reader.add(draft, day or next((d for d in self.days if d.start <= 12), None))


def _unique(parties: list[Party]) -> list[Party]:
    seen: set[tuple[str, str]] = set()
    kept = []
    for party in parties:
        who = party.known.canonical if party.known else party.name
        if (party.role, who) not in seen:
            seen.add((party.role, who))
            kept.append(party)
    return kept
