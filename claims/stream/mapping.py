"""How the columns of a person's table become fields of records: by their names, or by a mapping in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal

import msgspec
from rapidfuzz import process

from claims.errors import ClaimsError
from claims.stream.fields import FIELDS, field_called


class Columns(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A mapping, as `--map FILE.toml` gives it.

    `columns`: field -> the column, or columns, that give it. `always`: field -> its value in rows that do not say.
    `values`: field -> what stands in the table -> what it means. `key`: the column that tells rows apart, so that a
    corrected table supersedes what it said; `name`: begins the handles made of it (by default the file's name).
    `dates`: which part of a numeric date comes first, where the column does not tell; `century`: of years of two
    digits (20 = 2024). `separator`: what stands between several names in a cell (by default ; and line breaks).
    """

    columns: dict[str, str | list[str]] = msgspec.field(default_factory=dict)
    always: dict[str, str | int | float] = msgspec.field(default_factory=dict)
    values: dict[str, dict[str, str]] = msgspec.field(default_factory=dict)
    ignore: str | list[str] = []
    key: str | None = None
    name: str | None = None
    dates: Literal["day first", "month first", "year first"] | None = None
    calendar: (
        Literal["gregorian", "reiwa", "heisei", "showa", "taisho", "meiji", "minguo", "buddhist", "hijri"] | None
    ) = None
    century: int | None = None
    separator: str | list[str] | None = None
    sheet: str | None = None
    encoding: str | None = None


Given = Columns | Mapping[str, Any] | str | PathLike[str] | None


def mapping_of(given: Given, settings: Mapping[str, str] | None = None) -> Columns:
    """The mapping that a TOML file, a dict or nothing gives; `settings` (name -> value) are put over it.

    A setting is named as a setting of the mapping (dates, key ...) or as a field, of which it is then the value that
    every row has. Raises ClaimsError naming what the mapping has that it cannot have, and the nearest that it can.
    """
    told: dict[str, Any]
    if isinstance(given, Columns):
        told = msgspec.to_builtins(given)
    elif isinstance(given, Mapping):
        told = dict(given)
    else:
        told = {} if given is None else _read(Path(fspath(given)))
    told = {name: dict(part) if isinstance(part, Mapping) else part for name, part in told.items()}
    for name, value in (settings or {}).items():
        if name in Columns.__struct_fields__ and name not in ("columns", "always", "values"):
            told[name] = value.split(",") if name == "ignore" else value
        else:
            told.setdefault("always", {})[name] = value
    try:
        mapping = msgspec.convert(told, Columns, strict=False)
    except msgspec.ValidationError as error:
        raise ClaimsError(f"the mapping: {_plainly(str(error))}", _HINT) from None
    for part in (mapping.columns, mapping.always, mapping.values):
        for field in [*part]:
            _rename(part, field)
    return mapping


def settings_of(given: Iterable[str]) -> dict[str, str]:
    """name -> value of settings written NAME=VALUE. Raises ClaimsError for one that is not."""
    settings = {}
    for one in given:
        name, sign, value = one.partition("=")
        if not sign or not name.strip():
            raise ClaimsError(f"{one!r} is no setting", "write NAME=VALUE, as in kind=meet")
        settings[name.strip()] = value.strip()
    return settings


def listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def near(name: str, names: list[str]) -> str:
    """A question for what may have been meant; "" where nothing is near."""
    found = process.extractOne(name, names, score_cutoff=70)
    return f"did you mean {found[0]!r}?" if found else ""


_HINT = "a mapping has [columns], [always], [values], key, name, dates, calendar, century, separator, sheet, encoding, ignore"


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ClaimsError(f"{path}: {error.strerror}", "give a file of TOML as the mapping") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ClaimsError(
            f"{path} is not TOML: {error}", "`claims template TABLE` prints a mapping to begin with"
        ) from None


def _plainly(message: str) -> str:
    if "unknown field" in message:
        name = message.rsplit("`", 2)[1]
        return f"there is no setting {name!r}. {near(name, [*Columns.__struct_fields__])}".rstrip()
    reason, _, at = message.partition(" - at `$")
    return f"{at.strip('.`[]')}: {reason}".removeprefix(": ")


def _rename(part: dict[str, Any], name: str) -> None:
    field = field_called(name)
    if field is None:
        raise ClaimsError(
            f"the mapping: no field is called {name!r}. {near(name, [*FIELDS])}".rstrip(),
            "`claims template fields` lists the fields",
        )
    part[field] = part.pop(name)
