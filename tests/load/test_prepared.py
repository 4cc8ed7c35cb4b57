"""Where the words and names of a claim stand, from the first letter of a text to its last."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import TEXT, claim, taken

OTHER = "On 3 May Ueda met Lind. Ueda met Lind in Oslo."


@pytest.fixture
def base(db: Database, few: list[dict[str, Any]]) -> Database:
    told = {
        "record": "document",
        "slug": "daily-2",
        "source": "Daily",
        "title": "Told again",
        "language": "en",
        "restates": "daily-1",
        "text": OTHER,
    }
    far = told | {"slug": "daily-3", "title": "Another"}
    del far["restates"]
    taken(db, [*few[:-2], told, far])
    return db


def spans(db: Database) -> list[tuple[Any, ...]]:
    """(document, first, after the last, how) of the evidence of c1, in order."""
    return [
        tuple(row.values())
        for row in db.sql(
            "select d.slug, e.span_start, e.span_end, e.alignment from evidence as e"
            " join documents as d on d.id = e.document_id order by e.seq"
        )
    ]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([{"quote": "Minister Ueda"}], [("daily-1", 0, 13, "exact")]), ([{"quote": "did not sign."}], [("daily-1", 93, 106, "exact")]),
        ([{"quote": TEXT}], [("daily-1", 0, 106, "exact")]), ([{"start": 0, "end": 106}], [("daily-1", 0, 106, "exact")]),
        ([{"start": 105, "end": 106}], [("daily-1", 105, 106, "exact")]),
        ([{"start": 0, "end": 1, "alignment": "fuzzy"}], [("daily-1", 0, 1, "fuzzy")]),
        ([{"quote": "minister UEDA"}], [("daily-1", 0, 13, "folded")]),
        ([{"quote": "Minister Ueda ... in Oslo"}], [("daily-1", 0, 13, "gapped"), ("daily-1", 32, 39, "gapped")]),
        # what its own document says comes first
        ([{"quote": "On 3 May", "document": "daily-2"}, {"quote": "Minister Ueda"}], [("daily-1", 0, 13, "exact"),
        ("daily-2", 0, 8, "exact")]),
        ([{"quote": "On 3 May", "document": "daily-2"}], [("daily-2", 0, 8, "exact")]),
        ([{"quote": "Minister Ueda", "document": "daily-1"}], [("daily-1", 0, 13, "exact")]),
    ],
)  # fmt: skip
def test_where_words_stand(evidence: list[dict[str, Any]], expected: list[tuple[Any, ...]], base: Database) -> None:
    taken(base, [claim(evidence=evidence, arguments=[], date_text=None)])
    assert spans(base) == expected


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"evidence": [{"start": 0, "end": 107}]}, "evidence[0].end", "the text ends at 106"),
        ({"evidence": [{"quote": "Lind"}]}, "evidence[0].quote", "stands in 2 places"),
        ({"evidence": [{"quote": "on 3 May 202"}]}, "evidence[0].quote", "does not stand in the text"),  # of another year
        ({"evidence": [{"quote": "Minister Ueda"}, {"quote": "Minister Lind"}]}, "evidence[1].quote", "does not stand in the text"),
        ({"evidence": [{"quote": "On 3 May", "document": "daily-3"}]},
         "evidence[0].document", "neither the claim's document nor one that restates it"),
        ({"evidence": [{"quote": "Minister Ueda"}, {"quote": "x", "document": "daily-9"}]},
         "evidence[1].document", "no document has this slug or key"),
        ({"arguments": [{"role": "place", "name": "Oslo", "start": 34, "end": 39}]}, "arguments[0].start", "the text reads"),
        ({"arguments": [{"role": "place", "name": "Oslo"}, {"role": "place", "name": "Oslo", "start": 34, "end": 107}]},
         "arguments[1].end", "the text ends at 106"),
        ({"arguments": [{"role": "place", "name": "Oslo"}, {"role": "host", "name": "Ek", "entity": "ek"}]},
         "arguments[1].entity", "no entity has this slug or key"),
        ({"event": "none"}, "event", "no event has this slug or key"),
        ({"document": "none"}, "document", "no document has this slug or key"),
        ({"key": "a" * 26}, "key", "the record's own fields give"), ({"run": "a" * 26}, "run", "no run has this key"),
    ],
)  # fmt: skip
def test_what_does_not_stand_there_is_refused(fields: dict[str, Any], field: str, reason: str, base: Database) -> None:
    (reject,) = base.load([claim(**fields)]).rejects
    assert reject.field == field
    assert reason in reject.reason


@pytest.mark.parametrize(
    ("evidence", "name", "span"),
    [
        ([{"quote": "Minister Ueda met Governor Lind in Oslo"}], {"name": "Minister Ueda"}, (0, 13)),
        ([{"quote": "Minister Ueda met Governor Lind in Oslo"}], {"name": "Oslo"}, (35, 39)),
        ([{"quote": "Minister Ueda met Governor Lind in Oslo"}], {"name": "Lind"}, (27, 31)),
        ([{"start": 0, "end": 105}], {"name": "Lind"}, (None, None)),
        ([{"start": 0, "end": 30}], {"name": "Lind"}, (None, None)), ([{"start": 0, "end": 31}], {"name": "Lind"}, (27, 31)),
        ([{"start": 28, "end": 105}], {"name": "Lind"}, (88, 92)),
        ([{"start": 0, "end": 13}, {"start": 14, "end": 39}], {"name": "Oslo"}, (35, 39)),
        ([{"start": 0, "end": 13}], {"name": "Lind", "start": 88, "end": 92}, (88, 92)),
        ([{"quote": "On 3 May", "document": "daily-2"}], {"name": "May"}, (None, None)),
        ([{"start": 101, "end": 106}], {"name": "ign."}, (102, 106)),
        ([{"start": 0, "end": 13}], {"name": "Bo Ek"}, (None, None)),
    ],
)  # fmt: skip
def test_a_name_stands_where_the_evidence_has_it_once(
    evidence: list[dict[str, Any]], name: dict[str, Any], span: tuple[int | None, int | None], base: Database
) -> None:
    base.load([claim(evidence=evidence, arguments=[{"role": "participant"} | name])])
    assert [tuple(row.values()) for row in base.sql("select span_start, span_end from arguments")] == [span]
