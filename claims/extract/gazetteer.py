"""Names that are known: an alias table turned into one lookup over a text, longest match first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import msgspec

from claims.names import name_key
from claims.records import Entity
from claims.resources import DB


@dataclass(frozen=True, slots=True)
class Known:
    """Whom a name means. `slug` is None for what only the gazetteer knows; `country` an ISO 3166 code, "" = none.

    `here`: only the text that is read knows them, and gave the full name.
    """

    slug: str | None
    canonical: str
    kind: str
    country: str = ""
    here: bool = False


class Hit(NamedTuple):
    """A known name at `text[start:end]` of the text searched."""

    start: int
    end: int
    known: Known


class _Fold(dict[int, str]):
    """One character to one: width, case, accents and variants of kanji folded, so that offsets stay."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character in "‐‑‒–−－":
            folded = "-"
        elif character in "’‘＇":
            folded = "'"
        elif character.isspace():
            folded = " "
        else:
            key = name_key(character)
            folded = key if len(key) == 1 else character
        self[code] = folded
        return folded


_FOLD = _Fold()
_PREFIX = 2
_WORD = re.compile(r"(?<![a-z0-9])[a-z0-9]")


class Names:
    """An alias table: which entity each known name means. A name that several entities bear means none of them.

    A group whose name is a common noun ("workers") is not looked for: the word means others in each text.
    """

    def __init__(self, entities: Iterable[Entity] = ()) -> None:
        self._names: dict[str, tuple[str, Known]] = {}
        self._lengths: dict[str, list[int]] = {}
        self._by_key: dict[str, Known] = {}
        self.states: dict[str, Known] = {}
        self.adjectives: dict[str, str] = {}
        #: the letter that stands for a state among others, 日米韓, and the name of that state
        self.initials: dict[str, dict[str, str]] = {"ja": {}, "ko": {}}
        self.shipped: list[Entity] = []  # what `shipped_names` read, for records that must stand by themselves
        self._gazetteer()
        own: dict[str, set[str]] = {}
        for entity in entities:
            if entity.kind == "group" and entity.name.islower():
                continue
            known = Known(entity.slug, entity.name, entity.kind, entity.country or "")
            if known.kind == "state" and known.country:
                self._replace_state(known)
            for name in [entity.name, *(alias.name for alias in entity.aliases)]:
                for form in _forms(name, known.kind):
                    folded = form.translate(_FOLD)
                    if own.setdefault(folded, set()) - {known.slug or ""}:
                        known = Known(None, name, known.kind, known.country)
                    own[folded].add(entity.slug or "")
                    self._add(form, known, folded)
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def find(self, text: str, language: str) -> list[Hit]:
        """The known names in `text`, left to right, not overlapping, each as long as it can be."""
        folded = text.translate(_FOLD)
        hits: list[Hit] = []
        at, end = 0, len(folded)
        lengths, names = self._lengths, self._names
        if language == "en" and text.isascii():
            for word in _WORD.finditer(folded):
                start = word.start()
                if start < at:
                    continue
                for length in lengths.get(folded[start : start + _PREFIX], ()):
                    entry = names.get(folded[start : start + length])
                    if entry is not None and start + length <= end and _bounded(text, start, start + length, entry[0]):
                        hits.append(Hit(start, start + length, entry[1]))
                        at = start + length
                        break
            return hits
        while at < end:
            for length in lengths.get(folded[at : at + _PREFIX], ()):
                entry = names.get(folded[at : at + length])
                if entry is not None and at + length <= end and _bounded(text, at, at + length, entry[0]):
                    hits.append(Hit(at, at + length, entry[1]))
                    at += length
                    break
            else:
                at += 1
        return hits

    def known(self, name: str) -> Known | None:
        """Whom exactly this name means; None where unknown or ambiguous."""
        entry = self._names.get(name.translate(_FOLD))
        return entry[1] if entry else None

    def _add(self, name: str, known: Known, folded: str) -> None:
        if len(folded) < _PREFIX or not name_key(name):
            return
        self._names[folded] = (name, known)
        lengths = self._lengths.setdefault(folded[:_PREFIX], [])
        if len(folded) not in lengths:
            lengths.append(len(folded))

    def _replace_state(self, known: Known) -> None:
        self.states[known.country] = known
        for folded, (name, other) in list(self._names.items()):
            if other.country == known.country and other.kind == "state":
                self._names[folded] = (name, known)

    def _gazetteer(self) -> None:
        data = _gazetteer()
        for code, (english, adjectives, japanese, korean, kanji, hangul) in data["states"].items():
            names = [*english.split("; "), *japanese.split("、"), *korean.split("、")]
            known = self.states[code] = Known(None, names[0], "state", code)
            for name in names:
                self._add(name, known, name.translate(_FOLD))
            for adjective in adjectives.split("; "):
                self.adjectives[adjective] = code
            for language, letter, written in (("ja", kanji, japanese), ("ko", hangul, korean)):
                if letter:
                    self.initials[language][letter] = written.split("、")[0]
        for forms in data["organisations"].values():
            names = [*forms[0].split("; "), *forms[1].split("、"), *forms[2].split("、")]
            for name in names:
                self._add(name, Known(None, names[0], "organisation"), name.translate(_FOLD))
        for city in data["cities"]["all"].replace("\n", ";").split(";"):
            names = [name.replace("_", " ") for name in city.split()]
            for name in names:
                self._add(name, Known(None, names[0], "place"), name.translate(_FOLD))


@cache
def _gazetteer() -> dict[str, Any]:
    with (DB / "vocabulary" / "gazetteer.toml").open("rb") as file:
        return tomllib.load(file)


def shipped_names() -> Names:
    """The alias table of the corpus that ships (db/corpus/entities.jsonl), for use without a database."""
    decoder = msgspec.json.Decoder(Entity)
    with (DB / "corpus" / "entities.jsonl").open("rb") as file:
        entities = [decoder.decode(line) for line in file if line.strip()]
    names = Names(entities)
    names.shipped = entities
    return names


def _forms(name: str, kind: str) -> Iterator[str]:
    """The name, and for a person the other order and the spellings with and without a hyphen."""
    yield name
    if name.startswith(("the ", "The ")):
        yield name[4:]
    words = name.split()
    if kind != "person" or not name.isascii() or not 2 <= len(words) <= 3:
        return
    orders = [words, [*words[1:], words[0]]] if len(words) == 2 or "-" not in name else [words]
    for order in orders:
        joined = " ".join(order)
        yield joined
        if "-" in joined:
            yield joined.replace("-", " ")
            yield joined.replace("-", "")


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character in "ー"


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


def _bounded(text: str, start: int, end: int, name: str) -> bool:
    """Whether the name stands there as words of its own, in its own capitals."""
    first, last = text[start], text[end - 1]
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if _is_katakana(first) and _is_katakana(before):
        return False
    if _is_katakana(last) and _is_katakana(after):
        return False
    if _is_hangul(first):
        return not _is_hangul(before)
    if first.isascii() and first.isalnum() and before.isascii() and before.isalnum():
        return False
    if last.isascii() and last.isalnum() and after.isascii() and after.isalnum():
        return after == "s" and text[end + 1 : end + 2] in ("", " ", ".", ",") and name[-1].islower()
    if not first.isascii() or not name[0].isupper():
        return True
    if len(name) <= 5 and name.isupper():
        return text[start:end] == name or text[start:end].isupper()
    return first.isupper()
