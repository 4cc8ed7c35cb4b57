"""A claim that is more likely wrong than right is told in the ledger, and made for who asks for it."""

from __future__ import annotations

import pytest

from claims.extract import LEAST, read_text
from claims.records import Document
from tests.extract.reader import NAMES, missing

SURE = "Foreign Minister Jo Berg met Ana Lind in Oslo on May 12."
UNSURE = (
    "When asked on May 12 what would come of it, an official who knew of the plan said that the “council of elders”, which"
    " had been set up to end the quarrel over the river and its islands, may cooperate if others do not."
)


@pytest.fixture
def article() -> Document:
    if missing("en"):
        pytest.skip(missing("en"))
    return Document(
        slug="t", source="s", title="t", language="en", published_on="2025-05-14", text=f"{SURE}\n\n{UNSURE}\n"
    )


def test_an_unsure_claim_is_told_in_the_ledger_alone(article: Document) -> None:
    every = read_text(article, NAMES, least=0)
    unsure = [one for one in every.claims if one.confidence is not None and one.confidence < LEAST]
    assert unsure
    read = read_text(article, NAMES)
    assert read.claims == [one for one in every.claims if one not in unsure]
    reasons = " ".join(filter(None, (one.reason or one.note for one in read.ledger)))
    assert f"is right with a probability of {unsure[0].confidence:.2f} only (least: 0.5)" in reasons


def test_what_is_whole_is_surer(article: Document) -> None:
    met, other = sorted(
        (one for one in read_text(article, NAMES, least=0).claims if one.confidence is not None),
        key=lambda one: one.kind != "meet",
    )[:2]
    assert met.kind == "meet"
    assert (met.confidence or 0) > 0.7 > LEAST > (other.confidence or 0)


def test_nothing_is_made_of_whom_it_is_asked_to_be_certain(article: Document) -> None:
    assert all(one.kind == "hold_office" for one in read_text(article, NAMES, least=1).claims)
