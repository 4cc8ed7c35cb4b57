"""An English sentence being read."""

from __future__ import annotations

from dataclasses import dataclass

from claims.dates import FoundDate
from claims.extract.cues import Base, Stance
from claims.extract.discourse import Discourse
from claims.extract.mentions import Mention, Party


@dataclass(slots=True)
class Predicate:
    """A cue at `[start, end)`: a base or a stance. `governed`: by which stance, `governor`: which of the cues that is."""

    start: int
    end: int
    base: Base | None
    stance: Stance | None
    finite: bool
    subject: list[Party]
    governed: Stance | None = None
    governor: int = -1
    denied: bool = False  # a stance under a denial


class Sentence:
    """One sentence: its names and dates, and who is said to say it where."""

    def __init__(
        self, reader: Discourse, text: str, offset: int, mentions: list[Mention], days: list[FoundDate]
    ) -> None:
        self.reader, self.text, self.offset = reader, text, offset
        self.mentions, self.days = mentions, days
        self.predicates: list[Predicate] = []
        self.asserter: str | None = None
        self.act = "report"
        self.said: tuple[int, int] | None = None
