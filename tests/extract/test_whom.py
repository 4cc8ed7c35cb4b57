"""Whom "it", "they", "the company" and "both sides" mean: nobody where another may be meant as well."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # of two who met, a person is no side
        ("Education minister Ana Lind met the Teachers' Union on Monday. The two sides agreed not to sue.", "Ana Lind"),
        ("Ana Lind met Orbitel on Monday. Both partners agreed to set up a fund.", "Ana Lind"),
        # a ministry, a commission and a council are no company
        ("The European Commission sued Orbitel on Tuesday. The company said it would appeal to the court.", "European Commission"),
        ("The Health Ministry fined Acme on Monday. The firm sued the state on Friday.", "Health Ministry"),
        ("The Health Ministry cut its budget on Monday. The firm sued Peru on Friday.", "Health Ministry"),
        # one body is not "they"
        ("The ministry met the unions on Sunday. The ministry accused Acme of fraud. They urged parliament to act.", "ministry"),
    ],
)  # fmt: skip
def test_nobody_is_meant_who_may_not_be(text: str, wrong: str) -> None:
    behind = [one for one in read(text, "en") if (one.evidence[0].start or 0) > text.index(". ")]
    for claim in behind:
        if claim.kind in ("cooperate", "establish", "sue", "urge"):
            assert wrong not in named(claim, "agent", "participant")


@pytest.mark.parametrize(
    "text",
    [
        "The unions met Acme on Sunday. The ministry accused them of blocking talks.",
        "Chile fined Acme on Sunday. They urged parliament to act.",
        "The ministry accused Acme of fraud. Peru sued them on Monday.",
        "Peru and Chile signed a pact. Ana Lind praised it. They signed a lease.",
    ],
)
def test_a_pronoun_is_nobodys_name(text: str) -> None:
    for claim in read(text, "en"):
        assert not {one.name.lower() for one in claim.arguments} & {"they", "them", "it", "he", "she"}


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Orbitel fell on Monday. Shares slid after the company sued Peru.", ["Orbitel"]),
        ("The Health Ministry warned Acme on Monday. The firm sued Peru on Friday.", ["Acme"]),
        ("Ken Saito resigned as chairman of Deltabank on Monday. The bank appointed Lena Vogt.", ["Deltabank"]),
    ],
)
def test_the_company_is_the_one_that_was_named(text: str, agents: list[str]) -> None:
    claim = read(text, "en")[-1]
    assert named(claim, "agent") == agents
