"""Chance at every door, from a seed that is printed: `python -m tests.fuzz [--seed N] [--times N]`."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from claims import dates
from claims.errors import ClaimsError
from claims.quotes import align
from claims.records import decode
from claims.resources import DB

_LINES = (DB / "examples" / "records.jsonl").read_text("utf-8").splitlines()
_ODD: tuple[Any, ...] = (
    None, "", " ", "\x01", "\u202e", "岸田", "👩‍👩‍👧", "a" * 5000, 0, -1, 2**63, 1e308, True, [], {}, [[]], "2024-02-30", "\ufffe",
)  # fmt: skip
_DAYS = (
    "2024",
    "2024-06",
    "-06",
    "-27",
    "2024-02-30",
    "/",
    "..",
    "~",
    "?",
    "%",
    "X",
    "-21",
    "y",
    "9" * 20,
    "e",
    "S3",
    "[",
    "]",
    ",",
)
_SQL = (
    "select",
    "from",
    "claims",
    "where",
    "'x",
    "(",
    ")",
    "*",
    "1",
    ";",
    "--",
    "/*",
    ":p",
    "match",
    "with",
    "as",
    "claims_search",
    '"',
)


def record(chance: random.Random) -> bytes:
    """A line of records with a few of its fields, or of its bytes, changed."""
    line = chance.choice(_LINES)
    if chance.random() < 0.3:
        data = bytearray(line.encode())
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        return bytes(data)
    fields = json.loads(line)
    for _ in range(chance.randint(1, 3)):
        fields[chance.choice([*fields, "key", "slug", "date", "evidence", "nonsense"])] = chance.choice(_ODD)
    return json.dumps(fields).encode()


def words(chance: random.Random) -> str:
    """Text of some letters, some of them odd."""
    return "".join(chance.choice("ab 0129-/.年月日令和~?%XYZ岸한…\"'\u200b\x01") for _ in range(chance.randint(0, 40)))


def day(chance: random.Random) -> str:
    """A date, or what looks like one."""
    return (
        "".join(chance.choice(_DAYS) for _ in range(chance.randint(1, 3))) if chance.random() < 0.8 else words(chance)
    )


def sql(chance: random.Random) -> str:
    """Words of SQL in any order."""
    return " ".join(chance.choice(_SQL) for _ in range(chance.randint(1, 12)))


def _aligned(chance: random.Random) -> None:
    text = words(chance) * 5
    start = chance.randrange(len(text) + 1)
    align(text[start : start + 20] + words(chance)[:3], text)


#: name -> one try, which may raise ClaimsError and nothing else
TRIES: dict[str, Callable[[random.Random], object]] = {
    "records": lambda chance: decode(record(chance)),
    "dates": lambda chance: dates.bounds(day(chance)),
    "quotes": _aligned,
}


def tried(name: str, seed: int, times: int) -> tuple[int, int]:
    """(taken, refused) of so many tries; whatever else is raised goes on, with the number of the try."""
    chance, taken = random.Random(seed), 0
    for number in range(times):
        try:
            TRIES[name](chance)
            taken += 1
        except ClaimsError:
            pass
        except Exception as error:
            error.add_note(f"{name}, seed {seed}, try {number}")
            raise
    return taken, times - taken
