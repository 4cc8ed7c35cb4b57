"""English sentences of public business: the verbs of boards, courts, companies and ministries, and whose day a date is."""

from __future__ import annotations

import pytest

from claims.dates import Anchor, dates_in
from tests.extract.reader import read

SOMEONE = ("participant", "signatory", "agent", "holder", "host", "partner", "affected")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what boards, courts and companies do
        ("The council's president cast the deciding vote.", ["vote occurred: council's president"]),
        ("A similar levy was rejected in 2022.", ["vote failed: "]),
        ("Glenarm's largest shareholder, the fund Caledon, backed the deal.", ["support occurred: Caledon, deal"]),
        ("Four ministers handed in their resignations.", ["resign occurred: Four ministers"]),
        ("Anna Lind quit in February.", ["resign occurred: Anna Lind"]),
        ("Brennan scrapped a large order last year.", ["terminate occurred: Brennan"]),
        ("Voxtel said it would appeal against the ruling.", ["sue intended: Voxtel, ruling"]),
        ("Harcastle was awarded the contract.", ["pay occurred: Harcastle"]),
        ("Her government lent Voltara €600mn in 2023.", ["pay occurred: Voltara, government"]),
        ("A hearing scheduled for June was put back to November.", ["postpone occurred: "]),
        ("A rally planned for Saturday has been moved to June 7.", ["postpone occurred: "]),
        # what ministers and parties do
        ("Ministers could not agree on a budget.", ["sign failed: Ministers"]),
        ("Ministers failed to agree on Monday.", ["sign failed: Ministers"]),
        ("The liberal party Vista walked out of budget talks.", ["withdraw occurred: Vista"]),
        ("Workers walked out of the plant on Monday.", ["strike occurred: Workers"]),
        ("Finland summoned Russia's ambassador over damage to a cable.",
         ["concern occurred: Finland, Russia's ambassador"]),
        ("Lars Berg and Ana Lind spoke for an hour.", ["discuss discussed: Ana Lind, Lars Berg"]),
        ("Moscow denied any role.", ["state occurred: Moscow"]),
        ("Whitlock disputed that.", ["state occurred: Whitlock"]),
        ("Tokyo requested that India ease its curbs on steel.", ["urge occurred: India, Tokyo"]),
        ("The ministers agreed to set up a working group on batteries.", ["establish agreed: ministers"]),
        # texts that say so, and who is there
        ("The joint statement expressed concern over coercion.", ["concern occurred: "]),
        ("The statement called on China to lift its curbs.", ["urge occurred: China"]),
        ("Masato Hirose paid a courtesy call on Prime Minister Ashok Mehra.",
         ["meet occurred: Ashok Mehra, Masato Hirose"]),
        ("The third dialogue was held with the participation of Ana Lind and Jo Berg.",
         ["meet occurred: Ana Lind, Jo Berg", "rank occurred: Ana Lind, Jo Berg"]),
        ("Brennan turned to Daehwa Energy, with which it signed a contract.",
         ["sign occurred: Brennan, Daehwa Energy"]),
        ("A pipeline between the two countries was damaged by a Chinese ship.",
         ["harm occurred: Chinese ship, pipeline"]),
        ("Pieter de Haan, speaking after meeting Matti Kallio in Brussels, said nothing had changed.",
         ["meet occurred: Matti Kallio, Pieter de Haan"]),
        # on whom a clause hangs, and who is among several
        ("The Commission welcomes the agreement reached last night between the Parliament and the Council.",
         ["state occurred: Commission", "sign occurred: Council, Parliament"]),
        ("China kept the tariffs that Washington imposed in April.", ["develop occurred: Washington"]),
        ("Any agreement reached by the two sides must be ratified.", []),
        ("The strike called by the union for Friday is off.", []),
        ("Israel and Hamas swapped prisoners under a deal brokered by Qatar.", []),
        ("Canada became the third country to ratify the accord.", ["ratify occurred: Canada"]),
        ("The chief executive was forced to resign last year.", ["resign occurred: chief executive"]),
        ("The prime minister survived a no-confidence vote.", ["vote occurred: prime minister"]),
        ("The company sued its former auditor for negligence.", ["sue occurred: company, former auditor"]),
        ("The trainer left for a rival club in February.", []),
        ("Ana Lind left for Washington on Tuesday.", ["visit occurred: Ana Lind"]),
        ("Japan's trade ministry had no information on reports that China had suspended exports of gallium.",
         ["develop occurred: China"]),
        ("Australia will provide 50 million dollars for the port.", ["pay scheduled: Australia"]),
        ("Ana Lind met six ministers, including Jo Berg.", ["meet occurred: Ana Lind, Jo Berg, six ministers"]),
        # events that a phrase beside the verb takes for granted
        ("After talks with Dana Whitfield on Wednesday, Masato Hirose said the tariffs remained.",
         ["meet occurred: Dana Whitfield, Masato Hirose"]),
        ("The text was adopted at a meeting of interior ministers in Bonn.", ["meet occurred: interior ministers"]),
        ("Protesters marched during a visit by Sari Wulandari to Jakarta.", ["visit occurred: Sari Wulandari"]),
        ("The party split after the resignation of Ana Lind.", ["resign occurred: Ana Lind"]),
        ("The board met after the acquisition of Acme by Brennan.", ["meet occurred: board", "acquire occurred: Acme, Brennan"]),
        ("Shares in Acme rose after a meeting with investors.", []),
        ("Tom Reed will decide after a meeting with the union.", []),
        ("Kang Min-seok and Louise Tremblay spoke to reporters during their talks.",
         ["discuss discussed: Kang Min-seok, Louise Tremblay", "meet occurred: Kang Min-seok, Louise Tremblay"]),
        ("The first meeting took place in Brussels.", ["meet occurred: "]),
        ("Markets rose on the decision of Chad and Mali to reopen the border.", ["open agreed: Chad, Mali"]),
        # titles and names, texts between two, rounds without result
        ("Keiko Terada met Secretary of State Marcus Bell.", ["meet occurred: Keiko Terada, Marcus Bell"]),
        ("The king appointed Azlan Rahim prime minister.", ["appoint occurred: Azlan Rahim, king"]),
        ("Acme signed a memorandum of understanding with Saudi Aramco on hydrogen.",
         ["sign occurred: Acme, Saudi Aramco"]),
        ("Lee Jae-hwan received a courtesy call from Senator Dan Whitmore.",
         ["meet occurred: Dan Whitmore, Lee Jae-hwan"]),
        ("The second round between Chad and Mali ended with no agreement.", ["sign failed: Chad, Mali"]),
        ("It is the first time that a Japanese minister has visited China.", ["visit occurred: Japanese minister"]),
        ("The cabinet is expected to decide on the measures.", ["develop expected: cabinet"]),
        # who would do it says so, or expects it of another
        ("Acme said it would cut 1,600 jobs.", ["develop intended: Acme"]),
        ("Asta Grinius said the army would buy mines from Finland.", ["acquire intended: Finland, army, mines"]),
        ("Analysts said Acme would cut 1,600 jobs.", ["develop expected: Acme"]),
    ],
)  # fmt: skip
def test_who_does_what(text: str, expected: list[str]) -> None:
    told = [
        f"{c.kind} {c.phase}: {', '.join(sorted(a.name for a in c.arguments if a.role in SOMEONE))}"
        for c in read(text, "en")
    ]
    assert told == expected


def test_a_pronoun_within_its_own_description_is_read_to_an_end() -> None:
    assert [c.kind for c in read("Ana Lind resigned. Her government lent Acme 5 million euros.", "en")] == [
        "resign",
        "pay",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys discussed sanctions on Monday but failed to agree.", ["2025-05-12", "2025-05-12"]),
        ("Talks on the line were suspended in 2023, and resumed after their release in June 2024.", ["2023", None]),
        ("Ana Lind, who leaves office in January, met Jo Berg.", ["2026-01", None]),
        (
            "Joost Berg, who took part in the hearing in August, called it long but promised to pay the fine.",
            ["2024-08", None],
        ),
        ("The minister is to meet Ana Lind before flying home on Thursday.", [None]),
        ("Talks between Chad and Mali broke down over the weekend.", ["2025-05-10/2025-05-11"]),
        ("Ana Lind met Jo Berg this afternoon.", ["2025-05-14"]),
        ("Ana Lind met Jo Berg in Oslo on the 12th (local time).", ["2025-05-12"]),
        ("Ana Lind had been scheduled to visit Oslo on the 16th, but the trip was delayed.", ["2025-05-16", None]),
    ],
)
def test_whose_day_it_is(text: str, expected: list[str | None]) -> None:
    assert [c.date for c in read(text, "en")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 3 and 4 June.", ["2025-06-03/2025-06-04"]),
        ("They meet from 14 to 16 October 2026.", ["2026-10-14/2026-10-16"]),
        ("They have today (Monday 15 September) signed it.", ["2025-09-15"]),
        ("They will meet at the weekend.", ["2025-09-20/2025-09-21"]),
        ("They met last night.", ["2025-09-14"]),
    ],
)
def test_days_as_newspapers_write_them(text: str, expected: list[str]) -> None:
    assert [one.edtf for one in dates_in(text, "en", Anchor("2025-09-15"))] == expected
