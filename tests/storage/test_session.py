"""A session reads one state of the database, and refuses to write by whatever way."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import sqlalchemy
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session

from claims import Claim, ClaimsError, Database, Review, Source
from claims.errors import ReadOnlyError
from tests.conftest import claim

pytestmark = pytest.mark.both_engines

SOURCE = {"name": "Weekly", "kind": "outlet", "reliability": "F"}


def _first(session: Session) -> Claim:
    return session.scalars(select(Claim).order_by(Claim.id)).all()[0]


def _change(session: Session) -> None:
    _first(session).summary = "something else"


def _add_to_list(session: Session) -> None:
    first = _first(session)
    first.reviews.append(Review(verdict="accepted", reviewer="me"))


def _take_away(session: Session) -> None:
    first = _first(session)
    first.arguments.clear()


def _add_and_fail(session: Session) -> None:
    session.add(Source(**SOURCE))
    raise ZeroDivisionError


WRITES: dict[str, Callable[[Session], object]] = {
    "add": lambda session: session.add(Source(**SOURCE)),
    "add to a list": _add_to_list,
    "change": _change,
    "take away": _take_away,
    "delete": lambda session: session.delete(_first(session)),
    "insert": lambda session: session.execute(insert(Source).values(**SOURCE)),
    "update": lambda session: session.execute(update(Claim).values(summary="something else")),
    "delete all": lambda session: session.execute(delete(Claim)),
    "bulk": lambda session: session.bulk_insert_mappings(sqlalchemy.inspect(Source), [SOURCE]),
    "text": lambda session: session.execute(text("insert into sources (name, kind, reliability) values ('W', 'outlet', 'F')")),
    "driver": lambda session: session.connection().exec_driver_sql("delete from reviews where 1 = 0 or id > 0"),
    "schema": lambda session: session.execute(text("create table mine (id integer)")),
}  # fmt: skip


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_every_way_to_write_is_refused(
    db: Database, few: list[dict[str, Any]], write: Callable[[Session], object]
) -> None:
    db.load([*few, {"record": "review", "claim": "c1", "verdict": "accepted", "reviewer": "desk"}], strict=True)
    before = _all(db)
    with pytest.raises(ClaimsError, match=re.escape("Database.load")) as raised, db.session() as session:
        write(session)
    assert isinstance(raised.value, ReadOnlyError)
    assert _all(db) == before


def _all(db: Database) -> list[Any]:
    return [db.sql(f"select * from {table}") for table in ("sources", "claims", "arguments", "reviews")]


@pytest.mark.parametrize("ending", ["flush", "commit"])
def test_a_changed_row_is_refused_as_soon_as_it_would_be_written(
    db: Database, few: list[dict[str, Any]], ending: str
) -> None:
    db.load(few, strict=True)
    with db.session() as session:
        _first(session).summary = "something else"
        with pytest.raises(ReadOnlyError):
            getattr(session, ending)()
        session.rollback()
    with db.session() as session:
        _first(session).summary = "something else"
        with pytest.raises(ReadOnlyError):
            session.scalars(select(Source)).all()
        session.rollback()


def test_an_error_of_the_caller_stays_his(db: Database) -> None:
    with pytest.raises(ZeroDivisionError), db.session() as session:
        _add_and_fail(session)
    with pytest.raises(sqlalchemy.exc.DBAPIError, match="syntax"), db.session() as session:
        session.execute(text("selct 1"))


def test_a_load_goes_on_beside_a_session_which_sees_what_it_saw(db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few, strict=True)
    with db.session() as session:
        assert len(session.scalars(select(Claim)).all()) == 2
        assert db.load([claim(slug="c3", kind="visit", summary="Lind visited Oslo.")], strict=True).inserted == 1
        assert len(session.scalars(select(Claim)).all()) == 2
        session.commit()
        assert len(session.scalars(select(Claim)).all()) == 3
    assert db.load([{"record": "source", **SOURCE}]).inserted == 1  # the connection writes again
