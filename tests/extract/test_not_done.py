"""What was not signed, called off, put off or came to nothing: kind, phase and polarity in three languages."""

from __future__ import annotations

import pytest

from tests.extract.test_rules import named, read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile did not sign the treaty in Geneva on 2 May 2025.", "sign occurred not 2025-05-02"),
        ("Norway refused to sign the joint statement on Monday.", "sign occurred not 2025-05-12"),
        ("Chile and Peru have not signed the fisheries agreement.", "sign occurred not 2025-05-14"),
        ("Brazil has not yet ratified the treaty.", "sign pending 2025-05-14"),
        ("The visit of President Ana Lind to Peru was cancelled on Monday.", "visit cancelled 2025-05-12"),
        ("President Ana Lind called off her visit to Peru on Tuesday.", "visit cancelled 2025-05-13"),
        ("The summit between Kenya and India was postponed on Friday.", "meet cancelled 2025-05-09"),
        ("President Ana Lind's trip to Chile was postponed until June.", "visit pending 2025-05-14"),
        ("Talks between Chile and Peru broke down in Lima on Monday.", "sign failed 2025-05-12"),
        ("Kenya suspended talks with India on Friday.", "sign failed 2025-05-09"),
        ("No joint statement was issued by Chile and Peru in Lima on 2 May 2025.", "state occurred not 2025-05-02"),
        ("The ministers of Chile and Peru did not issue a joint statement.", "state occurred not 2025-05-14"),
        ("Norway cancelled a meeting with Chile planned for 20 May.", "meet cancelled 2025-05-20"),
        ("The planned signing of the pact between Brazil and Kenya did not take place.", "sign cancelled -"),
        ("Brazil turned down an invitation to visit Kenya.", "visit occurred not 2025-05-14"),
        ("Brazil ruled out joining OPEC.", "join intended not 2025-05-14"),
        ("Prime Minister Jo Berg skipped the summit in Nairobi on Monday.", "attend occurred not 2025-05-12"),
    ],
)
def test_english(text: str, expected: str) -> None:
    assert [one for one in told(read(text, "en")) if not one.startswith("hold_office")] == [expected]


def test_a_visit_called_off_keeps_its_place_and_its_words() -> None:
    text = "The visit of President Ana Lind to Peru was cancelled on Monday."
    (claim,) = [c for c in read(text, "en") if c.kind == "visit"]
    assert named(claim, "participant", "place") == ["Ana Lind", "Peru"]
    assert claim.evidence[0].start == 0


def test_no_agreement_is_that_of_those_who_met() -> None:
    text = "Trade Minister Ana Lind met Prime Minister Jo Berg on 2 May 2025. No agreement was reached."
    (claim,) = [c for c in read(text, "en") if c.kind == "sign"]
    assert (claim.phase, named(claim, "signatory")) == ("failed", ["Ana Lind", "Jo Berg"])
