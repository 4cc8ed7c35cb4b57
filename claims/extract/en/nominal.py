"""Claims that an English sentence makes beside its verbs."""

from __future__ import annotations

import re

from claims.extract.en.arguments import topics_in
from claims.extract.en.sentence import Predicate, Sentence
from claims.extract.mentions import Draft


def said_itself(s: Sentence) -> None:
    """The saying itself is a claim where it has a day of its own."""
    if not s.said or not s.asserter:
        return
    day = next((d for d in s.days if s.said[1] <= d.start <= s.said[1] + 6), None)
    if not day:
        return
    speaker = next((m for m in s.mentions if s.text[m.start : m.end] == s.asserter), None)
    if speaker is None:
        return
    parties = s.reader.parties(speaker, s.text, s.offset)
    if speaker.reference == 1 and parties[0].known is None:
        return  # nobody knows who "he" is
    for one in parties:
        one.role = "instrument" if one.kind == "instrument" else "agent"
    parties += topics_in(s, s.said[1], len(s.text), "state")
    s.reader.add(
        Draft(
            "state",
            "occurred",
            [(s.offset, s.offset + length_of(s))],
            parties,
            act=s.act if s.act == "announce" else "report",
            confidence=0.4,
        ),
        day,
    )


def named_in_passing(s: Sentence, found: list[Predicate]) -> None:
    """Meetings and visits that a sentence about something else names: "the Camp David summit of August 2023"."""
    met = any(one.base and one.base.kind == "meet" and (one.finite or one.governed) for one in found)
    for m in s.mentions:
        if m.kind not in ("framework", "series") or (m.means and m.means[0].kind == "framework"):
            continue
        noun = re.search(
            r"(?i)(?:meeting|summit|ministerial|talks|dialogue|conference)\b(?:\s\([^)]*\))?$",
            s.text[m.start : m.end],
        )
        after = re.match(r"\sministerial\b|\smeeting\b", s.text[m.end : m.end + 14])
        if not (noun or after):
            continue
        stop = m.end + (after.end() if after else 0)
        day = next(
            (
                d
                for d in s.days
                if re.fullmatch(
                    r"(?:\s(?:in|at)\s[A-Z][\w., ]{2,25}?,?)?\s(?:of|on|in|held on|held in|in early|in late)?\s?(?:the\s)?",
                    s.text[stop : d.start],
                )
            ),
            None,
        )
        if met and not (day and s.text[stop : stop + 4] == " of "):
            continue
        if day is None and m.tie not in ("at", "of"):
            continue
        here = [p for p in s.mentions if p.kind == "place" and (0 <= p.start - stop < 8 or m.start <= p.start < m.end)]
        if day is None and m.tie == "at":
            day = next((d for d in s.days if 0 <= m.start - d.end < 14), None)
        parties = [p for one in [m, *here] for p in s.reader.parties(one, s.text, s.offset)]
        for party in parties:
            party.role = "place" if party.kind == "place" else "framework"
        end = max([stop, *(p.end for p in here), *([day.end] if day else [])])
        start = min(m.start, day.start if day else m.start)
        s.reader.add(Draft("meet", "occurred", [(s.offset + start, s.offset + end)], parties), day, main=False)
    for visit in re.finditer(r"['’]s? (?:\w+ )?(?:visit|trip) to (?:the )?", s.text):
        who = [m for m in s.mentions if m.kind == "person" and m.end == visit.start()]
        where = [m for m in s.mentions if m.kind in ("state", "place") and 0 <= m.start - visit.end() < 5]
        told = any(d.kind == "visit" and d.spans[0][0] >= s.offset for d in s.reader.drafts)
        if who and where and not told:
            parties = [p for m in [*who, *where] for p in s.reader.parties(m, s.text, s.offset)]
            for party in parties:
                party.role = "participant" if party.kind == "person" else "place"
            day = next((d for d in s.days if 0 <= d.start - where[0].end < 12), None)
            span = (s.offset + who[0].outer_start, s.offset + where[0].end)
            s.reader.add(Draft("visit", "occurred", [span], parties), day, main=False)


def length_of(s: Sentence) -> int:
    return len(s.text.rstrip(".!? "))
