"""Bytes as text: told by what they show, named where they might be several."""

from __future__ import annotations

import codecs

import pytest

from claims.errors import ClaimsError
from claims.stream.encodings import text_of

WESTERN = "Date;Who\r\n2024;José Núñez – “Søren Kjær”, Århus, Zoë Müller, São Paulo\r\n"
READ = WESTERN.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)  # fmt: skip
def test_what_is_certain_is_read(encoding: str) -> None:
    text, note = text_of(WESTERN.encode(encoding), "m.csv")
    assert text == READ
    assert (note is None) == (encoding != "cp1252")


def test_latin_1_is_told_to_the_reader() -> None:
    text, note = text_of("Zoë;Núñez\n".encode("latin-1"), "m.csv")
    assert text == "Zoë;Núñez\n"
    assert note == "m.csv is not UTF-8 and was read as Latin-1; --set encoding=NAME reads it otherwise"


def test_a_mark_of_utf_16_with_other_letters() -> None:
    assert text_of(codecs.BOM_UTF16_BE + "日付,場所\n".encode("utf-16-be"), "m.csv") == ("日付,場所\n", None)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("日付,場所\n2024-06-26,ワシントンで会談\n", "cp932"),
        ("カタカナ,ハヤシ\n", "cp932"),
        ("날짜,장소\n2024-06-26,회의 워싱턴\n", "cp949"),
        ("日期,地点\n2024,会谈在华盛顿\n", "gb18030"),
        ("日期,地點\n2024,華盛頓會談\n", "big5"),
    ],
)
def test_asian_encodings_are_asked_for_with_their_readings(text: str, encoding: str) -> None:
    with pytest.raises(
        ClaimsError, match=rf"m.csv is not UTF-8; it may be .*{encoding} \('{text[:2]}.*--set encoding=NAME"
    ):
        text_of(text.encode(encoding), "m.csv")
    assert text_of(text.encode(encoding), "m.csv", encoding) == (text, None)


@pytest.mark.parametrize(
    ("encoding", "told"), [("utf-9", "no encoding is called 'utf-9'"), ("ascii", "m.csv: byte 18 is not ascii")]
)
def test_an_encoding_that_does_not_fit(encoding: str, told: str) -> None:
    with pytest.raises(ClaimsError, match=told):
        text_of(WESTERN.encode(), "m.csv", encoding)
