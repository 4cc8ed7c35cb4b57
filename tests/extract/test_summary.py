"""The English sentence of a claim of which only the parts are known: each kind, number, and what was not done."""

from __future__ import annotations

import pytest

from claims.extract.draft import Draft, Party
from claims.extract.phrases import OBJECTS, VERBS
from claims.extract.summary import summary
from claims.vocabulary import KINDS


def party(role: str, name: str) -> Party:
    return Party(name, None, "", role=role)


@pytest.mark.parametrize(
    ("kind", "phase", "polarity", "parts", "expected"),
    [
        ("meet", "occurred", "+", [("participant", "Ueda"), ("participant", "Lind"), ("place", "Lima")],
         "Ueda and Lind met in Lima."),
        ("sign", "expected", "+", [("signatory", "Chile"), ("instrument", "treaty")], "Chile is expected to sign a treaty."),
        ("state", "occurred", "-", [("instrument", "joint statement"), ("place", "Lima")],
         "A joint statement was not issued in Lima."),
        ("appoint", "occurred", "+", [("agent", "Chile"), ("holder", "Ana Lind")], "Chile appointed Ana Lind."),
        ("appoint", "scheduled", "-", [("holder", "Ana Lind")], "The appointment of Ana Lind is not to take place."),
        ("withdraw", "intended", "+", [("agent", "Chile"), ("framework", "OPEC")], "Chile intends to withdraw from OPEC."),
        ("strike", "occurred", "+", [("agent", "nurses"), ("topic", "pay"), ("affected", "Solaria")],
         "Nurses went on strike against Solaria over pay."),
        ("urge", "occurred", "+", [("agent", "Chile"), ("affected", "Peru")], "Chile urged Peru."),
        ("postpone", "occurred", "+", [("topic", "summit")], "Summit was put off."),
        ("acquire", "cancelled", "+", [("agent", "Beta"), ("affected", "Solaria")],
         "A plan for Beta to acquire Solaria was called off."),
    ],
)  # fmt: skip
def test_the_parts_of_a_claim_read_as_a_sentence(
    kind: str, phase: str, polarity: str, parts: list[tuple[str, str]], expected: str
) -> None:
    told = Draft(kind, phase, (0, 0), [party(role, name) for role, name in parts], polarity)
    assert summary(told) == expected


def test_each_kind_can_be_told() -> None:
    assert set(KINDS) - {"hold_office", "rank"} == set(VERBS)
    assert set(OBJECTS) <= set(VERBS)


def test_a_denial_is_told_as_one() -> None:
    told = Draft("sign", "occurred", (0, 0), [party("signatory", "Chile")], "-", act="deny", asserter="Peru")
    assert summary(told) == "Peru denied that Chile reached an agreement."
