"""Python's values as those of a record: days are dates, NaN and NaT are nothing."""

from __future__ import annotations

import datetime
import enum
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from claims.errors import RecordError


def is_nothing(value: object) -> bool:
    """Whether the value stands for none: None, NaN, NaT, pandas' NA."""
    if value is None or type(value).__name__ == "NAType":
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError):  # an array: its parts are looked at one by one
        return False


def plain(value: Any, field: str = "") -> Any:
    """The value in the types of JSON; what stands for nothing is left out of mappings and lists.

    A `date` or `datetime` is its day as written there; in a field that ends in _at a datetime is an instant, which
    needs a time zone. A number without a fraction is an integer. Types of numpy, pandas and polars are told by what
    they can do: none of these needs to be installed. Raises RecordError for anything else, naming the field.
    """
    if isinstance(value, enum.Enum):
        return plain(value.value, field)
    if isinstance(value, (str, bool, int)):
        return value if type(value) in (str, bool, int) else str(value) if isinstance(value, str) else int(value)
    if is_nothing(value):
        return None
    if isinstance(value, (float, Decimal)):
        return _number(value, field)
    if isinstance(value, datetime.datetime):
        return _instant(value, field) if field.endswith("_at") else value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {
            str(name): plain(part, f"{field}.{name}".lstrip("."))
            for name, part in value.items()
            if part is None or not is_nothing(part)
        }
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    for name in ("to_list", "tolist", "item"):  # a scalar or an array of numpy, a series
        if callable(as_python := getattr(value, name, None)):
            return plain(as_python(), field)
    if isinstance(value, Iterable) and not isinstance(value, (bytes, bytearray)):
        return [plain(part, f"{field}[{number}]") for number, part in enumerate(value) if not is_nothing(part)]
    raise RecordError(field, f"a {type(value).__name__} is no value of a record", value)


def _number(value: float | Decimal, field: str) -> int | float:
    number = float(value)
    if number in (float("inf"), float("-inf")):
        raise RecordError(field, "infinity is no value of a record", number)
    return int(number) if number.is_integer() else number


def _instant(value: datetime.datetime, field: str) -> str:
    if value.tzinfo is None:
        raise RecordError(field, "a time needs its time zone; give it a tzinfo", str(value))
    return value.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
