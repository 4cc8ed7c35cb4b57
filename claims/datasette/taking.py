"""What addresses take: each parameter with its type and bounds, read in one way and told to other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from claims.errors import ClaimsError

_ON, _OFF = ("1", "true", "on"), ("0", "false", "off")


@dataclass(frozen=True)
class Parameter:
    """A parameter of an address; left out and empty mean the same. `text` says what may be given.

    `least` and `most` bound a number, both inclusive; `most` of a text is its number of characters. `is_repeated`: each time
    that it is given counts, else the first alone. `form`: a regular expression of the whole of a text.
    """

    text: str
    type: Literal["string", "integer", "boolean"] = "string"
    least: int | None = None
    most: int | None = None
    is_repeated: bool = False
    form: str | None = None

    @property
    def schema(self) -> dict[str, Any]:
        """Its JSON schema."""
        bounds = {"string": ("minLength", "maxLength"), "integer": ("minimum", "maximum")}.get(self.type, ("", ""))
        told: dict[str, Any] = {"type": self.type}
        told |= {name: bound for name, bound in zip(bounds, (self.least, self.most), strict=True) if bound is not None}
        told |= {"pattern": self.form} if self.form else {}
        return {"type": "array", "items": told} if self.is_repeated else told


Takes = Mapping[str, Parameter]


def word(request: Any, name: str) -> str:
    """A parameter of the address, without white space around; "" where it is not given."""
    return (request.args.get(name) or "").strip()


def number(request: Any, name: str, taken: Takes) -> int | None:
    """A whole number within its bounds; None where there is none, as if it had not been given."""
    bounds, text = taken[name], word(request, name)
    least, most = bounds.least or 0, bounds.most or 0
    return int(text) if text.isdecimal() and len(text) < 10 and least <= int(text) <= most else None


def switch(request: Any, name: str) -> bool:
    """Whether it is on; off where it is not given. Raises ClaimsError where it is neither."""
    text = word(request, name).lower()
    if text in _ON:
        return True
    if text in ("", *_OFF):
        return False
    raise ClaimsError(f"{name} is {text[:40]!r}", f"give {', '.join(_ON)} or {', '.join(_OFF)}")
