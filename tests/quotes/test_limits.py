"""How far a quote may be from its text: each limit at its edge, on either side of it."""

from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.errors import AlignmentError
from claims.quotes import Aligner, Alignment, align

SYLLABLES = [consonant + vowel for consonant in "bdgklmprst" for vowel in "aeio"]


def prose(letters: int, seed: int = 1) -> str:
    """Words of six letters that no rule knows, so many letters in all, the last word as long as is left."""
    pick = random.Random(seed)
    running = "".join(pick.choice(SYLLABLES) for _ in range(letters // 2 + 1))[:letters]
    return " ".join(running[at : at + 6] for at in range(0, letters, 6))


def with_slips(text: str, words: range) -> str:
    """The text with the third letter of these of its words changed."""
    parts = text.split(" ")
    for number in words:
        parts[number] = parts[number][:2] + "u" + parts[number][3:]
    return " ".join(parts)


@pytest.mark.parametrize(("letters", "status"), [(999, "fuzzy"), (1000, "fuzzy"), (1001, None)])
def test_slips_are_looked_for_in_a_thousand_letters(letters: int, status: str | None) -> None:
    quote = prose(letters)
    text = f"It began so. {quote}. It ended so."
    exact = align(quote, text)
    assert exact == Alignment(((13, 13 + len(quote)),), "exact", 1.0)
    found = align(with_slips(quote, range(3, 4)), text)
    assert (found.status if found else None) == status
    if found:
        assert found == Alignment(exact.spans, "fuzzy", 1 - 1 / letters)


@pytest.mark.parametrize(
    ("letters", "slips", "is_found"), [(50, 8, True), (50, 9, False), (63, 10, True), (63, 11, False), (54, 1, True)]
)
def test_at_most_sixteen_letters_of_a_hundred_differ(letters: int, slips: int, is_found: bool) -> None:
    quote = prose(letters, 4)
    found = align(with_slips(quote, range(slips)), f"It began so. {quote}. It ended so.")
    assert found == (Alignment(((13, 13 + len(quote)),), "fuzzy", 1 - slips / letters) if is_found else None)


@pytest.mark.parametrize(
    ("quote", "text", "is_found"),
    [
        ("met some in Oslx", "Ueda met some in Oslo.", False), ("met some of Oslx", "Ueda met some of Oslo.", False),
        ("they met in Oslx", "Then they met in Oslo.", False),
        ("they met us in Oslx", "Then they met us in Oslo.", True), ("met there in Oslx", "Ueda met there in Oslo.", True),
        ("会合は大阪て開", "昨日の会合は大阪で開かれた。", False),
        ("会合は大阪て開か", "昨日の会合は大阪で開かれた。", True),
    ],
)  # fmt: skip
def test_a_slip_needs_fourteen_letters_or_eight_of_chinese_or_japanese(quote: str, text: str, is_found: bool) -> None:
    found = align(quote, text)
    assert (found and found.status) == ("fuzzy" if is_found else None)


@pytest.mark.parametrize(("apart", "is_found"), [(0, True), (1, True), (400, True), (401, False)])
def test_words_left_out_are_four_hundred_letters_at_most(apart: int, is_found: bool) -> None:
    first, last = "Alpha beta gamma", "delta epsilon zeta"
    found = align(f"{first} ... {last}", first + ("lorem " * 100)[:apart] + last)
    places = ((0, len(first)), (len(first) + apart, len(first) + apart + len(last)))
    assert found == (Alignment(places, "gapped", 1.0) if is_found else None)


@pytest.mark.parametrize(("pieces", "is_found"), [(2, True), (30, True), (31, False)])
def test_a_quote_has_thirty_pieces_at_most(pieces: int, is_found: bool) -> None:
    words = prose(6 * pieces * 2, 9).split()
    found = align(" ... ".join(words[::2]), " ".join(words))
    assert (found is not None and len(found.spans) == pieces) is is_found


@pytest.mark.parametrize(
    "gap",
    ["...", "....", "…", "……", "(...)", "[…]", "[..]", "（中略）", "〔略〕", "[생략]", "(중략)", ". . .", "(前略)", "[後略]"],
)  # fmt: skip
def test_what_stands_for_words_left_out(gap: str) -> None:
    for around in ("", " "):
        found = align(f"Alpha{around}{gap}{around}gamma", "Alpha beta gamma")
        assert found == Alignment(((0, 5), (11, 16)), "gapped", 1.0)


@pytest.mark.parametrize("mark", ["..", ". .", "[.]", ",", "[省]"])
def test_what_does_not(mark: str) -> None:
    found = align(f"Alpha {mark} gamma", "Alpha beta gamma")
    assert found is None


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Alpha does not beta gamma", False), ("Alpha failed beta gamma", False), ("Alpha refuses beta gamma", False),
        ("Alpha didn't beta gamma", False),
        # in the sentence of either piece, whatever the sentences between say
        ("Alpha beta. It is not so. Then gamma", True), ("Alpha did not. It is so. Then gamma", False),
        ("Alpha beta. It is so. Never gamma", False),
        ("Alpha did not. Then gamma", False), ("Alpha beta. Not gamma", False), ("Alpha beta! No! Then gamma", True),
        ("Alpha beta. Then gamma", True),
        ("Alpha a nothing gamma", True),
    ],
)  # fmt: skip
def test_no_negation_is_left_out(text: str, is_found: bool) -> None:
    assert bool(align("Alpha ... gamma", text)) is is_found


def test_of_several_places_of_a_piece_the_nearest_to_the_next_counts() -> None:
    text = "Ann met Bea. Ann went to Oslo and to Oslo."
    assert align("Ann ... Oslo", text) == Alignment(((13, 16), (25, 29)), "gapped", 1.0)
    assert align("Ann ... Bea ... Oslo", text) == Alignment(((0, 3), (8, 11), (25, 29)), "gapped", 1.0)
    assert align("Oslo ... Ann", text) is None


def test_a_slip_in_one_piece_is_the_score_of_the_whole() -> None:
    text = "The ministers of trade met in Oslo and then they spoke of steel and of coal."
    found = align("The ministers of trade mit in Oslo ... of steel and of coal", text)
    assert found == Alignment(((0, 34), (55, 75)), "gapped", 1 - 1 / 28)


def test_a_piece_that_stands_everywhere_is_no_guide() -> None:
    with pytest.raises(AlignmentError, match="places"):
        align("x ... end", "x, " * 501 + "end")
    assert align("x ... end", "x, " * 500 + "end") is not None


@pytest.mark.parametrize(
    "quote", ["They met in Oslo again", "THEY MET in Oslo again", "They mit in Oslo again", "They ... Oslo again"]
)
def test_only_the_part_of_the_text_that_is_asked_for_counts(quote: str) -> None:
    text = "They met in Oslo again. They met in Oslo again."
    with pytest.raises(AlignmentError) as caught:
        align(quote, text)
    assert caught.value.places == ((0, 22), (24, 46))
    for start, end, first in ((0, 24, 0), (-9, 22, 0), (1, None, 24), (24, 99, 24), (24, 46, 24)):
        found = align(quote, text, start, end)
        assert found is not None
        assert (found.spans[0][0], found.spans[-1][1]) == (first, first + 22)
    for start, end in ((0, 21), (25, None), (5, 40), (46, 46), (99, None), (9, 3), (0, 0)):
        assert align(quote, text, start, end) is None


@given(st.text(alphabet="abc 12.", min_size=1, max_size=30), st.data())
def test_what_is_found_says_what_is_quoted(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    found = None
    with contextlib.suppress(AlignmentError):
        found = align(quote, text)
    if found is not None and found.status == "exact":
        ((first, last),) = found.spans
        assert text[first:last] == quote.strip()
        assert found.score == 1.0


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("man broke the old vase today", "The chairman broke the old vace today."),
        ("her room was closed at once", "Another roem was closed at once."),
        ("The chairman broke the old vaze in No", "The chairman broke the old vace in November."),
        ("관은 회의를 열엇다고 그가 말했다", "외무장관은 회의를 열었다고 그가 말했다."),
    ],
)  # fmt: skip
def test_a_quote_with_a_slip_begins_and_ends_with_whole_words(quote: str, text: str) -> None:
    assert align(quote, text) is None
    assert align(quote.partition(" ")[2] if quote[0] != "T" else quote.rpartition(" ")[0], text) is not None


@pytest.mark.parametrize("at", range(8))
@pytest.mark.parametrize(
    ("quote", "text", "first"),
    [("会合は大阪で開か", "昨日の会合は大阪で開かれた。", 3), ("met there in Oslo", "Ueda met there in Oslo.", 5)],
)
def test_a_slip_may_be_of_any_letter_of_a_short_quote(at: int, quote: str, text: str, first: int) -> None:
    at = at if quote[0] == "会" else [1, 2, 4, 5, 6, 7, 14, 15][at]
    found = align(f"{quote[:at]}{'ぬ' if quote[0] == '会' else 'x'}{quote[at + 1 :]}", text)
    assert found is not None
    assert found.spans in (((first, first + len(quote)),), ((first, first + len(quote) - 1),))


@pytest.mark.parametrize(("quote", "is_found"), [("NEDO会譲開催", False), ("NEDO会議開罪し", True)])
def test_half_of_the_letters_are_not_most(quote: str, is_found: bool) -> None:
    assert (align(quote, "昨日NEDO会議開催しの案。") is not None) is is_found


@pytest.mark.parametrize("slips", range(1, 7))
@pytest.mark.parametrize(("was", "now"), [(1, 0), (0, 1)])
def test_letters_left_out_or_added_move_no_end(slips: int, was: int, now: int) -> None:
    """As many letters fewer or more as a quote of sixty may have: it still ends where the last word does."""
    text = prose(66, 4)
    words = text.split()
    for number in range(slips):
        word = words[number]
        words[number] = word[:2] + "u" * now + word[2 + was :]
    quote = " ".join(words)
    letters = len(quote.replace(" ", ""))
    found = align(quote, f"It began so. {text}. It ended so.")
    assert found == Alignment(((13, 13 + len(text)),), "fuzzy", 1 - slips / letters)


def test_what_stands_outside_of_the_part_that_is_asked_for_is_in_no_way() -> None:
    """However often it does: only so many places are looked at."""
    sentence, quote = "木原大臣はマニラで会談し合意した。", "木原大臣はマニヲで会談し合意した"
    for number in range(9):
        start = number * len(sentence)
        found = align(quote, sentence * 9, start, start + len(sentence))
        assert found == Alignment(((start, start + len(quote)),), "fuzzy", 1 - 1 / 16)


def test_of_two_places_side_by_side_that_differ_the_nearer_follows() -> None:
    """Though the farther one has fewer slips, and no letter stands between them."""
    farther = "外相は大阪で会談し関係国の協力に合意して共同の声明を公表し次の会合を秋に東京で開くことを決めた"
    nearer = farther.replace("会談し", "会談て")
    found = align(f"Ueda … {farther.replace('大阪で', '大阪て')}", f"Ueda: {nearer}{farther}。")
    assert found == Alignment(((0, 4), (6, 6 + len(nearer))), "gapped", 1 - 2 / len(nearer))


@pytest.mark.parametrize(("times", "is_found"), [(200, True), (201, False)])
def test_what_stands_everywhere_leads_nowhere(times: int, is_found: bool) -> None:
    """Of a slip in words that a text repeats the first places are named; of so many of them none."""
    sentence, quote = "木原大臣はマニラで会談し合意した。", "木原大臣はマニヲで会談し合意した"
    with pytest.raises(AlignmentError) if is_found else contextlib.nullcontext() as caught:
        assert align(quote, sentence * times) is None
    assert caught is None or len(caught.value.places) == 4


@pytest.mark.parametrize(
    ("before", "is_found"), [("", True), ("また、", True), ("カナダ", False), ("カナダの", True), ("日本の", True)]
)
def test_what_is_added_before_is_no_part_of_a_word_of_the_text(before: str, is_found: bool) -> None:
    found = align("ア首相は大阪で会談し合意した", f"{before}首相は大阪で会談し合意した。")
    assert (found is not None) is is_found


@pytest.mark.parametrize("before", range(9))
@pytest.mark.parametrize("way", [1, -1])
def test_where_a_quote_stands_does_not_matter(before: int, way: int) -> None:
    """With as many slips as it may have, some of which move what follows by a letter."""
    text = prose(60, 4)
    words = text.split()
    for number, change in enumerate([1, 1, 1, 1, 0, 0, 0, 0]):
        word = words[number]
        words[number] = word[:2] + ("u" if way > 0 or not change else "") + word[2 + (not change or way < 0) :]
    quote = " ".join(words)
    found = align(quote, f"{'x' * before} It began so. {text}. It ended so.")
    assert found is not None
    assert found.spans == ((before + 14, before + 14 + len(text)),)


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        ("minister UEDA", "Minister Ueda met", Alignment(((0, 13),), "folded", 1.0)),
        (
            "大臣はマニヲで会談し合意した",
            "METI大臣はマニラで会談し合意した。",
            Alignment(((4, 18),), "fuzzy", 1 - 1 / 14),
        ),
        (
            "「大臣はマニヲで会談し合意した",
            "「大臣はマニラで会談し合意した。",
            Alignment(((1, 15),), "fuzzy", 1 - 1 / 14),
        ),
    ],
)
def test_where_a_text_begins(quote: str, text: str, expected: Alignment) -> None:
    assert Aligner(text).align(quote) == expected
