"""The offline extractors for Japanese and Korean, whose verbs stand last: each cue with the names before it."""

from __future__ import annotations

import re

from claims.dates import dates_in
from claims.extract.common_claims import included, offices, ranks
from claims.extract.cues import Stance
from claims.extract.discourse import SUBJECT, Discourse
from claims.extract.ja_ko.arguments import list_end, objects, subject_of, topics_in
from claims.extract.ja_ko.attendance import fill_meeting, take_fragment, tell_sides, tell_verbless
from claims.extract.ja_ko.clauses import asserted, is_attributive, lay_out
from claims.extract.ja_ko.ginza_names import leave_unknown, strangers
from claims.extract.ja_ko.kinds import kind_of
from claims.extract.ja_ko.nominal import failed_thing, named_in_passing, saying, tell_statement
from claims.extract.ja_ko.scopes import day_of, head_of, said_on, start_of, verb_end
from claims.extract.ja_ko.sentence import GRAMMARS, Predicate, Sentence
from claims.extract.ja_ko.states import states_of, visited
from claims.extract.mentions import Draft, Party, unique

_PUT_OFF = re.compile(r"(?:に|へ|まで|로|으로|까지)?\s?(?:延期|연기|미[뤘뤄루])")
_TO_COME = re.compile(
    r"(?:開く|[開行]かれる|開催(?:する|される)|(?:訪問|出席)する)(?=[一-鿿ァ-ヴA-Za-z「])|(?:열리는|열릴|예정인)\s"
)
_UNDECIDED = re.compile(
    r"(?P<name>[^、。はが,\s]{2,30}?)(?:の|\s)?(?:設立|設置|創設|新設|立ち上げ|설립|설치|창설|신설)(?:に(?:ついて|関して))?[はがも은는이]?\s?(?:まだ|아직)?\s?$"
)
_TALKS_OF = re.compile(
    "(?:と)?の(?:外相|防衛相|国防相|貿易相|閣僚|首脳|次官|局長|実務者)?(?:会|協議|対話|首脳|交渉)"
    "|의 (?:회|정상|외교|국방|협)"
)


def tell_complements(s: Sentence, one: Predicate) -> None:
    assert one.stance
    if one.stance.phase == "failed" and is_attributive(s, one):
        failed_thing(s, one)
        return
    if (
        one.stance.phase == "expected"
        and not any(one.left <= m.start < one.start for m in s.mentions)
        and not kind_of(s, one.left, one.start, one.stance, own=True)
    ):
        return
    chunks = [one.left]
    for match in s.grammar.conjunct.finditer(s.text, one.left + 1, one.start):
        if match.end() - chunks[-1] > 5 and one.start - match.end() > 4:
            chunks.append(match.end())
    starts = chunks if one.stance.phase in ("agreed", "intended", "expected", "scheduled") else [chunks[0]]
    inner = (
        one.end
        if one.stance.phase == "agreed"
        and re.match(r".{0,3}(?:協力|対応|措置|取|強化|推進|支援)", s.text[one.start : one.end])
        else one.start
    )
    ends = [*starts[1:], inner]
    real = [
        (first, end) for first, end in zip(starts, ends, strict=True) if kind_of(s, first, end, one.stance, own=True)
    ]
    if not real:
        real = [(starts[0], one.start)]
    for start, end in real:
        last = end == inner
        kind = kind_of(s, start, end, one.stance)
        if kind:
            tell(
                s, one, start if not last or len(real) > 1 else one.left, one.end, kind, one.stance, chunk=(start, end)
            )


def tell(
    s: Sentence,
    one: Predicate,
    left: int,
    end: int,
    kind: str,
    stance: Stance | None,
    chunk: tuple[int, int] | None = None,
) -> None:
    text = s.text
    phase, polarity, certainty, act = "occurred", "+", "CT", s.act
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
    negation = re.search(s.cues.other["negation"]["after"], tail)
    attributive = not stance and is_attributive(s, one)
    own = re.search(s.cues.other["negation"]["own"], text[one.start : one.end])
    if (negation and not attributive and phase != "failed") or own or text[: one.start].endswith(("않", "못")):
        polarity = "-"
    if kind == "sign" and not stance and re.match("発効|발효", text[one.start : one.end]):
        phase = "implemented"
    elif not stance and not attributive:
        if s.grammar.ongoing.match(tail) and kind not in ("sign", "attend", "meet", "state", "visit"):
            phase = "ongoing"
        elif (
            s.grammar.future.match(text[one.end - 2 : s.stop][-6:])
            and kind in ("meet", "visit", "sign", "attend", "elect")
            and re.search(r"する$|れる$|한다$|된다$|열린다$|る$", text[: s.stop])
        ):
            phase = "scheduled"
    if attributive and kind in ("meet", "visit", "attend") and _TO_COME.search(text, one.start, one.end + 5):
        phase = "scheduled"
    region = chunk or (left, one.start)
    if kind == "attend" and not attributive and tell_sides(s, one, left, phase):
        return
    parties = subject_of(s, one, kind, attributive, chunk)
    parties += objects(s, one, left, region, kind, stance)
    parties += topics_in(s, region, kind)
    if kind == "visit":
        parties += visited(s, left, one.end + 1)
    head = head_of(s, one) if attributive else None
    if head:
        for party in s.reader.parties(head, text, s.offset):
            party.role = "instrument" if head.kind == "instrument" else "framework"
            parties.append(party)
    cut_off = take_fragment(s, one, kind, parties) if not attributive else 0
    if kind == "meet" and not any(p.role == "participant" for p in parties):
        parties += states_of(s, parties)
    if kind == "meet" and not any(p.role == "participant" for p in parties) and not attributive:
        for m in s.mentions:
            if (
                m.is_party
                and m.tie in ("of", "with")
                and left <= m.start
                and m.outer_end <= one.start
                and _TALKS_OF.match(s.text, list_end(s, m))
            ):
                for party in s.reader.parties(m, text, s.offset):
                    party.role = "participant"
                    parties.append(party)
    if phase == "pending" and kind == "establish" and (thing := _UNDECIDED.search(text, left, one.start)):
        at = s.offset + thing.start("name")
        parties = [p for p in parties if p.name != s.asserter]  # who says so is not who founds it
        parties.append(Party(thing["name"], None, "framework", at, at + len(thing["name"]), "framework"))
    met = s.reader.current.people if s.reader.current and phase == "failed" and not s.days else []
    if met and kind == "sign" and not parties and not attributive:
        # 隔たりは埋まらなかった: between those who met
        parties += [Party(p.name, p.known, p.kind, role=SUBJECT.get(kind, "agent")) for p in met]
    if kind in ("meet", "visit") and attributive:
        for m in s.mentions:  # "the two leaders who met in Beijing", "the minister, who was visiting Peru"
            if m.kind == "person" and (m.reference or kind == "visit") and 0 <= m.outer_start - one.end <= 3:
                for party in s.reader.parties(m, text, s.offset):
                    party.role = "participant"
                    parties.append(party)
    parties = unique(parties)
    day = day_of(s, one, left, attributive, kind)
    if phase == "cancelled" and (put_off := next((d for d in s.days if _PUT_OFF.match(text, d.end)), None)):
        # put off to another day: that is when it is due, where it lies ahead
        phase, day = "pending", put_off if s.reader.lies_ahead(put_off.edtf) else None
    if attributive and phase == "scheduled" and not (day and s.reader.lies_ahead(day.edtf)):
        return  # what is held in general, or when it is to be held is unclear
    if not parties and (not day or (not stance and kind in ("meet", "attend", "visit"))):
        return
    if (
        attributive
        and kind == "meet"
        and re.search(
            r"(?:会議|会合|サミット|会談|회의|회담)(?:で(?:した|す|ある)|だ(?:った)?|이다|이었다|였다)$",
            text[: s.stop],
        )
    ):
        return  # "the first meeting held since": what it ranks is told, not that it was held
    start = start_of(s, one, left, attributive, day)
    last = head.end if head else cut_off or verb_end(s, one)
    span = (s.offset + start, s.offset + min(max(last, one.end), s.stop))
    if span[1] <= span[0]:
        return
    draft = Draft(kind, phase, [span], parties, polarity, certainty, act, s.asserter, stance=text[one.start : one.end])
    s.reader.together(draft, s.offset)
    s.reader.add(draft, day, main=not attributive)
    fill_meeting(s, draft)
    people = [p for p in parties if p.role in ("participant", "agent", "signatory") and p.start is not None]
    if people and not attributive:
        s.reader.follow(people)


def read_sentence(s: Sentence) -> None:
    before = len(s.reader.drafts)
    again = included(s.reader, s.text, s.offset, s.mentions)
    laid_out = [] if again else lay_out(s)
    if not laid_out and not again:
        tell_verbless(s)
    for one in laid_out:
        if one.stance:
            tell_complements(s, one)
        elif one.base and one.base.kind == "state" and s.reported and s.asserter and one.end > s.reported[0]:
            saying(s, s.reported)  # the verb of saying itself
        elif one.base:
            tell(s, one, one.left, one.end, one.base.kind, None)
    if len(s.reader.drafts) == before and s.reported and s.asserter:
        saying(s, s.reported)
    elif s.reported and (day := next((d for d in s.days if said_on(s, d)), None)):
        saying(s, (day.start, s.reported[1]), day)
    tell_statement(s, before)
    named_in_passing(s, before)
    ranks(s.reader, s.text, s.offset, s.mentions, s.days, s.asserter)
    offices(s.reader, s.text, s.offset, s.mentions, s.days[0] if s.days else None, s.asserter)


def read(reader: Discourse, text: str, offset: int) -> None:
    """Add the claims of one Japanese or Korean sentence to what `reader` holds; `offset` is its place in the document."""
    hits = reader.hits(text)
    found = GRAMMARS[reader.language].mentions(text, hits, reader.names)
    if reader.recognise and (unknown := strangers(text, hits, found, reader.recognise)):
        found = GRAMMARS[reader.language].mentions(text, sorted([*hits, *unknown]), reader.names)
        leave_unknown(found, unknown)
    reader.introduce(found, text)
    reader.speak_of(found, text)
    days = dates_in(text, "ja" if reader.language == "ja" else "ko", reader.anchor())
    sentence = Sentence(reader, text, offset, found, days)
    sentence.asserter, sentence.act, sentence.reported = asserted(sentence)
    read_sentence(sentence)
