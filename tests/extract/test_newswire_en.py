"""English sentences as newswire and ministries write them: who is a party, who is none, and what is no claim at all."""

from __future__ import annotations

import pytest

from tests.extract.reader import read

PARTIES = ("participant", "signatory", "agent", "holder", "host", "partner")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name that only says who the noun before it is
        ("Experts at the advisory council ICES have warned of overfishing.", ["concern occurred: Experts"]),
        ("Belcanto's sponsor, the insurer Assura, sued the league.", ["sue occurred: Assura"]),
        ("The company's main creditor, Intesa, opposes the plan.", ["concern occurred: Intesa"]),
        ("The head of the Nordic Union of Fishermen, Lars Bekken, accused Brussels of ignoring Tromsø.",
         ["accuse occurred: Lars Bekken"]),
        ("Sony said Thursday its finance chief, Kenji Arai, would visit Taiwan.", ["visit intended: Kenji Arai"]),
        ("D. Osmonov received the Ambassador of Hungary, Mrs. Ildikó Barta.", ["meet occurred: D. Osmonov, Ildikó Barta"]),
        ("Councillor Ravi Menon welcomed the result.", ["state occurred: Ravi Menon"]),
        ("The chairman and chief executive of Acme, Tom Reed, met Ana Lind.", ["meet occurred: Ana Lind, Tom Reed"]),
        # two names taken for one
        ("Turkey's Erdem Holding and Azerbaijan's SOCAR founded a company in 2019.",
         ["establish occurred: Erdem Holding, SOCAR"]),
        ("European Council President Ana Costa and Commission chief Ursula Falk will travel to Beijing.",
         ["visit scheduled: Ana Costa, Ursula Falk"]),
        # the two who are named behind a description, the subject before a semicolon, those who count
        ("The two countries' justice ministers, Femke Rood and Álvaro Zambrano, signed a pact in Quito.",
         ["sign occurred: Femke Rood, Álvaro Zambrano"]),
        ("Members of the Ocean Bank met on Monday. Japan stayed away; it had backed Claire Hobson.",
         ["meet occurred: Members of the Ocean Bank", "support occurred: Japan"]),
        ("Railway workers signed a pact.", ["sign occurred: Railway workers"]),
        # those who are none
        ("Lúcio Prado met Helena Brito and promised to pay the bills.",
         ["meet occurred: Helena Brito, Lúcio Prado", "pay agreed: Lúcio Prado"]),
        ("More than 40 countries, including Peru, back the treaty, but Russia and China have not ratified it.", []),
        ("Havel left the ministry, where he had spent nine hours with Petra Novotna.", []),
        ("Germany, France and Spain, but not Italy, signed the declaration.", ["sign occurred: France, Germany, Spain"]),
        ("The line would be financed by a levy on parking.", []),
        ("Chile and Peru agreed to hold the sixth session of the Trade Commission in Budapest.", ["meet agreed: Chile, Peru"]),
        ("At the end of the visit, it was agreed to maintain contacts.", []),
        ("The clerk declined to be named.", []),
        ("The bank, in its first meeting under Ana Lind, held rates at 8 percent.", ["develop occurred: bank"]),
        ("Ana Lind confirmed the interest of companies to take part in the meeting.", []),
        ("Teck signed a deal backed by the Mitsui group.", ["sign occurred: Teck", "support occurred: Mitsui group"]),
        # whose a clause is
        ("Amnesty said Egypt was holding 40 activists and urged Oman to suspend aid.", ["urge occurred: Amnesty"]),
        ("Elected in March, Jan Kool appointed Eva Smit.", ["elect occurred: Jan Kool", "appoint occurred: Eva Smit, Jan Kool"]),
        ("Ana Lind will meet IMF officials next week to discuss a loan.",
         ["meet scheduled: Ana Lind, IMF officials", "discuss scheduled: Ana Lind, IMF officials"]),
        ("Acme said that it was cooperating with the police.", ["cooperate ongoing: Acme, police"]),
        ("Barcelona have signed striker Leo Pinto from Flamengo.", ["appoint occurred: Barcelona, Leo Pinto"]),
        ("Observers from the OSCE left. 21:50 - They criticised the vote.", ["concern occurred: Observers from the OSCE"]),
    ],
)  # fmt: skip
def test_who_is_a_party(text: str, expected: list[str]) -> None:
    claims = read(text, "en")
    told = [
        f"{c.kind} {c.phase}: {', '.join(sorted(a.name for a in c.arguments if a.role in PARTIES))}" for c in claims
    ]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mark Ashe, on a visit to Delhi, thanked India.", "visit to Delhi"),
        ("Ana Lind met Jo Berg on the sidelines of a summit.", "sidelines of a summit"),
        ("Amir Khan visited Delhi at the invitation of India.", "India"),
        ("Robert Hauke lost the election to Lena Vogt.", "Lena Vogt"),
    ],
)
def test_what_stands_beside_is_no_part(text: str, name: str) -> None:
    claims = read(text, "en")
    assert name not in [one.name for claim in claims for one in claim.arguments]


def test_who_says_so_is_no_party_to_what_is_said() -> None:
    (claim,) = read(
        "Iberdrola is to buy Harrow from the pension fund Ontario Teachers, a source close to it said.", "en"
    )
    assert claim.asserter == "source close to it"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Paul Roy flies to Nuuk on Friday.", "scheduled 2025-05-16"),
        ("Tomasi Vaka flies to Japan later this month.", "scheduled 2025-05"),
        ("The drivers are to vote on the offer on 17 March, should there be one.", "scheduled 2026-03-17"),
        ("The board extended the contract of Ana Lind until 2029.", "occurred None"),
        ("Mark Ashe thanked India for evacuating Britons from Kabul in 2021.", "occurred None"),
    ],
)
def test_the_day_is_that_of_the_claim(text: str, told: str) -> None:
    (claim,) = read(text, "en")
    assert f"{claim.phase} {claim.date}" == told


@pytest.mark.parametrize(
    "text",
    [
        "Marsh said that nobody at the bank had met Iosif Kranas.",
        "Jana Bielik denied a report by the newspaper Dnes that Slovakia had signed a pact.",
    ],
)
def test_what_is_denied_is_no_fact(text: str) -> None:
    (claim,) = [one for one in read(text, "en") if one.kind != "state"]
    assert claim.polarity == "-"
