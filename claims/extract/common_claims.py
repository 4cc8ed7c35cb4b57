"""Claims that names and numbers make by themselves: who holds which office, and the place of a meeting in its series."""

from __future__ import annotations

import re
from functools import cache

from claims.dates import FoundDate
from claims.extract.cues import cues
from claims.extract.discourse import Discourse
from claims.extract.mentions import Draft, Mention, Party

_FORMER = re.compile(r"(?i)^(?:former|ex-|then-|late)|^(?:前|元|故)|^전\s")


def offices(
    reader: Discourse, text: str, offset: int, mentions: list[Mention], day: FoundDate | None, asserter: str | None
) -> None:
    """One claim for each person with a title, once in a document for each office of theirs."""
    for mention in mentions:
        if mention.office is None or mention.kind != "person" or mention.reference:
            continue
        start, end = mention.office
        title = text[start:end]
        if _FORMER.search(title) or re.search(
            r"(?i)counterpart|候補|当局者|相手方|カウンターパート|秘書$|^상대", title
        ):
            continue
        (holder,) = reader.parties(mention, text, offset)
        who = holder.known.canonical if holder.known else holder.name
        key = _last(title)
        if (who, key) in reader.offices:
            continue
        reader.offices.add((who, key))
        holder.role = "holder"
        office = reader.names.known(title)
        if office is not None and office.kind != "office":
            office = None
        if office and holder.known and holder.known.country and office.country not in ("", holder.known.country):
            office = None
        parties = [holder, Party(title, office, "office", offset + start, offset + end, "office")]
        if mention.of:
            first, last, known = mention.of
            parties.append(
                Party(text[first:last], known, "organisation", offset + first, offset + last, "organisation")
            )
        if day and reader.published and day.edtf[: len(reader.published)] > reader.published:
            day = None  # what is to come is no day on which the office was seen to be held
        first = min(mention.outer_start, mention.of[0] if mention.of else mention.outer_start)
        span = (offset + first, offset + max(mention.outer_end, end))
        reader.add(
            Draft("hold_office", "occurred", [span], parties, asserter=asserter, confidence=0.8), day, main=False
        )


def _last(title: str) -> str:
    """What tells one office of a person from another: "Minister" and "METI Minister" are taken as one."""
    if title.isascii():
        heads = re.findall(
            r"(?i)minister|secretary|president|premier|ambassador|commissioner|chair|director|representative"
            r"|adviser|governor|chancellor|leader",
            title,
        )
        return heads[-1].lower() if heads else title.lower()
    title = re.sub("(?:内閣)?総理(?:大臣)?$", "首相", title)
    return (
        re.sub(r".*(?=大臣|長官|相$|首相|大統領|장관|대통령|총리)", "", title)[-2:]
        .replace("大臣", "相")
        .replace("長官", "相")[-1:]
    )


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(cues(language).other["rank"]["pattern"])


#: behind the ordinal: whose meeting it is
_COUNTED = re.compile(
    r"\s?of\s(?:the\s)?(?P<name>(?:[A-Z][\w&’'-]*\s(?:(?:on|of|for|and)\s(?:the\s)?)?){0,6}?"
    r"(?:Commission|Committee|Council|Panel|Group|Forum|Dialogue|Board|Assembly|Conference|Partnership|Mechanism)\b)?"
)
_BODY = re.compile(
    r"(?P<name>[一-鿿ァ-ヴー・]{1,16}(?:委員会|協議会|審議会|評議会)|[가-힣·]{1,12}(?:\s[가-힣]{1,8})?\s?(?:위원회|협의회))(?:の|の?\s|\s)?\Z"
)
_MEETING = re.compile(r"(?i)\b(?:meetings?|talks|summit|session|round|dialogue)\b|会談|会合|会議|協議|회담|회의|회동")
#: the date around these words is that of an earlier meeting: "after one in July 2023", 2023年7月に続き
_AFTER = re.compile(
    r"(?i)\b(?:since|after|following|from)\s(?:(?!\b(?:on|held|met|signed|in)\b)[\w'’-]+\s){0,5}?"
    r"(?:(?:that (?:was|were) )?held\s)?(?:in|on|of|at)?\s?(?:the\s)?(?:[A-Z]\w+\s(?:in|on)\s)?$"
)
_FOLLOWED = re.compile(
    r"の?(?:[一-鿿]|\d){0,8}(?:に続|以来|に次[いぐ]|ぶり|からは?数え)|\s?(?:회의|회담)?(?:에 이어|에 이은|이후|이래)"
)


def is_earlier(text: str, day: FoundDate) -> bool:
    """Whether a date is that of the meeting before the one that is told of."""
    since = day.text.lower().startswith("since") or day.edtf.endswith("/..")
    return since or bool(_FOLLOWED.match(text, day.end) or _AFTER.search(text[: day.start]))


def ranks(
    reader: Discourse, text: str, offset: int, mentions: list[Mention], days: list[FoundDate], asserter: str | None
) -> None:
    """A claim for each ordinal of a meeting, signing or visit, once in a document for each."""
    for match in _pattern(reader.language).finditer(text):
        start = match.start()
        end = start + len(match.group().rstrip(" .,"))
        inside = [
            m
            for m in mentions
            if m.kind in ("framework", "series", "instrument") and m.start < end + 25 and start <= m.end
        ]
        behind = _COUNTED.match(text, match.end("what") if match.groupdict().get("what") else end)
        counted = [  # "the seventh session of the Joint Commission", 合同委員会の第7回会合
            m
            for m in mentions
            if m.kind == "organisation"
            and (
                start <= m.start < end
                or text[m.end : start].strip() in ("の", "의")
                or (behind and m.start - behind.end() in (0, 4))
            )
        ]
        inside = inside or counted[:1]
        named = inside or [m for m in mentions if m.kind in ("framework", "series", "instrument")]
        parties: list[Party] = []
        for mention in named[:1]:
            for party in reader.parties(mention, text, offset):
                party.role = "instrument" if mention.kind == "instrument" else "framework"
                parties.append(party)
                if mention in counted:
                    party.kind = "framework"  # "the Joint Commission", as one says of a series
                if mention is (inside[0] if inside else None):
                    end = max(end, mention.end)
        days = [d for d in days if not is_earlier(text, d)]
        if not parties and behind and behind["name"]:
            at = offset + behind.start("name")
            parties = [Party(behind["name"], None, "framework", at, offset + behind.end("name"), "framework")]
            end = behind.end("name")
        if not parties and (own := _BODY.search(text, 0, start)):
            first, last = own.span("name")
            parties = [Party(own["name"], None, "framework", offset + first, offset + last, "framework")]
            start = first
        if not parties:
            around = [m for m in mentions if m.is_party and (m.tie in ("", "of", "subject", "list") or m.start > start)]
            for m in around[:4]:
                there = m.kind == "state" and m.tie == "to"
                for party in reader.parties(m, text, offset):
                    party.role = "place" if there else "participant"
                    if party.known or not m.reference:
                        parties.append(party)
        here = any(d.kind == "meet" and d.spans[0][0] >= offset for d in reader.drafts[-9:])
        if reader.current and (parties or not here) and _MEETING.search(text, max(0, start - 40), end + 8):
            met = [p for p in reader.current.people if p.known]
            some = all(p.role == "participant" and p.name in {one.name for one in met} for p in parties)
            if some and len(parties) < min(2, len(met)):
                parties = [Party(p.name, p.known, p.kind, role="participant") for p in met]
        if not parties and not days and not reader.current:
            continue
        what = match.groupdict().get("what")
        if not parties and what:
            at = offset + match.start("what")
            parties = [Party(what.strip(), None, "framework", at, at + len(what.strip()), "framework")]
        ordinal = match.groupdict().get("ordinal") or match.group()
        who = (parties[0].known.canonical if parties[0].known else parties[0].name) if parties else ""
        if (who, ordinal) in reader.ranked:
            continue
        reader.ranked.add((who, ordinal))
        words = text[start:end] + (" meeting" if _MEETING.search(text, max(0, start - 40), end + 20) else "")
        near = [d for d in days if abs(d.start - start) < 120 and not d.edtf.endswith("/..")]
        span = (offset + start, offset + end)
        reader.add(
            Draft("rank", "occurred", [span], parties, asserter=asserter, stance=words, quantity=_number(match)),
            near[0] if near else None,
            main=False,
        )


_NUMBERS = dict(zip("一二三四五六七八九十", map(str, range(1, 11)), strict=True))
_NUMBERS |= dict(
    zip(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
        map(str, range(1, 11)),
        strict=True,
    )
)
_NUMBERS |= {
    "inaugural": "1",
    "maiden": "1",
    "latest": "last",
    "last": "last",
    "첫": "1",
    "두": "2",
    "세": "3",
    "네": "4",
    "다섯": "5",
}


def _number(match: re.Match[str]) -> str:
    """The ordinal as a number in digits, or "last"."""
    groups = match.groupdict()
    word = (groups.get("ordinal") or groups.get("nth") or "").lower()
    if not word:
        return "last" if "最後" in match.group() else "1"
    digits = re.match(r"\d+", word)
    return str(int(digits.group())) if digits else _NUMBERS.get(word, word)


def included(reader: Discourse, text: str, offset: int, mentions: list[Mention]) -> bool:
    """ "These include gallium and graphite": the last claim once more, with further topics. True where it was so."""
    pattern = re.compile(cues(reader.language).other["included"]["pattern"])
    last = next((d for d in reversed(reader.drafts) if d.kind not in ("hold_office", "rank")), None)
    if (
        last is None
        or not pattern.search(text)
        or last.kind not in ("discuss", "cooperate", "concern", "develop", "support")
    ):
        return False
    topics = [
        p for m in mentions if m.kind in ("topic", "material", "framework") for p in reader.parties(m, text, offset)
    ]
    for party in topics:
        party.role = "topic"
    people = [
        Party(p.name, p.known, p.kind, None, None, p.role) for p in last.parties if p.role in ("participant", "agent")
    ]
    stop = offset + len(text.rstrip("。. "))
    again = Draft(
        last.kind,
        last.phase,
        [(offset, stop)],
        [*people, *topics],
        last.polarity,
        last.certainty,
        last.act,
        last.asserter,
    )
    again.date, again.basis = last.date, "inherited" if last.date else None
    again.inherits = last.date is None
    if topics:
        reader.add(again, None, main=False)
    return bool(topics)
