"""Whom and which day an English text means by what it says of another: behind “whose”, by a pronoun, by a namesake."""

from __future__ import annotations

from itertools import product

import pytest

from tests.extract.reader import read, told

DOERS = ("participant", "signatory", "agent", "holder", "host", "partner")
VERBS = {
    "resigned on Monday": "resign",
    "sued the port in March": "sue",
    "met the mayor on Monday": "meet",
    "visited Lima last week": "visit",
    "accused the port of fraud": "accuse",
}
WHOSE = [
    "Nobody was consulted by Velmora, whose chairwoman, Ida Falk, {verb}.",
    "The plan was opposed by the shipping line Velmora, whose owner, Ida Falk, {verb}.",
    "The minister said that the sale was blocked by Velmora, whose founder, Ida Falk, {verb}.",
    "Velmora, whose chief executive Ida Falk {verb}, has closed its Cork plant.",
    "The league, whose president Ida Falk {verb}, had warned of a boycott.",
]


def doers(text: str, kind: str) -> list[str]:
    """Whoever does what the claims of a kind tell, in the order of the alphabet."""
    return sorted({p.name for c in read(text, "en") if c.kind == kind for p in c.arguments if p.role in DOERS})


@pytest.mark.parametrize(("frame", "verb"), list(product(WHOSE, VERBS)))
def test_who_does_it_stands_behind_whose(frame: str, verb: str) -> None:
    assert "Ida Falk" in doers(frame.format(verb=verb), VERBS[verb])
    assert not {"Velmora", "shipping line Velmora", "league", "minister"} & set(
        doers(frame.format(verb=verb), VERBS[verb])
    )


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        # the head of a body is not that body
        ("The director of the state pension fund, Rosa Lind, spoke. The fund bought Acme in May.", "acquire", ["fund"]),
        ("The head of the harbour board, Per Dahl, spoke. The board signed a contract.", "sign", ["board"]),
        # a name beside what it names, where the parser takes it for the subject
        ("Residents advised by the charity Open Door sued the city.", "sue", ["Residents"]),
        # she is no company, and a spokeswoman without a name is nearer than a name before
        ("Larkfield was absent. She sued the city in May.", "sue", []),
        ("Ana Lind spoke first. A spokeswoman was next. She met the mayor on Monday.", "meet", ["mayor", "spokeswoman"]),
        ("A judge fined Ana Lind. She met the mayor on Monday.", "meet", []),
        # who is told of behind a semicolon is not meant before it
        ("Ida Falk denied it. She met the mayor; Dr Vera Moen was not told of it.", "meet", ["Ida Falk", "mayor"]),
        ("Two trustees, the artist Mina Vik and Lord Paget, voted against the gift.", "vote", ["Lord Paget", "Mina Vik"]),
        # of two companies, either may be meant
        ("State oil company Petrona sued Orrin Copper. Orrin Copper paid a fine. The company closed its plant.", "close", ["company"]),
        ("Ida Falk will visit the plant on May 23 together with her deputy, Ivan Rocha.", "visit", ["Ida Falk", "Ivan Rocha"]),
        # namesakes
        ("Ana Lind quit in May. Her brother, Jo Lind, sued the bank.", "sue", ["Jo Lind"]),
        ("Dito Farias died. His daughter, the actress Clara Farias, backed the mayor.", "support", ["Clara Farias"]),
        ("Minister Ana Lind quit in May. Mr. Lind sued the bank.", "sue", ["Ana Lind"]),
        # those who are told of together are of that sort
        ("Peru backed Chile. The two companies signed a contract.", "sign", []),
        # who stands against each other in the clause before
        ("Acme sued Orrin in Oslo but the two sides settled the case.", "sign", ["Acme", "Orrin"]),
        # the only object of the verb before
        ("The council fined the operator Boliden Nord and sued it.", "sue", ["council"]),
        ("Trade Minister Ana Lind met the bank's deputy chairman, Jo Berg. The ministers signed a pact.", "sign", ["ministers"]),
        # the two sides, and not who met them
        ("The two sides met a mediator in June but could not agree on terms.", "sign", []),
        # who stands behind "from" or in another clause is not "the group"
        ("Kell, who joined from Crossways Foods in 2023, said the group would shut its depot.", "close", ["group"]),
        # who chose another to do a thing does not settle to do it
        ("The agency chose Tidewell to build six boats.", "develop", []),
        ("The board elected to close the plant.", "elect", []),
        # who holds a vote casts none
        ("Resi Huber holds the casting vote in the council.", "vote", []),
        # what is taken over
        ("Ana Lind took over the running of the city in May.", "acquire", []),
        ("Ana Lind took over from Jo Berg last October.", "acquire", []),
        ("The union is taking its broadcaster to court over a contract.", "acquire", []),
        # a part of a sentence behind a semicolon
        ("Acme may sell it, a Japanese newspaper reported; the company denied the report.", "state", ["Acme"]),
        # ministers walk out of talks, and strike no work
        ("Ana Lind and three other ministers later walked out.", "strike", []),
        ("Nurses did not take part in the strike.", "attend", []),
        # the hour, the place and the wire before the report
        ("07:20 Pilots met the minister.", "meet", ["Pilots", "minister"]),
        ("(COLFAX, July 22) Acme sued Beta.", "sue", ["Acme"]),
        ("DRESDEN, March 5, 2025 /Presswire/ -- Acme sued Beta.", "sue", ["Acme"]),
        # a meeting of a day is nobody's
        ("Minister Karl Moyo spoke after Tuesday's meeting.", "meet", []),
    ],
)  # fmt: skip
def test_who_is_meant(text: str, kind: str, expected: list[str]) -> None:
    assert doers(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a clause behind a day, and a participle, are of that day
        ("Prices have risen since January, when Acme closed its mill.", ["close occurred CT 2025-01"]),
        ("Chile and Peru left the talks on Friday without signing the pact.", ["sign occurred not CT 2025-05-09"]),
        ("Ana Lind will stay until Friday, when she meets Jo Berg.", ["meet scheduled CT 2025-05-16"]),
        # the day of saying is not that of the thing, nor is what it is meant for
        ("Ana Lind threatened on Monday to sue the bank.", ["sue intended CT -"]),
        ("Acme lowered its forecast for this year.", ["develop occurred CT -"]),
        ("The council agreed on Monday to meet again on June 3.", ["meet agreed CT 2025-05-12"]),
        ("Acme said on Friday it was closing its mill.", ["close ongoing CT 2025-05-09"]),
        ("The council next meets on May 28.", ["meet scheduled CT 2025-05-28"]),
        # a season that is over does not lie ahead
        ("Ana Lind met Jo Berg in the winter.", ["meet occurred CT 2024-24"]),
        # the day of the meeting that a clause names, and of no other
        ("Ana Lind met Jo Berg on Monday. The meeting was chaired by Ida Vik.",
         ["meet occurred CT 2025-05-12", "meet occurred CT 2025-05-12"]),
        ("Ana Lind met Jo Berg on Monday. The meeting of the board was chaired by Ida Vik.",
         ["meet occurred CT 2025-05-12", "meet occurred CT -"]),
        # what was not done is not of the day of what was
        ("Ana Lind met Jo Berg on Monday but has not met the union.",
         ["meet occurred CT 2025-05-12", "meet occurred not CT 2025-05-14"]),
        # an agreement that ends is signed by nobody
        ("The truce ended in March.", ["terminate occurred CT 2025-03"]),
        # what is dismissed
        ("Ana Lind dismissed as nonsense a report in the Courier that Jo Berg had threatened to resign.",
         ["resign intended not CT -"]),
        ("Ana Lind told a rally that it is not over and denied that Jo Berg had quit.", ["resign occurred not CT -"]),
        ("The board discussed a cut but rejected it.", ["discuss discussed CT -"]),
        ("Ana Lind does not rule out suing the bank.", ["sue intended U -"]),
        # a clause on a thing, and not what it is a thing of
        ("Huayun was to build two plants, the first of which opened in January.", ["open occurred CT 2025-01"]),
        ("Ana Lind ordered a review of an accord that her predecessor signed with Acme in March.",
         ["sign occurred CT 2025-03"]),
        ("Once 20 parliaments have ratified it.", []),
        # who goes on to say it
        ("The league said Acme had withdrawn, adding that Beta had signed a contract in March.",
         ["sign occurred CT 2025-03"]),
        ("Acme will appeal to the 10th Circuit.", ["sue scheduled CT -"]),
    ],
)  # fmt: skip
def test_what_and_when_is_meant(text: str, expected: list[str]) -> None:
    assert told(read(text, "en")) == expected
