"""Names that a question is asked by: each entity that carries the name gets an answer of its own, and a note says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from rapidfuzz import process

from claims.names import name_key
from claims.resources import DB

#: Parameters of the catalogue that take a name of somebody or something.
NAMED = ("person", "other", "party", "topic", "entity")
_LOOK_UP = re.compile(r"\(\s*select n\.referent_id from best_names as n where n\.folded = name_key\(:(\w+)\)\s*\)")
_ALIKE = 50  # of 100


@dataclass(frozen=True)
class Meant:
    """One whom a name means: id of the referent, its canonical name, and its public key (None: no entity, a bare name)."""

    id: int
    name: str
    key: str | None

    @property
    def told(self) -> str:
        """The name with what tells it from others of the same name."""
        return f"{self.name} ({self.key or 'in the text, of no known entity'})"


@dataclass(frozen=True)
class Asking:
    """One asking of a question that a name divides: its SQL and parameters, and the columns that tell whom it is of."""

    sql: str
    parameters: dict[str, Any]
    told: dict[str, str]


class Answer(list[dict[str, Any]]):
    """Rows, one dict each, and `notes`: what to know of the names that were asked by."""

    def __init__(self, rows: Iterable[dict[str, Any]], notes: Sequence[str] = ()) -> None:
        super().__init__(rows)
        self.notes = [*notes]


@cache
def look_up() -> str:
    """The SQL that says whom a `name` means, in the columns of `Meant`."""
    return (DB / "resolve" / "referents_named.sql").read_text("utf-8")


@cache
def known_names() -> str:
    """The SQL of all known names, folded, with what to suggest for each."""
    return (DB / "resolve" / "names_to_suggest.sql").read_text("utf-8")


def names_of(parameters: Mapping[str, Any]) -> dict[str, str]:
    """The parameters that are given and that take a name."""
    return {name: str(value) for name, value in parameters.items() if name in NAMED and value not in (None, "")}


def askings(sql: str, parameters: Mapping[str, Any], meant: Mapping[str, Sequence[Meant]]) -> Iterator[Asking]:
    """The question once, or once for each whom its names mean where they mean several: asked_person says who then."""
    several = {name: ones for name, ones in meant.items() if len(ones) > 1}
    if not several:
        yield Asking(sql, dict(parameters), {})
        return
    for ones in product(*several.values()):
        chosen = dict(zip(several, ones, strict=True))
        given = dict(parameters) | {f"{name}_meant": one.id for name, one in chosen.items()}
        asked = _LOOK_UP.sub(lambda found: f":{found[1]}_meant" if found[1] in chosen else found[0], sql)  # noqa: B023
        yield Asking(asked, given, {f"asked_{name}": one.told for name, one in chosen.items()})


def note(parameter: str, name: str, meant: Sequence[Meant], known: Iterable[Sequence[str]]) -> str | None:
    """A line where nobody, or more than one, is known by the name. `known`: rows of `known_names`, read only where nobody is."""
    if len(meant) == 1:
        return None
    if meant:
        told = ", ".join(one.told for one in meant)
        return f"{parameter}: {name!r} is the name of {len(meant)}: {told}; the answer is of each, by asked_{parameter}"
    rows = [*known]
    near = process.extractOne(name_key(name), [row[0] for row in rows], score_cutoff=_ALIKE)
    hint = (
        f"did you mean {rows[near[2]][1]}?" if near else '`claims sql "select name from entities"` lists who is known'
    )
    return f"{parameter}: nobody and nothing is known as {name!r}; {hint}"
