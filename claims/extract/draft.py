"""A claim as found, before it becomes a record; spans are offsets into the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extract.gazetteer import Known
from claims.extract.trees.tree import Word

#: roles of those who do it, in the order in which a meeting's people are told
DOERS = ("participant", "signatory", "agent", "holder", "host", "partner")
#: the same, and those to whom it is done
PARTY_ROLES = ("participant", "signatory", "agent", "holder", "host", "partner", "affected")


@dataclass(slots=True)
class Party:
    """Someone or something that a text names: as written, where, and whom it means. `kind` is an entity kind, "" = unknown."""

    name: str
    known: Known | None
    kind: str
    start: int | None = None  # in the document; None where the name stands elsewhere than in the evidence
    end: int | None = None
    role: str = ""

    @property
    def who(self) -> str:
        return self.known.canonical if self.known else self.name

    @property
    def told(self) -> str:
        """The name under which a claim holds it: of somebody whom only this text knows, the full one that it gave."""
        return self.known.canonical if self.known is not None and self.known.here else self.name

    def covers(self, start: int | None, end: int | None) -> bool:
        """Whether the words of it hold those from `start` to `end`; places in the document, None = elsewhere."""
        if self.start is None or self.end is None or start is None or end is None:
            return False
        return self.start <= start and end <= self.end

    def as_(self, role: str) -> Party:
        """The same in a role."""
        return Party(self.name, self.known, self.kind, self.start, self.end, role)


@dataclass(slots=True)
class Draft:
    kind: str
    phase: str
    span: tuple[int, int]
    parties: list[Party] = field(default_factory=list)
    polarity: str = "+"
    certainty: str = "CT"
    act: str = "report"
    asserter: str | None = None
    date: str | None = None
    date_text: str | None = None
    basis: str | None = None
    due: str | None = None
    due_text: str | None = None
    quantity: str | None = None
    aside: bool = False  # told of in a clause that only says which: "the pact that was signed in May"
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """`word`: the predicate; `event`: the noun that names what it is about, where the verb alone does not; `phase`: what
    the verb makes of that ("" = what its form says)."""

    kind: str
    word: Word
    event: Word | None = None
    phase: str = ""
