"""Who plays which part in a claim, by the order of an English sentence and its prepositions."""

from __future__ import annotations

import re

from claims.extract.cues import Stance
from claims.extract.discourse import SUBJECT, WITH
from claims.extract.en.sentence import Predicate, Sentence
from claims.extract.mentions import ABOUT, Mention, Party

_TOPIC_END = re.compile(
    r"\s(?:during|when|while|after|before|at|on (?=[A-Z]\w+day|[A-Z]\w+ \d|\d)|in (?=[A-Z]\w+ on|\d{4}"
    r"|[A-Z][a-z]+,? )|by (?=[A-Z])|which|who|that (?=[a-z]+ed)|as part)\b|[;:]|,\s(?:and\s)?(?:which|who"
    r"|while|but|saying|said|he|she|they|according|\w+ing|also|also)\b|\.$"
)

#: a relative clause between commas: its names are not the subject of what follows
_NEXT_CLAUSE = re.compile(r"\b(?:and|but|while|though|although|yet)\s(?:\w+ly\s|also\s|then\s|later\s)?|;\s")
_EARLIER = re.compile(r"\b(?:after|following|since)\s")
_IT = re.compile(r"[^,;]{0,24}\sit\s")
_ASIDE = re.compile(r",\s(?:who|which|whose)\s[^,;]{2,90},")


def subject_of(s: Sentence, one: Predicate, previous: Predicate | None) -> list[Party]:
    floor = previous.end if previous else 0
    said = s.said[1] if s.said else 0
    if floor < said <= one.start:
        floor = said  # who says it is not who does it
    aside = [m.span() for m in _ASIDE.finditer(s.text, floor, one.start)]
    last = None
    for boundary in re.finditer(
        r"\b(?:that|which|who|after|before|when|while|whether|where|because|although|though)\s|[,;]\s(?:and|but)\s|;\s",
        s.text[floor : one.start],
    ):
        if not any(first <= floor + boundary.start() < end for first, end in aside):
            last = floor + boundary.end()
    region = [
        m
        for m in s.mentions
        if m.is_party
        and floor <= m.start
        and m.end <= one.start
        and not any(first <= m.start < end for first, end in aside)
    ]
    direct = [m for m in region if m.tie in ("", "for") and not in_object(s, m, previous)]
    if last is not None and any(m.start >= last for m in direct):
        direct = [m for m in direct if m.start >= last]
    if not direct and one.stance and one.stance.phase in ("cancelled", "pending", "failed", "scheduled", "expected"):
        region = [m for m in region if not of_earlier_clause(s, one, m)]
        direct = [m for m in region if m.tie in ("by", "with", "of", "between", "among") and m.kind != "place"]
    if not direct and previous is None:
        direct = [m for m in region if m.tie in ("of", "from", "between", "among")]
    inside = [m for m in s.mentions if m.is_party and one.start < m.start and m.end <= one.end]
    if inside:
        direct = inside
    if direct:
        return [p for m in direct for p in s.reader.parties(m, s.text, s.offset)]
    instrument = [
        m
        for m in s.mentions
        if m.kind in ("instrument", "framework", "series") and floor <= m.start and m.end <= one.start and m.tie == ""
    ]
    if (
        instrument
        and one.base
        and one.base.kind in ("provide", "base_on", "establish", "sign", "meet", "state", "harm")
    ):
        return []
    if said == floor and s.said and _IT.match(s.text, said):
        speaker = [m for m in s.mentions if m.is_party and s.text[m.start : m.end] == s.asserter]
        return [p for m in speaker[:1] for p in s.reader.parties(m, s.text, s.offset)]
    if last is not None and s.text[last : one.start].startswith("the "):
        return []  # "after the government suspended talks": it is not the subject before that did
    if previous is not None:
        return previous.subject
    return []


def in_object(s: Sentence, mention: Mention, previous: Predicate | None) -> bool:
    """Whether a name after a predicate is its object, and no subject of the next one."""
    if previous is None:
        return False
    between = s.text[previous.end : mention.outer_start]
    if mention.listed and not re.search(r",\s(?:and|but)\s$|\bwhile\s", s.text[: mention.outer_start]):
        return True
    return not re.search(
        r"(?:,|;|\band|\bthat|\bwhich|\bwhile|\bafter|\bbefore|\bbut|\bwhen|^\s*)\s(?:the\s|an?\s)?$", between
    )


def objects(s: Sentence, one: Predicate, begin: int, end: int, kind: str, stance: Stance | None) -> list[Party]:
    found: list[Party] = []
    for m in s.mentions:
        behind = one.end <= m.start < end and (begin <= m.start or m.start < one.end + 40)
        behind = behind or (one.base is not None and m.kind == "instrument" and one.start < m.start < one.end)
        at_head = (
            m.start < one.start
            and not of_earlier_clause(s, one, m)
            and (not m.is_party or (kind == "visit" and m.kind == "state" and m.tie == "to"))
        )
        if not (behind or at_head):
            continue
        if m.kind == "place" and behind and _EARLIER.search(s.text, one.end, m.start):
            continue  # "met in Lima after talks in Oslo"
        role = role_of(s, m, one, kind, behind, stance)
        if role:
            for party in s.reader.parties(m, s.text, s.offset):
                party.role = role
                found.append(party)
    return found


def of_earlier_clause(s: Sentence, one: Predicate, m: Mention) -> bool:
    """Whether a name before a predicate stands in the clause of another one: "signed a pact and agreed to meet"."""
    return any(
        (other.finite or other.stance is not None)
        and other.end <= m.start
        and _NEXT_CLAUSE.search(s.text, m.end, one.start) is not None
        for other in s.predicates
        if other.end <= one.start and other is not one
    )


def role_of(s: Sentence, m: Mention, one: Predicate, kind: str, behind: bool, stance: Stance | None) -> str:
    if m.kind == "place" or (m.kind == "state" and m.tie in ("in", "at") and behind):
        return "place" if m.tie in ("in", "at", "to", "from", "") and (behind or m.tie != "") else ""
    if m.kind in ("framework", "series"):
        return "basis" if kind == "base_on" and behind else "framework"
    if m.kind == "instrument":
        return "basis" if kind == "base_on" and behind else "instrument"
    if m.kind in ABOUT or m.kind == "office":
        return ""
    if kind == "visit" and m.kind == "state" and m.tie in ("", "to"):
        return "place"
    if not behind or not m.is_party or re.match("-[A-Z]", s.text[m.end : m.end + 2]):
        return ""  # "the EU-Mercosur deal" is nobody
    if kind == "attend" and m.kind in ("state", "organisation") and s.text[one.start : one.end].startswith("repr"):
        return "organisation"
    if m.tie == "in the presence of":
        return "witness"
    if m.tie == "for" and kind == "attend" and m.kind == "state":
        return "organisation"
    if m.tie == "of" and m.kind == "person" and kind == "visit" and stance and stance.phase in ("pending", "cancelled"):
        return "participant"
    if m.tie == "by":
        if re.search("hosted|chaired|convened", s.text[one.start : m.start]):
            return "host"
        if kind in ("visit", "attend"):
            return ""  # "the first visit by a minister"
        return WITH.get(kind) or SUBJECT.get(kind, "agent")
    if m.tie in ("with", "between", "among", "alongside", "including", "as"):
        if m.kind == "group" or kind in ("cooperate", "establish", "develop"):
            return "participant" if m.tie in ("between", "among") else "partner"
        return WITH.get(kind, "partner")
    if m.tie == "":
        if stance and stance.act == "urge" and kind != "visit" and m.start - one.end < 30:
            return "affected"
        if kind in ("meet", "sign", "attend") and is_direct(s, one, m):
            return WITH[kind]
        if stance and stance.phase == "proposed" and kind == "visit" and m.kind == "person":
            return "participant"
        if stance and stance.phase == "proposed" and m.start - one.end < 30:
            return "affected" if stance.act == "urge" else "partner"
        return (
            "affected" if kind in ("state", "concern", "harm", "support", "assess") and m.start - one.end < 40 else ""
        )
    return "partner" if m.tie in ("to", "on") and stance and stance.phase == "proposed" else ""


def is_direct(s: Sentence, one: Predicate, m: Mention) -> bool:
    return m.listed or len(s.text[one.end : m.outer_start].split()) <= 3


def in_topic(party: Party, parties: list[Party]) -> bool:
    """Whether a name is a part of what is talked about: "reform of the UN Security Council"."""
    words = [(p.start, p.end) for p in parties if p.role == "topic" and p.known is None]
    return party.start is not None and any(
        start is not None and end is not None and start < party.start < end for start, end in words
    )


def topics_in(s: Sentence, begin: int, end: int, kind: str) -> list[Party]:
    """Topics: the known ones behind the cue; else, of talks and concerns, the words behind it."""
    known = [m for m in s.mentions if m.kind in ABOUT and begin <= m.start < end]
    found = [p for m in known for p in s.reader.parties(m, s.text, s.offset)]
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
        words = s.text[begin:end]
        lead = re.match(r"\s*(?:to|that|on|about|over|of|the need to|how to|why|with|for|,)?\s*(?:the\s|an?\s)?", words)
        at = begin + (lead.end() if lead else 0)
        if kind == "state" and s.text[:begin].rstrip().endswith("that"):
            at = begin + len(words) - len(words.lstrip())  # a clause keeps its article
        stop = _TOPIC_END.search(s.text, at, end)
        last = min([stop.start() if stop else end, *(d.start for d in s.days if d.start > at)])
        name = s.text[at:last].rstrip(" .,;")
        name = re.sub(r"(?:,?\s(?:and|but|or|also|to|of|the|in|on|by|at|from|until|before|after|since))+$", "", name)
        clear = not any(m.start < at + len(name) and at < m.end for m in s.mentions)
        if re.match(r"(?:after|at|in|before|following|during|afterwards|take|for|by|as|later)\b", name) or any(
            d.start <= at < d.end for d in s.days
        ):
            return []
        if 3 < len(name) <= 90 and (clear or kind == "discuss"):
            found.append(Party(name, None, "topic", s.offset + at, s.offset + at + len(name)))
    for party in found:
        party.role = "topic"
    return found
