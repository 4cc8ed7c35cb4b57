"""Quotes found again where they stand, and false ones turned away."""

from __future__ import annotations

import contextlib
import random
import re
import statistics
import time
from collections.abc import Callable

import pytest

from claims.errors import AlignmentError
from claims.quotes import Aligner, Alignment, align
from claims.text import split_sentences
from tests.conftest import texts

JA = "一日前、木原大臣は7月8日にマニラで会談し、第2回会合を開いた。合意は得られなかった。覚書は2.0版である。"
EN = "The ministers did not agree on 20 tariffs. They met in Washington, D.C. on June 26 and signed the North Sea memo."
LAW = "政府は昨日の閣議で新しい経済安全保障推進法の改正案を決定し、国会に提出した。"
KO = "세 나라는 6월 26일 워싱턴에서 회의를 열었다. 공동성명에는 합의하지 않았다."


@pytest.mark.parametrize(
    ("text", "quote", "status", "where"),
    [
        (JA, "第2回会合を開いた", "exact", "第2回会合を開いた"),
        (JA, "７月８日に マニラで会談し", "folded", "7月8日にマニラで会談し"),
        (JA, "木原大臣は…第2回会合を開いた", "gapped", "木原大臣は|第2回会合を開いた"),
        (JA, "木原大臣はマニラて会談し、第2回会合を開いた", None, None),  # words left out without saying so
        (
            JA,
            "木原大臣は7月8日にマニヲで会談し、第2回会合を開いた",
            "fuzzy",
            "木原大臣は7月8日にマニラで会談し、第2回会合を開いた",
        ),
        (EN, "THEY MET in Washington DC on June 26", "folded", "They met in Washington, D.C. on June 26"),
        (EN, "They met [...] on June 26", "gapped", "They met|on June 26"),
        (EN, "They met in Washingten, D.C. on June 26", "fuzzy", "They met in Washington, D.C. on June 26"),
        (KO, "6월 26일 워싱톤에서 회의를 열었다", "fuzzy", "6월 26일 워싱턴에서 회의를 열었다"),
        (EN, "... They met in Washington", "folded", "They met in Washington"),
        # whole words come before parts of words, however short the rest of these
        ("The chair broke. Her hair broke too.", "hair broke", "exact", "hair broke"),
        ("He sold modern arts. He hung modern art.", "modern art", "exact", "modern art"),
        ("複数のEVs、一台のEV。", "EV", "exact", "EV"),
        # nor a number, a negation or its prefix: the one that is whole, though it comes later
        ("12人が賛成し、2人が反対した。", "2人が", "exact", "2人が"),
        ("両国は合意しない。三国は合意した。", "合意し", "exact", "合意し"),
        ("It is unlikely now. It is likely then.", "likely", "exact", "likely"),
        ("拡張版、eBPFとBPF。", "BPF", "exact", "BPF"),
        # a slip in the middle, and an end within a compound: it is quoted in part, as is one that begins there
        (LAW, "政府は昨日の閣議て新しい経済安全", "fuzzy", "政府は昨日の閣議で新しい経済安全"),
        (LAW, "保障推進法の改正案を決定して国会に提出した", "fuzzy", "保障推進法の改正案を決定し、国会に提出した"),
    ],
)
def test_a_quote_is_found(text: str, quote: str, status: str | None, where: str | None) -> None:
    found = align(quote, text)
    assert (found.status if found else None) == status
    assert ("|".join(text[a:b] for a, b in found.spans) if found else None) == where


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (EN, "The ministers did agree on 20 tariffs"),
        (EN, "The ministers ... agree on 20 tariffs"),
        (EN, "The ministers did not agree on 30 tariffs"),
        (EN, "The ministers did not agree on 2.0 tariffs"),
        (EN, "They met in Washington, D.C. on July 26"),
        (EN, "They met in Brussels, D.C. on June 26"),
        (EN, "on June 26 ... They met"),
        (EN, "and signed the South Sea memo"),
        (JA, "合意は得られた。"),
        (JA, "合意は得られ"),
        (JA, "覚書は20版である"),
        (JA, "木原大臣は7月9日にマニラで会談し"),
        (JA, "上川大臣は7月8日にマニラで会談し、第2回会合を開いた"),
        (JA, "月8日にマニラで会談し…一日前、木原大臣は"),
        (KO, "공동성명에는 합의했다."),
        (LAW, "政府は昨日の閣議で新しい経済安全保璋"),  # the slip is in the word that is cut: it may be another
        (LAW, "政府は昨日の閣議で新しい経済女"),
        ("The plan is unable to work.", "able to work"),
        ("It was signed on June 26.", "on June 2"),
        ("", "x"),
        ("x", ""),
        ("x", "..."),
    ],
)
def test_another_statement_is_not_found(text: str, quote: str) -> None:
    assert align(quote, text) is None


@pytest.mark.parametrize(
    ("text", "quote", "start"),
    [
        ("12人が賛成し、2人が反対した。", "2人が", 8),
        ("両国は合意しない。三国は合意した。", "合意し", 12),
        ("It is unlikely now. It is likely then.", "likely", 26),
    ],
)
def test_a_place_that_cuts_a_number_or_a_negation_counts_for_none(text: str, quote: str, start: int) -> None:
    found = align(quote, text)
    assert found is not None
    assert found.spans == ((start, start + len(quote)),)


def test_an_ambiguous_quote_is_not_guessed() -> None:
    text = "両国は会談した。三国は会談した。"
    with pytest.raises(AlignmentError) as caught:
        align("国は会談した。", text)
    assert caught.value.places == ((1, 8), (9, 16))
    assert align("国は会談した。", text, 8) == Alignment(((9, 16),), "exact", 1.0)


@pytest.mark.parametrize(
    ("text", "quote", "places"),
    [
        ("Ann met Bea in Oslo. Ann met Bea in Oslo.", "Ann ... Oslo", ((0, 19), (21, 40))),
        ("木原大臣はマニラで会談し合意した" * 2, "木原大臣はマニヲで会談し合意した", ((0, 16), (16, 32))),
    ],
)
def test_every_place_is_told_whole(text: str, quote: str, places: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(AlignmentError) as caught:
        align(quote, text)
    assert caught.value.places == places


def _texts() -> dict[str, list[str]]:
    """The texts that ship, by language."""
    found: dict[str, list[str]] = {"ja": [], "en": [], "ko": []}
    for language, text in texts():
        found[language].append(text)
    return found


def _quotes(text: str, language: str, pick: random.Random) -> list[tuple[int, int]]:
    """Sentences that stand once, and stretches of them."""
    spans = [(s.start, s.end) for s in split_sentences(text, language) if s.kind in ("sentence", "caption")]
    parts = []
    for start, end in spans:
        cuts = [m.start() for m in re.finditer(r"(?<=[\s、,])\S", text[start:end])]
        if cuts:
            parts.append((start + pick.choice(cuts), end))
    return [(a, b) for a, b in spans + parts if b - a >= 25 and text.count(text[a:b]) == 1]


def _spaces(quote: str, pick: random.Random) -> str:
    if " " in quote:
        return re.sub(" ", lambda _: pick.choice(["  ", "\n", " "]), quote)
    at = [i for i in range(1, len(quote)) if not (quote[i].isdigit() and quote[i - 1].isdigit())]
    for i in sorted(pick.sample(at, min(3, len(at))), reverse=True):
        quote = f"{quote[:i]} {quote[i:]}"
    return quote


def _width(quote: str, pick: random.Random) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and pick.random() < 0.7 else c for c in quote)


def _punctuation(quote: str, pick: random.Random) -> str:
    return "".join(c for c in quote if c.isalnum() or c.isspace() or pick.random() < 0.4)


KEPT = re.compile(r"[一二三四五六七八九十]|\bnon?\b|\bnot\b|ない|なか|ませ|不|非|않")


def _typos(quote: str, pick: random.Random) -> str:
    """Slips in 4% of the letters; a numeral or a negation with a slip in it is another one, and is refused."""
    letters = list(quote)
    kept = {
        i
        for m in re.finditer(r"[一二三四五六七八九十]|\bnon?\b|\bnot\b|ない|なか|ませ|不|非|않", quote)
        for i in range(*m.span())
    }
    at = [i for i, c in enumerate(letters) if c.isalpha() and i not in kept]
    for i in pick.sample(at, round(len(at) * 0.04)):
        pool = "abcdefghijklmnopqrstuvwxyz" if letters[i].isascii() else "あいうえおかきくけこさしすせそんアイウエオ"
        pool = "가나다라마바사아자차" if "가" <= letters[i] <= "힣" else pool
        letters[i] = pick.choice(["", letters[i] + pick.choice(pool), pick.choice(pool), pick.choice(pool)])
    return "".join(letters)


def _ellipsis(quote: str, pick: random.Random) -> str:
    cuts = [m.start() for m in re.finditer(r"(?<=[\s、,をにはが])\S", quote)]
    cuts = [i for i in cuts if 8 <= i <= len(quote) - 8]
    if len(cuts) < 2:
        return quote
    first, last = sorted(pick.sample(cuts, 2))
    if re.search("[。.!?]|not |no |ない|なか|ませ|ず|n't|없|않", quote[first:last]) or last - first > 200:
        return quote
    return quote[:first].rstrip() + pick.choice([" ... ", "…", " (...) ", "[…]"]) + quote[last:]


PERTURBATIONS: list[Callable[[str, random.Random], str]] = [_spaces, _width, _punctuation, _typos, _ellipsis]


@pytest.mark.parametrize("language", ["ja", "en", "ko"])
@pytest.mark.parametrize("perturb", PERTURBATIONS)
def test_perturbed_quotes_are_recovered(perturb: Callable[[str, random.Random], str], language: str) -> None:
    pick = random.Random(f"{perturb.__name__} {language}")
    tried, missed = 0, []
    for text in _texts()[language]:
        for start, end in _quotes(text, language, pick) * (4 if language != "ko" else 20):
            quote = perturb(text[start:end], pick)
            try:
                found = align(quote, text)
            except AlignmentError:
                found = None
            tried += 1
            if not found or abs(found.spans[0][0] - start) > 4 or abs(found.spans[-1][1] - end) > 4:
                missed.append((quote, text[start:end]))
    assert len(missed) <= 0.02 * tried, f"{len(missed)} of {tried}: {missed[:8]}"


NEGATED = [
    ("されました", "されませんでした"), ("している", "していない"), ("した。", "しなかった。"),
    ("ました。", "ませんでした。"),
    (" will ", " will not "), (" was ", " was not "), (" is ", " is not "), (" agreed ", " never agreed "),
    (" have ", " have not "), ("likely", "unlikely"), ("했다", "하지 않았다"), ("없", "있"),
    ("できませんでした", "できました"), ("可能性が低い", "可能性が低くない"), (" not ", " "),
    ("No common", "A common"),
]  # fmt: skip
NAMES = {
    "斎藤": "林",
    "齋藤": "西村",
    "ライモンド": "ブリンケン",
    "レモンド": "イエレン",
    "安徳根": "趙兌烈",
    "岸田": "石破",
    "フィリピン": "ベトナム",
    "ワシントン": "ブリュッセル",
    "韓国": "中国",
    "木原": "浜田",
    "Saito": "Nishimura",
    "Raimondo": "Yellen",
    "Washington": "Brussels",
    "Philippines": "Vietnam",
    "Korea": "China",
    "Kishida": "Ishiba",
    "JUCIP": "IPEF",
    "Kamikawa": "Hayashi",
    "안덕근": "조태열",
    "워싱턴": "브뤼셀",
    "러몬도": "블링컨",
}


def _false_quotes(text: str, language: str, others: list[str], pick: random.Random) -> list[tuple[str, str]]:
    false = []
    for start, end in _quotes(text, language, pick):
        quote = text[start:end]
        for match in re.finditer(r"\d", quote):
            other = str((int(match.group()) + pick.randint(1, 9)) % 10)
            false.append(("digit", quote[: match.start()] + other + quote[match.end() :]))
        false += [("negation", quote.replace(old, new, 1)) for old, new in NEGATED if old in quote]
        false += [("name", quote.replace(old, new, 1)) for old, new in NAMES.items() if old in quote]
        cuts = [m.start() for m in re.finditer(r"(?<=[\s、])\S", quote) if 20 <= m.start() <= len(quote) - 10]
        cut = pick.choice(cuts) if cuts else 0
        if cut and text.count(quote[cut:].rstrip("。.")) == 1:
            false.append(("order", f"{quote[cut:].rstrip('。.')} … {quote[:cut]}"))
            false.append(("order", f"{quote[cut:].rstrip('。.')} {quote[:cut]}"))
    false += [
        ("invented", other[s.start : s.end])
        for other in others
        if other is not text
        for s in split_sentences(other, language)
        if s.end - s.start > 20
    ]
    return [(kind, quote) for kind, quote in false if quote not in text]


@pytest.mark.parametrize("language", ["ja", "en", "ko"])
def test_false_quotes_are_turned_away(language: str) -> None:
    pick = random.Random(7)
    texts = _texts()[language]
    taken, tried = [], 0
    for text in texts:
        for kind, quote in _false_quotes(text, language, texts, pick):
            tried += 1
            try:
                found = align(quote, text)
            except AlignmentError:
                found = None
            if found:
                taken.append((kind, quote, [text[a:b] for a, b in found.spans]))
    assert not taken, f"{len(taken)} of {tried}: {taken[:8]}"
    assert tried > 5


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_quote_takes_under_a_millisecond(language: str) -> None:
    pick = random.Random(11)
    text = "\n".join(_texts()[language])[-10_000:]
    aligner = Aligner(text)
    aligner.align("a first quote that makes the aligner fold its text, and 最初の引用文も作る")
    taken = []
    for start, end in _quotes(text, language, pick):
        for perturb in PERTURBATIONS:
            quote = perturb(text[start:end], pick)
            began = time.perf_counter()
            with contextlib.suppress(AlignmentError):
                aligner.align(quote)
            taken.append(time.perf_counter() - began)
    print(language, len(text), statistics.median(taken), statistics.quantiles(taken, n=20)[-1])
    assert statistics.median(taken) < 0.001


def test_a_slip_in_few_letters_is_taken_where_most_are_chinese_or_japanese() -> None:
    """Eight such letters tell as much as fourteen of an alphabet."""
    text = "計画はNEDOで承認された。FUNDとNEDOの案。"
    found = align("計画はNEDOで承詔され", text)
    assert found is not None
    assert (found.status, found.spans) == ("fuzzy", ((0, 12),))
    found = align("計画はNEDOで承詔", text)
    assert found is not None
    assert found.status == "fuzzy"
    assert align("FUNGとNEDOの案", text) is None


def test_a_slip_is_of_three_letters_at_most() -> None:
    text = "The committee agreed on abcdefgh today"
    found = align("The committee agreedxyz on abcdefgh today", text)
    assert found is not None
    assert found.status == "fuzzy"
    assert align("The committee agreedwxyz on abcdefgh today", text) is None
