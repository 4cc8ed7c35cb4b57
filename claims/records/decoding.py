"""A line of JSON into a record, or a RecordError that names the field and the reason."""

from __future__ import annotations

import datetime
import json
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

import msgspec

from claims import dates
from claims.errors import DateError, RecordError
from claims.records.fields import LONGEST_TEXT
from claims.records.placed import Placed
from claims.records.plain import plain
from claims.records.refusals import named, strings, syntax
from claims.records.types import (
    Claim,
    Document,
    Entity,
    Event,
    Evidence,
    Judgement,
    Link,
    Placement,
    Record,
    Relation,
    Sentence,
    Source,
    encode,
)
from claims.text import nfc

_decoder = msgspec.json.Decoder(Record)
_plain_decoder = msgspec.json.Decoder()
# Two-letter codes of ISO 639-1
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj
kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv
ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th
ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_LANGUAGES = frozenset(_CODES.split())
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # fillers of Hangul and an empty Braille cell
_KEY = re.compile(r"[a-z2-7]{26}")
_PRIVATE_REGION = re.compile(r"AA|Q[M-Z]|X[A-Z]|ZZ")
#: What the decoder raises of a line that is no JSON, or nests too deep.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_LONGEST_LINE = 16_000_000  # bytes: the longest text with every character escaped


def decode(line: bytes) -> Record:
    """The record that a line of JSON holds. Raises RecordError with the field, the reason and the value."""
    if len(line) > _LONGEST_LINE:
        raise RecordError(
            "", f"a line may have {_LONGEST_LINE // 1_000_000} MB, this one has {len(line) / 1_000_000:.0f}"
        )
    try:
        record: Record = _decoder.decode(line)
    except msgspec.ValidationError as error:
        try:
            raise named(error, line) from None
        except _UNREADABLE as beneath:  # what comes after the field is not read yet
            raise syntax(beneath, line) from None
    except _UNREADABLE as error:
        raise syntax(error, line) from None
    _check_characters(line)
    _check_duplicates(line, record)
    check(record)
    return record


def record_from_object(data: Any) -> Record:
    """The record that a mapping (decoded JSON), a record or a Placed holds. Raises RecordError.

    Days and times of Python are taken as dates; NaN, NaT and the like as nothing (see `claims.records.plain`).
    """
    if isinstance(data, Placed):
        if isinstance(data.record, RecordError):
            raise data.record
        return data.record
    return decode(line_of(data))


def line_of(data: Any) -> bytes:
    """The line of JSON that a mapping or a record is, or that a text holds. Raises RecordError where there is none."""
    if isinstance(data, Record):  # what Python's types let through is checked as it is decoded
        data = msgspec.to_builtins(data, builtin_types=(datetime.datetime, datetime.date), enc_hook=plain)
    if isinstance(data, (str, bytes)):
        return data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    if not isinstance(data, Mapping):
        raise RecordError(
            "", f"a record is a mapping, a line of JSON or a type of claims.records, not {type(data).__name__}"
        )
    return _line(data)


def _line(data: Any) -> bytes:
    """The mapping as a line of JSON; most are JSON already, so that only the others are gone through value by value."""
    try:
        try:
            return json.dumps(data, allow_nan=False, ensure_ascii=False).encode()
        except (TypeError, ValueError) as error:
            if isinstance(error, UnicodeEncodeError):
                raise
            return json.dumps(plain(data), ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RecordError("", "text holds a lone surrogate, which is no character") from None


def check(record: Record) -> None:
    """Raise RecordError for what types cannot say: dates that do not exist, spans that end before they start, pairs of fields.

    Also for what cannot be meant: languages that there are not, names of which nothing can be seen.
    """
    if isinstance(record, (Document, Entity, Event, Claim)) and record.slug is not None:
        _check_slug(record.slug)
    if isinstance(record, Claim):
        _check_claim(record)
    elif isinstance(record, Document):
        if record.published_on is not None:
            _date("published_on", record.published_on, dates.day)
        if (record.text_sha256 is None) != (record.text_length is None):
            raise RecordError("text_sha256", "text_sha256 and text_length go together")
        if (
            record.text is not None
            and len(record.text) > LONGEST_TEXT // 4
            and len(record.text.encode()) > LONGEST_TEXT
        ):
            raise RecordError("text", f"a text may have {LONGEST_TEXT:,} bytes; divide the document")
        _check_language("language", record.language)
        _check_visible("title", record.title)
        _check_visible("source", record.source)
        _check_origin(record.origin)
    elif isinstance(record, Sentence):
        _check_span("", record.start, record.end)
    elif isinstance(record, Judgement):
        _check_order("judged_at", record.judged_at, record.withdrawn_at)
    elif isinstance(record, Placement):
        _check_order("placed_at", record.placed_at, record.withdrawn_at)
    elif isinstance(record, Link):
        _check_order("linked_at", record.linked_at, record.withdrawn_at)
    elif isinstance(record, Relation):
        _check_order("related_at", record.related_at, record.withdrawn_at)
    elif isinstance(record, (Source, Entity, Event)):
        _check_visible("name", record.name)
        if isinstance(record, Source):
            _check_origin(record.origin)
        for number, alias in enumerate(record.aliases if isinstance(record, Entity) else ()):
            _check_visible("aliases[{}].name", alias.name, number)
            if alias.language is not None:
                _check_language(f"aliases[{number}].language", alias.language)


def _check_order(field: str, at: str | None, withdrawn_at: str | None) -> None:
    if at is not None and withdrawn_at is not None and withdrawn_at < at:
        raise RecordError("withdrawn_at", f"lies before {field}", withdrawn_at)


def _check_visible(field: str, name: str, number: int = 0) -> None:
    """A name of which a reader sees nothing: spaces, joiners, marks of direction, controls, letters that are blank.

    {} in `field` stands for `number`.
    """
    if name[0].isalnum() and name[0] not in _BLANK:  # nearly every name: the rest need not be looked at
        return
    if not any(unicodedata.category(letter)[0] in "LNPS" and letter not in _BLANK for letter in name):
        raise RecordError(field.format(number), "nothing of it can be seen", name)


def _check_slug(slug: str) -> None:
    """What else names a thing must not be read out of it: another one's key, or a slug that looks the same."""
    if len(slug) == 26 and _KEY.fullmatch(slug):
        raise RecordError("slug", "has the form of a key, by which another may be meant; choose another slug", slug)
    if not slug.isascii() and slug != nfc(slug):
        raise RecordError("slug", "looks like another that is written with other code points; give it in NFC", slug)


def _check_origin(origin: str | None) -> None:
    """It is the name of a source, which is made where there is none."""
    if origin is not None:
        _check_visible("origin", origin)


def _check_language(field: str, tag: str) -> None:
    """A language that ISO 639 names, and no region for private use (BCP 47)."""
    primary, *others = tag.split("-")
    if len(primary) == 2 and primary not in _LANGUAGES:
        raise RecordError(field, "no language has this code of ISO 639-1", tag)
    if len(primary) == 3 and "qaa" <= primary <= "qtz":
        raise RecordError(field, "a code for private use names no language", tag)
    if any(_PRIVATE_REGION.fullmatch(part.upper()) for part in others if len(part) == 2):
        raise RecordError(field, "a region for private use names none", tag)


def _check_claim(claim: Claim) -> None:
    _check_visible("summary", claim.summary)
    if claim.date is not None:
        _date("date", claim.date, dates.bounds)
    elif claim.date_basis is not None:
        raise RecordError("date_basis", "there is no date for it to explain", claim.date_basis)
    if claim.due is not None:
        _date("due", claim.due, dates.bounds)
    for number, argument in enumerate(claim.arguments):
        _check_visible("arguments[{}].name", argument.name, number)
        if argument.start is not None or argument.end is not None:
            _check_span(f"arguments[{number}].", argument.start, argument.end)
    for number, evidence in enumerate(claim.evidence):
        _check_evidence(f"evidence[{number}]", evidence)
    if claim.retracted_at is not None and claim.retraction is None:
        raise RecordError("retraction", "retracted_at needs a reason")


def _check_evidence(field: str, evidence: Evidence) -> None:
    has_span = evidence.start is not None or evidence.end is not None
    unverified = evidence.alignment == "unverified"
    if evidence.quote is not None and has_span:
        raise RecordError(field, "give a quote or a span, not both")
    if has_span and unverified:
        raise RecordError(f"{field}.alignment", "words with a span have been found", evidence.alignment)
    if evidence.quote is None and not unverified and (has_span or evidence.page is None):
        _check_span(f"{field}.", evidence.start, evidence.end)


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
        for field, text in strings(_plain_decoder.decode(line)):
            if "\0" in text:
                raise RecordError(field, "text holds a NUL character; remove it")


def _check_duplicates(line: bytes, record: Record) -> None:
    """A name given twice in one object: the decoder would keep the last and say nothing.

    Each name is followed by one colon, so colons are counted, those within values too. The record itself has as many where
    its line gives no null and no default; else the line is read again, pair by pair, as it is where an escape may stand
    for a colon.
    """
    if line.count(b":") != encode(record).count(b":") or b"\\u003" in line:
        json.loads(line, object_pairs_hook=_unique)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for name, value in pairs:
        if name in seen:
            raise RecordError(name, "the field is given twice in one object", value)
        seen[name] = value
    return seen
