"""Files of every sort into documents."""

from __future__ import annotations

import pytest

from claims.articles import read_document
from claims.articles.intake import language_of
from claims.errors import ClaimsError

HTML = """<!DOCTYPE html><html lang="en"><head><title>Site | Fish pact signed</title>
<meta property="og:title" content="Fish pact signed"><meta property="article:published_time" content="2025-05-13T08:00:00Z">
<script>var a = "Minister met nobody";</script></head><body><nav><a href="/">Home</a><p>Menu</p></nav>
<article><h1>Fish pact signed</h1><p>Norway and Chile signed a <b>fisheries</b> agreement&nbsp;on Tuesday.</p>
<p>The deal was long in the making, and it was welcomed by fishermen in both of the countries on the coast.</p></article>
<aside>Most read</aside><footer>All rights reserved</footer></body></html>"""


def test_a_page_is_its_article_with_what_it_tells_of_itself() -> None:
    source, document = read_document(HTML.encode(), "page.html", url="https://www.example.org/a")
    assert document.text is not None
    assert document.text.split("\n")[:2] == [
        "Fish pact signed",
        "Norway and Chile signed a fisheries agreement on Tuesday.",
    ]
    assert "Menu" not in document.text
    assert "nobody" not in document.text
    assert (document.title, document.published_on, document.language) == ("Fish pact signed", "2025-05-13", "en")
    assert source.name == "example.org"


def test_what_is_given_is_taken_over_what_is_guessed() -> None:
    _, document = read_document(HTML.encode(), title="T", published="2025", language="ko", source="S")
    assert (document.title, document.published_on, document.language, document.source) == ("T", "2025", "ko", "S")


def test_plain_text_gives_its_first_line_and_a_date_that_stands_alone() -> None:
    _, document = read_document(
        "漁業協定に署名\n2025年5月13日\n日本とチリは12日、漁業協定に署名した。".encode(), "x.txt"
    )
    assert (document.title, document.published_on, document.language) == ("漁業協定に署名", "2025-05-13", "ja")
    _, document = read_document(
        b"Norway and Chile signed the pact in the city of Oslo on 3 May 2025, it was said to be."
    )
    assert document.published_on is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that it was signed in the city of Oslo.", "en"),
        ("大臣はオスロで会談した。", "ja"),
        ("장관은 오슬로에서 회담했다. AI", "ko"),
        ("Le ministre a rencontré son homologue dans la ville.", None),
        ("外交部长在北京举行会谈", None),
        ("التقى الوزير نظيره", None),
        ("12345", None),
    ],
)
def test_the_language_is_told_by_script_or_not_at_all(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (bytes(range(256)) * 40, "is not UTF-8 text"),
        (b"\0\1\2\3" * 100, "is not text"),
        (b"12345 67890", "language cannot be told"),
        (b"<html><body><script>x</script></body></html>", "holds no text"),
        (b"%PDF-1.7 broken", "cannot be read as PDF"),
        (b"the of and to " * 400_000, "has 5,600,000 characters"),
    ],
    ids=["empty", "blank", "bytes", "control", "numbers", "no text", "pdf", "long"],
)
def test_what_cannot_be_read_is_said_so(data: bytes, message: str) -> None:
    pytest.importorskip("pypdf")
    with pytest.raises(ClaimsError, match=message):
        read_document(data, "file")


def test_the_same_file_is_the_same_document() -> None:
    assert read_document(HTML.encode(), "a.html") == read_document(HTML.encode(), "a.html")


def test_old_charsets_are_read_where_the_page_names_them() -> None:
    page = '<html><head><meta charset="shift_jis"></head><body><p>大臣はオスロで会談した。</p></body></html>'
    _, document = read_document(page.encode("shift_jis"))
    assert document.text == "大臣はオスロで会談した。"


@pytest.mark.parametrize("filtered", [b"/Filter/Unheard", b"/Filter/FlateDecode", b"/Length(x)"])
def test_a_broken_pdf_is_said_so_and_nothing_else(filtered: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("pypdf")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    objects.append(b"<<" + filtered + b"/Length 9>>stream\nBT (x) Tj\nendstream")
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    with pytest.raises(ClaimsError, match=r"as PDF|holds no text"):
        read_document(body + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF", "broken.pdf")
    assert capfd.readouterr().err == ""
