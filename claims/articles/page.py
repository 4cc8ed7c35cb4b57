"""The article in an HTML page: its text without what stands around it, and what the page says of itself."""

from __future__ import annotations

import logging
import re
import warnings

from claims.articles.address import cleaned
from claims.articles.contents import Contents

#: the day that metadata gives: without it the library takes the first date of the text, or the year of the copyright
_METADATA_ONLY = {"extensive_search": False, "original_date": True}

#: what only the banner of a site says of itself
_CONSENT = re.compile(
    r"(?i)\b(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?(?:also )?(?:use|uses|store)s? (?:\w+ )?cookies"
    r"|accept (?:all )?cookies|cookie (?:policy|settings|preferences)"
    r"|クッキー(?:（?cookie）?)?(?:を使用し|を利用し|の使用に同意)|cookieを(?:使用|利用)し|쿠키를 (?:사용|이용)"
)


def read_page(html: str) -> Contents:
    """The text of a page's article, paragraphs on lines of their own; "" where none is found.

    trafilatura tells it from menus, cookie banners, lists of other articles and comments, whatever they are marked as.
    Title, author, day and canonical address are those of the page's metadata (Open Graph, JSON-LD, meta, `time`).
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a proxy that nothing here would use
        from trafilatura import bare_extraction, extract_metadata  # here, as it takes a third of a second to load
        from trafilatura.settings import Document as Found

    if "<body" not in html.lower():
        html = f"<html><body>{html}</body></html>"  # a fragment is no page to the library
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it notes each page without an article
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = bare_extraction(html, favor_precision=True, include_comments=False, include_tables=True)
    told = extract_metadata(html, date_config=_METADATA_ONLY, extensive=False)
    return Contents(
        _lines(str(found.text or "")) if isinstance(found, Found) else "",
        title=told.title or None,
        author=told.author or _author(html),
        published=told.date or None,
        url=cleaned(told.url) if told.url and told.url.startswith("http") else None,
        language=(told.language or "")[:2] or None,
    )


def _author(html: str) -> str | None:
    """The author of a `meta` element whose name has no space, as in Japanese: the library takes that for no name."""
    from trafilatura.utils import load_html

    tree = load_html(html)
    names = (
        tree.xpath("//meta[@name='author' or @property='author' or @property='article:author']/@content")
        if tree is not None
        else []
    )
    return next((name.strip() for name in map(str, names) if name.strip() and "/" not in name), None)


def _lines(text: str) -> str:
    """The lines of an article: a cell of a table on a line of its own, without the banner that asks for consent."""
    lines = [cell.strip() for line in text.split("\n") for cell in (_cells(line) if line.startswith("|") else [line])]
    return "\n".join(line for line in lines if line and not _CONSENT.search(line))


def _cells(row: str) -> list[str]:
    return row.strip(" |").split("|")
