"""Who plays which part in a claim, by the particles of a Japanese or Korean sentence."""

from __future__ import annotations

import re

from claims.extract.cues import Stance
from claims.extract.discourse import SUBJECT, WITH
from claims.extract.ja_ko.sentence import Predicate, Sentence
from claims.extract.mentions import ABOUT, Mention, Party

#: what hangs on the parties of a plan: "the talks of X and Y on the 12th"
_PLAN_OF = re.compile(
    r"(?:と)?(?:の間)?の[^、。はがを]{0,14}?(?:会談|会合|協議|交渉|対話|会議|訪問|署名|調印|合意|演習|サミット|参加|出席)"
    r"|(?:과|와)?(?:의| 간의?)\s[^,.은는이가을를]{0,14}?(?:회담|회의|협상|협의|대화|교섭|방문|서명|합의|훈련|체결|참석|참가)"
)
_OWN_SUBJECT = re.compile("[一-鿿ァ-ヴー]が")
_VISITED = re.compile(r"(?:への|へ|も)?(?:公式)?(?:訪問|訪れ|出張|外遊)|(?:로의)?\s?(?:국빈\s|공식\s)?(?:방문|순방)")


def list_end(s: Sentence, m: Mention) -> int:
    """Where the list ends that the mention stands in: behind B for A in "A and B"."""
    at = s.mentions.index(m)
    while at + 1 < len(s.mentions) and s.mentions[at + 1].listed:
        at += 1
    return s.mentions[at].outer_end


def subject_of(
    s: Sentence, one: Predicate, kind: str, attributive: bool, chunk: tuple[int, int] | None = None
) -> list[Party]:
    invited = kind == "visit" and one.stance is not None and one.stance.phase == "proposed"
    role = "agent" if invited else SUBJECT.get(kind, "agent")
    floor = one.left if attributive else 0
    chosen = [
        m for m in s.mentions if m.is_party and m.tie == "subject" and floor <= m.start and m.outer_end <= one.start
    ]
    if kind == "visit":  # "he visited Chile, too": Chile did not
        chosen = [m for m in chosen if m.kind == "person" or not _VISITED.match(s.text, m.end)]
    if attributive:
        chosen = (
            [m for m in chosen if s.text[m.outer_end : m.outer_end + 3].lstrip().startswith(("が", "이", "가"))]
            if kind != "sign"
            else chosen
        )
    elif chosen:
        last = chosen[-1]
        at = len(chosen) - 1
        while at and chosen[at].listed:
            at -= 1
        nearest = chosen[at:]
        reporter = s.asserter is not None and s.reported and s.text[last.start : last.end] == s.asserter
        chosen = nearest if not (reporter and len(chosen) > len(nearest)) else chosen[:at]
        if reporter and chosen == nearest and _OWN_SUBJECT.search(s.text, last.outer_end + 1, one.start):
            return []  # "X said that the talks had failed": X did not
        agreed = one.stance is not None and one.stance.phase in ("agreed", "intended", "proposed")
        agreed = agreed or bool(chosen and _QUOTED.search(s.text, chosen[-1].outer_end, one.start))
        if agreed and s.reader.language == "ja":
            # "Xは、Yが来ることで合意した": it is X who agreed
            first_at, last_at = chunk or (0, 0)
            own = [m for m in chosen if first_at < m.start and m.outer_end < last_at and kind in ("visit", "attend")]
            spoken = [m for m in s.mentions if m.is_party and m.tie == "subject" and m.outer_end <= one.start]
            if any(_is_topic(s.text, m) for m in spoken) and not _is_topic(s.text, chosen[-1]) and not own:
                first = next(m for m in spoken if _is_topic(s.text, m))
                place = s.mentions.index(first)
                while place and s.mentions[place - 1].is_party and s.mentions[place].listed:
                    place -= 1
                chosen = [m for m in s.mentions[place : s.mentions.index(first) + 1] if m.is_party]
    if kind == "attend" or (kind == "meet" and not attributive):
        near = [
            m
            for m in s.mentions
            if m.kind == "person"
            and m.start >= one.left
            and m.outer_end <= one.start
            and m.tie in ("from", "subject", "")
        ]
        chosen = near if len(near) > len(chosen) else chosen
    if kind == "visit" and not chosen:
        chosen = [
            m
            for m in s.mentions
            if m.kind == "person" and m.tie == "of" and one.left <= m.start and m.outer_end <= one.start
        ][-1:]
    if not chosen and one.stance and one.stance.phase in ("cancelled", "failed", "pending"):
        chosen = [
            m
            for m in s.mentions
            if m.is_party
            and m.tie in ("of", "with")
            and m.outer_end <= one.end
            and _PLAN_OF.match(s.text, list_end(s, m))
        ]
    told = one.stance is None or one.stance.phase in ("agreed", "intended", "proposed", "occurred", "failed")
    passive = (
        bool(re.search(r"[られ]れる|される|れた|된|될|되는", s.text[max(one.left, one.start - 6) : one.start + 2]))
        and one.stance is not None
    )
    other = s.reader.language == "ja" and re.search(
        r"(?<![でにと])[はも](?!、?また)", s.text[: one.start].removeprefix("これは")
    )
    other = other or (s.reader.language == "ko" and re.search(r"[은는]\s", s.text[: one.start]))
    if (
        not chosen
        and not attributive
        and told
        and not passive
        and not other
        and kind not in ("provide", "base_on", "establish")
    ):
        if kind in ("meet", "state", "sign") and re.search(
            r"(?:され|[れか]れ(?:た|て|まし)|た$)", s.text[one.start : one.end + 3]
        ):
            return []
        if s.reader.subject and kind in (
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
            return [Party(p.name, p.known, p.kind, None, None, role) for p in s.reader.subject]
    found = [p for m in chosen for p in s.reader.parties(m, s.text, s.offset)]
    plural = len(found) > 1 or any(m.reference not in (0, 1) for m in chosen)
    if kind in ("develop", "support", "join", "establish") and plural:
        role = "participant"
    for party in found:
        party.role = role
    return found


#: between a が and the verb: what が marks is the subject of an inner clause
_QUOTED = re.compile("こと[をにがは]|との|ように")


def _is_topic(text: str, mention: Mention) -> bool:
    """Whether は or も, not が, marks the subject."""
    return bool(re.match(r"(?:側|両国|政府|ら|氏|など)?(?:[((][^()()]{0,24}[))])?[はも]", text[mention.outer_end :]))


def objects(
    s: Sentence, one: Predicate, left: int, region: tuple[int, int], kind: str, stance: Stance | None
) -> list[Party]:
    found: list[Party] = []
    reach = region[1] if region[1] < one.start - 2 else one.end  # a part of a list has its own names only
    for m in s.mentions:
        if m.end > reach or m.kind in ABOUT or m.kind == "office":
            continue
        inside = left <= m.start < reach
        if not inside and not (
            m.kind in ("framework", "series", "place") and m.tie in ("at", "subject") and m.start < left
        ):
            continue
        role = role_of(s, m, kind, stance, region)
        if role:
            for party in s.reader.parties(m, s.text, s.offset):
                party.role = role
                found.append(party)
    return found


def role_of(s: Sentence, m: Mention, kind: str, stance: Stance | None, region: tuple[int, int]) -> str:
    if kind == "visit" and m.kind in ("place", "state") and _VISITED.match(s.text, m.end):
        return "place"
    if kind == "visit" and stance and stance.phase == "proposed" and m.kind == "person" and m.tie in ("object", "to"):
        return "participant"
    if m.kind == "place":
        return "place" if m.tie in ("at", "to", "of", "object", "") or kind == "visit" else ""
    if (
        m.kind in ("framework", "series")
        and kind == "meet"
        and re.match(r"の\s?\S{1,3}[日月年]?[前後]", s.text[m.end :])
    ):
        return ""  # "a day before the meeting" is another meeting
    if m.kind == "state" and m.tie in ("", "of", "at") and kind != "establish":
        follows = next((n for n in s.mentions if n.start > m.start), None)
        if follows and follows.kind == "place" and s.text[m.end : follows.start] in ("", " ", "・", "の", "、"):
            return role_of(s, follows, kind, stance, region)  # 中国・北京
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


def topics_in(s: Sentence, region: tuple[int, int], kind: str) -> list[Party]:
    known = [m for m in s.mentions if m.kind in ABOUT and region[0] <= m.start < region[1]]
    found = [p for m in known for p in s.reader.parties(m, s.text, s.offset)]
    explicit = kind != "state" or re.search(r"について|に対|への|에 대", s.text[region[0] : region[1]])
    if not found and explicit and kind in ("discuss", "concern", "cooperate", "develop", "state", "provide", "support"):
        match = s.grammar.topic.search(s.text[region[0] : region[1]])
        if match:
            at = region[0] + match.start("topic")
            name = match["topic"].strip()
            at += len(match["topic"]) - len(match["topic"].lstrip())
            empty = len(name) < 2 or name in ("こと", "もの") or name.count("「") != name.count("」")
            empty = empty or any(d.start <= at < d.end for d in s.days)
            if not empty and not any(m.start < at + len(name) and at < m.end for m in s.mentions):
                found.append(Party(name, None, "topic", s.offset + at, s.offset + at + len(name)))
    for party in found:
        party.role = "topic"
    return found
