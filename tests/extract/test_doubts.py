"""What is not made into a claim because a party of it is in doubt, and names that are taken whole or not at all."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, reading

WHO = ("participant", "signatory", "agent", "holder", "affected")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        # things do not meet, sign or thank
        ("The fares are to thank customers.", "“fares” is nobody who could do that"),
        ("She knows that catches will fly to the slips.", "“catches” is nobody who could do that"),
        ("New standards for diesel will reduce emissions.", "“standards” is nobody who could do that"),
        ("Team Tyco met a mandatory radio check.", "“check” is nobody who could do that"),
        # a pronoun that means nobody for certain
        ("On Friday she was willing to meet Ana Lind.", "it is not clear whom “she” means"),
        # in somebody's own words it means neither the speaker nor who was told of before
        ("Ana Lind met Jo Berg. “He has signed the contract,” Jo Berg said.", "it is not clear whom “He” means"),
        ("The Oslo council backed it in May.", "it is not clear what “it” means"),
        ("Unions left. The two sides signed a contract.", "it is not clear whom “The two sides” means"),
        ('Ana Lind left Peru. "They will visit Chile," Jo Berg said.', "it is not clear whom “They” means"),
    ],
)
def test_a_doubtful_party_makes_no_claim(text: str, reason: str) -> None:
    assert reason in " ".join(f"{one.reason} {one.note}" for one in reading(text, "en").ledger)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # parts of a word with hyphens or points within
        ("The court accused Turin-based Lashkar-e-Taiba of fraud.", ["Lashkar-e-Taiba", "court"]),
        ("Child groups said the Governor-General would resign.", ["Governor-General"]),
        ("Jean-Claude Martin met Ana Lind.", ["Ana Lind", "Jean-Claude Martin"]),
        ("Acme sued One.Tel.", ["Acme", "One.Tel"]),
        # what stands before a noun and is no part of it
        ("Two years earlier the ballet and the Dresden Opera agreed to stage a play.", ["Dresden Opera", "ballet"]),
        ("Paulo Reis has met neither the works council nor the unions.", ["Paulo Reis", "unions", "works council"]),
        # who bears the name, whatever the parser takes it for; a service is somebody
        ("A second union, Caremark, reached an agreement with the health service.", ["Caremark", "health service"]),
        # who bears the description that a clause hangs on
        ("Ana Lind did not yield to Hamid Karzai, the new leader who has been cooperating with Peru.",
         ["Hamid Karzai", "Peru"]),
        # behind a clause with a comma at its end, whose verb it is nobody knows; a tour of a place is none by it
        ("Acme sued Beta, a day after Carla Dufour left, and ordered a review.", ["Acme", "Beta"]),
        ("The Vltava Ballet called off a tour of Peru.", ["Vltava Ballet"]),
        # a clause whose owner is another
        ("The government, with Hamid Karzai as its head, was sworn in.", ["government"]),
        ("Peru mourns a fire that's destroyed part of Lima.", ["fire", "part of Lima"]),
    ],
)  # fmt: skip
def test_a_name_is_whole(text: str, names: list[str]) -> None:
    (claim,) = read(text, "en")
    assert named(claim, *WHO) == names


@pytest.mark.parametrize(
    "text",
    [
        "Pakistan regrets the Indian decision to ban flights.",
        "Disagreements held up a vote on the resolution.",
        "Moussaoui is charged with pledging a commitment to kill Americans.",
        "Israel launched strikes on Nablus.",
        "The minister paid tribute to the crews.",
        # what is still to come, and under a condition
        "Ana Lind will serve as chairwoman, before an assembly in turn appoints a government.",
        # a particle makes another verb; what was done to somebody; what no office is
        "Opposition forces are closing in on the town.",
        "Ford called in to Jakarta on their way back.",
        "Youths were met with baton charges.",
        "Peter Blake was chosen to succeed Jacques Cousteau as captain.",
        "Ian Thorpe was named Australian swimmer of the year.",
        "Lleyton Hewitt will not skip a beat.",
        "Peter Blake won the race in 1990.",
        # what is done with a thing that does not suit the verb
        "The bank will charge a fee.",
        "Shares in Acme closed 2 percent higher.",
        "Acme and Beta met the target.",
        "Ana Lind spent three days in Oslo.",
        "Chile granted asylum to Ana Lind.",
        "Nurses ended a strike on Monday.",
    ],
)
def test_what_is_none_of_that(text: str) -> None:
    assert [c.kind for c in read(text, "en")] in ([], ["concern"], ["accuse"])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The groups denied involvement in Thursday's attack.", None),
        ("India accused Peru of carrying out the attack on December 13.", None),
        ("On Tuesday India condemned the attack.", "2025-05-13"),
        ("India condemned the attack at a meeting on Monday.", "2025-05-12"),
    ],
)
def test_the_day_of_what_is_spoken_of_is_not_that_of_speaking(text: str, date: str | None) -> None:
    (claim,) = read(text, "en")
    assert claim.date == date


def test_a_pact_that_fails_to_take_hold_was_agreed() -> None:
    (claim,) = read("The pact was agreed months ago but failed to take hold.", "en")
    assert (claim.kind, claim.phase) == ("sign", "occurred")


def test_who_says_it_is_not_the_one_who_expects_it() -> None:
    (claim,) = read("Peter Oloo said the company did not expect to close its plant.", "en")
    assert claim.asserter == "Peter Oloo"


@pytest.mark.parametrize(("day", "date"), [("Friday", "2025-05-16"), ("Monday", "2025-05-12")])
def test_a_weekday_of_what_was_due_is_the_nearer_one(day: str, date: str) -> None:
    (claim,) = read(f"Jan Wilk was to meet Maria Kruk on {day}.", "en")
    assert (claim.phase, claim.certainty, claim.date) == ("scheduled", "U", date)


def test_it_is_no_person() -> None:
    assert not read("Maria Lind left early. It signed the contract.", "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "The workers went on strike."), ("ja", "労働者は会社を提訴した。"), ("ko", "노동자들이 회사를 고소했다.")],
)
def test_a_common_noun_of_the_alias_table_means_no_group_of_it(language: str, text: str) -> None:
    (claim,) = read(text, language)
    assert [one.entity for one in claim.arguments if one.role == "agent"] == [None]
