"""A line of JSON into a record, or a RecordError that names the field and the reason."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
from rapidfuzz import process

from claims import dates
from claims.errors import DateError, RecordError
from claims.records.types import Claim, Document, Record, Sentence, encode
from claims.vocabulary import KINDS, ROLES, TERMS

_decoder = msgspec.json.Decoder(Record)
_plain_decoder = msgspec.json.Decoder()
_AT = re.compile(r"(.*) - at `\$\.?(.*)`$", re.DOTALL)
_SHAPES = {
    r"\S": "must not be blank",
    r"^[^\s/?#%]{1,100}$": "a slug is 1 to 100 characters without spaces, / ? # %",
    r"^[a-z2-7]{26}$": "a key is 26 characters, a-z and 2-7",
    r"^[A-Z]{2}$": "a country is its ISO 3166 code of two capitals, e.g. JP",
}
_SPACED_COLON = re.compile(rb"[ \t\r\n]:")


def decode(line: bytes) -> Record:
    """The record that a line of JSON holds. Raises RecordError with the field, the reason and the value."""
    try:
        record: Record = _decoder.decode(line)
    except msgspec.ValidationError as error:
        raise _named(error, line) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _syntax(error, line) from None
    _check_characters(line)
    _check_duplicates(line, record)
    check(record)
    return record


def record_from_object(data: Any) -> Record:
    """The record that a mapping (decoded JSON) holds, or the record itself where one is given. Raises RecordError."""
    if isinstance(data, Record):
        check(data)
        return data
    try:
        line = json.dumps(data, allow_nan=False, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RecordError("", "text holds a lone surrogate, which is no character") from None
    except (TypeError, ValueError) as error:
        raise RecordError("", f"not JSON: {error}") from None
    return decode(line)


def check(record: Record) -> None:
    """Raise RecordError for what types cannot say: dates that do not exist, spans that end before they start, pairs of fields."""
    if isinstance(record, Claim):
        _check_claim(record)
    elif isinstance(record, Document):
        if record.published_on is not None:
            _date("published_on", record.published_on, dates.day)
        if (record.text_sha256 is None) != (record.text_length is None):
            raise RecordError("text_sha256", "text_sha256 and text_length go together")
    elif isinstance(record, Sentence):
        _check_span("", record.start, record.end)


def _check_claim(claim: Claim) -> None:
    if claim.date is not None:
        _date("date", claim.date, dates.bounds)
    elif claim.date_basis is not None:
        raise RecordError("date_basis", "there is no date for it to explain", claim.date_basis)
    if claim.due is not None:
        _date("due", claim.due, dates.bounds)
    for number, argument in enumerate(claim.arguments):
        if argument.start is not None or argument.end is not None:
            _check_span(f"arguments[{number}].", argument.start, argument.end)
    for number, evidence in enumerate(claim.evidence):
        if evidence.quote is None:
            _check_span(f"evidence[{number}].", evidence.start, evidence.end)
        elif evidence.start is not None or evidence.end is not None:
            raise RecordError(f"evidence[{number}]", "give a quote or a span, not both")
    if claim.retracted_at is not None and claim.retraction is None:
        raise RecordError("retraction", "retracted_at needs a reason")


def _check_span(prefix: str, start: int | None, end: int | None) -> None:
    if start is None or end is None:
        raise RecordError(
            f"{prefix}start", "a span needs start and end" + (", or give a quote" if "evidence" in prefix else "")
        )
    if end <= start:
        raise RecordError(f"{prefix}end", f"the span ends at {end}, not after its start {start}")


def _date(field: str, value: str, read: Any) -> None:
    try:
        read(value)
    except DateError as error:
        raise RecordError(field, str(error)) from None


def _check_characters(line: bytes) -> None:
    if b"\\u0000" in line:
        for field, text in _strings(_plain_decoder.decode(line)):
            if "\0" in text:
                raise RecordError(field, "text holds a NUL character; remove it")


def _check_duplicates(line: bytes, record: Record) -> None:
    """A name given twice in one object: the decoder would keep the last and say nothing.

    Each name's closing quote meets its colon once, so names are counted. The record itself has as many where its line
    gives no null and no default; else the line is read again plainly, and pair by pair where it has too many or cannot
    be counted so (spaces before colons, escaped quotes before colons).
    """
    if b'\\":' not in line and not _SPACED_COLON.search(line):
        names = line.count(b'":')
        encoded = encode(record)
        if names == encoded.count(b'":') and b'\\":' not in encoded:
            return
        if names == _names(_plain_decoder.decode(line)):
            return
    json.loads(line, object_pairs_hook=_unique)


def _names(data: Any) -> int:
    if isinstance(data, dict):
        return len(data) + sum(_names(value) for value in data.values() if isinstance(value, (dict, list)))
    return sum(_names(value) for value in data if isinstance(value, (dict, list)))


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for name, value in pairs:
        if name in seen:
            raise RecordError(name, "the field is given twice in one object", value)
        seen[name] = value
    return seen


def _strings(data: Any, field: str = "") -> list[tuple[str, str]]:
    if isinstance(data, str):
        return [(field, data)]
    if isinstance(data, dict):
        return [found for name, value in data.items() for found in _strings(value, f"{field}.{name}".lstrip("."))]
    if isinstance(data, list):
        return [found for number, value in enumerate(data) for found in _strings(value, f"{field}[{number}]")]
    return []


def _named(error: msgspec.ValidationError, line: bytes) -> RecordError:
    """The decoder's message with the field apart, and the nearest known value where one was misspelt."""
    match = _AT.match(str(error))
    reason, field = (match[1], match[2]) if match else (str(error), "")
    if "matching regex" in reason:
        reason = _SHAPES.get(reason.split("'", 1)[1].rsplit("'", 1)[0].replace("\\\\", "\\"), reason)
    if "unknown field" in reason or "missing required field" in reason:
        name = reason.rsplit("`", 2)[1]
        field = f"{field}.{name}".lstrip(".")
        reason = "unknown field" if "unknown" in reason else "is required"
    if reason.startswith(("Invalid enum value", "Invalid value")):
        value = reason.split("'", 1)[-1].rsplit("'", 1)[0] if "'" in reason else reason
        near = process.extractOne(value, _known(field), score_cutoff=60) if _known(field) else None
        hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(_known(field))}"
        reason = f"unknown {field.rsplit('.', 1)[-1]} {value!r}; {hint}"
    return RecordError(field, reason)


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


def _syntax(error: Exception, line: bytes) -> RecordError:
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
    for field, text in _strings(data):
        if any("\ud800" <= character <= "\udfff" for character in text):
            return RecordError(field, "text holds a lone surrogate, which is no character")
        if text in ("NaN", "Infinity", "-Infinity"):
            return RecordError(field, f"{text} is not a JSON number")
    return RecordError("", f"not JSON: {error}")
