"""Mentions: who and what a sentence names, with the titles around the names."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extract.gazetteer import Known

PARTIES = ("person", "state", "organisation", "group")
ABOUT = ("topic", "material")


@dataclass(slots=True)
class Mention:
    """A name at `[start, end)` of its sentence, and with its title and country at `[outer_start, outer_end)`.

    `means` are the entities that it stands for: several for "the two ministers" or 日米韓, none for an unknown name.
    `kind` is an entity kind. `office` is the span of a title beside the name, `of` the name and meaning of the state or
    organisation whose office it is. `tie` is what links it to its sentence: a preposition, or a particle's name.
    """

    start: int
    end: int
    kind: str
    means: tuple[Known, ...] = ()
    outer_start: int = -1
    outer_end: int = -1
    office: tuple[int, int] | None = None
    of: tuple[int, int, Known | None] | None = None
    tie: str = ""
    reference: int = 0  # 0 = a name; -1 = "they"; n = "the n ministers"; 1 = "he"
    listed: bool = False  # continues a list: shares the tie of its neighbours

    def __post_init__(self) -> None:
        if self.outer_start < 0:
            self.outer_start = self.start
        if self.outer_end < 0:
            self.outer_end = self.end

    @property
    def is_party(self) -> bool:
        return self.kind in PARTIES


@dataclass(slots=True)
class Party:
    """Someone resolved: the name as written, where, and whom it means."""

    name: str
    known: Known | None
    kind: str
    start: int | None = None  # in the document; None where the name stands elsewhere than in the evidence
    end: int | None = None
    role: str = ""


def unique(parties: list[Party]) -> list[Party]:
    """Each party once in each role, in order."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for party in parties:
        who = party.known.canonical if party.known else party.name
        if (party.role, who) not in seen and ("", who) not in seen:
            seen.add((party.role, who))
            kept.append(party)
    return kept


@dataclass(slots=True)
class Frame:
    """A meeting, visit or signing that later sentences can speak of without naming it again."""

    date: str | None
    people: list[Party] = field(default_factory=list)
    framework: Party | None = None
    place: Party | None = None
    claim: int | None = None  # which draft opened it
    listed: bool = False  # its people were given by lists of those present


@dataclass(slots=True)
class Draft:
    """A claim as found, before it becomes a record; spans are offsets into the document."""

    kind: str
    phase: str
    spans: list[tuple[int, int]]
    parties: list[Party]
    polarity: str = "+"
    certainty: str = "CT"
    act: str = "report"
    asserter: str | None = None
    date: str | None = None
    date_text: str | None = None
    basis: str | None = None
    due: str | None = None
    due_text: str | None = None
    confidence: float = 0.6
    stance: str = ""  # the words of the cue, or of the ordinal
    quantity: str | None = None
    inherits: bool = True
