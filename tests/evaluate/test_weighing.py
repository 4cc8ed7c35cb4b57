"""The confidence of a claim says how often claims like it were right and whole."""

from __future__ import annotations

import tomllib

import pytest

from claims.extract.confidence import LEAST, confidence
from claims.vocabulary import KINDS
from tests.evaluate.weighing import WEIGHTS, fit, kept, last_lots, rows


@pytest.mark.parametrize(("least", "most"), [(0, LEAST), (LEAST, 0.7), (0.7, 1)])
def test_as_many_are_right_as_it_says(least: float, most: float) -> None:
    told = rows()
    lately = [one for one in told if one["lot"] in last_lots(told)]
    sure = [(confidence(kept(one)), one["verdict"] == "right") for one in lately]
    mine = [(said, right) for said, right in sure if least <= said < most]
    assert len(mine) > 50
    share = sum(right for _, right in mine) / len(mine)
    assert abs(share - sum(said for said, _ in mine) / len(mine)) < 0.08


def test_the_weights_are_those_that_the_claims_give() -> None:
    pytest.importorskip("sklearn")
    told, fitted = tomllib.loads(WEIGHTS.read_text("utf-8")), tomllib.loads(fit())
    assert told.keys() == fitted.keys()
    assert all(abs(told[name] - fitted[name]) < 0.02 for name in told)


def test_each_sign_is_of_the_vocabulary() -> None:
    told = tomllib.loads(WEIGHTS.read_text("utf-8"))
    kinds = {name.removeprefix("kind ") for name in told if name.startswith("kind ")}
    assert kinds <= set(KINDS)


def test_a_sign_that_was_not_seen_leaves_the_average() -> None:
    seen = {"language en": 1.0, "kind meet": 1.0}
    assert confidence(seen | {"kind never_seen": 1.0}) == confidence(seen)
