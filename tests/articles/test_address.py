"""Addresses: without trackers, and equal where they are of one page."""

from __future__ import annotations

import pytest

from claims.articles.address import canonical, cleaned, host, same_page

ONE_PAGE = [
    "https://www.example.com/news/a?utm_source=x&id=3&b=1",
    "http://example.com/news/a?id=3&b=1#top",
    "https://m.example.com/news/a?b=1&id=3&fbclid=abc",
    "HTTPS://WWW.Example.COM:443/news/a/?id=3&b=1",
    "https://mobile.example.com/news/a?id=3&b=1&utm_campaign=z",
]


def test_the_addresses_of_one_page_are_equal() -> None:
    assert {same_page(url) for url in ONE_PAGE} == {"example.com/news/a?b=1&id=3"}


@pytest.mark.parametrize(
    "other",
    [
        "https://example.com/news/b?b=1&id=3",
        "https://example.com/news/a?b=1&id=4",
        "https://en.example.com/news/a?b=1&id=3",
        "https://example.org/news/a?b=1&id=3",
    ],
)
def test_another_page_is_another(other: str) -> None:
    assert same_page(other) != same_page(ONE_PAGE[0])


def test_a_cleaned_address_still_opens_the_page() -> None:
    assert cleaned(" http://www.example.go.jp/a.html?utm_source=x#top ") == "http://www.example.go.jp/a.html"


def test_a_publisher_is_called_by_the_host() -> None:
    assert [host(url) for url in ("https://www.example.org/a", "https://m.example.org", "https://m.tv/", "x")] == [
        "example.org",
        "example.org",
        "m.tv",
        None,
    ]


@pytest.mark.parametrize(
    ("told", "held"),
    [
        ("https://www.example.com/news/a", "https://www.example.com/news/a"),
        ("https://www.example.com/", "https://example.com/news/a?amp=1"),
        ("https://elsewhere.com/news/a", "https://example.com/news/a?amp=1"),
        (None, "https://example.com/news/a?amp=1"),
    ],
)
def test_a_canonical_link_counts_on_its_own_site(told: str | None, held: str) -> None:
    assert canonical("https://example.com/news/a?amp=1", told) == held
