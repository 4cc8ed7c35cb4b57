"""Rows lead to each other both ways, typed, and cost the statements that SQLAlchemy says they cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_type

import pytest
from sqlalchemy import Column, event, func, inspect, select
from sqlalchemy.orm import DeclarativeBase, RelationshipDirection, RelationshipProperty, joinedload, selectinload
from sqlalchemy.orm.exc import DetachedInstanceError

import claims
from claims import (
    Alias,
    Argument,
    Claim,
    Database,
    Document,
    Entity,
    Event,
    Evidence,
    Judgement,
    Link,
    Placement,
    Review,
    Run,
    Sentence,
    Source,
)
from claims.models import Base

pytestmark = pytest.mark.both_engines

RELATIONSHIPS = [
    (mapper.class_, name, found)
    for mapper in sorted(Base.registry.mappers, key=lambda one: one.class_.__name__)
    for name, found in sorted(inspect(mapper.class_).relationships.items())
]


@pytest.fixture(scope="module")
def full(shipped_file: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """What ships, and a row of each sort that does not: a correction, a review, a judgement, a placement."""
    path = tmp_path_factory.mktemp("full") / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    with Database(path) as database:
        (other,) = database.sql(
            "select key, document_id, event_id from claims where event_id is null order by id limit 1"
        )
        (saito,) = database.sql("select key from entities where slug = 'ken-saito'")
        said = {"who": "desk", "why": "same day and place"}
        receipt = database.load(
            [
                {"record": "entity", "slug": "saito-k", "name": "Saito K.", "kind": "person"},
                {"record": "judgement", "left": saito["key"], "right": "saito-k", "verdict": "same", **said},
                {"record": "placement", "claim": other["key"], "event": "jucip-4", **said},
                {"record": "review", "claim": other["key"], "verdict": "unsure", "reviewer": "desk", "note": "look again"},
                {"record": "claim", "slug": "held-again", "document": "meti-jucip4-en", "kind": "meet", "phase": "occurred",
                 "supersedes": _first(database, "meti-jucip4-en"), "summary": "They met.",
                 "evidence": [{"start": 0, "end": 20}]},
            ],
            strict=False,
        )  # fmt: skip
        assert receipt.superseded == 1
        yield database


def _first(database: Database, document: str) -> str:
    sql = "select c.key from claims as c join documents as d on d.id = c.document_id where d.slug = :slug order by c.id"
    return str(database.sql(sql, {"slug": document})[0]["key"])


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value is not None else []


@pytest.mark.parametrize(
    ("model", "name", "found"), RELATIONSHIPS, ids=lambda one: getattr(one, "__name__", None) or str(one)
)
def test_each_relationship_leads_there_and_back(
    full: Database, model: type[DeclarativeBase], name: str, found: RelationshipProperty[Any]
) -> None:
    """Of all rows: what the foreign key says is what the attribute gives, and the way back leads to the row again."""
    with full.session() as session:
        pairs = [(row, other) for row in session.scalars(select(model)) for other in _many(getattr(row, name))]
        assert pairs
        if found.viewonly:
            view = session.connection().exec_driver_sql("select count(*) from placed").scalar_one()
            assert len(pairs) == view
            return
        assert found.back_populates
        assert all(row in _many(getattr(other, found.back_populates)) for row, other in pairs)
        column = _foreign_key(found)
        pointing = select(func.count()).select_from(column.table).where(column.is_not(None))
        assert len(pairs) == session.scalars(pointing).one()


def _foreign_key(found: RelationshipProperty[Any]) -> Column[Any]:
    """The column that the relationship follows, from either end."""
    ((local, remote),) = found.local_remote_pairs or ()
    column = local if found.direction is RelationshipDirection.MANYTOONE else remote
    assert isinstance(column, Column)
    return column


def test_every_foreign_key_has_its_relationships() -> None:
    """But those to kinds and roles, whose key is the word itself."""
    led = {_foreign_key(found) for _, _, found in RELATIONSHIPS if not found.viewonly}
    left = {key for table in Base.metadata.tables.values() for key in table.foreign_keys if key.parent not in led}
    assert {key.column.table.name for key in left} == {"kinds", "roles"}


def test_many_rows_come_in_an_order_that_is_told() -> None:
    assert [(model, name) for model, name, found in RELATIONSHIPS if found.uselist and not found.order_by] == []


def test_the_types_that_an_editor_sees(full: Database) -> None:
    """assert_type is for mypy, which checks this file; the rows are looked at besides."""
    with full.session() as session:
        claim = session.scalars(select(Claim).join(Claim.links)).first()
        assert claim is not None
        assert_type(claim.document, Document)
        assert_type(claim.document.source, Source)
        assert_type(claim.document.source.documents, list[Document])
        assert_type(claim.document.sentences, list[Sentence])
        assert_type(claim.document.restates, Document | None)
        assert_type(claim.run, Run)
        assert_type(claim.event, Event | None)
        assert_type(claim.placed_on, Event | None)
        assert_type(claim.arguments, list[Argument])
        assert_type(claim.arguments[0].entity, Entity | None)
        assert_type(claim.evidence, list[Evidence])
        assert_type(claim.evidence[0].quote, str | None)
        assert_type(claim.links, list[Link])
        assert_type(claim.links[0].target, Claim)
        assert_type(claim.links_from, list[Link])
        assert_type(claim.reviews, list[Review])
        assert_type(claim.placements, list[Placement])
        assert_type(claim.supersedes, Claim | None)
        assert_type(claim.superseded_by, list[Claim])
        saito = session.scalars(select(Entity).where(Entity.slug == "ken-saito")).one()
        assert_type(saito.aliases, list[Alias])
        assert_type(saito.judgements_left, list[Judgement])
        assert_type(saito.judgements_left[0].right, Entity)
        jucip = session.scalars(select(Event).where(Event.slug == "jucip-4")).one()
        assert_type(jucip.series, Entity | None)
        assert_type(jucip.claims, list[Claim])
        assert claim.links[0].target.links_from[0].source is claim
        assert saito.judgements_left[0].right.name == "Saito K."
        assert jucip.series is not None
        assert jucip in jucip.series.events
        assert "齋藤健" in {alias.name for alias in saito.aliases}


def test_a_corrected_row_leads_to_the_one_that_is_held(full: Database) -> None:
    with full.session() as session:
        held = session.scalars(select(Claim).where(Claim.slug == "held-again")).one()
        assert held.supersedes is not None
        assert held.supersedes.superseded_by == [held]
        assert (held.supersedes.retraction, held.retraction) == ("superseded", None)
        assert held.document.claims.index(held.supersedes) < held.document.claims.index(held)


def test_a_placed_claim_is_no_claim_of_the_record(full: Database) -> None:
    """event and claims are what records name; placed_on and placed_claims what the view placed makes of placements too."""
    with full.session() as session:
        placement = session.scalars(select(Placement)).one()
        claim, jucip = placement.claim, placement.event
        assert (claim.event, claim.placed_on) == (None, jucip)
        assert claim not in jucip.claims
        assert claim in jucip.placed_claims
        view = session.connection().exec_driver_sql(
            "select claim_id from placed where event_id = ? order by 1", (jucip.id,)
        )
        assert [one.id for one in jucip.placed_claims] == view.scalars().all()
        assert (
            session.scalars(select(Claim).where(Claim.placed_on == jucip).order_by(Claim.id)).all()
            == jucip.placed_claims
        )


def test_a_quote_is_cut_from_the_text(full: Database) -> None:
    with full.session() as session:
        found = session.scalars(select(Evidence).options(joinedload(Evidence.document))).all()
        for one in found:
            text = one.document.text
            assert one.quote == (None if text is None else text[one.span_start : one.span_end])
        assert {one.quote is None for one in found} == {True, False}
        said = [one for one in found if one.quote and "会談" in one.quote]
        assert said
        asked = select(Evidence).join(Evidence.document).where(Evidence.quote.contains("会談"))
        assert set(session.scalars(asked)) == set(said)
        words = session.scalars(select(Evidence.quote).where(Evidence.quote.is_not(None))).all()
        assert sorted(filter(None, words)) == sorted(one.quote for one in found if one.quote is not None)


def test_a_quote_does_not_bring_the_text_along(full: Database) -> None:
    with full.session() as session:
        one = session.scalars(select(Evidence).where(Evidence.quote.is_not(None)).limit(1)).one()
        assert one.quote
        assert "document" in inspect(one).unloaded


def test_a_row_is_shown_in_few_words(full: Database) -> None:
    with full.session() as session:
        (claim,) = session.scalars(select(Claim).where(Claim.slug == "held-again"))
        assert repr(claim) == "<Claim meet occurred +: They met.>"
        assert repr(claim.supersedes).startswith("<Claim meet occurred + 2024-06-26 superseded: ")
        assert repr(claim.document) == f"<Document meti-jucip4-en en 2024-06-27: {claim.document.title}>"
        assert repr(claim.document.source) == "<Source ministry: METI>"
        assert repr(claim.evidence[0]) == f"<Evidence 0 20 exact: {claim.evidence[0].quote}>"
        saito = session.scalars(select(Entity).where(Entity.slug == "ken-saito")).one()
        assert repr(saito) == "<Entity person: Ken Saito>"
        for model in {model for model, _, _ in RELATIONSHIPS}:
            row = session.scalars(select(model)).first()
            assert repr(row).startswith(f"<{model.__name__} ")
            assert " object at 0x" not in repr(row)
            assert len(repr(row)) < 180


def test_showing_a_row_asks_for_nothing(full: Database) -> None:
    with full.session() as session:
        claim = session.scalars(select(Claim)).first()
        assert claim is not None
        session.expire(claim)
        assert repr(claim) == "<Claim>"
        session.refresh(claim)
        with counted(full) as statements:
            assert repr(claim).startswith("<Claim meet occurred + ")
        assert statements == []
    assert repr(claim).startswith("<Claim meet occurred + ")
    assert repr(Claim()) == "<Claim>"


class counted:
    """The statements that are sent meanwhile."""

    def __init__(self, database: Database) -> None:
        self.engine = database.engine
        self.statements: list[str] = []

    def __enter__(self) -> list[str]:
        event.listen(self.engine, "before_cursor_execute", self._sent)
        return self.statements

    def __exit__(self, *_: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._sent)

    def _sent(self, _connection: Any, _cursor: Any, statement: str, *_: object) -> None:
        if statement != "begin":
            self.statements.append(statement)


def test_what_is_looked_at_is_fetched_one_by_one_or_at_once(full: Database) -> None:
    meetings = select(Claim).where(Claim.kind == "meet").order_by(Claim.id).limit(30)
    with full.session() as session, counted(full) as statements:
        one_by_one = [[one.mention for one in claim.arguments] for claim in session.scalars(meetings)]
    assert len(statements) == 1 + 30
    with full.session() as session, counted(full) as statements:
        at_once = [
            [one.mention for one in claim.arguments]
            for claim in session.scalars(meetings.options(selectinload(Claim.arguments)))
        ]
    assert len(statements) == 2
    assert at_once == one_by_one
    assert all(at_once)


def test_a_claim_brings_nothing_along_that_was_not_asked_for(full: Database) -> None:
    with full.session() as session, counted(full) as statements:
        held = session.scalars(select(Claim)).all()
        assert len(held) > 200
    assert len(statements) == 1
    assert "documents" not in statements[0]


def test_after_the_session_rows_keep_what_they_have(full: Database) -> None:
    with full.session() as session:
        claim = session.scalars(select(Claim).options(selectinload(Claim.arguments))).first()
        assert claim is not None
        session.commit()
    assert claim.summary
    assert claim.arguments[0].mention
    with pytest.raises(DetachedInstanceError):
        _ = claim.evidence


def test_the_models_come_from_claims_alone() -> None:
    models = {mapper.class_.__name__: mapper.class_ for mapper in Base.registry.mappers}
    assert models.keys() <= set(claims.__all__)
    assert all(getattr(claims, name) is model for name, model in models.items())
