"""Names outside the alias table: what is taken from a scripted GiNZA, and what the real one gives where it is installed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec

import pytest

from claims import records
from claims.articles import adding
from claims.errors import ClaimsError
from claims.extract import extract, shipped_names
from claims.extract.gazetteer import Names
from claims.extract.ja_ko import ginza_names
from claims.records import Claim, Document, Source

INSTALLED = find_spec("ginza") is not None and find_spec("ja_ginza") is not None
needs_ginza = pytest.mark.skipif(not INSTALLED, reason="GiNZA is not installed: pip install 'claims[ginza]'")
SURNAME, COMPANY, COMMON = "名詞-固有名詞-人名-姓", "名詞-固有名詞-一般", "名詞-普通名詞-一般"


@dataclass
class Token:
    tag_: str


@dataclass
class Entity:
    start_char: int
    end_char: int
    label_: str
    tag: str

    def __iter__(self) -> Iterator[Token]:
        return iter([Token(self.tag)])


class Scripted:
    """Sees the given (words, label, tag) wherever they stand; `ents` are those of the last text."""

    def __init__(self, *seen: tuple[str, str, str]) -> None:
        self.seen = seen
        self.ents: list[Entity] = []

    def __call__(self, text: str) -> Scripted:
        places = ((text.find(words), words, label, tag) for words, label, tag in self.seen)
        self.ents = [Entity(at, at + len(words), label, tag) for at, words, label, tag in places if at >= 0]
        return self


def page(text: str) -> Document:
    return Document(slug="t", source="s", title="t", language="ja", published_on="2025-05-14", text=text)


def read(text: str, pipeline: Scripted, monkeypatch: pytest.MonkeyPatch, names: Names | None = None) -> list[Claim]:
    monkeypatch.setattr("claims.extract.extractors.recogniser", lambda: pipeline)
    found = extract(page(text), names, extractor="rules-ja+ginza")
    for claim in found:
        records.encode(claim)
        for argument in claim.arguments:
            if argument.start is not None:
                assert text[argument.start : argument.end] == argument.name
    return found


def parties(claims: list[Claim], kind: str) -> list[tuple[str, str | None]]:
    return [(a.name, a.entity) for c in claims if c.kind == kind for a in c.arguments if a.role == "participant"]


def kept(text: str, *seen: tuple[str, str, str]) -> list[tuple[str, str]]:
    found = ginza_names.strangers(text, [], [], Scripted(*seen))
    return [(text[one.start : one.end], one.known.kind) for one in found]


def test_a_name_without_a_title_becomes_a_party(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "西川葉子は5月12日、オスロでレモンド長官と会談した。西川は協力を強化することで一致した。"
    without = parties(extract(page(text)), "meet")
    assert without == [("レモンド", "gina-raimondo")]
    found = read(text, Scripted(("西川葉子", "Person", SURNAME)), monkeypatch)
    assert parties(found, "meet") == [("西川葉子", None), ("レモンド", "gina-raimondo")]
    assert parties(found, "cooperate")[0] == ("西川", None)  # introduced in full, then called by the surname


def test_an_organisation_becomes_a_party(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "サクラ製鋼とチリは5月12日、覚書に署名した。"
    found = read(text, Scripted(("サクラ製鋼", "Company", COMPANY)), monkeypatch)
    (claim,) = [one for one in found if one.kind == "sign"]
    assert [a.name for a in claim.arguments if a.role == "signatory"] == ["サクラ製鋼", "チリ"]


def test_the_alias_table_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "岡村外務大臣は5月12日、ジーナ・レモンド氏とオスロで会談した。"
    seen = [
        ("ジーナ・レモンド氏", "Person", SURNAME),
        ("レモンド", "Company", COMPANY),
        ("岡村外務", "Person", SURNAME),
    ]
    assert read(text, Scripted(*seen), monkeypatch) == extract(page(text))


def test_what_is_read_by_a_title_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "岡村外務大臣は5月12日、オスロでノルウェーのベルグ外相と会談した。"
    seen = [("ベルグ外相", "Company", COMPANY), ("岡村外務大臣", "Position_Vocation", SURNAME)]
    assert read(text, Scripted(*seen), monkeypatch, Names()) == extract(page(text), Names())


@pytest.mark.parametrize(
    ("text", "seen", "expected"),
    [
        ("西川葉子氏は", ("西川葉子氏", "Person", SURNAME), ("西川葉子", "person")),
        ("ベルグ氏は", ("ベルグ氏", "Position_Vocation", COMMON), ("ベルグ", "person")),
        ("西川経済産業相は", ("西川経済産業相", "Company", SURNAME), ("西川", "person")),
        ("西川長官は", ("西川長", "Person", SURNAME), ("西川", "person")),
        ("ベルグ米商務は", ("ベルグ米商務", "Person", COMMON), ("ベルグ", "person")),
        ("西川さなえは", ("西川さなえ", "Person", SURNAME), ("西川さなえ", "person")),
        ("北欧漁業公社は", ("北欧漁業公社", "Corporation_Other", COMPANY), ("北欧漁業公社", "organisation")),
    ],
)
def test_titles_are_trimmed(text: str, seen: tuple[str, str, str], expected: tuple[str, str]) -> None:
    assert kept(text, seen) == [expected]


@pytest.mark.parametrize(
    "seen",
    [
        ("ペニー・ウォン豪", "Earthquake", SURNAME),
        ("外務大臣", "Person", COMMON),
        ("防衛大臣", "Position_Vocation", COMMON),
        ("三者", "Person", COMMON),
        ("安", "Person", SURNAME),
        ("第2次西川", "Person", SURNAME),
        ("サプライチェーン", "Company", COMMON),
        ("JUCIP", "Company", COMPANY),
        ("G7", "International_Organization", COMPANY),
        ("日・チリ漁業対話", "Organization_Other", COMPANY),
        ("西川、ベルグ", "Person", SURNAME),
        ("西川。", "Company", SURNAME),
    ],
    ids=lambda seen: seen[0],
)
def test_what_is_no_name_is_refused(seen: tuple[str, str, str]) -> None:
    assert kept(f"これは{seen[0]}である", seen) == []


def test_without_the_package_the_next_step_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    ginza_names.recogniser.cache_clear()
    monkeypatch.setitem(sys.modules, "ginza", None)
    with pytest.raises(ClaimsError, match=r"needs GiNZA and its model; pip install 'claims\[ginza\]'"):
        extract(page("日本とチリは13日、漁業協定に署名した。"), extractor="rules-ja+ginza")


def test_the_run_names_the_extractor_and_its_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claims.extract.extractors.recogniser", Scripted)
    monkeypatch.setattr(adding, "version", {"claims": "0.1", "ja-ginza": "5.2.0"}.__getitem__)
    text = "日本とチリは13日、漁業協定に署名した。"
    reading = adding.read_article(Source(name="s"), page(text), shipped_names(), extractor="rules-ja+ginza")
    assert (reading.run["tool"], reading.run["parameters"]) == ("rules-ja+ginza", '{"ja-ginza": "5.2.0"}')
    assert "parameters" not in adding.read_article(Source(name="s"), page(text), shipped_names()).run


@needs_ginza
def test_ginza_names_a_person_of_whom_no_title_tells() -> None:
    text = "　西村康稔氏は5月12日、ワシントンでバイデン氏と会談した。\n\n会談は😀 30分だった。"
    found = extract(page(text), Names(), extractor="rules-ja+ginza")
    assert parties(found, "meet") == [("西村康稔", None), ("バイデン", None)]
    assert ginza_names.recogniser() is ginza_names.recogniser()


@needs_ginza
@pytest.mark.parametrize(
    "text", ["会" * 1400, "\0\0 \ufffd。", "(" * 1000 + "。", "齋藤 met 러몬도 in ワシントン。שלום 😀🎉"]
)
def test_ginza_survives_what_is_no_article(text: str) -> None:
    assert isinstance(extract(page(text), extractor="rules-ja+ginza"), list)
