"""Encodings: given, marked, declared, detected, or refused."""

from __future__ import annotations

import pytest

from claims.articles.decoding import decoded
from claims.errors import ClaimsError
from tests.articles.awkward import EN, FR, JA, KO, ZH


@pytest.mark.parametrize(
    ("text", "encoding", "told"),
    [
        (JA, "utf-8", None),
        (JA, "utf-8-sig", None),
        (JA, "cp932", "cp932"),
        (JA, "euc_jp", "euc_jp"),
        (JA, "iso2022_jp", "iso2022_jp"),
        (JA, "utf-16", "utf-16, by its mark"),
        (JA, "utf-16-le", "utf_16_le"),
        (KO, "cp949", "cp949"),
        (FR, "cp1252", "cp1252"),
        (ZH, "gb18030", "gb18030"),
        (EN + "“Fish” – it’s café fare.", "cp1252", "cp1252"),
        (JA[:12], "cp932", "cp932"),
    ],
)
def test_an_encoding_is_found_and_told(text: str, encoding: str, told: str | None) -> None:
    found, note = decoded(text.encode(encoding), "x")
    assert found == text
    assert note is None if told is None else told in str(note)


def test_what_is_declared_comes_before_what_is_detected() -> None:
    page = f'<html><head><meta charset="euc-kr"></head>{KO}</html>'
    assert decoded(page.encode("cp949"), "x") == (page, "Read as euc-kr, which it declares.")


def test_utf_8_comes_before_what_is_declared_wrongly() -> None:
    page = f'<html><head><meta charset="shift_jis"></head>{JA}</html>'
    assert decoded(page.encode(), "x") == (page, None)


def test_what_is_given_comes_before_all() -> None:
    assert decoded("é".encode("latin-1"), "x", "latin-1") == ("é", "Read as iso8859-1, as given.")
    with pytest.raises(ClaimsError, match="x is not ascii text"):
        decoded("é".encode(), "x", "ascii")
    with pytest.raises(ClaimsError, match="unknown encoding 'klingon'"):
        decoded(b"e", "x", "klingon")


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\0\1\2\3" * 100])
def test_bytes_of_no_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(ClaimsError, match="nor of an encoding that can be told; name its encoding: --encoding"):
        decoded(data, "x")
