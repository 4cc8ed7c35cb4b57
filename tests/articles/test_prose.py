"""Articles apart from programs, tables and records."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from claims.articles.prose import in_columns, not_prose
from tests.articles import awkward
from tests.conftest import texts

MARKDOWN = """# Fish pact signed

**Norway** and *Chile* signed an [agreement](https://example.org/a_b?c=d&e=f) on Tuesday.

- It takes effect in January.
- The ministers met in Oslo; they are to meet again.

> "We have waited for this," she said.
"""


@pytest.mark.parametrize(
    "text", [text for _, text in texts()] + [MARKDOWN, awkward.EN, "Yes. He met her, on 3 May, in Oslo."]
)
def test_articles_are_prose(text: str) -> None:
    assert not_prose(text) is None
    assert not in_columns(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (awkward.SCRIPT, "a script"),
        (awkward.SCRIPT.split("\n", 1)[1], "a program"),
        ('{"a": ["met"]}\n{"b": 1}', "JSON"),
        ('<?xml version="1.0"?><a>Japan met Chile.</a>', "XML"),
        ("day,who,whom\n2021-05-03,Ueda,Lind\n2021-05-04,Saito,Raimondo\n2021-05-05,Ahn,Lind\n", "a table"),
        (
            "[server]\nhost = example.org\nport = 80\n[paths]\nroot = /var/www\nmet = japan;chile\nlog_file=/var/log/x\n",
            "a program",
        ),
    ],
)
def test_what_is_no_prose_is_named(text: str, kind: str) -> None:
    assert str(not_prose(text)).startswith(kind)


def test_programs_are_no_prose() -> None:
    sources = sorted((Path(__file__).parents[2] / "claims" / "load").glob("*.py"))
    refused = [not_prose(source.read_text("utf-8")) is not None for source in sources]
    assert sum(refused) >= 0.9 * len(sources)


def test_a_long_text_without_a_space_is_judged_in_time() -> None:
    began = time.monotonic()
    assert not_prose(awkward.JA.replace("\n", "") * 5000) is None
    assert time.monotonic() - began < 10
