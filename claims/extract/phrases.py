"""The English words of which the summary of a claim is made, by kind and phase."""

from __future__ import annotations

import re
import tomllib
from typing import NamedTuple

from claims.resources import DB


class Verb(NamedTuple):
    """How a kind is told: the past, the infinitive, and a noun for where nobody is named; `{}` takes what it is about."""

    past: str
    plain: str
    noun: str


with (DB / "vocabulary" / "phrases.toml").open("rb") as _file:
    _TABLES = tomllib.load(_file)


def _parted(name: str) -> dict[str, tuple[str, str, str]]:
    return {key: tuple(words.split(" / ")) for key, words in _TABLES[name].items()}


#: each with an object, and without one
VERBS = {kind: (Verb(*told), Verb(*_parted("alone").get(kind, told))) for kind, told in _parted("told").items()}
#: of what the text tells with a verb of its own
DOING = Verb("acted", "act", "action")
#: phase -> what is said of those who do it, of one and of several; and of a noun without them. {} = the infinitive
PHASES, DENIED = _parted("phases"), _parted("denied")
#: polarity and certainty -> what is said of a plan that came, or is to come, to nothing
CALLED_OFF: dict[str, str] = _TABLES["called_off"]
#: roles that the verb takes without a preposition, by kind; the first that is filled
OBJECTS = {kind: tuple(roles.split()) for kind, roles in _TABLES["objects"].items()}
#: of a thing, where nobody is named
PASSIVE: dict[str, str] = _TABLES["passive"]
_ORDINALS = dict(
    enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1)
)


def ordinal(number: str) -> str:
    """The English ordinal of a number in digits; other words ("last") as they are."""
    if not number.isdigit():
        return number
    n = int(number)
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return _ORDINALS.get(n, f"{n}{ending}")


def ranked(words: str, who: str) -> str:
    """What words of a text count ("the second visit", 3回目) and whose it is; "of its kind" where they do not say what.

    `who` may be "".
    """
    for pattern, noun in (("visit|trip|訪|방문|순방", "visit"), ("agreement|treaty|協定|条約|협정|조약", "agreement")):
        if re.search(pattern, words, re.I):
            return f"{noun} of {who}" if who else noun
    if "kind" not in words and re.search(
        "meeting|talks|summit|session|round|dialogue|ministerial|会[談合議]|協議|회의|회담", words, re.I
    ):
        return f"meeting of {who}" if who else "meeting in its series"
    return f"of its kind for {who}" if who else "of its kind"
