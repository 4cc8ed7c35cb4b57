"""Of which kind the thing is that a Japanese or Korean stance governs."""

from __future__ import annotations

import re

from claims.extract.cues import Stance
from claims.extract.ja_ko.sentence import Sentence
from claims.extract.mentions import ABOUT

#: verbs that say that something is furthered, but not what
_WEAK = re.compile(
    "推進|進め|取り組|強化|優先|実施|発展|共有|導入|再開|延長|開始|承認|一緒|추진|강화|시행|확대|조치|재개|중단"
)
_MEETING = re.compile("会談|会合|会議|対話|協議|サミット|회담|회의|회동|대화|협의")
#: what can be called off beside visits and signings
_OCCASION = re.compile(
    rf"{_MEETING.pattern}|[昼夕]食会|晩餐|式典|会見|行事|電話|오찬|만찬|면담|간담회|통화|행사|기자회견"
)
#: what is called off; none of these = a meeting
_PLANNED = re.compile(
    "訪問|訪れ|旅行|渡航|出張|外遊|歴訪|訪[一-鿿]|署名|調印|参加|出席|방문|여행|순방|방[한일미중]|서명|체결|조인|참석|참가"
)
_SIGNING = ("署名", "調印", "서명", "체결", "조인")
_ATTENDING = ("参加", "出席", "참석", "참가")
_NOT_HELD = re.compile("実現|見送|무산|불발")
_SAID = re.compile("声明|宣言|コミュニケ|성명|선언")
_NO_AGREEMENT = re.compile(
    r"(?:で|に|は|も|が)?(?:合意|妥結|決裂|折り合|一致|歩み寄|隔たり|溝)|(?:에)?\s?(?:합의|타결|결렬|이견|입장|견해|접점|간극)"
)


def kind_of(s: Sentence, start: int, end: int, stance: Stance, own: bool = False) -> str:
    """The kind of what stands in `[start, end)` before the stance; "" = none. `own`: no kind by default."""
    best: tuple[tuple[bool, int], str] | None = None
    if stance.phase == "cancelled" and (planned := _PLANNED.search(s.text, max(start, end - 20), end + 4)):
        return "sign" if planned.group() in _SIGNING else "attend" if planned.group() in _ATTENDING else "visit"
    for m in s.mentions if stance.phase in ("failed", "pending") else ():
        if m.kind == "instrument" and 0 <= end - m.end <= 6 and m.tie in ("subject", "object", "to", "of"):
            return "state" if _SAID.search(s.text, m.start, m.end) else "sign"  # the treaty has not been agreed
    for base in s.cues.bases:
        for pattern in (base.plain, base.finite):
            for match in pattern.finditer(s.text, start, end) if pattern else ():
                covered = any(
                    m.start <= match.start() and match.end() <= m.end and m.kind not in ABOUT for m in s.mentions
                )
                rank = (not _WEAK.match(match.group()), match.end())
                if not covered and (best is None or rank > best[0]):
                    best = rank, base.kind
    if (
        best
        and stance.phase == "failed"
        and (_NO_AGREEMENT.match(s.text, end) or (best[1] in ("meet", "discuss") and not _NOT_HELD.search(s.text, end)))
    ):
        return "sign"  # talks that broke down were held: what came to nothing is the agreement
    if best and (best[0][0] or stance.phase != "proposed"):
        return best[1]
    if any(m.kind == "instrument" and start <= m.start < end for m in s.mentions) and stance.phase != "intended":
        return "sign"
    if own:
        return ""
    named = [m for m in s.mentions if m.kind in ("framework", "series") and start <= m.start < end]
    if named and stance.phase in ("scheduled", "cancelled", "pending", "expected"):
        return "meet"
    if stance.phase == "scheduled" and not _MEETING.search(s.text, start, end):
        return ""  # "said that it would recall its envoy" is no meeting
    if stance.phase == "cancelled" and not _OCCASION.search(s.text, start, end + 8):
        return ""
    return stance.default
