"""Files of every sort into documents."""

from __future__ import annotations

import unicodedata

import pytest

from claims.articles import read_document
from claims.articles.language import language_of
from claims.errors import ClaimsError
from tests.articles import awkward

HTML = """<!DOCTYPE html><html lang="en"><head><title>Site | Fish pact signed</title>
<meta property="og:title" content="Fish pact signed"><meta property="article:published_time" content="2025-05-13T08:00:00Z">
<meta name="author" content="Press Office"><link rel="canonical" href="https://www.example.org/news/fish?utm_source=feed">
<script>var a = "Minister met nobody";</script></head><body><nav><a href="/">Home</a><p>Menu</p></nav>
<article><h1>Fish pact signed</h1><p>Norway and Chile signed a <b>fisheries</b> agreement&nbsp;on Tuesday.</p>
<p>The deal was long in the making, and it was welcomed by fishermen in both of the countries on the coast.</p></article>
<aside>Most read</aside><footer>All rights reserved</footer></body></html>"""


def test_a_page_is_its_article_with_what_it_tells_of_itself() -> None:
    source, document = read_document(HTML.encode(), "page.html")
    assert document.text is not None
    assert "Norway and Chile signed a fisheries agreement on Tuesday." in document.text.split("\n")
    assert "Menu" not in document.text
    assert "nobody" not in document.text
    assert (document.title, document.published_on, document.language) == ("Fish pact signed", "2025-05-13", "en")
    assert (document.author, document.url) == ("Press Office", "https://www.example.org/news/fish")
    assert source.name == "example.org"


def test_the_canonical_address_of_a_page_comes_before_the_one_at_which_it_was_read() -> None:
    for url in ("https://m.example.org/news/fish?amp=1", "http://example.org/news/fish/print"):
        assert read_document(HTML.encode(), url=url)[1].url == "https://www.example.org/news/fish"
    assert read_document(HTML.encode(), url="https://copy.example/f?gclid=1")[1].url == "https://copy.example/f"


def test_a_day_that_only_the_text_tells_is_not_that_of_publication() -> None:
    page = "<html><body><h1>Fish</h1><p>Norway and Chile signed the pact on 2 April 2024, and it was welcomed.</p>"
    page += "<div>© 2023</div></body></html>"
    assert read_document(page.encode())[1].published_on is None


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
        ("外交部長官、北京で会談実施。", "ja"),
        ("장관은 오슬로에서 회담했다. AI", "ko"),
        ("Le ministre a rencontré son homologue dans la ville.", "fr"),
        ("外交部长在北京举行会谈", "zh"),
        ("التقى الوزير نظيره", "ar"),
        ("12345", None),
    ],
)
def test_the_language_is_told_by_the_text_or_not_at_all(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_the_language_that_a_page_declares_gives_way_to_its_text() -> None:
    page = f'<html lang="en"><body><p>{awkward.JA}</p></body></html>'
    assert read_document(page.encode())[1].language == "ja"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (bytes(range(256)) * 40, "is not UTF-8 text"),
        (b"the of and\x01\x02 " * 100, "is not text"),
        (b"12345 67890", "language of file cannot be told"),
        (b"<html><body><script>x</script></body></html>", "holds no text"),
        (b"%PDF-1.7 broken", "cannot be read as PDF"),
        (b"the of and to " * 400_000, "has 5,600,000 characters"),
        (b"PK\x03\x04 broken", "is a broken zip file"),
        (awkward.packed({"ppt/presentation.xml": ""}), "is a PowerPoint presentation"),
        (awkward.packed({"a": ""}), "is a zip file"),
        (b"{\\rtf1 Text}", "is RTF"),
        (awkward.packed({"word/document.xml": "<broken"}), "cannot be read as a Word document"),
        (b"From: a@example.org\nTo: b@example.org\nSubject: x\nContent-Type: image/png\n\nxx", "without a text"),
    ],
)
def test_what_cannot_be_read_is_said_so(data: bytes, message: str) -> None:
    with pytest.raises(ClaimsError, match=message):
        read_document(data, "file")


def test_a_name_of_a_file_is_one_however_its_letters_are_put_together() -> None:
    """Some systems give the letters of names apart from their accents."""
    apart, composed = (
        read_document(
            HTML.encode(), unicodedata.normalize(form, "café.html"), source=unicodedata.normalize(form, "Café")
        )
        for form in ("NFD", "NFC")
    )
    assert apart == composed


def test_the_same_file_is_the_same_document() -> None:
    assert read_document(HTML.encode(), "a.html") == read_document(HTML.encode(), "a.html")


@pytest.mark.parametrize("filtered", [b"/Filter/Unheard", b"/Filter/FlateDecode", b"/Length(x)"])
def test_a_broken_pdf_is_said_so_and_nothing_else(filtered: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<>>>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
    objects.append(b"<<" + filtered + b"/Length 9>>stream\nBT (x) Tj\nendstream")
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    with pytest.raises(ClaimsError, match=r"as PDF|holds no text"):
        read_document(body + b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF", "broken.pdf")
    assert capfd.readouterr().err == ""


def test_columns_that_were_drawn_line_by_line_are_read_one_after_the_other() -> None:
    _, document = read_document(awkward.pdf(awkward.LEFT, awkward.RIGHT), "columns.pdf")
    assert document.text is not None
    assert " ".join(awkward.LEFT) in document.text
    assert " ".join(awkward.RIGHT) in document.text


def test_lines_that_run_across_columns_are_refused() -> None:
    lines = [left.ljust(44) + right for left, right in zip(awkward.LEFT, awkward.RIGHT, strict=True)] * 2
    for data in (awkward.pdf(lines), "\n".join(lines).encode()):
        with pytest.raises(ClaimsError, match="run across columns"):
            read_document(data, "x")


def test_a_heading_and_a_word_parted_by_a_hyphen_are_read_as_they_are_meant() -> None:
    _, document = read_document(
        awkward.pdf(["The ministers of both countries agree-", "ments signed in Oslo."]), "x.pdf"
    )
    assert document.text == "The ministers of both countries agreements signed in Oslo."


def test_an_e_mail_is_its_own_words() -> None:
    source, document = read_document(awkward.mail(), "a.eml")
    assert document.text is not None
    assert "met Gina Raimondo" in document.text
    assert "nobody" not in document.text
    assert not document.text.rstrip().endswith("Press Office")
    assert (document.title, document.author, document.published_on) == (
        "Fish talks in Oslo",
        "Press Office",
        "2025-05-03",
    )
    assert source.name == "unnamed source"


def test_a_word_document_gives_its_paragraphs_title_and_author() -> None:
    _, document = read_document(awkward.docx(awkward.EN), "a.docx")
    assert (document.text, document.title, document.author) == (awkward.EN.rstrip("\n"), "Fish talks", "Press Office")
