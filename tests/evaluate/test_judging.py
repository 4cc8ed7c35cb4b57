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


def with_parts(*parts: tuple[Any, str], **fields: Any) -> Claim:
    given = {"kind": "pay", "phase": "occurred", "summary": "s"} | fields
    return Claim(
        document="d",
        arguments=tuple(Argument(role=role, name=name) for role, name in parts),
        evidence=(Evidence(start=0, end=35),),
        **given,
    )


PAID = with_parts(
    ("agent", "Oslo"), ("affected", "Lind"), ("topic", "a new hospital"), ("place", "Bergen"), quantity="$5 million"
)


@pytest.mark.parametrize(
    ("parts", "expected", "why"),
    [
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "the hospital"), ("place", "Bergen")), "right", ""),
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "hospitals")), "right", ""),
        ((("agent", "Oslo"), ("topic", "the hospital")), "incomplete", "without Lind"),
        ((("agent", "Oslo"), ("affected", "Lind")), "incomplete", "without a new hospital"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "$5 million")), "incomplete", "without a new hospital"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "the hospital"), ("topic", "beef")), "incomplete", "beef besides"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "beef")), "false", "beef, not a new hospital"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("instrument", "meeting")), "false", "meeting, not a new hospital"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("framework", "a court")), "incomplete", "without a new hospital; a court besides"),
        ((("agent", "Lind"), ("topic", "the hospital")), "false", "Lind is affected, not agent"),
        ((("agent", "Oslo"), ("affected", "Berg"), ("topic", "the hospital")), "false", "Berg is no party"),
        ((("agent", "Oslo"), ("affected", "Lind"), ("topic", "the hospital"), ("place", "Rome")), "false", "place Rome, not Bergen"),
    ],
)  # fmt: skip
def test_what_was_spoken_of_and_whom_it_is_done_to_count(
    parts: tuple[tuple[str, str], ...], expected: str, why: str
) -> None:
    (one,) = judged([(PAID, with_parts(*parts))], [], [], {}).verdicts
    assert (one.verdict, one.why) == (expected, why)


def test_a_thing_is_known_by_two_letters_where_words_are_not_parted() -> None:
    gold = with_parts(("agent", "国"), ("topic", "着陸料の減免"))
    found = [with_parts(("agent", "国"), ("topic", topic)) for topic in ("減免", "覚書")]
    assert [judged([(gold, one)], [], [], {}).verdicts[0].verdict for one in found] == ["right", "false"]


@pytest.mark.parametrize(
    ("meant", "told", "expected", "why"),
    [
        ("Berg", "Lind", "false", "said by Berg, not Lind"),
        ("Berg", None, "incomplete", "without Berg, who says so"),
        (None, "Berg", "incomplete", "said by Berg besides"),
        (None, "Ueda", "right", ""),  # who takes part may be told as who says so
    ],
)
def test_whose_word_it_is_counts(meant: str | None, told: str | None, expected: str, why: str) -> None:
    gold, found = (claim(polarity="-", speech_act="deny", asserter=who) for who in (meant, told))
    (one,) = judged([(gold, found)], [], [], {}).verdicts
    assert (one.verdict, one.why) == (expected, why)


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
