"""The verbs of a Japanese or Korean sentence, which governs which, and who is said to say it."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.cues import Stance
from claims.extract.ja_ko.sentence import Predicate, Sentence

#: what comes to nothing, and what may be said of that: "is likely to be postponed", "agreed to call it off"
_UNDONE = ("cancelled", "failed", "pending")
_TOLD_OF_UNDONE = ("scheduled", "expected", "intended", "agreed", "proposed")
_CONSIDERED = re.compile("検討|模索|검토")
_NOT = re.compile(r"な[いく]|ませ|ず|지\s?않|없")


def undone(off: Stance, told: Stance, words: str) -> Stance | None:
    """A stance of calling off or failing under another one: foreseen, planned, decided or only asked for.

    `words` are those from behind the first to the end of the second. None: who asks for it tells of nothing done.
    """
    if told.phase == "proposed":
        return None
    if told.phase in ("scheduled", "agreed"):
        return off
    certainty = "PS" if _CONSIDERED.search(words) or told.certainty == "PS" else "PR"
    polarity = "-" if told.polarity == "-" or _NOT.search(words) else off.polarity
    return replace(off, certainty=certainty, polarity=polarity, act="predict")


def lay_out(s: Sentence) -> list[Predicate]:
    """The cues in order, each with where its clause begins; bases that a stance governs are left to it."""
    found: list[Predicate] = []
    for stance in s.cues.stances:
        found += [Predicate(*m.span(), None, stance) for m in stance.pattern.in_words(s.text, set())]
    for base in s.cues.bases:
        found += [Predicate(*m.span(), base, None) for m in base.finite.in_words(s.text, set())]
    found.sort(key=lambda p: (p.start, -p.end))
    kept: list[Predicate] = []
    for one in found:
        inside = any(m.start <= one.start and one.end <= m.end for m in s.mentions if not m.reference)
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
            and "、" not in s.text[last.end : one.start]
        ):
            if last.stance.phase in _UNDONE and one.stance.phase in _TOLD_OF_UNDONE:
                last.stance = undone(last.stance, one.stance, s.text[last.end : one.end])
            elif not one.stance.phase == last.stance.phase == "expected":
                last.stance = one.stance  # "agreed to arrange to hold": what is told is that they agreed
            last.end = one.end
            continue
        kept.append(one)
    out: list[Predicate] = []
    for at, one in enumerate(kept):
        if one.base and is_governed(s, one, kept[at + 1 :]):
            continue
        out.append(one)
    left = 0
    for one in out:
        one.left = left
        if one.stance or not is_attributive(s, one):
            left = one.end
    return out


_INNER = re.compile(r"は、(?:[^、]{1,20}が)[^、はが]{0,30}$")


def is_governed(s: Sentence, one: Predicate, later: list[Predicate]) -> bool:
    assert one.base
    stance = next((p for p in later if p.stance), None)
    if stance is None or s.grammar.contrast.search(s.text, one.end, stance.start):
        return False
    between = s.text[one.end : stance.start]
    if stance.start - one.end > 1 and is_attributive(s, one):
        return False
    if stance.stance and stance.stance.phase in ("scheduled", "expected", "intended"):
        return True
    if stance.stance and stance.stance.phase == "agreed" and _INNER.search(s.text[: one.start]):
        return True  # "Xは、Yが来て会合を開くことで合意した": the coming, too, is agreed
    if one.base.event and re.search(r"[가-힣](?:고|며)$|[가-힣](?:고|며)(?=\s)", s.text[one.end - 2 : one.end + 1]):
        return False  # "held talks and agreed": the talks are told by themselves
    if one.base.event or one.base.kind in ("state", "concern", "base_on", "assess", "discuss"):
        return len(between) <= 10 and not re.search("、", between)
    return True


_WHO = re.compile(r"[한된린]\s(?![뒤후데바것점]|다음|자리)\S")  # 방한한 A: the cue holds the ending


def is_attributive(s: Sentence, one: Predicate) -> bool:
    return (
        bool(s.grammar.attributive.match(s.text[one.end :]))
        or s.text[one.end - 1 : one.end + 1] == "中の"
        or (s.text[one.end - 1] == " " and _WHO.match(s.text, one.end - 2) is not None)
        or (s.text[one.end - 1] in "たるくう" and bool(re.match(r"[一-鿿ァ-ヴA-Z「]", s.text[one.end :])))
    )


def asserted(s: Sentence) -> tuple[str | None, str, tuple[int, int] | None]:
    report = s.cues.other["report"]
    by = re.search(report["by"], s.text)
    if by:
        before = [
            m
            for m in s.mentions
            if m.outer_end <= by.start() + 1 and by.start() - m.outer_end < 8 and (m.is_party or m.kind == "instrument")
        ]
        if before:
            return s.text[before[-1].start : before[-1].end], "report", None
    matches = list(re.finditer(report["verb"], s.text))
    if not matches or s.stop - matches[-1].end() > 14:
        return None, "report", None
    verb = matches[-1]
    speakers = [
        m for m in s.mentions if (m.is_party or m.kind == "instrument") and m.tie == "subject" and m.end <= verb.start()
    ]
    if not speakers:
        return None, "report", None
    first = speakers[0]
    name = s.text[first.start : first.end]
    if re.search(report["announce"], verb.group()):
        return name, "announce", verb.span()
    return name, "assess" if re.search(report["assess"], verb.group()) else "report", verb.span()
