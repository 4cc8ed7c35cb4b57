"""Scores on small sets whose answer is plain, and what the rules reach on the claims that ship."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.evaluate import Beside, difference, evaluate, faults, judged
from claims.evaluate.comparison import Rate
from claims.evaluate.pairing import Pair, best_pairs
from claims.extract import extract, shipped_names
from claims.records import Argument, Claim, Document, Evidence, Record, decode
from claims.records.corpus import corpus_files
from claims.records.terms import KindName
from tests.extract.reader import missing

TEXT = "Ueda met Lind in Oslo. Lind met Ueda in Bergen in 2021."


def claim(start: int, end: int, kind: KindName = "meet", who: str = "Ueda", date: str | None = None) -> Claim:
    return Claim(
        document="d", kind=kind, phase="occurred", summary="s", date=date,
        arguments=(Argument(role="participant", name=who),), evidence=(Evidence(start=start, end=end),),
    )  # fmt: skip


def test_a_set_against_itself_is_right() -> None:
    gold: list[Record] = [claim(0, 22), claim(23, 55, date="2021")]
    scores = evaluate(gold, gold)
    assert scores.overall == Rate(2, 2, 2)
    assert (scores.overall.f1, scores.parties.f1, scores.date_exact.f1, scores.span_overlap) == (1, 1, 1, 1)
    assert difference(scores, {"d": TEXT}) == ""


def test_a_claim_told_twice_counts_once() -> None:
    assert evaluate([claim(0, 22)], [claim(0, 22), claim(0, 22)]).overall == Rate(1, 1, 2)


def test_another_kind_or_another_place_is_no_match() -> None:
    assert evaluate([claim(0, 22)], [claim(0, 22, kind="visit"), claim(23, 55)]).overall == Rate(0, 1, 2)


def test_half_of_the_shorter_evidence_must_be_shared() -> None:
    assert evaluate([claim(0, 10)], [claim(5, 30)]).overall.right == 1
    assert evaluate([claim(0, 10)], [claim(6, 30)]).overall.right == 0


def test_quotes_are_located_in_the_documents_text() -> None:
    quoted = Claim(
        document="d", kind="meet", phase="occurred", summary="s", evidence=(Evidence(quote="Lind met Ueda"),)
    )
    page = Document(slug="d", source="s", title="t", language="en", text=TEXT)
    assert evaluate([page, quoted], [claim(23, 36)]).overall == Rate(1, 1, 1)


def test_the_one_with_like_arguments_is_the_match() -> None:
    scores = evaluate([claim(0, 22, who="Lind")], [claim(0, 22, who="Ueda"), claim(0, 22, who="Lind")])
    assert scores.parties == Rate(1, 1, 1)


def test_another_form_of_a_name_is_the_same_party_where_it_stands_beside() -> None:
    gold: list[Record] = [claim(0, 22, who="Adeline Lind")]
    forms = Beside([{"document": "d", "name": "Adeline Lind", "also": ["the minister", "she"]}])
    for who, right in (("Minister", 1), ("Lind", 1), ("Ueda", 0)):
        found: list[Record] = [claim(0, 22, who=who)]
        assert evaluate(gold, found, beside=forms).parties.right == right
        assert evaluate(gold, found).parties.right == 0
    other = Beside([{"document": "another", "name": "Adeline Lind", "also": ["the minister"]}])
    assert evaluate(gold, [claim(0, 22, who="Minister")], beside=other).parties.right == 0


def test_dates_agree_exactly_or_overlap() -> None:
    scores = evaluate([claim(0, 22, date="2021-05-03")], [claim(0, 22, date="2021-05")])
    assert (scores.date_exact.right, scores.date_overlapping.right) == (0, 1)


def test_the_difference_names_what_was_missed_and_what_was_found_besides() -> None:
    lines = difference(evaluate([claim(0, 22)], [claim(23, 55)]), {"d": TEXT}).split("\n")
    assert [line[0] for line in lines if line[:2] in ("- ", "+ ")] == ["-", "+"]


def test_pairs_are_the_best_together_and_not_each_for_itself() -> None:
    found = best_pairs([Pair(0, 0, 1.0), Pair(0, 1, 0.9), Pair(1, 0, 0.9)])
    assert [(pair.left, pair.right) for pair in found] == [(0, 1), (1, 0)]


def _shipped(language: str, article: str | None = None) -> tuple[list[Record], list[Record]]:
    names = shipped_names()
    gold: list[Record] = []
    found: list[Record] = []
    for path in corpus_files():
        if path.parent.name != "documents":
            continue
        read = [decode(line) for line in Path(path).read_bytes().splitlines()]
        judged = {one.document for one in read if isinstance(one, Claim)}
        for page in read:
            if isinstance(page, Document) and page.slug in judged and page.language == language:
                if (page.text is None) == (article is None):
                    continue
                page.text = page.text or article
                gold += [one for one in read if isinstance(one, (Claim, Document))]
                found += extract(page, names, least=0)
    return gold, found


@pytest.mark.parametrize(("language", "right", "false"), [("en", 15, 0.17), ("ja", 8, 0.17), ("ko", 1, 0.1)])
def test_the_reader_on_the_accounts_that_ship(language: str, right: int, false: float) -> None:
    if missing(language):
        pytest.skip(missing(language))
    gold, found = _shipped(language)
    scores = evaluate(gold, [one for one in found if not (isinstance(one, Claim) and one.kind == "hold_office")])
    texts = {one.slug or "": one.text or "" for one in gold if isinstance(one, Document)}
    verdicts = judged(scores.matched, scores.missed, scores.extra, texts)
    assert verdicts.count("right") >= right, faults(verdicts)
    assert verdicts.share("false") <= false, faults(verdicts)
    assert scores.interval[0] <= scores.overall.f1 <= scores.interval[1]
