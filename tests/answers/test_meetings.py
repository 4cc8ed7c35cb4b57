"""Meeting and attending told apart: people of one side did not meet each other by coming together."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from tests.conftest import claim, taken

pytestmark = pytest.mark.both_engines

PEOPLE = [
    {"record": "entity", "slug": slug, "name": name, "kind": "person", "country": country}
    for slug, name, country in (("mori", "Mori Jun", "JP"), ("berg", "Ola Berg", "NO"), ("nobody", "N. Obody", None))
]  # fmt: skip
STATES = [
    {"record": "entity", "slug": slug, "name": name, "kind": "state", "country": country}
    for slug, name, country in (("japan", "Japan", "JP"), ("norway", "Norway", "NO"))
]


def people(*named: str, role: str = "participant") -> list[dict[str, Any]]:
    return [{"role": role, "name": name, "entity": name} for name in named]


@pytest.mark.parametrize(
    ("kind", "arguments", "met"),
    [
        ("meet", people("ueda", "lind"), {"Ueda Mari, Ada Lind"}),
        ("meet", people("ueda", "mori", "lind"), {"Ueda Mari, Ada Lind", "Mori Jun, Ada Lind"}),  # two of one country
        ("meet", people("ueda", "mori"), {"Ueda Mari, Mori Jun"}),  # nobody else: at home
        ("meet", people("ueda", "nobody"), {"Ueda Mari, N. Obody"}),  # of a country that nobody knows
        ("meet", [*people("ueda", "lind"), *people("berg", role="partner")], {"Ueda Mari, Ola Berg"}),  # together they met others
        ("attend", people("ueda", "mori"), set()),
        ("attend", [*people("ueda", "nobody"), *people("japan", role="organisation")], set()),  # for Japan, both
        ("attend", people("ueda", "lind"), {"Ueda Mari, Ada Lind"}),
        ("attend", [*people("ueda"), *people("berg", role="host")], {"Ueda Mari, Ola Berg"}),
        ("attend", people("mori", "ueda", role="host"), set()),
        ("meet", people("japan", "norway"), {"Japan, Norway"}),
        ("meet", people("japan", "lind"), set()),  # a state and a person
    ],
)  # fmt: skip
def test_who_met_whom(
    kind: str, arguments: list[dict[str, Any]], met: set[str], db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few[:-2], *PEOPLE, *STATES, claim(kind=kind, arguments=arguments)])
    rows = db.query("who_met_whom")
    assert {f"{row['person']}, {row['other']}" for row in rows} == met
    assert {row["basis"] for row in rows} <= {"joint attendance" if kind == "attend" else "meeting"}
    for row in rows:
        assert db.query("who_met_whom", person=row["other"], other=row["person"])
