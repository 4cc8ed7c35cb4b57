"""Verdicts on claims found: right only where all is right, false where the gold set is contradicted, else incomplete."""

from __future__ import annotations

from typing import Any

import pytest

from claims.evaluate import Beside, faults, judged, verdict
from claims.records import Argument, Claim, Evidence

TEXT = "Ueda met Lind in Oslo on 2 May 2021."


def claim(who: tuple[str, ...] = ("Ueda", "Lind"), document: str = "d", **fields: Any) -> Claim:
    given = {"kind": "meet", "phase": "occurred", "date": "2021-05-02", "summary": "s"} | fields
    return Claim(
        document=document,
        arguments=tuple(Argument(role="participant", name=name) for name in who),
        evidence=(Evidence(start=0, end=35),),
        **given,
    )


@pytest.mark.parametrize(
    ("found", "expected", "why"),
    [
        (claim(), "right", ""),
        (claim(("Lind", "Ken Ueda")), "right", ""),
        (claim(("Ueda",)), "incomplete", "without Lind"),
        (claim(date=None), "incomplete", "date None, not 2021-05-02"),
        (claim(date="2021"), "incomplete", "date 2021, not 2021-05-02"),
        (claim(date="2020"), "false", "date 2020, not 2021-05-02"),
        (claim(("Ueda", "Berg")), "false", "Berg is no party"),
        (claim(("Ueda", "Lind", "the guests")), "incomplete", "the guests besides"),
        (claim(polarity="-"), "false", "polarity -, not +"),
        (claim(phase="scheduled"), "incomplete", "phase scheduled, not occurred"),
        (claim(phase="cancelled"), "false", "told as cancelled, not occurred"),
    ],
)  # fmt: skip
def test_a_claim_is_right_only_where_all_is_right(found: Claim, expected: str, why: str) -> None:
    (one,) = judged([(claim(), found)], [], [], {"d": TEXT}).verdicts
    assert (one.verdict, one.why) == (expected, why)


@pytest.mark.parametrize(
    "gold",
    [claim(phase="scheduled"), claim(polarity="-"), claim(certainty="U"), claim(phase="agreed")],
    ids=["scheduled", "not so", "uncertain", "agreed"],
)
def test_told_as_a_fact_is_false(gold: Claim) -> None:
    (one,) = judged([(gold, claim())], [], [], {"d": TEXT}).verdicts
    assert one.verdict == "false"


def test_a_denial_in_another_mouth_is_false() -> None:
    gold, found = (claim(polarity="-", speech_act="deny", asserter=who) for who in ("Berg", "Lind"))
    assert judged([(gold, found)], [], [], {}).verdicts[0].why == "said by Berg, not Lind"


def test_a_lent_date_contradicts_nothing() -> None:
    found = claim(date_basis="inherited")
    assert judged([(claim(date=None), found)], [], [], {}).verdicts[0].verdict == "right"


def test_a_trap_told_as_a_fact_is_false_and_what_else_is_found_stands_beside() -> None:
    trap = {"document": "d", "quote": "Ueda met Lind", "not_fact": "they met", "why": "denied", "kind": "meet"}
    found = judged([], [], [claim(), claim(polarity="-"), claim(kind="visit")], {"d": TEXT}, Beside([trap]))
    assert [one.verdict for one in found.verdicts] == ["false", "besides", "besides"]


def test_other_forms_of_a_name_are_that_name() -> None:
    forms = {"document": "d", "name": "Adria Cargo", "also": ["the company"]}
    pair = claim(("Adria Cargo",)), claim(("the company",))
    assert judged([pair], [], [], {}, Beside([forms])).verdicts[0].verdict == "right"
    assert judged([pair], [], [], {}).verdicts[0].verdict == "incomplete"


def test_shares_and_intervals_over_documents() -> None:
    pairs = [
        (claim(document=name), claim(document=name, date=date)) for name, date in (("a", "2021-05-02"), ("b", "2020"))
    ]
    scores = judged(pairs, [claim(document="c")], [], {})
    assert (scores.share("right"), scores.share("false"), scores.recall) == (0.5, 0.5, 1 / 3)
    low, high = scores.intervals["right"]
    assert 0 <= low < 0.5 < high <= 1
    assert verdict(scores).startswith(
        "of 2 claims found: 1 right, 0 incomplete, 1 false, 0 besides; of 3 in the gold set 1"
    )
    assert faults(scores) == "false: b: meet, occurred: s\n    date 2020, not 2021-05-02\n"
