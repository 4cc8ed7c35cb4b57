"""What a claim's arguments make of it for gathering: who took part, who looked on, where, and of which series."""

from __future__ import annotations

from typing import Any

import pytest

from claims import Database
from claims.identity.occasions import Telling
from claims.identity.reading import Reader
from tests.conftest import claim, taken

#: Role, kind and country of an argument (None = of no entity) -> the slots in which it then is, and the countries.
ARGUMENTS: dict[str, tuple[str, str | None, str | None, dict[str, int]]] = {
    "a person": ("participant", "person", "NO", {"people": 1, "states": 1}),
    "a person of no state that is known": ("participant", "person", "SE", {"people": 1}),
    "a person of no country": ("participant", "person", None, {"people": 1}),
    "a signatory": ("signatory", "person", "NO", {"people": 1, "states": 1}),
    "a host": ("host", "organisation", "NO", {"bodies": 1, "states": 1}),
    "a partner": ("partner", "person", None, {"people": 1}),
    "an agent": ("agent", "person", None, {"people": 1}),
    "a body of no country": ("participant", "organisation", None, {"bodies": 1}),
    "a group of a country": ("participant", "group", "NO", {"bodies": 1}),
    "a framework of a country that takes part": ("participant", "framework", "NO", {"bodies": 1}),
    "a state": ("participant", "state", "NO", {"states": 1}),
    "somebody unknown": ("participant", None, None, {"unknown": 1}),
    "a place": ("place", "place", "NO", {"places": 1, "lands": 1}),
    "a place of no state that is known": ("place", "place", "SE", {"places": 1}),
    "a place that nobody knows": ("place", None, None, {"places": 1}),
    "a state as a place": ("place", "state", "NO", {"lands": 1}),
    "a witness": ("witness", "person", "NO", {"watchers": 1}),
    "a witness that is no person": ("witness", "organisation", "NO", {}),
    "a framework": ("framework", "series", None, {"series": 1}),
    "a framework that nobody knows": ("framework", None, None, {}),
    "an instrument": ("instrument", "instrument", None, {"instruments": 1}),
    "a topic": ("topic", "topic", None, {}),
    "an office": ("office", "office", "NO", {}),
}
SLOTS = ("people", "bodies", "unknown", "watchers", "states", "places", "lands", "series", "instruments")


def tellings(db: Database) -> list[Telling]:
    with db.engine.connect() as connection:
        documents = [row[0] for row in connection.exec_driver_sql("select id from documents")]
        return Reader(connection).tellings_of(documents)


@pytest.mark.parametrize("name", ARGUMENTS)
def test_what_an_argument_is(name: str, db: Database, few: list[dict[str, Any]]) -> None:
    role, kind, country, slots = ARGUMENTS[name]
    state = {"record": "entity", "slug": "norway", "name": "Norway", "kind": "state", "country": "NO"}
    argument: dict[str, Any] = {"role": role, "name": "Bo Ek" if kind is None else "Lind"}
    named: list[dict[str, Any]] = [state]
    if kind is not None:
        argument["entity"] = "it"
        named.append(
            {"record": "entity", "slug": "it", "name": "It", "kind": kind}
            | ({} if country is None else {"country": country})
        )
    taken(db, [*few[:-2], *named])
    db.load([claim(arguments=[argument])])
    (one,) = tellings(db)
    assert {slot: len(getattr(one, slot)) for slot in SLOTS if getattr(one, slot)} == slots
    assert one.states | one.lands <= {"NO"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"quantity": "4"}, 4), ({"quantity": "9999"}, 9999), ({"quantity": "12345"}, None), ({"quantity": "4th"}, None),
        ({"quantity": "last"}, None), ({"quantity": "４"}, 4), ({}, None),
    ],
)  # fmt: skip
def test_a_number_is_one_of_four_digits(
    fields: dict[str, Any], expected: int | None, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few[:-2], claim(**fields)])
    assert [one.ordinal for one in tellings(db)] == [expected]


@pytest.mark.parametrize(
    ("edtf", "width"),
    [("2021-05-03", 0), ("2021-05", 30), ("2021-05-03/..", None), ("../2021-05-03", None), (None, None)],
)
def test_a_day_is_told_where_both_ends_are(
    edtf: str | None, width: int | None, db: Database, few: list[dict[str, Any]]
) -> None:
    taken(db, [*few[:-2], claim(date=edtf, date_text=None, date_basis=None)])
    (one,) = tellings(db)
    assert (None if one.first is None or one.last is None else one.last - one.first) == width
    assert (one.first is None) == (one.last is None)
    assert (one.positive, one.kind, one.phase) == (True, "meet", "occurred")
