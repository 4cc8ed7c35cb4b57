"""A Japanese or Korean sentence being read, and what differs between the two languages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from claims.dates import FoundDate
from claims.extract.cues import Base, Stance, cues
from claims.extract.discourse import Discourse
from claims.extract.ja_ko import mentions_ja as japanese
from claims.extract.ja_ko import mentions_ko as korean
from claims.extract.mentions import Mention


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
        r"(?P<topic>[^、。はが]{2,60}?)(?:について(?:の|も)?|に関する|に関して|をめぐ(?:る|り|って)|への"
        r"|に対する|を|に)(?=[^、。]{0,14}$)"
    ),
    contrast=re.compile(r"(?:が|ものの|一方(?:で)?|しかし)、"),
)
_KO = Grammar(
    mentions=korean.mentions,
    conjunct=re.compile(r"(?:고|며|하여|해|면서|하고),?\s"),
    attributive=re.compile(r"^(?:된|한|하는|되는|린|인|을|할|열린)\s"),
    ongoing=re.compile(r"^(?:하|되)?고 있"),
    future=re.compile(r"^(?:한다|된다|할 것|열린다)\.?$"),
    topic=re.compile(
        r"(?P<topic>[^,.은는이가]{2,60}?)(?:에 대해(?:서)?(?:도)?|에 관해|에 대한|을|를|에(?!서))\s?(?=[^,.]{0,12}$)"
    ),
    contrast=re.compile(r"(?:지만|으나|나),?\s"),
)
GRAMMARS = {"ja": _JA, "ko": _KO}


@dataclass(slots=True)
class Predicate:
    """A cue at `[start, end)`: a base or a stance. `left`: where its clause begins."""

    start: int
    end: int
    base: Base | None
    stance: Stance | None
    left: int = 0


class Sentence:
    """One sentence: its names, dates and length without the full stop, and who is said to say it."""

    def __init__(
        self, reader: Discourse, text: str, offset: int, mentions: list[Mention], days: list[FoundDate]
    ) -> None:
        self.reader, self.text, self.offset = reader, text, offset
        self.mentions, self.days = mentions, days
        self.grammar = GRAMMARS[reader.language]
        self.cues = cues(reader.language)
        self.stop = len(text.rstrip("。. !?！？"))
        self.asserter: str | None = None
        self.act = "report"
        self.reported: tuple[int, int] | None = None
