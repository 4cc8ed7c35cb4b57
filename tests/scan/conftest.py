"""What ships, with judgements, reviews, corrections and withdrawals beside it, as a database and as a folder of Parquet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from claims import Database, records
from claims.export import export
from tests.conftest import taken

pytest.importorskip("pyarrow", reason="pyarrow is not installed: claims[duckdb] has it")

#: Every question, each with several askings: of nobody in particular, by names in three scripts, keys, days, and what nobody knows.
ASKED: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name in (
        "about", "agreed", "as_known_on", "conflicts", "corroboration", "expected", "extractions", "failed", "offices",
        "planned", "sources_of", "timeline", "topics", "who_met_whom",
    )),
    ("about", {"topic": "semiconductors"}), ("about", {"topic": "半導体"}), ("about", {"kind": "sign"}),
    ("about", {"topic": "chips", "kind": "cooperate"}), ("about", {"topic": "nobody's"}),
    ("agreed", {"party": "Japan"}), ("agreed", {"party": "韓国", "since": "2023"}), ("agreed", {"topic": "AI"}),
    ("agreed", {"since": "2024-03", "until": "2024-06"}), ("agreed", {"event": "jucip-4"}),
    ("agreed", {"party": "미국", "topic": "semiconductors"}),
    ("as_known_on", {"day": "2000-01-01"}),
    ("as_known_on", {"day": "2100-01-01"}), ("as_known_on", {"entity": "Japan"}), ("as_known_on", {"until": "2023-06"}),
    ("as_known_on", {"day": "2026-11-30", "entity": "Raimondo"}),
    ("conflicts", {"slot": "date"}), ("conflicts", {"event": "jucip-4"}), ("conflicts", {"event": "jucip-4", "slot": "participant"}),
    ("conflicts", {"slot": "outcome"}), ("conflicts", {"slot": "place"}),
    ("corroboration", {"event": "jucip-4"}), ("corroboration", {"event": "nothing"}),
    ("expected", {"party": "Japan"}), ("expected", {"likelihood": "set"}), ("expected", {"since": "2024-06-15", "topic": "AI"}),
    ("extractions", {"document": "meti-jucip4-en"}), ("extractions", {"tool": "load", "document": "daily-1"}),
    ("failed", {"party": "米国"}), ("failed", {"since": "2024", "until": "2024"}), ("failed", {"topic": "semiconductors"}),
    ("offices", {"person": "齋藤健"}), ("offices", {"person": "Gina Raimondo"}), ("offices", {"organisation": "Japan"}),
    ("offices", {"day": "2024-06-26"}), ("offices", {"organisation": "METI", "day": "2024-01-01"}),
    ("planned", {"party": "Japan"}), ("planned", {"as_of": "2024-06-30"}), ("planned", {"since": "2024-06", "until": "2024-12"}),
    ("planned", {"party": "Republic of Korea", "as_of": "2023-12-31"}),
    ("sources_of", {"claim": "KEY"}), ("sources_of", {"claim": "no-such-claim"}),
    ("timeline", {"entity": "Raimondo"}), ("timeline", {"since": "2024-06-26", "until": "2024-06-26"}),
    ("timeline", {"entity": "日本", "since": "2023"}), ("timeline", {"entity": "Ken Saitoo"}), ("timeline", {"entity": "Ada Lind"}),
    ("who_met_whom", {"person": "Ada Lind", "other": "Ueda"}),
    ("topics", {"topic": "AI"}), ("topics", {"kind": "framework"}), ("topics", {"topic": "人工知能"}),
    ("who_met_whom", {"person": "Ken Saito"}), ("who_met_whom", {"other": "Raimondo"}),
    ("who_met_whom", {"person": "西村康稔", "other": "Gina Raimondo"}), ("who_met_whom", {"since": "2023-05", "until": "2024"}),
]  # fmt: skip


@pytest.fixture(scope="session")
def lively_file(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ships, and what people did to it: corrected, withdrawn, reviewed, merged, linked, placed elsewhere, named alike."""
    path = Path(shutil.copy(shipped_file, tmp_path_factory.mktemp("lively") / "claims.db"))
    with Database(path) as db:
        with db.engine.connect() as connection:
            held = [one for one in export(connection, history=False) if isinstance(one, records.Claim)]
        changed = {"key": None, "slug": None, "run": None}
        claims = [
            replace(held[0], **changed, supersedes=held[0].key, date="2031", date_text="2031", date_basis="stated"),
            replace(held[1], **changed, summary="Another reading."),
            replace(held[2], retraction="it was a misprint"),
        ]
        review = {"record": "review", "claim": held[3].key, "reviewer": "b"}
        other = {"record": "review", "claim": held[4].key, "reviewer": "a"}
        given: list[Any] = [
            *claims,
            review | {"verdict": "rejected"},
            other | {"verdict": "unsure", "reviewed_at": "2026-01-02T00:00:00.000Z"},
            other | {"verdict": "accepted", "reviewed_at": "2026-01-03T00:00:00.000Z", "note": "見直した; \'so\'"},
            *few(),
            {"record": "entity", "slug": "lind-2", "name": "Ada Lind", "kind": "person", "country": "NO"},
            {"record": "entity", "slug": "lind-3", "name": "Lind, A.", "kind": "person", "country": "NO"},
            {"record": "judgement", "left": "lind", "right": "lind-3", "verdict": "same", "who": "a", "why": "one office"},
            {"record": "link", "source": held[6].key, "type": "outcome_of", "target": held[7].key},
            {"record": "placement", "claim": "c2", "event": "jucip-4", "who": "a", "why": "it says so"},
        ]  # fmt: skip
        taken(db, given)
        db.sql("pragma wal_checkpoint(truncate)")
    return path


def few() -> list[dict[str, Any]]:
    """Two claims, one of a date without a day, one whose words nobody has found, as its text is withheld."""
    text = "Minister Ueda met Governor Lind in Oslo in 2021. They will share grain data."
    parties = [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Ada Lind"}]
    found = {"record": "claim", "document": "daily-1", "phase": "occurred", "arguments": parties}
    return [
        {"record": "source", "name": "Daily", "kind": "outlet", "country": "NO"},
        {"record": "document", "slug": "daily-1", "source": "Daily", "title": "Grain", "language": "en", "text": text},
        {"record": "document", "slug": "daily-2", "source": "Daily", "title": "Data", "language": "en"},
        {"record": "entity", "slug": "lind", "name": "Ada Lind", "kind": "person", "country": "NO"},
        found | {"slug": "c1", "kind": "meet", "date": "2021", "date_text": "2021", "date_basis": "stated",
                 "evidence": [{"quote": "met Governor Lind in Oslo in 2021"}], "summary": "Ueda met Lind."},
        found | {"slug": "c2", "document": "daily-2", "kind": "cooperate", "phase": "intended",
                 "evidence": [{"quote": "share all of their data"}], "summary": "Ueda and Lind mean to share data."},
    ]  # fmt: skip


@pytest.fixture(scope="session")
def lively(lively_file: Path) -> Iterator[Database]:
    with Database(lively_file) as database:
        yield database


@pytest.fixture(scope="session")
def folder(lively: Database, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`lively` as Parquet."""
    from claims.scan import write_parquet

    path = tmp_path_factory.mktemp("parquet") / "folder"
    with lively.engine.connect() as connection:
        write_parquet(connection, path)
    return path
