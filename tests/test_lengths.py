"""What is too long, too many or too large when it is unpacked: refused with a reason, soon, and at the cost of nothing else."""

from __future__ import annotations

import io
import json
import time
import zipfile
from typing import Any

import openpyxl
import pytest

from claims import Database
from claims.articles.word import read_word
from claims.errors import AlignmentError, ClaimsError, RecordError
from claims.quotes import align
from claims.records import decode
from claims.records.fields import LONGEST_TEXT
from tests.conftest import claim

_LONG = "x" * 10_000_000


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"record": "source", "name": _LONG}, "name"),
        ({"record": "entity", "name": "A", "kind": "person", "aliases": [{"name": _LONG}]}, "aliases[0].name"),
        ({"record": "entity", "name": "A", "kind": "person", "aliases": [{"name": "B"}] * 3000}, "aliases"),
        ({"record": "document", "source": "A", "title": "T", "language": "en", "text": _LONG}, "text"),
        ({"record": "document", "source": "A", "title": "T", "language": "ja", "text": "岸" * 700_000}, "text"),
        ({"record": "document", "source": "A", "title": "T", "language": "en", "note": _LONG}, "note"),
        (claim(evidence=[{"quote": _LONG}]), "evidence[0].quote"),
        (claim(evidence=[{"quote": "x"}] * 600), "evidence"),
        (claim(arguments=[{"role": "participant", "name": "A"}] * 600), "arguments"),
        (claim(asserter=_LONG), "asserter"),
        (claim(date_text=_LONG), "date_text"),
        ({"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "A", "note": _LONG}, "note"),
        ({"record": "source", "name": "x" * 17_000_000}, ""),
    ],
)
def test_what_is_too_long_is_refused(record: dict[str, Any], field: str) -> None:
    started = time.process_time()
    with pytest.raises(RecordError) as raised:
        decode(json.dumps(record, ensure_ascii=False).encode())
    assert raised.value.field == field
    assert len(str(raised.value)) < 300
    assert time.process_time() - started < 2


def test_the_longest_text_is_taken_and_shown(db: Database) -> None:
    text = "Ueda met Lind in Oslo. " * (LONGEST_TEXT // 23)
    document = {"record": "document", "source": "A", "title": "T", "language": "en", "text": text}
    receipt = db.load([{"record": "source", "name": "A"}, document])
    assert receipt.inserted == 2


def test_the_longest_quote_is_looked_for_in_the_longest_text_without_end() -> None:
    started = time.process_time()
    with pytest.raises(AlignmentError, match="places"):
        align("ab " * 3_333, "ba " * (LONGEST_TEXT // 3))
    assert align("ab " * 300 + "c", "ba " * 50_000) is None
    assert align(" … ".join(["ab"] * 3_000), "ba " * (LONGEST_TEXT // 3)) is None
    assert time.process_time() - started < 30


def _zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in parts.items():
            written.writestr(name.replace("__", "/"), data)
    return file.getvalue()


@pytest.mark.parametrize("name", ["xl__workbook.xml", "word__document.xml"])
def test_a_file_that_unpacks_to_much_is_not_unpacked(db: Database, name: str) -> None:
    bomb = _zipped(**{name: b" " * 200_000_000})
    assert len(bomb) < 1_000_000
    with pytest.raises(ClaimsError, match="unpacks to 200 MB"):
        db.load(bomb) if name.startswith("xl") else read_word(bomb, "bomb.docx")


def test_one_far_cell_makes_no_millions_of_empty_ones(db: Database) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["kind", "person"])
    book.active.cell(1_000_000, 16_000, "far")
    file = io.BytesIO()
    book.save(file)
    with pytest.raises(ClaimsError, match="more than 5,000,000 cells"):
        db.load(file.getvalue())
