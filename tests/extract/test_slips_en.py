"""What the reader makes of English sentences whose parts the parser hangs wrongly, and of kinds that such texts showed."""

from __future__ import annotations

import pytest

from tests.extract.reader import named, read, told

#: roles of those who take part
_PARTIES = ("agent", "participant", "signatory", "holder", "host", "partner")


@pytest.mark.parametrize(
    ("text", "expected", "parties"),
    [
        # lemmas of the parser
        ("The watchdog fined Petrolis 3 million euros.", ["develop occurred CT -"], ["watchdog"]),
        ("Norco hopes to buy Delmar.", ["acquire intended CT -"], ["Norco"]),
        # none of a thing is a name of that thing; an idiom; who speaks for those who will do it, and who only foresees it
        ("Hardly any country signed the treaty.", ["sign occurred not PR -"], ["country"]),
        ("Norco put orders on hold.", ["postpone occurred CT -"], ["Norco"]),
        ("Ana Lind said Peru would sign the pact.", ["sign intended CT -"], ["Peru"]),
        ("Analysts said Peru would sign the pact.", ["sign expected PR -"], ["Peru"]),
        # one person with two offices, and one behind an office of letters
        ("Norco's founder and biggest shareholder, Luc Maes, backed the bid.", ["support occurred CT -"], ["Luc Maes"]),
        ("The local MP, Derek Poole, backed the bid.", ["support occurred CT -"], ["Derek Poole"]),
        ("Prime Minister Ana Lind's party won the vote. She met Jo Berg.", ["elect occurred CT -", "meet occurred CT -"],
         ["Ana Lind", "Jo Berg", "Prime Minister Ana Lind's party"]),
        # a participle, an adjective or a clause before the subject
        (
            "Overriding Iceland, the Fisheries Commission voted on 6 May to cut it.",
            ["vote occurred CT 2025-05-06"],
            ["Fisheries Commission"],
        ),
        (
            "Ending a quarrel that had lasted since the autumn, Tunisia and Italy on 6 May signed an accord.",
            ["sign occurred CT 2025-05-06"],
            ["Italy", "Tunisia"],
        ),
        (
            "The opposition Ak Jol party called for Bekova's minister, Marat Tulegen, to resign.",
            ["urge occurred CT -"],
            ["opposition Ak Jol party"],
        ),
        ("A court in Milan on Friday ordered Norco to stop drilling by the end of August.", ["urge occurred CT 2025-05-09"], ["court"]),
        # who is paid, who signs, whose name stands behind the office
        ("The contract with Petrolis, signed in 2023, runs until 2028.", ["sign occurred CT 2023"], ["Petrolis"]),
        (
            "The union boycotted a call chaired on 6 May by the Omani envoy, Salim al-Maskuni.",
            ["attend occurred not CT 2025-05-06", "meet occurred CT 2025-05-06"],
            ["Salim al-Maskuni", "union"],
        ),
        ("Two of the country's biggest hospitals, Waikura and Brigida, signed a pact.", ["sign occurred CT -"], ["Brigida", "Waikura"]),
        # what was promised or said, and not done
        ("Norco had promised to cut fares but did not, said Ana Lind.", ["develop occurred not CT -"], ["Norco"]),
        ("The minister turned down a proposal by a mediator that Turkey pay half of the sum.", [], []),
        ("Norco denied that it had failed to pay its workers.", ["pay occurred CT -"], ["Norco"]),
        (
            "Newspapers reported that Ana Lind had visited a plant in Curitiba, which Norco denied.",
            ["visit occurred not CT -"],
            ["Ana Lind"],
        ),
        # what somebody only heard; what is compared; what is to come
        ("The court heard that Jo Berg had paid a clerk 3,000 euros.", ["pay occurred U -"], ["Jo Berg"]),
        ("Norco raised fares by more than in March.", ["develop occurred CT -"], ["Norco"]),
        ("Ana Lind is running for mayor of Springfield in November.", ["elect ongoing CT 2025-05-14"], ["Ana Lind"]),
        ("A study that the towns paid for in 2024 found it cheap.", [], []),
        ("Canada sanctioned three shipping firms in March.", ["develop occurred CT 2025-03"], ["Canada"]),
        ("The department has sanctioned ₹412 crore.", [], []),
        ("Ana Lind met Jo Berg on the Danish island of Bornholm.", ["meet occurred CT -"], ["Ana Lind", "Jo Berg"]),
        # whose verb, whose saying, whose office
        ("Its party, the Upland Union, called on Ana Lind to go and said it would march.", ["urge occurred CT -"], ["Upland Union"]),
        ("The Greens will abstain on 20 May, Lind announces.", ["vote scheduled CT 2025-05-20"], ["Greens"]),
        ("Ana Lind told the board she had changed her mind and would vote no.", ["vote intended CT -"], ["Ana Lind"]),
        ("His lawyer, Carla Rivero, said he would sue Norco.", [], []),
        ("The town agreed to sell the jail to a brewer.", [], []),
        ("Norco wants to build a cold store on the old quay.", [], []),
        ("The board put off the decision until a meeting in Oslo on 20 May.", ["postpone occurred CT 2025-05-20"], ["board"]),
        ("Ana Lind chairs a mill at Espoo, which Norco opened in March.", ["open occurred CT 2025-03"], ["Norco"]),
        ("Officials of Canada, which will host the next round, are here.", ["meet scheduled CT -"], ["Canada"]),
        ("Cabin crew decided not to join the walkout.", ["strike agreed not CT -"], ["Cabin crew"]),
        (
            "Minister of Economy, Trade and Industry Shoichi Kanbara met Ana Lind.",
            ["meet occurred CT -"],
            ["Ana Lind", "Shoichi Kanbara"],
        ),
        # conditions, wishes, habits
        ("Were the mill to close in October, farmers would suffer.", [], []),
        ("Norco will close the mill unless a buyer is found.", ["close intended U -"], ["Norco"]),
        ("Should Peru refuse, Chile will sue, Ana Lind said.", ["sue intended U -"], ["Chile"]),
        ("Ana Lind would not promise to sell the plant.", [], []),
        ("A strike lasted nine days and ended without agreement.", ["sign failed CT -"], []),
        ("Exporters want the government to compensate farmers.", [], []),
        ("Southcare, which pays for half of all operations there, is in Hamilton.", [], []),
        ("Norco has not yet signed the contract.", ["sign pending CT 2025-05-14"], ["Norco"]),
        ("The union has not agreed to sign the contract.", ["sign pending CT 2025-05-14"], ["union"]),
        ("The minister said he would not sign off on it.", [], []),
        ("Helion is being sued by two subcontractors.", ["sue ongoing CT 2025-05-14"], ["two subcontractors"]),
        ("Norco is about to buy Delmar.", ["acquire expected PR -"], ["Norco"]),
        ("Voters are to elect a new mayor on 20 June.", ["elect scheduled CT 2025-06-20"], ["Voters"]),
    ],
)  # fmt: skip
def test_english_slips(text: str, expected: list[str], parties: list[str]) -> None:
    claims = read(text, "en")
    assert told(claims) == expected
    assert sorted({name for claim in claims for name in named(claim, *_PARTIES)}) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Peru and Chile signed a pact. The pair also agreed to build a port.", ["Chile", "Peru"]),
        ("Carrier Savanna Wings cancelled an order with planemaker Corvane. The manufacturer may sue the airline.", ["Corvane"]),
        ("A spokesman for Bergmann said it had signed the contract.", ["Bergmann"]),
        ("Ana Lind demanded that the army reopen the road, which it closed in March.", ["army"]),
        ("None of the workers will strike.", ["workers"]),
        ("Ana Lind thanked Maria Berg and invited her to visit the islands.", ["Maria Berg"]),
        ("Peru and Chile vetoed the budget. The ministers agreed to freeze fees.", ["ministers"]),
        ("Norco and Delmar merged. Verdi reached an agreement with Carl Berg.", ["Carl Berg", "Verdi"]),
        ("Ana Lind and Jo Berg met and agreed that a commission would look into it.", ["Ana Lind", "Jo Berg"]),
        ("Van Rijnsburg has been sued by two steel mills, one of which, Sidval, halted production last week.", ["Sidval"]),
    ],
)  # fmt: skip
def test_whom_it_means(text: str, parties: list[str]) -> None:
    assert sorted(set(named(read(text, "en")[-1], *_PARTIES))) == parties


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("Ana Lind was scheduled to visit Kenya on 5 July but the trip was cancelled.", "2025-06-30", "2025-07-05"),
        ("Ana Lind was to visit Kenya on 5 July.", "2025-07-10", "2025-07-05"),
        ("Norco plans to close the mine by the summer.", "2025-02-05", "../2025-22"),
        ("Norco had planned to close the mine this summer.", "2026-04-30", "2026-22"),
        ("Norco bought a paper in May and closed the printing works five months later.", "2026-01-15", "2025-10"),
    ],
)
def test_on_which_day(text: str, published: str, day: str) -> None:
    assert read(text, "en", published)[-1].date == day


def test_a_minister_alone_is_the_one_whose_ministry_tells_it() -> None:
    text = (
        "Minister Ana Lind met with the Minister of Foreign Affairs of Chad, Ali Ould Haidar, in Oslo on 5 May. "
        "Minister Ould Haidar thanked Norway. The two Ministers discussed trade. Minister Lind praised Chad. "
        "They also signed a treaty. The Minister was received by President Jo Berg."
    )
    claims = read(text, "en")
    both = ["Ali Ould Haidar", "Ana Lind"]
    assert [sorted(named(one, *_PARTIES)) for one in claims] == [
        both, ["Ali Ould Haidar"], both, ["Ana Lind"], both, ["Ana Lind", "Jo Berg"],
    ]  # fmt: skip


def test_a_clause_that_only_says_which_opens_no_meeting() -> None:
    text = "The pact, which was signed by Chile and Peru on 11 May 2024, is short. The two states also agreed to meet."
    assert [one.date for one in read(text, "en")] == ["2024-05-11", None]


def test_she_before_another_who_says_it_is_nobody_for_certain() -> None:
    claims = read("Ursina Berg will pay. She signed the letter in May, Marta Lind said.", "en")
    assert told(claims) == ["pay scheduled CT -"]


def test_a_family_name_of_two_is_the_end_of_a_name() -> None:
    """The parser takes the last word of these for a place, or for nothing."""
    (met,) = read("Energy minister Paulina Hennig-Kloska met Anna Smith-Jones in Warsaw.", "en")
    assert named(met, "participant") == ["Anna Smith-Jones", "Paulina Hennig-Kloska"]


def test_a_garbled_apposition_is_read_to_its_end() -> None:
    text = (
        "A court in Bishkek on Friday ordered Gold, the Canadian company mines that beneath the Davydov glacier, to stop"
        " dumping ice and rock by the end of November."
    )
    assert all(one.kind != "meet" for one in read(text, "en"))
