"""Names that a question is asked by: each entity that carries the name gets an answer of its own, and a note says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from claims.names import name_key
from claims.resources import DB

#: Runs a statement that only reads, with its parameters, and gives all rows.
Run = Callable[[str, Mapping[str, Any]], Sequence[Sequence[Any]]]

#: Parameters of the catalogue that take a name of somebody or something.
NAMED = ("person", "other", "party", "topic", "entity", "office", "organisation")
_LOOK_UP = re.compile(r"\(\s*select n\.referent_id from best_names as n where n\.folded = name_key\(:(\w+)\)\s*\)")


@dataclass(frozen=True)
class Meant:
    """One whom a name means: id of the referent, its canonical name, public key and kind (None: no entity, a bare name)."""

    id: int
    name: str
    key: str | None
    kind: str | None = None

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


def meant_by(run: Run, values: Mapping[str, str]) -> dict[str, list[Meant]]:
    """Parameter -> all that the name given in it means, the best known first; of the parameters that take a name."""
    look_up = (DB / "resolve" / "referents_named.sql").read_text("utf-8")
    return {
        parameter: [Meant(*row) for row in run(look_up, {"folded": name_key(values[parameter])})]
        for parameter in NAMED
        if values.get(parameter)
    }


def askings(sql: str, values: Mapping[str, Any], meant: Mapping[str, Sequence[Meant]]) -> Iterator[Asking]:
    """The question once, or once for each whom its names mean where they mean several: asked_person says who then."""
    several = {name: ones for name, ones in meant.items() if len(ones) > 1}
    if not several:
        yield Asking(sql, dict(values), {})
        return
    for ones in product(*several.values()):
        chosen = dict(zip(several, ones, strict=True))
        given = dict(values) | {f"{name}_meant": one.id for name, one in chosen.items()}
        asked = _LOOK_UP.sub(lambda found: f":{found[1]}_meant" if found[1] in chosen else found[0], sql)  # noqa: B023
        yield Asking(asked, given, {f"asked_{name}": one.told for name, one in chosen.items()})


def ambiguity(parameter: str, name: str, ones: Sequence[Meant]) -> str:
    """What a name means that several carry, in one clause."""
    return f"{parameter}: {name!r} is the name of {len(ones)}: {', '.join(one.told for one in ones)}"
