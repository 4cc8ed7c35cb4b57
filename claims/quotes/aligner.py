"""Where a quote stands in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from claims.errors import AlignmentError
from claims.quotes.boundaries import Place, one_run, uncut
from claims.quotes.equivalence import Edit, flatten, points, says_the_same
from claims.quotes.folding import edits_of, fold, occurrences, raw

Status = Literal["exact", "folded", "gapped", "fuzzy"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where a quote stands: spans of code points, half-open, in order; more than one only where the quote has gaps.

    `status` says how: letter for letter, but for width, case, spaces and punctuation, with words left out where the
    quote says so, or but for small slips. `score` is 1 minus the share of letters that differ.
    """

    spans: tuple[Place, ...]
    status: Status
    score: float


_GAP = re.compile(
    r"\s*(?:[\[(（［〔]\s*(?:\.{2,}|…+|中略|略|後略|前略|생략|중략)\s*[\])）］〕]|\.{3,}|…+|(?:\. ){2,}\.)\s*"
)
_WIDEST_GAP = 400  # letters between two pieces of a quote: further apart they are two quotes
_LONGEST_FUZZY = 1_000  # letters of a quote in which slips are looked for: time grows with their square
_MOST_PIECES = 30  # of a quote with gaps
_MOST_PLACES = 500  # of one of its pieces, which then is no guide
_REACH = 6  # letters by which the nearest stretch may begin or end before or after where it seems to
_MOST_DIFFERENT = 0.16  # share of letters
_SHORTEST_FUZZY = {True: 8, False: 14}  # letters of a CJK quote, of another: below, a slip may be another word
_CJK = re.compile("[ぁ-ヿ㐀-鿿가-힣]")
_IN_LATIN = re.compile("[A-Za-zÀ-ɏ]{2}")
_IN_WORD = re.compile("[A-Za-zÀ-ɏ]{2}|[가-힣]{2}")
_SENTENCE_END = re.compile(r"[。．!?！？]|\.(?=\s)")
_HIDDEN = re.compile(
    r"\b(?:not|no|nor|never|neither|without|cannot|fail(?:s|ed)?|refus\w+)\b|n['’]t\b|ない|なかっ|なく|ません|ず|않|없|못|안\s",
    re.I,
)


def align(quote: str, text: str, start: int = 0, end: int | None = None) -> Alignment | None:
    """Where `quote` stands in `text[start:end]`; None where it does not.

    Width, case, spaces and punctuation may differ; "...", "…", "(...)", "[…]" and 中略 stand for words left out, the
    pieces in order and near each other, with no negation hidden between them. Else a few letters may differ, but no
    number, no negation and no whole word: a changed date, a dropped "not" or another name is another statement.

    Raises `AlignmentError` with the places where the quote stands in several equally well: none is guessed. The text
    is folded once and remembered for the next quotes; the last few texts are kept.
    """
    return _aligner(text).align(quote, start, end)


class Aligner:
    """One text made ready for many quotes; the folding is done when the first quote needs it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: tuple[str, list[int]] | None = None
        self._flat = ""
        self._grams: dict[int, dict[str, list[int]]] = {}

    def align(self, quote: str, start: int = 0, end: int | None = None) -> Alignment | None:
        """As the function `align`."""
        end = len(self._text) if end is None else min(end, len(self._text))
        start, quote = max(start, 0), quote.strip()
        if not quote:
            return None
        if places := self._exactly(quote, start, end):
            return Alignment((_only(quote, places),), "exact", 1.0)
        pieces = [piece for piece in _GAP.split(quote) if _fold_quote(piece)[0]]
        if len(pieces) > _MOST_PIECES:
            return None
        if len(pieces) > 1:
            return self._gapped(quote, pieces, start, end)
        if not pieces:
            return None
        if places := self._alike(pieces[0], start, end):
            return Alignment((_only(quote, places),), "folded", 1.0)
        best = self._fuzzy(pieces[0], start, end)
        if not best:
            return None
        score = best[0][1]
        return Alignment((_only(quote, [place for place, s in best if s == score]),), "fuzzy", score)

    def _exactly(self, quote: str, start: int, end: int) -> list[Place]:
        return uncut(
            self._text,
            [(at, at + len(quote)) for at in islice(occurrences(quote, self._text, start, end), _MOST_PLACES + 1)],
        )

    def _alike(self, quote: str, start: int, end: int) -> list[Place]:
        """Places where the same letters and digits stand in the same order."""
        letters, origin = self._letters()
        wanted, _ = _fold_quote(quote)
        low, high = bisect_left(origin, start), bisect_left(origin, end)
        found = [
            (origin[at], origin[at + len(wanted) - 1] + 1)
            for at in islice(occurrences(wanted, letters, low, high), _MOST_PLACES + 1)
        ]
        numbers = points(flatten(quote))
        return uncut(self._text, [(a, b) for a, b in found if points(self._flat[a:b]) == numbers])

    def _gapped(self, quote: str, pieces: list[str], start: int, end: int) -> Alignment | None:
        choices: list[list[tuple[Place, float]]] = []
        for piece in pieces:
            places = [(place, 1.0) for place in self._alike(piece, start, end)]
            choices.append(places or self._fuzzy(piece, start, end))
            if not choices[-1]:
                return None
            if len(choices[-1]) > _MOST_PLACES:
                _only(piece, [place for place, _ in choices[-1]])
        chains = [[first] for first in choices[0]]
        for options in choices[1:]:
            chains = [[*chain, near] for chain in chains if (near := self._next(chain[-1][0], options)) is not None]
        if not chains:
            return None
        length = min(chain[-1][0][1] - chain[0][0][0] for chain in chains)
        shortest = [chain for chain in chains if chain[-1][0][1] - chain[0][0][0] == length]
        _only(quote, [(chain[0][0][0], chain[-1][0][1]) for chain in shortest])
        return Alignment(tuple(place for place, _ in shortest[0]), "gapped", min(score for _, score in shortest[0]))

    def _next(self, before: Place, options: list[tuple[Place, float]]) -> tuple[Place, float] | None:
        """The nearest piece that may follow: after `before`, not far, and with no negation left out between."""
        after = [one for one in options if before[1] <= one[0][0] <= before[1] + _WIDEST_GAP]
        if not after:
            return None
        near = min(after)
        between = _SENTENCE_END.split(self._text[before[1] : near[0][0]])
        return None if any(_HIDDEN.search(part) for part in (between[0], between[-1])) else near

    def _fuzzy(self, quote: str, start: int, end: int) -> list[tuple[Place, float]]:
        """Places where the quote stands but for slips, the best first."""
        wanted, origin_in_quote = _fold_quote(quote)
        cjk = len(_CJK.findall(wanted)) * 2 > len(wanted)
        if not _SHORTEST_FUZZY[cjk] <= len(wanted) <= _LONGEST_FUZZY:
            return []
        letters, origin = self._letters()
        low, high = bisect_left(origin, start), bisect_left(origin, end)
        found: dict[Place, float] = {}
        for at in self._seeds(wanted, 2 if cjk else 4, low, high):
            first, last = self._window(wanted, at, low, high)
            distance = Levenshtein.distance(wanted, letters[first:last])
            if distance > _MOST_DIFFERENT * len(wanted):
                continue
            place = origin[first], origin[last - 1] + 1
            edits = [
                (*raw(origin_in_quote, a, b, 0), *raw(origin, first + c, first + d, place[0]))
                for a, b, c, d in edits_of(wanted, letters[first:last])
            ]
            if self._cuts_a_word(place, edits, quote) or not uncut(self._text, [place]):
                continue
            if says_the_same(quote, self._text[place[0] : place[1]], edits):
                found[place] = 1 - distance / len(wanted)
        best: list[tuple[Place, float]] = []
        for place, score in sorted(found.items(), key=lambda one: (-one[1], one[0])):
            if all(place[1] <= other[0] or place[0] >= other[1] for other, _ in best):
                best.append((place, score))
        return best

    def _window(self, wanted: str, at: int, low: int, high: int) -> Place:
        """The stretch of letters around `at` that is nearest to the quote; of equal ones, one of whole words."""
        letters, _ = self._letters()
        left = max(low, at - 12)
        near = fuzz.partial_ratio_alignment(wanted, letters[left : min(high, at + len(wanted) + 28)])
        assert near is not None  # as there is no score that it must reach
        first, last = left + near.dest_start, left + near.dest_end
        ends = [at for at in range(last - _REACH, last + _REACH + 1) if first < at <= high]
        far = {e: (Levenshtein.distance(wanted, letters[first:e]) + self._cut(e), abs(e - last)) for e in ends}
        last = min(ends, key=lambda e: far[e])
        starts = [at for at in range(first - _REACH, first + _REACH + 1) if low <= at < last]
        far = {s: (Levenshtein.distance(wanted, letters[s:last]) + self._cut(s), abs(s - first)) for s in starts}
        return min(starts, key=lambda s: far[s]), last

    def _cut(self, at: int) -> float:
        """What it costs to begin or end at the folded offset `at`: more than a letter inside a Latin word."""
        _, origin = self._letters()
        if at == 0 or at == len(origin) or origin[at] != origin[at - 1] + 1:
            return 0
        pair = self._text[origin[at] - 1 : origin[at] + 1]
        return 1.5 if _IN_LATIN.match(pair) else 0.5 * one_run(pair)

    def _cuts_a_word(self, place: Place, edits: list[Edit], quote: str) -> bool:
        """Whether the quote differs where it begins or ends, inside a word of the text: 林と is not 斎藤と."""
        first, last = place
        begins = any(edit[2] == 0 for edit in edits)
        ends = any(edit[3] == last - first for edit in edits)
        before, after = self._text[first - 1 : first], self._text[last : last + 1]
        if _IN_WORD.match(before + self._text[first]) or _IN_LATIN.match(self._text[last - 1] + after):
            return True
        if any(edit[2] == edit[3] == 0 for edit in edits) and one_run(before + quote[:1]):
            return True
        return (begins and one_run(before + self._text[first])) or (ends and one_run(self._text[last - 1 : last + 1]))

    def _seeds(self, wanted: str, size: int, low: int, high: int) -> list[int]:
        """Offsets at which the quote may begin: those on which most of its short strings agree."""
        grams = self._grams.get(size)
        if grams is None:
            letters, _ = self._letters()
            grams = self._grams[size] = {}
            for at in range(len(letters) - size + 1):
                grams.setdefault(letters[at : at + size], []).append(at)
        votes: dict[int, int] = {}
        for at in range(len(wanted) - size + 1):
            places = grams.get(wanted[at : at + size], ())
            if len(places) <= 200:
                for place in places:
                    if low <= place < high:
                        bucket = (place - at) >> 3
                        votes[bucket] = votes.get(bucket, 0) + 1
        strength = {bucket: n + votes.get(bucket + 1, 0) for bucket, n in votes.items()}
        best = sorted(strength, key=lambda bucket: -strength[bucket])[:4]
        enough = len(wanted) // 5
        seeds: list[int] = []
        for bucket in best:  # neighbouring buckets lead to one place
            if strength[bucket] >= enough and all(abs((bucket << 3) - seed) > 8 for seed in seeds):
                seeds.append(bucket << 3)
        return seeds

    def _letters(self) -> tuple[str, list[int]]:
        if self._folded is None:
            self._folded = fold(self._text)
            self._flat = flatten(self._text)
        return self._folded


_aligner = lru_cache(maxsize=4)(Aligner)
_fold_quote = lru_cache(maxsize=8)(fold)  # asked for by each step that a quote comes to


def _only(quote: str, places: list[Place]) -> Place:
    if len(set(places)) > 1:
        raise AlignmentError(f"{quote[:60]!r} stands in {len(set(places))} places", tuple(sorted(set(places))))
    return places[0]
