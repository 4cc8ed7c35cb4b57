"""The longest and the largest of each that a record takes: it is taken, and one more is refused with its field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from claims.errors import RecordError
from claims.records import Document, decode
from claims.resources import DB
from tests.conftest import claim

EXAMPLES = [json.loads(line) for line in (DB / "examples" / "records.jsonl").read_text("utf-8").splitlines()]
WHOLE = {name: next(one for one in EXAMPLES if one["record"] == name) for name in {one["record"] for one in EXAMPLES}}
LONGEST = {
    ("source", "name"): 500, ("source", "origin"): 500, ("document", "title"): 4000, ("document", "author"): 4000,
    ("document", "source"): 500, ("document", "note"): 10_000, ("sentence", "reason"): 10_000, ("entity", "name"): 500,
    ("event", "name"): 500, ("claim", "summary"): 4000, ("claim", "date_text"): 10_000, ("claim", "asserter"): 10_000,
    ("claim", "slug"): 100, ("run", "parameters"): 200_000, ("run", "tool"): 10_000, ("judgement", "why"): 10_000,
    ("link", "why"): 10_000, ("review", "note"): 10_000, ("placement", "why"): 10_000,
}  # fmt: skip


def taken(record: str, **fields: Any) -> Any:
    return decode(json.dumps({"record": record} | WHOLE[record] | fields).encode())


@pytest.mark.parametrize(("record", "field"), LONGEST)
def test_the_longest_text_of_a_field(record: str, field: str) -> None:
    longest = LONGEST[record, field]
    assert getattr(taken(record, **{field: "a" * longest}), field) == "a" * longest
    for text in ("a" * (longest + 1), "", " " * 3):
        with pytest.raises(RecordError) as caught:
            taken(record, **{field: text})
        assert caught.value.field == field


@pytest.mark.parametrize(
    ("record", "field", "least", "most"),
    [
        ("run", "unchanged", 0, 2**31 - 1), ("event", "ordinal", 1, 2**31 - 1), ("review", "version", 1, 2**31 - 1),
        ("placement", "version", 1, 2**31 - 1),
        ("run", "inserted", 0, 2**31 - 1), ("run", "rejected", 0, 2**31 - 1), ("claim", "confidence", 0, 1),
        ("sentence", "start", 0, None),
    ],
)  # fmt: skip
def test_the_least_and_the_most(record: str, field: str, least: int, most: int | None) -> None:
    for number in (least, *([] if most is None else [most])):
        assert getattr(taken(record, **{field: number}), field) == number
    for number in (least - 1, *([] if most is None else [most + 1])):
        with pytest.raises(RecordError) as caught:
            taken(record, **{field: number})
        assert caught.value.field == field


@pytest.mark.parametrize(("field", "most"), [("arguments", 500), ("evidence", 500), ("aliases", 2000)])
def test_the_most_parts(field: str, most: int) -> None:
    parts: dict[str, Any] = {
        "arguments": {"role": "place", "name": "Oslo"},
        "evidence": {"quote": "Oslo"},
        "aliases": {"name": "Oslo"},
    }
    record = "entity" if field == "aliases" else "claim"
    assert len(getattr(taken(record, **{field: [parts[field]] * most}), field)) == most
    with pytest.raises(RecordError) as caught:
        taken(record, **{field: [parts[field]] * (most + 1)})
    assert caught.value.field == field


@pytest.mark.parametrize("letter", ["a", "é", "会", "\U0001d11e"])
def test_a_text_has_two_million_bytes(letter: str) -> None:
    size = len(letter.encode())
    line = json.dumps(
        WHOLE["document"] | {"text": letter * (2_000_000 // size), "text_sha256": None, "text_length": None}
    )
    assert isinstance(decode(line.encode()), Document)
    longer = json.dumps(
        WHOLE["document"] | {"text": letter * (2_000_000 // size + 1), "text_sha256": None, "text_length": None}
    )
    with pytest.raises(RecordError, match="2,000,000 bytes") as caught:
        decode(longer.encode())
    assert caught.value.field == "text"


def test_a_line_has_sixteen_million_bytes() -> None:
    line = json.dumps(claim()).encode()
    assert decode(line.ljust(16_000_000)) == decode(line)
    with pytest.raises(RecordError, match="may have 16 MB, this one has 16"):
        decode(line.ljust(16_000_001))


@pytest.mark.parametrize(
    ("value", "is_taken"),
    [
        ("a" * 100, True), ("a" * 101, False), ("a b", False), ("a/b", False), ("a?b", False), ("a#b", False), ("a%b", False),
        ("", False), ("会議-1", True),
        ("a2" * 13, False), ("a1" * 13, True), ("A2" * 13, True), ("a2" * 12 + "a", True), ("a2" * 13 + "a", True), ("caf\u00e9", True),
        ("cafe\u0301", False),
    ],
)  # fmt: skip
def test_what_a_slug_may_be(value: str, is_taken: bool) -> None:
    _is_taken("claim", "slug", value, is_taken)


@pytest.mark.parametrize(
    ("record", "field", "value", "is_taken"),
    [
        *(("document", "language", tag, True) for tag in ("en", "zu", "aa", "pt-BR", "zh-Hant", "zh-Hant-TW", "haw", "yue", "de-1996")),
        *(("document", "language", tag, False)
          for tag in ("", "e", "EN", "xx", "qq", "qaa", "qtz", "qmm", "en-AA", "en-ZZ", "en-QM", "en-QZ", "en-xa", "en-", "english")),
        *(("document", "language", tag, True) for tag in ("qua", "en-QA", "en-AB", "en-ZA")),
        *(("source", "country", code, True) for code in ("NO", "JP")),
        *(("source", "country", code, False) for code in ("no", "N", "NOR", "")),
        *(("document", "url", url, True) for url in ("http://a", "HTTPS://a.org/b?c#d")),
        *(("document", "url", url, False) for url in ("ftp://a", "http://", "http:///x", "https://a b", "a.org")),
        *(("entity", "wikidata", item, True) for item in ("Q1", "Q170")),
        *(("entity", "wikidata", item, False) for item in ("Q0", "Q01", "17", "q1", "Q")),
        *(("document", "published_on", day, True) for day in ("2024", "2024-02", "2024-02-29")),
        *(("document", "published_on", day, False) for day in ("2023-02-29", "2024-21", "2024-13", "24", "2024~")),
    ],
)  # fmt: skip
def test_what_a_code_may_be(record: str, field: str, value: str, is_taken: bool) -> None:
    _is_taken(record, field, value, is_taken)


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [
        ("Oslo", True), ("会", True), ("3", True), ("$", True), ("-", True), ("\u200eOslo", True), ("\u0301a", True),
        ("\U0001f600", True), ("\u2800a", True),
        ("\u200b", False), ("\u200e\u200f", False), ("\u115f", False), ("\u1160\u3164", False), ("\u2800", False),
        ("\uffa0\u00ad", False), ("\u0301", False),
    ],
)  # fmt: skip
def test_of_a_name_something_can_be_seen(name: str, is_taken: bool) -> None:
    for record, field in (
        ("source", "name"),
        ("source", "origin"),
        ("document", "title"),
        ("document", "source"),
        ("document", "origin"),
    ):
        _is_taken(record, field, name, is_taken)
    for record, field in (("entity", "name"), ("event", "name"), ("claim", "summary")):
        _is_taken(record, field, name, is_taken)
    _is_taken("entity", "aliases", [{"name": "Oslo"}, {"name": name}], is_taken, "aliases[1].name")
    _is_taken(
        "claim",
        "arguments",
        [{"role": "place", "name": "a"}, {"role": "place", "name": name}],
        is_taken,
        "arguments[1].name",
    )


def test_of_an_alias_the_language_is_one() -> None:
    _is_taken("entity", "aliases", [{"name": "Oslo", "language": "no"}], True)
    _is_taken("entity", "aliases", [{"name": "Oslo"}, {"name": "Oslo", "language": "xx"}], False, "aliases[1].language")


def _is_taken(record: str, field: str, value: Any, is_taken: bool, told: str = "") -> None:
    if is_taken:
        taken(record, **{field: value})
        return
    with pytest.raises(RecordError) as caught:
        taken(record, **{field: value})
    assert caught.value.field == (told or field)
    assert caught.value.value in (value, None) or told
