"""The decoder's refusals in a person's words: the field, the value that stood there, and the nearest that may."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
from rapidfuzz import process

from claims.errors import RecordError
from claims.vocabulary import KINDS, ROLES, TERMS

_AT = re.compile(r"(.*) - at `\$\.?(.*)`$", re.DOTALL)
_SHAPES = {
    r"\S": "must not be blank",
    r"^[^\s/?#%]{1,100}$": "a slug is 1 to 100 characters without spaces, / ? # %",
    r"^[a-z2-7]{26}$": "a key is 26 characters, a-z and 2-7",
    r"^[hH][tT][tT][pP][sS]?://[^\s/?#]+[^\s]*$": "an address of the web begins with http:// or https://",
    r"^[A-Z]{2}$": "a country is its ISO 3166 code of two capitals, e.g. JP",
}
_REQUIRED = {"record": "is required: it says what the line is, source, document, claim ... (`claims template claim`)"}
_STEP = re.compile(r"(\w+)|\[(\d+)\]")


def strings(data: Any, field: str = "") -> list[tuple[str, str]]:
    """Every text in decoded JSON, with its field."""
    if isinstance(data, str):
        return [(field, data)]
    if isinstance(data, dict):
        return [found for name, value in data.items() for found in strings(value, f"{field}.{name}".lstrip("."))]
    if isinstance(data, list):
        return [found for number, value in enumerate(data) for found in strings(value, f"{field}[{number}]")]
    return []


def named(error: msgspec.ValidationError, line: bytes) -> RecordError:
    """The decoder's message with the field apart, and the nearest known value where one was misspelt."""
    match = _AT.match(str(error))
    reason, field = (match[1], match[2]) if match else (str(error), "")
    if "matching regex" in reason:
        reason = _SHAPES.get(reason.split("'", 1)[1].rsplit("'", 1)[0].replace("\\\\", "\\"), reason)
    if "unknown field" in reason or "missing required field" in reason:
        name = reason.rsplit("`", 2)[1]
        field = f"{field}.{name}".lstrip(".")
        reason = "unknown field" if "unknown" in reason else _REQUIRED.get(field, "is required")
    if reason.startswith(("Invalid enum value", "Invalid value")):
        value = reason.split("'", 1)[-1].rsplit("'", 1)[0] if "'" in reason else reason
        near = process.extractOne(value, _known(field), score_cutoff=60) if _known(field) else None
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(_known(field))}"
        reason = f"unknown {field.rsplit('.', 1)[-1]} {value!r}; {hint}"
    return RecordError(field, reason, None if "required" in reason else _value(line, field))


def _value(line: bytes, field: str) -> Any:
    """What stands in a field of a line of JSON; None where nothing does, or nothing that can be told."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, RecursionError):
        return None
    for name, number in _STEP.findall(field):
        try:
            value = value[name] if name else value[int(number)]
        except (KeyError, IndexError, TypeError):
            return None
    return value if field else None


def _known(field: str) -> list[str]:
    name = field.rsplit(".", 1)[-1]
    match name:
        case "kind":
            return (
                [*KINDS, *TERMS["entity_kind"], *TERMS["alias_kind"], *TERMS["source_kind"]]
                if "alias" not in field
                else [*TERMS["alias_kind"]]
            )
        case "role":
            return [*ROLES]
        case "record":
            return [
                "source",
                "document",
                "sentence",
                "entity",
                "relation",
                "event",
                "run",
                "claim",
                "judgement",
                "placement",
                "link",
                "review",
            ]
        case "verdict":
            return [*TERMS["verdict"], *TERMS["judgement"], *TERMS["link_verdict"]]
        case "type":
            return [*TERMS["link_type"], *TERMS["relation_type"]]
        case _:
            return [*TERMS.get(name, {})]


def syntax(error: Exception, line: bytes) -> RecordError:
    """Why the line is no JSON that a record can be."""
    if isinstance(error, UnicodeDecodeError):
        return RecordError("", "not UTF-8")
    try:
        data = json.loads(line, parse_constant=lambda name: name)
    except UnicodeDecodeError:
        return RecordError("", "not UTF-8")
    except ValueError as other:
        return RecordError("", f"not JSON: {other}")
    except RecursionError:
        return RecordError("", "not JSON: nested too deeply")
    for field, text in strings(data):
        if any("\ud800" <= character <= "\udfff" for character in text):
            return RecordError(field, "text holds a lone surrogate, which is no character")
        if text in ("NaN", "Infinity", "-Infinity"):
            return RecordError(field, f"{text} is not a JSON number")
    return RecordError("", f"not JSON: {error}")
