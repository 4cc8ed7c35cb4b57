"""The article in an HTML page: its text without navigation, and what the page says of itself."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "nav",
        "footer",
        "aside",
        "form",
        "noscript",
        "svg",
        "template",
        "button",
        "select",
        "iframe",
        "dialog",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "tr",
        "td",
        "th",
        "br",
        "section",
        "article",
        "main",
        "header",
        "blockquote",
        "figure",
        "figcaption",
        "dd",
        "dt",
        "ul",
        "ol",
        "table",
        "pre",
        "hr",
    ]
)
_VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "source", "area", "base", "col", "embed", "track", "wbr"]
)
_TITLES = ("og:title", "twitter:title", "dc.title")
_DAYS = ("article:published_time", "datepublished", "date", "dc.date", "pubdate", "publishdate", "dcterms.issued")
_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


def read_page(html: str) -> tuple[str, dict[str, str]]:
    """The text of a page's article, paragraphs on lines of their own, and of title, published, language, url what it tells.

    The text is that of <article> or <main> where they hold most of a page's words, else the whole body's, always
    without navigation, forms, scripts and footers.
    """
    parser = _Page()
    parser.feed(html)
    parser.close()
    inner, whole = _tidy(parser.inner), _tidy(parser.whole)
    told = parser.told
    if "title" not in told and (title := " ".join("".join(parser.title).split())):
        told["title"] = title
    return (inner if len(inner) > 200 or len(inner) * 2 > len(whole) else whole), told


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inner: list[str] = []
        self.whole: list[str] = []
        self.title: list[str] = []
        self.told: dict[str, str] = {}
        self._skipped = 0
        self._article = 0
        self._in_title = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "html" and (language := re.match(r"(ja|ko|en)\b", given.get("lang", "").lower())):
            self.told["language"] = language[1]
        elif tag == "meta":
            self._meta(given)
        elif tag == "link" and given.get("rel") == "canonical" and given.get("href", "").startswith("http"):
            self.told["url"] = given["href"]
        elif tag == "time" and (day := _DAY.match(given.get("datetime", ""))):
            self.told.setdefault("published", day[0])
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag in ("article", "main"):
            self._article += 1
        self._in_title = tag == "title" or (self._in_title and tag in _VOID)
        if tag in _BLOCKS:
            self._put("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag in ("article", "main"):
            self._article = max(0, self._article - 1)
        elif tag == "title":
            self._in_title = False
        if tag in _BLOCKS:
            self._put("\n")

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title.append(data)
        else:
            self._put(re.sub(r"\s+", " ", data))

    def _put(self, text: str) -> None:
        if not self._skipped:
            self.whole.append(text)
            if self._article:
                self.inner.append(text)

    def _meta(self, given: dict[str, str]) -> None:
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        if name in _TITLES and given.get("content", "").strip():
            self.told.setdefault("title", given["content"].strip())
        elif name in _DAYS and (day := _DAY.match(given.get("content", ""))):
            self.told.setdefault("published", day[0])


def _tidy(parts: list[str]) -> str:
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
