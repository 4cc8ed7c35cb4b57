"""Claims in plain English: how far a thing has come, how sure its teller is and what he does by saying it, when it was."""

from __future__ import annotations

import calendar
import datetime
import re
from functools import lru_cache

_PHASES = {
    "intended": "meant to be done, not yet done",
    "proposed": "put forward, not accepted yet",
    "scheduled": "announced, not yet done",
    "expected": "expected, not yet so",
    "discussed": "talked about, nothing decided",
    "agreed": "agreed, not yet carried out",
    "occurred": "told as a fact",
    "ongoing": "under way",
    "pending": "still undecided",
    "failed": "tried, and came to nothing",
    "cancelled": "called off",
    "implemented": "put into effect",
}
_DENIED = {"occurred": "told not to be so", "expected": "not expected", "ongoing": "not so"}
#: Certainty and speech act in words where they say that a claim is less than a plain report.
QUALIFIED = {
    "certainty": {"PR": "likely", "PS": "possible", "U": "not vouched for"},
    "speech_act": {"assess": "a judgement", "urge": "a call to act", "deny": "a denial"},
}
_FACT = re.compile(r"(?:(?P<kind>\w+) )?(?P<phase>[a-z]+) (?P<polarity>[+-])(?:: (?P<of>.+))?")
_HANGUL = re.compile("[가-힣ᄀ-ᇿ]")
_JAPANESE = re.compile("[ぁ-ヿ㐀-䶿一-鿿豈-﫿]")
_MONTHS = tuple(calendar.month_name)[1:]


@lru_cache(maxsize=1 << 12)
def factuality(phase: str, polarity: str, certainty: str, speech_act: str) -> str:
    """All four in words, e.g. "expected, not yet so · likely". What is judged or rejected by saying it is not told as a fact."""
    words = _PHASES.get(phase, phase)
    if polarity == "-":
        words = _DENIED.get(phase, f"denied: {words}")
    more = qualified(certainty, speech_act)
    is_no_fact = speech_act in QUALIFIED["speech_act"] and words == _PHASES["occurred"]
    return " · ".join(more if is_no_fact else [words, *more])


def fact(slot: str, value: str) -> str:
    """A fact of an event in words: "cooperate: told not to be so: semiconductors" of "cooperate occurred -: semiconductors"."""
    if slot not in ("outcome", "polarity", "denied"):
        return value
    found = _FACT.fullmatch(value)
    if found is None or found["phase"] not in _PHASES:
        return value
    told = factuality(found["phase"], found["polarity"], "CT", "report")
    kind = kind_words(found["kind"]) if found["kind"] else None
    return ": ".join(part for part in (kind, told, found["of"]) if part)


def coded(column: str, value: str) -> str:
    """What a code in a column says, which a reader would not guess: "not vouched for" of certainty U; "" where it needs no word."""
    return "not so" if (column, value) == ("polarity", "-") else QUALIFIED.get(column, {}).get(value, "")


def qualified(certainty: str, speech_act: str) -> list[str]:
    """What makes a claim less than a plain report: ["likely", "a judgement"]; [] where it is one."""
    told = (QUALIFIED["speech_act"].get(speech_act), QUALIFIED["certainty"].get(certainty))
    return [words for words in told if words]


def kind_words(kind: str) -> str:
    """A kind, role or link type as words: hold_office is "hold office"."""
    return kind.replace("_", " ")


@lru_cache(maxsize=1 << 12)
def day(text: str | None) -> str:
    """'2024-06-26' as "26 June 2024", '2024-06' as "June 2024", '2024' as it is, null as ""."""
    parts = (text or "").split("-")
    if len(parts) > 1:
        parts[1] = _MONTHS[int(parts[1]) - 1]
    return " ".join(str(int(part)) if part.isdigit() and len(part) == 2 else part for part in reversed(parts))


@lru_cache(maxsize=1 << 12)
def days(earliest: str | None, latest: str | None) -> str:
    """The range of days, both inclusive, as briefly as it goes: "June 2024", "1 June to 31 August 2024", "since 2023"."""
    if not earliest and not latest:
        return ""
    if not latest:
        return f"from {day(earliest)}"
    if not earliest:
        return f"until {day(latest)}"
    if earliest == latest:
        return day(earliest)
    first, last = datetime.date.fromisoformat(earliest), datetime.date.fromisoformat(latest)
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == 12:
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return day(earliest[:7])
        start = _MONTHS[first.month - 1] if first.year == last.year else day(earliest[:7])
        return f"{start} to {day(latest[:7])}"
    start = day(earliest)
    return f"{start.removesuffix(f' {last.year}') if first.year == last.year else start} to {day(latest)}"


def language_of(text: str) -> str:
    """'ko' where there is Hangul, else 'ja' where there are kana or kanji, else 'en'."""
    if text.isascii():
        return "en"
    if _HANGUL.search(text):
        return "ko"
    return "ja" if _JAPANESE.search(text) else "en"
