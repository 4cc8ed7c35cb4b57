"""Ministries' accounts of meetings in English: where they met and for what, who was there, what they held and settled."""

from __future__ import annotations

import pytest

from claims.records import Claim
from tests.extract.reader import named, read, told

MET = "Minister Ana Lind and Secretary Jo Berg met on May 12. "


def only(text: str, kind: str) -> Claim:
    """The one claim of a kind that a text makes."""
    (claim,) = (one for one in read(text, "en") if one.kind == kind)
    return claim


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        (
            "Minister Ana Lind met Secretary Jo Berg in Oslo for the latest round of the Baltic Dialogue.",
            "latest round of the Baltic Dialogue",
        ),
        (
            "Minister Ana Lind met Secretary Jo Berg at the first meeting of trade ministers.",
            "first meeting of trade ministers",
        ),
        ("Ana Lind was joined in Oslo by Jo Berg for the inaugural Nordic summit.", "inaugural Nordic summit"),
    ],
)
def test_for_what_they_met_is_told_with_the_meeting(text: str, framework: str) -> None:
    claim = only(text, "meet")
    assert named(claim, "participant") == ["Ana Lind", "Jo Berg"]
    assert named(claim, "framework") == [framework]


def test_talks_for_a_purpose_name_no_meeting() -> None:
    assert named(only("Ana Lind met Jo Berg for talks on trade.", "meet"), "framework") == []


def test_who_is_present_only_sees_it() -> None:
    text = "Minister Ana Lind signed the pact with Secretary Jo Berg in the presence of President Kai Holm."
    claim = only(text, "sign")
    assert named(claim, "signatory") == ["Ana Lind", "Jo Berg"]
    assert named(claim, "witness") == ["Kai Holm"]


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Ana Lind and Jo Berg attended for Norway.", ["Norway"]),
        ("Ana Lind attended for the first time.", []),
    ],
)
def test_for_whom_somebody_attends(text: str, organisation: list[str]) -> None:
    assert named(only(text, "attend"), "organisation") == organisation


def test_a_secretary_is_one_of_the_ministers() -> None:
    claim = only(f"{MET}The ministers shared concerns over economic coercion.", "concern")
    assert named(claim, "agent") == ["Ana Lind", "Jo Berg"]


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("The two voiced deep concern that ores are used as a weapon.", "concern", "ores are used as a weapon"),
        ("They reaffirmed the importance of open markets.", "state", "importance of open markets"),
        ("They stressed the need to diversify supply chains.", "state", "need to diversify supply chains"),
        ("They reaffirmed their commitment to the 2023 charter.", "state", "commitment to the 2023 charter"),
        ("They noted progress in quantum technology.", "assess", "progress in quantum technology"),
        ("They confirmed that they would work together on magnets.", "cooperate", "work together on magnets"),
    ],
)
def test_what_they_held_is_theirs(text: str, kind: str, topic: str) -> None:
    claim = only(MET + text, kind)
    assert named(claim, "agent", "participant") == ["Ana Lind", "Jo Berg"]
    assert named(claim, "topic") == [topic]


def test_a_view_is_that_of_those_who_share_it() -> None:
    assert only(f"{MET}They shared the view that export curbs harm trust.", "harm").asserter == "Ana Lind and Jo Berg"


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The agreement defines the status of visiting troops.", ["status of visiting troops"]),
        ("The accord covers magnets and batteries.", ["batteries", "magnets"]),
    ],
)
def test_what_a_pact_lays_down(text: str, topics: list[str]) -> None:
    claim = only(text, "provide")
    assert named(claim, "topic") == topics


def test_it_is_the_pact_that_builds_on_another() -> None:
    claim = only("Ana Lind and Jo Berg signed the Baltic Pact. It builds on the 2019 Nordic Agreement.", "base_on")
    assert named(claim, "framework") == ["Baltic Pact"]
    assert named(claim, "basis") == ["2019 Nordic Agreement"]


def test_nobody_covers_a_thing_as_a_pact_does() -> None:
    assert told(read("The minister covered her face.", "en")) == []


def test_who_announces_a_launch_founds_it() -> None:
    claim = only("The leaders announced the launch of the Nordic Network in August 2023.", "establish")
    assert named(claim, "framework") == ["Nordic Network"]


def test_what_is_hoped_is_told_once() -> None:
    claim = only("The ministers expressed hope that the pact would be signed by the end of the year.", "state")
    assert named(claim, "topic") == ["the pact would be signed"]


def test_who_chairs_a_meeting_with_somebody_meets_them() -> None:
    claim = only("Minister Ana Lind co-chaired the meeting with Secretary Jo Berg.", "meet")
    assert named(claim, "host", "participant") == ["Ana Lind", "Jo Berg"]


def test_two_with_titles_do_what_a_sentence_tells_at_length() -> None:
    text = (
        "At the fourth ministerial meeting of the Japan-U.S. Commercial and Industrial Partnership, industry minister Ken"
        " Saito and Commerce Secretary Gina Raimondo also confirmed that they will work closely on magnets."
    )
    claim = only(text, "cooperate")
    assert named(claim, "participant") == ["Gina Raimondo", "Ken Saito"]
    assert named(claim, "topic") == ["work closely on magnets"]


def test_who_stands_before_a_titled_name_is_another() -> None:
    text = 'Kamikawa and Defense Minister Jo Berg later held "two-plus-two" talks with Ana Lind.'
    claim = only(text, "meet")
    assert named(claim, "participant") == ["Ana Lind", "Jo Berg", "Kamikawa"]
    assert named(claim, "framework") == ['"two-plus-two" talks']


def test_what_is_agreed_ends_where_the_next_begins() -> None:
    text = "Peru and Chile agreed to step up cooperation on ores and to build a port, as both seek new markets."
    assert [named(one, "topic") for one in read(text, "en")] == [["step up cooperation on ores"], ["build a port"]]


@pytest.mark.parametrize(
    "text",
    [
        "Peru is negotiating one.",
        "The pact, the first of its kind Japan has signed in Asia, must be ratified by the legislatures of both countries.",
    ],
)
def test_one_and_its_kind_are_no_thing(text: str) -> None:
    assert told(read(text, "en")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lind met Jo Berg, Vice Chancellor and Federal Minister for Trade of Norway, on May 12.",
        "Ana Lind met Jo Berg, Minister of Trade and Industry of Norway, on May 12.",
    ],
)
def test_what_somebody_is_behind_the_name_is_nobody_else(text: str) -> None:
    assert named(only(text, "meet"), "participant") == ["Ana Lind", "Jo Berg"]


def test_to_agree_on_doing_a_thing_is_to_agree_to_do_it() -> None:
    claim = only("Ana Lind and Jo Berg agreed on expanding the port.", "cooperate")
    assert (claim.phase, named(claim, "topic")) == ("agreed", ["expanding the port"])


def test_no_topic_is_a_part_of_another() -> None:
    claim = only("Ana Lind expressed her condolences for the victims of the flood.", "state")
    assert named(claim, "topic") == ["condolences for the victims of the flood"]


def test_won_is_money_behind_a_number() -> None:
    claim = only("The state will invest 9.4 trillion won in a plant.", "pay")
    assert named(claim, "topic") == ["9.4 trillion won", "plant"]


def test_what_sums_up_a_demand_is_no_part_of_it() -> None:
    claim = only(
        "The opposition Conservatives called for the minister's resignation, a demand Premier Wab Kinew dismissed.",
        "urge",
    )
    assert named(claim, "topic") == ["minister's resignation"]


def test_by_the_end_of_the_week_is_a_deadline() -> None:
    claim = only("Ana Lind will sign the pact by the end of the week.", "sign")
    assert claim.date == "../2025-05-18"


def test_a_meeting_between_two_with_titles_is_theirs() -> None:
    text = "A meeting was held in Oslo on May 12 between Minister Saito Ken and Commerce Secretary Gina Raimondo."
    assert named(only(text, "meet"), "participant") == ["Gina Raimondo", "Saito Ken"]


def test_a_name_in_quotation_marks_has_both_or_none() -> None:
    text = (
        "When asked on May 12 what would come of it, an official who knew of the plan said that the “council of elders”,"
        " which had been set up to end the quarrel over the river and its islands, may cooperate if others do not."
    )
    assert named(only(text, "cooperate"), "participant") == ["council of elders"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They noted progress in chips, AI, optics and biology.", "progress in chips, AI, optics and biology"),
        (
            "Ana Lind met Jo Berg and discussed cooperation in chips, nuclear energy and offshore wind.",
            "cooperation in chips, nuclear energy and offshore wind",
        ),
    ],
)
def test_a_topic_keeps_its_whole_series(text: str, topic: str) -> None:
    claims = read(MET + text, "en")
    assert any(topic in named(one, "topic") for one in claims), [one.arguments for one in claims]


def test_talks_with_somebody_in_a_town_were_in_that_town() -> None:
    claim = only("Minister Ana Lind held talks with Dutch Minister Jo van Berg in Oslo and left.", "meet")
    assert named(claim, "place") == ["Oslo"]


@pytest.mark.parametrize(
    ("text", "framework", "date"),
    [
        ("The offer was made at the trilateral trade ministers' meeting on April 11.", "trilateral trade ministers' meeting", "2025-04-11"),
        ("The network follows the Camp David summit of August 2023.", "Camp David summit", "2023-08"),
        ("Ministers will discuss the results of the Lima conference of March 2024.", "Lima conference", "2024-03"),
    ],
)  # fmt: skip
def test_a_meeting_named_in_passing_with_its_day_took_place(text: str, framework: str, date: str) -> None:
    claim = only(text, "meet")
    assert (named(claim, "framework"), claim.date, claim.phase) == ([framework], date, "occurred")


@pytest.mark.parametrize(
    "text",
    [
        "The pact is to be signed at the Oslo summit in December.",
        "The pact will be signed at the Oslo summit in May.",
        "The offer was made at a meeting on April 11.",
        "The offer was made before the Lima conference of March 2024.",
        "The pact was to be signed at the Lima conference of March 2024, which was called off.",
        "The offer was made at the cancelled Lima conference of March 2024.",
    ],
)
def test_a_meeting_that_lies_ahead_or_has_no_name_is_not_told_so(text: str) -> None:
    assert [one for one in read(text, "en") if one.kind == "meet" and one.phase == "occurred"] == []


def test_the_two_countries_are_those_of_the_ministers_who_met() -> None:
    claim = only(
        "South Korea's MOTIE said its minister met Dutch Minister Jo van Berg on May 12. "
        "The two countries signed a memorandum on chips.", "sign",
    )  # fmt: skip
    assert sorted(named(claim, "signatory")) == ["Netherlands", "South Korea"]


def test_they_are_the_two_of_whom_one_was_told_of_since() -> None:
    text = MET + "Lind explained the new law. They exchanged views on the war."
    assert sorted(named(only(text, "discuss"), "participant")) == ["Ana Lind", "Jo Berg"]


def test_who_is_met_goes_on_no_visit_of_the_other() -> None:
    claim = only("Ana Lind met Jo Berg and is due to visit Lima.", "visit")
    assert named(claim, "participant") == ["Ana Lind"]


def test_a_dialogue_at_which_a_pact_was_made_is_no_place() -> None:
    claim = only("Peru and Chile signed the pact at the sixth Andean Commercial Dialogue.", "sign")
    assert (named(claim, "place"), named(claim, "framework")) == ([], ["sixth Andean Commercial Dialogue"])


def test_who_says_so_is_none_of_the_series_behind() -> None:
    claim = only(
        "According to METI, Peru's Ministry of Justice, the U.S. Department of Commerce and Chile's National Trade Agency "
        "signed a letter of intent.", "sign",
    )  # fmt: skip
    assert len(named(claim, "signatory")) == 3
    assert claim.asserter == "METI"


def test_the_day_behind_what_a_pact_is_on_is_that_of_the_signing() -> None:
    claim = only("Ana Lind and Jo Berg signed an agreement on strengthening supply chains on March 28, 2023.", "sign")
    assert claim.date == "2023-03-28"


def test_what_a_pact_lays_down_is_not_told_as_done() -> None:
    claims = read("The RAA sets procedures while one country's force is visiting the other.", "en")
    assert [one.kind for one in claims] == ["provide"]


def test_a_state_that_is_the_third_to_sign_signs_itself() -> None:
    text = "The Philippines is the third country, after Australia and Britain, with which Japan signed an RAA."
    assert sorted(named(only(text, "sign"), "signatory")) == ["Japan", "The Philippines"]


def test_what_is_proposed_to_ministers_is_a_proposal_of_who_proposes() -> None:
    claim = only("Peru proposed to the Chilean ministers that it join the Andean pact, minister Ana Lind said.", "join")
    assert (claim.phase, named(claim, "agent"), claim.asserter) == ("proposed", ["Peru"], "Ana Lind")


def test_another_name_in_brackets_is_no_end_of_a_meetings_name() -> None:
    claim = only(
        "The fourth Baltic Industrial Partnership (BIP) ministerial was held in Oslo on May 12 between Ana Lind and Jo Berg.",
        "meet",
    )
    assert named(claim, "framework") == ["fourth Baltic Industrial Partnership (BIP) ministerial"]


def test_what_several_confirm_that_they_will_do_is_agreed() -> None:
    claim = only(MET + "Both sides confirmed that they would set common standards.", "cooperate")
    assert (claim.phase, named(claim, "topic")) == ("agreed", ["set common standards"])
    assert named(claim, "participant") == ["Ana Lind", "Jo Berg"]


def test_who_hosts_somebody_meets_them_and_who_hosts_a_show_does_not() -> None:
    claim = only("President Ana Lind hosted Prime Minister Jo Berg in Oslo in April.", "meet")
    assert named(claim, "participant") == ["Ana Lind", "Jo Berg"]
    assert read("The museum hosted an exhibition in Oslo in April.", "en") == []


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("Peru is in talks with Chile about a loan.", "ongoing"),
        ("Peru was in talks with Chile about a loan.", "discussed"),
    ],
)
def test_to_be_in_talks_is_to_talk(text: str, phase: str) -> None:
    claim = only(text, "discuss")
    assert (claim.phase, named(claim, "participant"), named(claim, "topic")) == (phase, ["Chile", "Peru"], ["loan"])


def test_what_several_say_in_a_joint_statement_is_told() -> None:
    claim = only(MET + "In a joint statement they said that resilient supply chains matter.", "state")
    assert named(claim, "instrument") == ["joint statement"]
    assert named(claim, "topic") == ["resilient supply chains matter"]


@pytest.mark.parametrize(
    ("text", "kind", "role", "name"),
    [
        ("They opposed attempts to change it by force and agreed on promoting trade.", "concern", "topic",
         "attempts to change it by force"),
        ("They opposed attempts to change it by force and agreed on promoting trade.", "cooperate", "topic",
         "promoting trade"),
        ("They condemned the deployment of soldiers to Peru.", "concern", "affected", "deployment of soldiers to Peru"),
        ("They voiced concern over its growing military cooperation with Russia.", "concern", "topic",
         "growing military cooperation with Russia"),
        ("They decided to convene at least once a year.", "meet", "topic", "convene at least once a year"),
    ],
)  # fmt: skip
def test_what_is_held_and_settled_keeps_its_words(text: str, kind: str, role: str, name: str) -> None:
    claims = [one for one in read(MET + text, "en") if one.kind == kind]
    assert named(claims[-1], role) == [name]


def test_what_two_with_titles_opposed_strongly_was_at_their_call() -> None:
    text = "Minister Ana Lind spoke by telephone with Secretary Jo Berg on May 12. The ministers strongly opposed the plan."
    assert only(text, "concern").date == "2025-05-12"


def test_who_denounces_the_talks_need_not_have_been_there() -> None:
    text = MET + "Opposition leader Al Wu denounced the talks as humiliating."
    assert only(text, "concern").date is None


def test_what_is_welcomed_keeps_the_day_before() -> None:
    claim = only(MET + "They welcomed the signing of the memorandum the day before.", "state")
    assert claim.date == "2025-05-12"


def test_a_statement_after_a_meeting_is_of_its_day() -> None:
    text = "On May 12 Ana Lind attended the Baltic ministerial meeting, after which Jo Berg issued a statement."
    assert only(text, "state").date == "2025-05-12"


def test_who_joins_another_in_signing_signs() -> None:
    claim = only("Peru and Chile joined Japan in signing a treaty on space in Lima on 12 May 2025.", "sign")
    assert named(claim, "signatory") == ["Chile", "Japan", "Peru"]
    assert claim.date == "2025-05-12"


def test_what_is_opposed_is_not_what_another_says() -> None:
    claims = read("Peru has joined the pact, but Chile opposes that, a person close to the matter said.", "en")
    assert not any("person" in name for one in claims for name in named(one, "topic"))


def test_the_field_of_an_office_is_no_part_of_the_name() -> None:
    claim = only("Ana Lind met Deputy Minister of International Trade Rob Stewart on May 12.", "meet")
    assert named(claim, "participant") == ["Ana Lind", "Rob Stewart"]


def test_each_of_three_names_behind_a_title_is_told() -> None:
    text = (
        "At a trilateral video conference, ministers Dan Tehan, Piyush Goyal and Kajiyama Hiroshi instructed their"
        " officials to share data."
    )
    claim = only(text, "urge")
    assert named(claim, "agent") == ["Dan Tehan", "Kajiyama Hiroshi", "Piyush Goyal"]


def test_a_ministry_is_told_with_its_state() -> None:
    claim = only("China's commerce ministry issued a statement on May 12.", "state")
    assert named(claim, "agent") == ["China's commerce ministry"]


def test_a_body_that_ends_with_a_state_is_not_that_state() -> None:
    claim = only("Canada and Japan concluded talks on a pact on Friday, Global Affairs Canada said.", "meet")
    assert claim.asserter == "Global Affairs Canada"


def test_a_visit_is_one_to_the_place_behind_who_goes_there() -> None:
    claim = only("They met in the first visit by a South Korean president to Japan in 12 years.", "visit")
    assert named(claim, "place") == ["Japan"]


def test_the_first_and_second_meetings_have_no_one_place() -> None:
    claims = read(
        "The first and second Baltic meetings took place in Oslo in June 2024 and in Riga in January 2025.", "en"
    )
    assert [one for one in claims if one.kind == "rank"] == []


def test_talks_that_are_not_concluded_took_place() -> None:
    assert read("Negotiations on a frigate sale have not been concluded.", "en") == []


def test_what_is_told_behind_a_meeting_named_in_passing_is_not_of_its_day() -> None:
    text = "Ana Lind and Jo Berg agreed at a trilateral meeting in Oslo on June 3 to share data. North Korea condemned the exercise."
    assert only(text, "concern").date is None


def test_a_press_conference_is_no_meeting() -> None:
    claims = read(
        "Minister Ana Lind said at a press conference on May 12 that Peru would start a dialogue on cables.", "en"
    )
    assert [one for one in claims if one.kind == "meet" and one.phase == "occurred"] == []


def test_an_ambassador_is_summoned_on_the_day_behind() -> None:
    claim = only(
        "The Foreign Ministry in Seoul summoned the Japanese ambassador on Tuesday to protest the paper.", "concern"
    )
    assert claim.date == "2025-05-13"


def test_who_told_somebody_a_thing_demands_what_is_told_next() -> None:
    text = (
        "Minister Kim Hong-kyun told Ambassador Jo Berg that the claim was false and demanded its immediate withdrawal."
    )
    assert named(only(text, "urge"), "agent") == ["Kim Hong-kyun"]


def test_the_place_before_the_day_is_that_of_the_talks() -> None:
    text = "New Zealand and the Philippines concluded negotiations on a visiting forces agreement in Manila on May 3, 2025."
    claim = only(text, "meet")
    assert (named(claim, "place"), named(claim, "topic")) == (["Manila"], ["visiting forces agreement"])


def test_the_three_countries_are_those_of_three_ministers_and_not_where_they_met() -> None:
    text = (
        "U.S. Secretary of Defense Lloyd Austin, Japanese Defense Minister Hamada Yasukazu and South Korean Defense"
        " Minister Lee Jong-sup met in Singapore on May 3. The three countries signed a pact on Friday."
    )
    assert len(named(only(text, "sign"), "signatory")) == 3
    assert "Singapore" not in named(only(text, "sign"), "signatory")


def test_who_attended_for_which_side_is_told_for_each() -> None:
    text = "Ana Lind and Jo Berg attended for Japan, Gina Raimondo and Al Wu for the United States."
    claims = [one for one in read(text, "en") if one.kind == "attend"]
    assert [(named(one, "participant"), named(one, "organisation")) for one in claims] == [
        (["Ana Lind", "Jo Berg"], ["Japan"]),
        (["Al Wu", "Gina Raimondo"], ["the United States"]),
    ]
