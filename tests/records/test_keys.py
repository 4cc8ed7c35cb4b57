"""Keys are the same on every machine: the hash of canonical JSON, as anyone can compute it again."""

from __future__ import annotations

import base64
import hashlib
import json
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim, claim_key, document_key, fingerprint_of, key_of, record_from_object
from tests.conftest import claim

FIELDS = st.dictionaries(
    st.sampled_from(["name", "kind", "slug"]),
    st.none() | st.integers(-(2**31), 2**31) | st.text("aB1 \"\\/é\u0301가\n", max_size=8) | st.lists(st.text("aé\u0301", max_size=3)),
)  # fmt: skip


BACKWARDS = (("place", "Oslo"), ("participant", "Lind"), ("participant", "Ueda"))


def canonical(fields: dict[str, Any]) -> bytes:
    text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode()


@given(FIELDS)
def test_a_key_is_the_first_128_bits_of_a_hash_in_base32(fields: dict[str, Any]) -> None:
    digest = hashlib.sha256(canonical({"record": "thing", **fields})).digest()
    assert key_of("thing", **fields) == base64.b32encode(digest[:16]).decode().lower().rstrip("=")


def test_two_ways_to_write_a_letter_make_one_key() -> None:
    assert key_of("entity", name="Caf\u00e9") == key_of("entity", name="Cafe\u0301") != key_of("entity", name="Cafe")


@given(st.lists(st.none() | st.integers(-9, 9) | st.text('aB1 "\\/', max_size=5), max_size=4))
def test_a_fingerprint_is_the_first_63_bits_of_a_hash(fields: list[Any]) -> None:
    digest = hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).digest()
    assert fingerprint_of(*fields) == int.from_bytes(digest[:8], "big") >> 1
    assert 0 <= fingerprint_of(*fields) < 2**63


def _key(**fields: Any) -> str:
    record = record_from_object(claim(**fields))
    assert isinstance(record, Claim)
    return claim_key(record, {"daily-1": "a" * 26, "daily-2": "b" * 26})


@pytest.mark.parametrize(
    "fields",
    [
        {"summary": "Otherwise told."}, {"certainty": "PS"}, {"confidence": 0.5}, {"asserter": "Ueda"}, {"slug": "c9"},
        {"date": "2021-05"},
        {"event": None}, {"recorded_at": "2021-05-04T00:00:00.000Z"}, {"quantity": "4"}, {"due": "2022"}, {"speech_act": "announce"},

               {"arguments": [{"role": role, "name": name} for role, name in BACKWARDS]},
        {"evidence": [{"quote": "met Governor Lind in Oslo on 3 May 2021", "page": "3"}]},
    ],
)  # fmt: skip
def test_a_claim_keeps_its_key_whatever_else_is_said_of_it(fields: dict[str, Any]) -> None:
    assert _key(**fields) == _key()


@pytest.mark.parametrize(
    "fields",
    [
        {"document": "daily-2"}, {"kind": "visit"}, {"phase": "scheduled"}, {"polarity": "-"}, {"date_text": "May 2021"},
        {"date_text": None},
        {"arguments": [{"role": "host", "name": "Ueda"}]}, {"arguments": []}, {"evidence": [{"quote": "met Governor Lind"}]},
        {"evidence": [{"start": 3, "end": 9}]}, {"evidence": [{"quote": "met Governor Lind in Oslo on 3 May 2021", "document": "daily-2"}]},
    ],
)  # fmt: skip
def test_another_claim_has_another_key(fields: dict[str, Any]) -> None:
    assert _key(**fields) != _key()


def test_a_date_without_words_counts_for_the_words() -> None:
    assert _key(date_text=None, date="2021-05-03") != _key(date_text=None, date="2021-05")
    assert _key(date_text="2021-05", date="2021-05") == _key(date_text=None, date="2021-05")


def test_spans_count_by_both_ends_and_quotes_by_their_words() -> None:
    spans = [
        {"start": 3, "end": 9},
        {"start": 3, "end": 10},
        {"start": 4, "end": 9},
        {"quote": "x"},
        {"page": "3"},
        {"quote": "y"},
    ]
    assert len({_key(evidence=[one]) for one in spans}) == len(spans)
    assert _key(evidence=[{"page": "3"}]) == _key(evidence=[{"page": "4"}])
    assert _key(evidence=spans[:2]) == _key(evidence=spans[1::-1])


def test_a_document_is_its_source_address_title_language_and_text() -> None:
    told = {"record": "document", "source": "Daily", "title": "Grain", "language": "en", "url": "https://example.org/1"}
    same = [told, told | {"slug": "d"}, told | {"author": "A"}, told | {"published_on": "2021"}, told | {"note": "n"}]
    others = [told | {name: f"{told[name]}x"} for name in ("source", "title", "url")]
    others.append(told | {"language": "no"})
    keys = [document_key(record_from_object(one), None) for one in same]  # type: ignore[arg-type]
    assert len(set(keys)) == 1
    rest = [document_key(record_from_object(one), None) for one in others]  # type: ignore[arg-type]
    rest.append(document_key(record_from_object(told), "0" * 64))  # type: ignore[arg-type]
    assert len({keys[0], *rest}) == 6
