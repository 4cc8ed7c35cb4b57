"""The door: each thing that must not come in has its field and its reason."""

from __future__ import annotations

import json

import jsonschema
import pytest

from claims import Database
from claims.check import check
from claims.errors import RecordError
from claims.records import Claim, corpus_lines, decode, encode, json_schema, record_from_object
from claims.resources import DB
from tests.conftest import claim


def _line(**fields: object) -> bytes:
    return json.dumps(claim(**fields), ensure_ascii=False).encode()


def _with(text: str) -> bytes:
    """A claim's line with raw JSON put in front of its fields."""
    return b"{" + text.encode() + b", " + _line()[1:]


REFUSED = {
    "not JSON": (b"{'record': 1}", "", "not JSON"),
    "a list": (b"[1]", "", "Expected `object`"),
    "not UTF-8": (b'{"record": "\xff"}', "", "not UTF-8"),
    "too deep": (b"[" * 100_000, "", "not JSON|Expected"),
    "no record": (b"{}", "record", "required"),
    "unknown record": (b'{"record": "clam"}', "record", "did you mean 'claim'"),
    "NaN": (_with('"confidence": NaN'), "confidence", "not a JSON number"),
    "past floats": (_with('"confidence": 1e999'), "confidence", "out of range"),
    "past 64 bits": (_line(evidence=[{"start": 2**70, "end": 2**71}]), "evidence[0].start", "<="),
    "a key twice": (_with('"kind": "sign"'), "kind", "twice"),
    "a key twice, spaced": (_with('"kind"  : "sign"'), "kind", "twice"),
    "a key twice, colons escaped": (
        _with('"kind": "sign"').replace(b'summary": "', b'summary": "\\u003a'),
        "kind",
        "twice",
    ),
    "a key twice within": (_line().replace(b'"role": "place"', b'"role": "place", "role": "host"'), "role", "twice"),
    "NUL": (_line(summary="a\0b"), "summary", "NUL"),
    "lone surrogate": (_with('"asserter": "\\ud800"'), "asserter", "surrogate"),
    "31 June": (_line(date="2024-06-31"), "date", "calendar"),
    "no EDTF": (_line(date="June 2024"), "date", "not a date"),
    "a quarter": (_line(due="2024-Q2"), "due", "quarter"),
    "basis without a date": (_line(date=None, date_text=None), "date_basis", "no date"),
    "unknown kind": (_line(kind="met"), "kind", "did you mean 'meet'"),
    "unknown role": (_line(arguments=[{"role": "attendant", "name": "x"}]), "arguments[0].role", "unknown role"),
    "unknown phase": (_line(phase="ocurred"), "phase", "did you mean 'occurred'"),
    "unknown certainty": (_line(certainty="sure"), "certainty", "known are CT, PR, PS, U"),
    "unknown field": (_line(colour="red"), "colour", "unknown field"),
    "a number for a text": (_line(summary=3), "summary", "Expected `str`"),
    "a blank name": (_line(arguments=[{"role": "place", "name": " "}]), "arguments[0].name", "blank"),
    "no evidence": (_line(evidence=[]), "evidence", "length >= 1"),
    "half a span": (_line(evidence=[{"start": 3}]), "evidence[0].start", "start and end"),
    "a span turned round": (_line(evidence=[{"start": 5, "end": 5}]), "evidence[0].end", "not after its start"),
    "quote and span": (_line(evidence=[{"quote": "x", "start": 1, "end": 2}]), "evidence[0]", "not both"),
    "retracted without a reason": (_line(retracted_at="2024-01-01T00:00:00.000Z"), "retraction", "reason"),
    "a slug with spaces": (_line(slug="a b"), "slug", "slug"),
    "an origin that is no name": (b'{"record": "source", "name": "a", "origin": "\xe2\x80\xae"}', "origin", "be seen"),
    "an origin of a page": (b'{"record": "source", "name": "a", "origin": "' + b"a" * 501 + b'"}', "origin", "<= 500"),
    "a document's origin that is no name": (
        b'{"record": "document", "source": "a", "title": "b", "language": "en", "origin": "\xef\xbf\xbe"}',
        "origin",
        "be seen",
    ),
    **{
        f"a {name} taken back before it was made": (
            json.dumps(
                {"record": name, instant: "2024-01-02T00:00:00.000Z", "withdrawn_at": "2024-01-01T00:00:00.000Z"}
                | fields
            ).encode(),
            "withdrawn_at",
            f"lies before {instant}",
        )
        for name, instant, fields in (
            ("judgement", "judged_at", {"left": "a", "right": "b", "verdict": "same", "who": "w", "why": "y"}),
            ("placement", "placed_at", {"claim": "a", "event": "b", "who": "w", "why": "y"}),
            ("link", "linked_at", {"source": "a", "type": "part_of", "target": "b"}),
            ("relation", "related_at", {"entity": "a", "type": "broader", "other": "b"}),
        )
    },
    "a slug of a key's form": (_line(slug="a2" * 13), "slug", "form of a key"),
    "a slug in other code points": (_line(slug="cafe\u0301"), "slug", "NFC"),
    "confidence 2": (_line(confidence=2), "confidence", "<= 1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_field_and_reason(name: str) -> None:
    line, field, reason = REFUSED[name]
    with pytest.raises(RecordError, match=reason) as caught:
        decode(line)
    assert caught.value.field == field


def test_nulls_mean_left_out() -> None:
    assert decode(_line(asserter=None)) == decode(_line())


def test_a_name_with_colons_and_quotes_is_no_key_twice() -> None:
    record = decode(_line(summary='He said "kind": "meet", and \\"kind\\": again'))
    assert isinstance(record, Claim)
    assert record.summary.startswith("He said")


@pytest.mark.parametrize(
    "data", [claim(confidence=float("inf")), claim(summary="\ud800"), {"record": object()}, 3, None]
)
def test_objects_pass_the_same_door(data: object) -> None:
    with pytest.raises(RecordError):
        record_from_object(data)


def test_the_published_schema_takes_what_ships() -> None:
    validator = jsonschema.Draft202012Validator(json_schema())
    validator.check_schema(json_schema())
    for line in corpus_lines():
        validator.validate(json.loads(line))
    assert not validator.is_valid(claim(kind="met"))


def test_a_record_comes_out_as_it_went_in() -> None:
    for line in corpus_lines():
        assert decode(encode(decode(line))) == decode(line)


def test_the_schema_shows_each_record_whole_and_its_examples_load(db: Database) -> None:
    defined = json_schema()["$defs"]
    for name, record in defined.items():
        assert all(
            '"description"' in json.dumps(field) for key, field in record["properties"].items() if key != "record"
        )
        if "record" in record["properties"]:
            assert set().union(*record["examples"]) == set(record["properties"]), name
    assert db.load((DB / "examples" / "records.jsonl").read_bytes().splitlines(), strict=True).inserted
    with db.engine.connect() as connection:
        assert [finding for finding in check(connection) if finding.problems] == []
