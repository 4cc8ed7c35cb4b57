"""How the weights of db/vocabulary/confidence.toml are found: claims read at first sight, with what a person made of them.

    python -m tests.evaluate.weighing keep LOT ARTICLE...   before the reader is mended on these articles of gold/dev
    python -m tests.evaluate.weighing fit                   writes the weights (needs the extra `weigh`)

An article counts at first sight only: what the reader makes of it after it was mended there tells nothing of others.
Of the first four lots the votes are left out: when a vote has failed was settled after they were read.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from claims.dates import dates_in
from claims.evaluate.judging import Verdict
from claims.extract.confidence import signs
from claims.extract.lexicon import lexicon
from claims.extract.timeline import Timeline
from claims.extract.trees.parsers import parser_for
from claims.records import Document
from claims.resources import DB
from claims.text import split_sentences
from tests.evaluate.test_gold import records, verdicts

ROWS = Path(__file__).parent / "first_sight.csv"
WEIGHTS = DB / "vocabulary" / "confidence.toml"
#: signs of which one value holds; the others are numbers
CHOICES = ("language", "kind", "phase", "certainty", "parties", "topics")
NUMBERS = (
    "parties named elsewhere",
    "place",
    "date",
    "date of the sentence left over",
    "quotation in the sentence",
    "hundred words",
)
COLUMNS = ("lot", "article", "verdict", *CHOICES, *NUMBERS)
_HEAD = """# What makes the reader's claims more or less likely right and whole: weights of a logistic regression over {rows} claims
# of {articles} articles read at first sight, {right:.0%} of them right ({file}; written by
# `python -m tests.evaluate.weighing fit`). A sign's weight times its value is added to `average`; what is not listed, 0.
"""


def kept(row: dict[str, str]) -> dict[str, float]:
    """The signs of a claim as a row of first_sight.csv holds them."""
    return {f"{name} {row[name]}": 1.0 for name in CHOICES} | {name: float(row[name]) for name in NUMBERS}


def rows() -> list[dict[str, str]]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def last_lots(told: list[dict[str, str]]) -> list[str]:
    """The two lots that were read last: the reader is nearest to what it is now, and one lot alone may be hard."""
    return list(dict.fromkeys(one["lot"] for one in told))[-2:]


def signed(article: str, found: list[Verdict]) -> Iterator[tuple[str, dict[str, float]]]:
    """The verdict on each claim of an article and the claim's signs."""
    (page,) = (one for one in records(article) if isinstance(one, Document))
    text, language = page.text or "", cast(Any, page.language[:2])
    anchor = Timeline(page.published_on, language).anchor()
    spans = list(split_sentences(text, language))
    for verdict in found:
        start = verdict.found.evidence[0].start or 0
        span = next((one for one in spans if one.start <= start < one.end), spans[0])
        (tree,) = parser_for(lexicon(language)).trees([text[span.start : span.end]])
        yield verdict.verdict, signs(verdict.found, language, tree, dated=bool(dates_in(tree.text, language, anchor)))


def keep(lot: str, articles: list[str]) -> None:
    """Append what is read in articles today, judged by their gold."""
    with ROWS.open("a", encoding="utf-8", newline="") as file:
        write = csv.writer(file, lineterminator="\n").writerow
        for article in articles:
            for verdict, told in signed(article, verdicts([article]).verdicts):
                chosen = dict(
                    name.rsplit(" ", 1) for name in told if name.split()[0] in CHOICES and name not in NUMBERS
                )
                numbers = [f"{told[name]:g}" for name in NUMBERS]
                write([lot, article, verdict, *(chosen[name] for name in CHOICES), *numbers])


def fit() -> str:
    """The weights as TOML. The lots are kept apart while fitting, and the average of the last ones holds."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    told = rows()
    lately = last_lots(told)
    vectors = DictVectorizer(sparse=False)
    values = vectors.fit_transform([kept(one) | {f"lot {one['lot']}": 1.0} for one in told])
    right = [one["verdict"] == "right" for one in told]
    model = LogisticRegression(C=0.2, max_iter=2000).fit(values, right)
    weights = dict(zip(vectors.get_feature_names_out(), model.coef_[0], strict=True))
    average = model.intercept_[0] + sum(weights[f"lot {one}"] for one in lately) / len(lately)
    count = Counter(one["article"] for one in told)
    lines = [
        _HEAD.format(
            rows=len(told), articles=len(count), right=sum(right) / len(right), file="tests/evaluate/first_sight.csv"
        ),
        f"average = {average:.2f}\n",
    ]
    lines += [f'"{name}" = {weight:.2f}\n' for name, weight in weights.items() if not name.startswith("lot ")]
    return "".join(lines)


if __name__ == "__main__":
    if sys.argv[1:2] == ["keep"] and len(sys.argv) > 3:
        keep(sys.argv[2], sys.argv[3:])
    elif sys.argv[1:] == ["fit"]:
        WEIGHTS.write_text(fit(), "utf-8")
    else:
        sys.exit(__doc__)
