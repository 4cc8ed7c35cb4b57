"""What the words of a language mean to the reader: cues of kinds, classes of heads, slots (db/vocabulary/lexicon-*.toml)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from claims.errors import ClaimsError
from claims.resources import DB


@dataclass(frozen=True)
class Form:
    """What the function words and endings of a predicate say of it; `why`: a claim is not made, for this reason."""

    words: re.Pattern[str]
    phase: str = ""
    polarity: str = ""
    certainty: str = ""
    act: str = ""
    why: str = ""


@dataclass(frozen=True)
class Effect:
    """What a head makes of what it governs: see db/vocabulary/factuality.toml."""

    name: str
    phase: str = ""
    polarity: str = ""
    certainty: str = ""
    act: str = ""
    asserter: bool = False
    negated: str = "unknown"
    why: str = ""


NO_EFFECT = Effect("")


@dataclass(frozen=True)
class Lexicon:
    """One language. `words`: its remaining tables, each a set of lemmas by name."""

    name: str
    code: str
    pipelines: tuple[str, ...]
    install: str
    forms: tuple[Form, ...]
    verbs: dict[str, str]
    pairs: dict[tuple[str, str], str]
    nouns: dict[str, str]
    heads: dict[str, Effect]
    slots: dict[str, str]
    marks: dict[str, str]
    tables: dict[str, frozenset[str]]
    ordinals: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, re.Pattern[str]] = field(default_factory=dict)
    gate: re.Pattern[str] = re.compile("")

    def class_of(self, word: str) -> str:
        """The class of a head by its lemma, as "deny" or "plan"; "" where it is none."""
        return self.heads.get(word, NO_EFFECT).name

    def effect(self, name: str) -> Effect:
        """A class of heads by its name."""
        return next(one for one in self.heads.values() if one.name == name)

    def telling(self, kind: str) -> frozenset[str]:
        """The verbs that tell of a kind, alone or with a noun."""
        paired = {verb for (verb, _), told in self.pairs.items() if told == kind}
        return frozenset(paired | {verb for verb, told in self.verbs.items() if told == kind})

    def tied(self, kind: str) -> frozenset[str]:
        """The nouns that tell of a kind with a verb: 訴訟を起こす."""
        return frozenset(noun for (_, noun), told in self.pairs.items() if told == kind)

    def asserts(self, lemma: str) -> bool:
        """Whether a verb or noun above a clause tells of somebody who says it."""
        return lemma in self.heads and self.heads[lemma].asserter

    def has(self, table: str, word: str) -> bool:
        """Whether a word stands in a table; a table that the language does without is empty."""
        return word in self.tables.get(table, ())


_NEVER = re.compile("(?!)")


class _Patterns(dict[str, re.Pattern[str]]):
    """Patterns by name; one that a language does without matches nothing."""

    def __missing__(self, name: str) -> re.Pattern[str]:
        return _NEVER


@cache
def lexicon(code: str) -> Lexicon:
    """The lexicon of a language by its code. Raises ClaimsError where none is written."""
    file = DB / "vocabulary" / f"lexicon-{code}.toml"
    if not file.is_file():
        known = sorted(one.name[8:-5] for one in (DB / "vocabulary").iterdir() if one.name.startswith("lexicon-"))
        raise ClaimsError(
            f"no lexicon for language {code!r}",
            f"the reader knows {', '.join(known)}; use the llm extractor for others",
        )
    with file.open("rb") as stream:
        data = tomllib.load(stream)
    with (DB / "vocabulary" / "factuality.toml").open("rb") as stream:
        effects = {name: Effect(name, **entry) for name, entry in tomllib.load(stream).items()}
    verbs: dict[str, str] = {}
    pairs: dict[tuple[str, str], str] = {}
    for kind, words in data["verbs"].items():
        for word in words.split():
            verb, _, noun = word.partition("+")
            if noun:
                pairs.update(((one, other), kind) for one in verb.split("|") for other in noun.split("|"))
            else:
                verbs[verb] = kind
    return Lexicon(
        name=data["name"],
        code=code,
        pipelines=tuple(data["pipelines"]),
        install=data["install"],
        forms=tuple(Form(re.compile(one.pop("words")), **one) for one in data["form"]),
        verbs=verbs,
        pairs=pairs,
        nouns=_inverted(data["nouns"]),
        heads={word: effects[name] for word, name in _inverted(data["heads"]).items()},
        slots=_inverted(data["slots"], "_"),
        marks=_inverted(data["marks"], "_"),
        tables={name: frozenset(words.split()) for name, words in data["words"].items()},
        ordinals=_inverted(data.get("ordinals", {})),
        patterns=_Patterns({name: re.compile(words) for name, words in data.get("patterns", {}).items()}),
        gate=_gate(data, verbs, pairs),
    )


def _gate(data: dict[str, Any], verbs: dict[str, str], pairs: dict[tuple[str, str], str]) -> re.Pattern[str]:
    """What a sentence that can bear a claim must hold: the beginning of a cue. Others need no parsing.

    Only where the language asks for one: a parser that is fast sees every sentence, and who is named there is known.
    """
    if not data.get("gate"):
        return re.compile("")
    stems = {word.split("_")[0] for word in [*verbs, *(verb for verb, _ in pairs)]}
    stems |= {noun for words in data["nouns"].values() for noun in words.split()}
    stems |= {
        word.split("_")[0] for name in ("agree", "promise", "deny") for word in data["heads"].get(name, "").split()
    }
    # without the ending that inflects
    stems = {one[:-1] if len(one) > 1 and "ぁ" <= one[-1] <= "ん" else one for one in stems}
    return re.compile("|".join(sorted(re.escape(one) for one in stems)))


@cache
def frames() -> dict[str, dict[str, Any]]:
    """For each kind, the roles of its slots and what it needs; "any" holds those of kinds that do not list them."""
    with (DB / "vocabulary" / "frames.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def sort(name: str) -> frozenset[str]:
    """The kinds of which something is true, by the name of their list under [sorts] in db/vocabulary/frames.toml."""
    return frozenset(frames()["sorts"][name].split())


def _inverted(table: dict[str, str], space: str = "") -> dict[str, str]:
    """word -> name, of name -> "word word"; `space` stands for a space within a word."""
    return {
        (word.replace(space, " ") if space else word): name for name, words in table.items() for word in words.split()
    }
