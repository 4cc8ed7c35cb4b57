"""Pages against their true text: how many of the words that are read belong to the article, and how many of it are read."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from claims.articles.page import read_page
from tests.articles.pages import MOST_READ, Page, pages

_WORD = re.compile(r"[぀-ヿ一-鿿가-힣]|[^\W぀-ヿ一-鿿가-힣]+")


def precision_and_recall(found: str, true: str) -> tuple[float, float]:
    """Of words; a CJK character is one."""
    got, wanted = (Counter(_WORD.findall(text.lower())) for text in (found, true))
    both = sum((got & wanted).values())
    return both / max(1, sum(got.values())), both / sum(wanted.values())


def test_on_average_nearly_all_is_the_article_and_nearly_all_of_it() -> None:
    scores = [precision_and_recall(read_page(page.html).text, page.true) for page in pages()]
    assert sum(precision for precision, _ in scores) / len(scores) > 0.9
    assert sum(recall for _, recall in scores) / len(scores) > 0.94


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_no_other_story_of_the_page_is_read(page: Page) -> None:
    text = read_page(page.html).text
    assert not [headline for headline in MOST_READ[page.language] if headline in text]
    assert "2012" not in text  # of a reader's comment
