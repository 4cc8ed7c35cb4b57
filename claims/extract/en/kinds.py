"""Of which kind the thing is that an English stance governs."""

from __future__ import annotations

import re

from claims.extract.cues import cues
from claims.extract.en.sentence import Predicate, Sentence

#: behind these, something else is told of than what the stance governs
_ASIDE = re.compile(r"\b(?:during|ahead of|on the sidelines of|following|in return for)\b")
#: what is called off or put off, and the kinds of those that are no meeting
_PLANNED = re.compile(
    r"(?i)\b(?:signing|visits?|trips?|tours?|travel|meetings?|summit|talks|ceremony|dialogue|exercises?)\b"
)
_PLANNED_KINDS = {
    "sign": "sign",
    "visi": "visit",
    "trip": "visit",
    "tour": "visit",
    "trav": "visit",
    "exer": "cooperate",
}
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|fell|take place|go ahead)\b")
_OPEN = re.compile(r"decided|settled|fixed|determined|finali[sz]ed|\bset\b")
_AGREEMENT = re.compile(r"(?i)agree|reach|strike|conclude|deal|\b(?:talks|negotiations)\b")
_MEETING = re.compile(r"\b(?:meeting|summit|talks|round|session|dialogue|conference|ministerial|forum)\b")


def kind_of(s: Sentence, start: int, end: int, one: Predicate) -> str:
    """The kind of what stands in `[start, end)` behind the stance; "" = none."""
    assert one.stance
    best: tuple[int, str] | None = None
    back = one.start if one.stance.phase in ("failed", "pending") else start
    if one.stance.phase == "cancelled":
        start = back = max(start, one.end)
    aside = _ASIDE.search(s.text, start, end)
    end = aside.start() if aside else end
    for base in cues("en").bases:
        for pattern in (base.plain, base.finite if one.stance.act == "deny" or back < start else None):
            match = pattern.search(s.text, start, end) if pattern else None
            if match and (best is None or match.start() < best[0]):
                best = match.start(), base.kind
    agreement = one.stance.phase == "failed" and _AGREEMENT.search(s.text, one.start, one.end)
    if agreement and best and best[1] in ("meet", "discuss"):
        return "sign"
    if best and best[0] - start < 45:
        return best[1]
    if one.stance.phase == "pending" and _OPEN.search(s.text, one.start, one.end):
        for base in cues("en").bases:  # "the launch of a fund has not been decided"
            if base.plain and base.plain.search(s.text, max(0, one.start - 70), one.start):
                return base.kind
    if one.stance.phase in ("failed", "cancelled", "pending"):
        near = s.text[max(0, one.start - 110) : end]
        if not _PASSIVE.search(s.text, one.start, one.end) and _PLANNED.search(s.text, one.end, end):
            near = s.text[one.end : end]
        planned = [m.group().lower() for m in _PLANNED.finditer(near)] if one.stance.phase != "failed" else []
        if planned:  # of several, what is called off is the first: "a visit that was to follow the summit"
            return _PLANNED_KINDS.get(planned[0][:4], "meet")
        if re.search(r"\b(?:accession|join\b|extend|admi[ts])", near):
            return "join"
    if one.stance.phase == "cancelled" and not any(m.kind in ("framework", "series") for m in s.mentions):
        return ""  # "scrapped tariffs": no meeting
    if one.stance.phase == "pending" and _OPEN.search(s.text, one.start, one.end):
        return ""
    if one.stance.phase == "scheduled" and re.match(r"\s*meet\b", s.text[start:end]):
        return ""  # "will meet the target"
    if one.stance.phase == "scheduled":
        # "will bring gas" is no meeting: only where one is what is scheduled
        return "meet" if s.days and _MEETING.search(s.text, max(0, one.start - 80), end) else ""
    return one.stance.default
