"""What a model says with a right quote, checked against the text: names, dates, factuality, and a summary of our own."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest

from claims.extract import shipped_names
from claims.extract.llm.checking import Checker, Refused
from claims.records import Claim, Document
from claims.resources import DB

NAMES = shipped_names()
EN = (
    "Trade Minister Ken Saito met Gina Raimondo in Washington on June 26, 2024. The two ministers agreed to work together on chips."
    " Saito denied that he had signed a pact with Peru. Raimondo would sign if Congress approved."
    " The next meeting is planned for next year. Reports that Japan and Chile signed a treaty are false. Joe Biden was in Ohio."
)
JA = (
    "斎藤健経済産業大臣は6月26日、ワシントンでレモンド商務長官と会談した。両氏は半導体で協力することで合意した。"
    "協定に署名したとの報道を外務省は否定した。"
)
KO = "안덕근 장관은 6월 26일 워싱턴에서 러몬도 장관과 회담했다. 협정에 서명하지 않았다."
MET = "Trade Minister Ken Saito met Gina Raimondo in Washington on June 26, 2024"
TWO = ("Ken Saito", "Gina Raimondo")


def claim(text: str, language: str, quote: str, kind: str, *people: str, **more: Any) -> Claim:
    document = Document(slug="t", source="s", title="t", language=language, text=text)
    role = "signatory" if kind == "sign" else "participant"
    item = {
        "kind": kind,
        "phase": "occurred",
        "quote": quote,
        "arguments": [{"role": role, "name": one} for one in people],
    }
    return Checker(document, NAMES, "2024-06-28").claim(item | more, 0, len(text))


def refusal(*given: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        claim(*given, **more)
    return str(refused.value)


def test_what_stands_in_the_text_is_kept_with_whom_it_means() -> None:
    found = claim(EN, "en", MET, "meet", *TWO, date="2024-06-26", date_text="June 26, 2024")
    assert [(one.name, one.entity, one.start) for one in found.arguments] == [
        ("Ken Saito", "ken-saito", 15),
        ("Gina Raimondo", "gina-raimondo", 29),
    ]
    assert (found.date, found.date_basis, found.confidence) == ("2024-06-26", "stated", 0.8)
    assert found.summary == "Ken Saito and Gina Raimondo met (2024-06-26)."


@pytest.mark.parametrize("name", ["Joe Biden", "Emmanuel Macron", "Raimond", "META", "…"])
def test_a_participant_out_of_thin_air_is_refused(name: str) -> None:
    assert name in refusal(EN, "en", MET, "meet", "Ken Saito", name)


@pytest.mark.parametrize(
    ("given", "written"), [("斎藤健", "Ken Saito"), ("Saito Ken", "Ken Saito"), ("Ken", "Ken Saito")]
)
def test_a_known_name_is_written_as_the_text_writes_it(given: str, written: str) -> None:
    assert claim(EN, "en", MET, "meet", given, "Gina Raimondo").arguments[0].name == written


def test_they_are_resolved_from_what_was_said_before_at_less_confidence() -> None:
    found = claim(EN, "en", "The two ministers agreed to work together on chips", "cooperate", *TWO, phase="agreed")
    assert [(one.name, one.start) for one in found.arguments] == [("Ken Saito", None), ("Gina Raimondo", None)]
    assert found.confidence == 0.6
    found = claim(JA, "ja", "両氏は半導体で協力することで合意した", "cooperate", "斎藤健", "レモンド", phase="agreed")
    assert [one.entity for one in found.arguments] == ["ken-saito", "gina-raimondo"]


def test_nobody_is_resolved_where_the_sentence_speaks_of_nobody_before() -> None:
    assert "points to nobody" in refusal(
        EN, "en", "The next meeting is planned for next year", "meet", *TWO, phase="scheduled"
    )


@pytest.mark.parametrize(
    ("date", "words", "why"),
    [
        ("2031-01-01", "June 26, 2024", "which mean 2024-06-26"),
        ("2024-06-27", "June 26, 2024", "which mean 2024-06-26"),
        ("2024-06-26", "27 June", "do not stand in the text"),
        ("2031-01-01", None, "stands nowhere in the text"),
        ("yesterday", "June 26, 2024", "not a date"),
    ],
)
def test_a_date_that_its_words_do_not_mean_is_refused(date: str, words: str | None, why: str) -> None:
    assert why in refusal(EN, "en", MET, "meet", *TWO, date=date, date_text=words)


@pytest.mark.parametrize(("given", "basis"), [("2024-06-26", "stated"), ("2024-06", "stated"), ("2024", "stated")])
def test_a_coarser_date_becomes_that_of_its_words(given: str, basis: str) -> None:
    found = claim(EN, "en", MET, "meet", *TWO, date=given, date_text="June 26, 2024")
    assert (found.date, found.date_basis) == ("2024-06-26", basis)


def test_a_date_without_words_is_one_of_the_text_or_of_publication() -> None:
    quote = "The two ministers agreed to work together on chips"
    assert claim(EN, "en", quote, "cooperate", *TWO, phase="agreed", date="2024-06-26").date_basis == "inherited"
    assert claim(EN, "en", quote, "cooperate", *TWO, phase="agreed", date="2024-06-28").date_basis == "published"
    assert (
        claim(JA, "ja", JA.split("。")[0], "meet", "斎藤健", date="2024-06-26", date_text="6月26日").date_basis
        == "completed"
    )


def test_words_of_a_date_that_nobody_can_read_stay_without_it() -> None:
    text = "Le ministre Dupont a rencontré Anna Lind à Paris le lendemain, et encore le 3 mai 2021."
    found = claim(text, "fr", text[:-1], "meet", "Dupont", date="2021-05-04", date_text="le lendemain")
    assert (found.date, found.date_text) == (None, "le lendemain")
    assert (
        claim(text, "fr", text[:-1], "meet", "Dupont", date="2021-05-03", date_text="le 3 mai 2021").date
        == "2021-05-03"
    )
    assert "is not that" in refusal(
        text, "fr", text[:-1], "meet", "Dupont", date="2022-05-03", date_text="le 3 mai 2021"
    )


@pytest.mark.parametrize(
    ("text", "language", "quote", "kind", "people", "told"),
    [
        (EN, "en", "he had signed a pact with Peru", "sign", ("Saito", "Peru"), {}),
        (EN, "en", "Raimondo would sign", "sign", ("Raimondo",), {}),
        (EN, "en", "Japan and Chile signed a treaty", "sign", ("Japan", "Chile"), {}),
        (EN, "en", MET, "meet", TWO, {"polarity": "-"}),
        (EN, "en", MET, "meet", TWO, {"phase": "agreed"}),
        (EN, "en", "The two ministers agreed to work together on chips", "cooperate", TWO, {}),
        (JA, "ja", "協定に署名したとの報道を外務省は否定した", "sign", ("外務省",), {}),
        (JA, "ja", "両氏は半導体で協力することで合意した", "cooperate", ("斎藤健",), {}),
        (KO, "ko", "협정에 서명하지 않았다", "sign", ("안덕근",), {}),
    ],
)
def test_what_the_words_deny_plan_or_doubt_is_not_told_as_a_fact(
    text: str, language: str, quote: str, kind: str, people: tuple[str, ...], told: dict[str, str]
) -> None:
    why = refusal(text, language, quote, kind, *people, **told)
    assert "its words" in why or "its verb" in why


def test_what_is_told_as_the_words_tell_it_is_kept() -> None:
    assert claim(
        EN, "en", "Raimondo would sign if Congress approved", "sign", "Raimondo", phase="expected", certainty="PS"
    )
    assert claim(EN, "en", "Saito denied that he had signed a pact with Peru", "sign", "Saito", "Peru", polarity="-")
    assert claim(KO, "ko", "협정에 서명하지 않았다", "sign", "안덕근", polarity="-")


def test_the_summary_of_the_model_is_not_taken() -> None:
    found = claim(EN, "en", MET, "meet", *TWO, summary="Saito and Raimondo quarrelled in Rome over 40 billion dollars.")
    assert found.summary == "Ken Saito and Gina Raimondo met."


def test_who_is_said_to_say_it_must_stand_in_the_text() -> None:
    assert "'METI'" in refusal(EN, "en", MET, "meet", *TWO, asserter="METI")


@pytest.mark.parametrize(
    "item", [{}, "x", None, {"quote": 3}, {"quote": MET, "kind": "meet", "phase": "occurred", "arguments": [{}]}]
)
def test_an_item_that_is_no_claim_is_refused(item: Any) -> None:
    document = Document(slug="t", source="s", title="t", language="en", text=EN)
    with pytest.raises(Refused):
        Checker(document, NAMES, None).claim(item, 0, len(EN))


def _shipped(slug: str) -> tuple[Document, list[dict[str, Any]]]:
    """A document that ships, and its claims as a model would give them that reads well."""
    lines = [
        json.loads(line) for line in (DB / "corpus" / "documents" / f"{slug}.jsonl").read_text("utf-8").splitlines()
    ]
    (text,) = [one for one in lines if one["record"] == "document" and "text" in one]
    items = []
    for one in lines:
        spans = [e for e in one.get("evidence", []) if e.get("document", one["document"]) == text["slug"]]
        if spans:
            given = {name: one[name] for name in GIVEN if name in one}
            quote = spans[0].get("quote") or text["text"][spans[0]["start"] : spans[0]["end"]]
            people = [{"role": argument["role"], "name": argument["name"]} for argument in one["arguments"]]
            items.append(given | {"quote": quote, "arguments": people})
    days = [one["published_on"] for one in lines if "published_on" in one]
    document = Document(
        slug="t", source="s", title="t", language=text["language"], text=text["text"], published_on=(*days, None)[0]
    )
    return document, items


GIVEN = ("kind", "phase", "polarity", "certainty", "speech_act", "date", "date_text", "quantity")
READ = ["meti-jucip4-en", "mofa-raa-en", "mofa-epcc2-ja", "asiatoday-trilateral-ko"]


def _kept(checker: Checker, items: list[dict[str, Any]], text: str, **told: Any) -> list[Claim]:
    kept = []
    for item in items:
        with contextlib.suppress(Refused):
            kept.append(checker.claim(item | told, 0, len(text)))
    return kept


@pytest.mark.parametrize("slug", READ)
def test_claims_that_ship_are_kept_and_the_same_made_false_are_not(slug: str) -> None:
    document, items = _shipped(slug)
    text = document.text or ""
    checker = Checker(document, NAMES, document.published_on)
    right = [item for item in items if _kept(checker, [item], text)]
    assert len(right) >= 0.85 * len(items)
    stranger = {"role": "participant", "name": "Emmanuel Macron"}
    assert not _kept(checker, [item | {"arguments": [*item["arguments"], stranger]} for item in right], text)
    dated = [item for item in right if item.get("date") and item.get("date_text")]
    assert not [one for one in _kept(checker, dated, text, date="1999-01-01") if one.date]
    planned = [item for item in right if item["phase"] not in ("occurred", "ongoing", "implemented", "discussed")]
    assert not _kept(checker, planned, text, phase="occurred", polarity="+", certainty="CT")
    done = [item for item in right if item["phase"] == "occurred" and item.get("polarity", "+") == "+"]
    assert len(_kept(checker, done, text, polarity="-")) <= 0.1 * len(done)
