"""Chance at every door, from a seed that is printed: `python -m tests.fuzz [--seed N] [--times N]`."""

from __future__ import annotations

import json
import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claims import Database, dates
from claims.check import check
from claims.errors import ClaimsError, DateError
from claims.export import content_hash, export
from claims.quotes import align
from claims.records import Document, corpus_lines, decode, document_key, key_of
from claims.resources import DB
from claims.text import sha256

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


#: Pieces of dates in words, by language.
_PIECES = {
    "en": "last next this the early mid- late end_of beginning_of first second third day week month year quarter half Monday Friday January"
    " Feb. February June 1 2 12 29 30 31 31st 2024 1999 , - to until by since from between and ago later earlier two ten three weeks days"
    " months years following previous same summer winter of in on",
    "ja": "昨 今 来 去る 来る 先 翌 前 同 一昨 年 月 日 週 年度 火曜日 (金) 1 2 9 12 29 30 31 2024 平成 令和 昭和 元 64"
    " から まで 以降 までに と 、 ~ 初め 末 上旬 半ば 前半 上半期 第 四半期 夏 冬 後 前 週間 カ月 当 の",
    "ko": "지난 이번 다음 오는 올 내 작 전 이듬 같은 년 해 월 일 달 주 분기 상반기 하반기 초 말 중순 화요일 (금) 1 2 9 12 29 30 31 2024"
    " 부터 까지 이후 전 뒤 이틀 사흘 개월 연내 어제 당일",
}
_ANCHORS = (None, "2024", "2024-02", "2024-02-29", "2023-12-31", "0001", "9999-12-31")


def _read(chance: random.Random) -> None:
    """Dates in words: what is found is within the sentence, and can be told."""
    language: Any = chance.choice(list(_PIECES))
    pieces = chance.choices(_PIECES[language].split(" "), k=chance.randint(1, 9))
    sentence = (" " if language == "en" else chance.choice(["", "", " "])).join(pieces).replace("_", " ")
    anchor = dates.Anchor(chance.choice(_ANCHORS), chance.choice([None, "2024-02-29", "2023-12-31"]))
    found = dates.dates_in(sentence, language, anchor)
    for one in found:
        dates.bounds(one.edtf)
        assert sentence[one.start : one.end] == one.text, sentence
    if not found:
        raise DateError(sentence, "tells no date")


#: name -> one try, which may raise ClaimsError and nothing else
TRIES: dict[str, Callable[[random.Random], object]] = {
    "records": lambda chance: decode(record(chance)),
    "dates": lambda chance: dates.bounds(day(chance)),
    "dates in words": _read,
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


@cache
def _shipped() -> tuple[list[dict[str, Any]], dict[tuple[str, str], list[Any]]]:
    """(every record that ships, what stands there by record and field): an argument's and an evidence's fields with its own."""
    lines = [json.loads(line) for line in corpus_lines()]
    lines += [json.loads(line) for line in _LINES]
    known: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for line in lines:
        for name, value in line.items():
            known[line["record"], name].append(value)
            for part in value if isinstance(value, list) else ():
                for within, of_it in part.items():
                    known[name, within].append(of_it)
    return lines, known


#: Fields by which a record says what it is, or names another.
_NAMING = frozenset(
    ("key", "slug", "source", "origin", "restates", "document", "entity", "other", "series", "event", "supersedes", "left", "right",
     "claim", "target", "run")
)  # fmt: skip


def likely(chance: random.Random) -> bytes:
    """A record that ships with one to three of its fields as another has them, left out, or odd: many can be taken."""
    lines, known = _shipped()
    line: dict[str, Any] = json.loads(json.dumps(chance.choice(lines)))
    for _ in range(chance.randint(1, 3)):
        of, where = line["record"], line
        parts = [name for name in ("aliases", "arguments", "evidence") if _is_parts(line.get(name))]
        if parts and chance.random() < 0.5:
            of = chance.choice(parts)
            where = chance.choice(line[of])
        name = chance.choice(_names()[of])
        sort = chance.random()
        if name in _NAMING and chance.random() < 0.2:
            where[name] = _another_name(chance, line)
        elif sort < 0.75:
            where[name] = chance.choice(known[of, name])
            if name in ("start", "end"):
                where["start"], where["end"] = sorted(chance.sample(range(400), 2))
        elif sort < 0.9:
            where.pop(name, None)
        elif sort < 0.95 and isinstance(where.get(name), str):
            at = chance.randrange(len(where[name]) + 1)
            where[name] = where[name][:at] + words(chance)[:3] + where[name][at + chance.randint(0, 2) :]
        else:
            where[name] = chance.choice(_ODD)
    if _is_parts(line.get("arguments")):  # whether a name stands there is known once the text is: `check` tells then
        for argument in line["arguments"]:
            argument.pop("start", None), argument.pop("end", None)
    return json.dumps(line).encode()


def _another_name(chance: random.Random, line: dict[str, Any]) -> Any:
    """A slug, key or name of whatever sort, its own too, as it is or as it could be taken for another."""
    own = [line[name] for name in ("slug", "key", "name", "source") if isinstance(line.get(name), str)]
    name = chance.choice(own) if own and chance.random() < 0.3 else chance.choice(_all_names())
    return chance.choice([name, name, name.upper(), unicodedata.normalize("NFD", name), f" {name}"])


@cache
def _all_names() -> list[str]:
    """What records that ship are called, and the keys of those whose identity is all in their line."""
    lines, _ = _shipped()
    found = {line[name] for line in lines for name in ("slug", "key", "name") if isinstance(line.get(name), str)}
    for line in lines:
        if line["record"] in ("entity", "event"):
            found.add(key_of(line["record"], kind=line["kind"], name=line["name"], slug=line.get("slug")))
        elif line["record"] == "document":
            text = line.get("text")
            record = decode(json.dumps(line).encode())
            assert isinstance(record, Document)
            found |= {document_key(record, None), document_key(record, sha256(text) if text else record.text_sha256)}
    return sorted(found)


def _is_parts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) for part in value)


@cache
def _names() -> dict[str, list[str]]:
    """The fields of each record, and of each sort of part."""
    names: dict[str, list[str]] = defaultdict(list)
    for of, name in sorted(_shipped()[1]):
        if name != "record":
            names[of].append(name)
    return names


@dataclass(frozen=True)
class Loaded:
    """What became of lines that were loaded: by outcome, what `check` says against the database, and whether a copy holds the same.

    That a ledger leaves something out is no problem here: a sentence by chance begins one.
    """

    counts: dict[str, int]
    problems: list[str]
    is_copied: bool


def loaded(folder: Path, seed: int, times: int) -> Loaded:
    """So many likely records, loaded over what ships in a hundred loads or fewer; whatever else than a refusal is raised goes on."""
    at_once = max(100, times // 100)
    chance, counts = random.Random(seed), dict.fromkeys(("inserted", "unchanged", "superseded", "rejected"), 0)
    with Database(folder / "loaded.db", create=True) as db, Database(folder / "copy.db", create=True) as copy:
        db.load(corpus_lines())
        for start in range(0, times, at_once):
            lines = [likely(chance) for _ in range(min(at_once, times - start))]
            try:
                receipt = db.load(lines)
            except Exception as error:
                error.add_note(f"loads, seed {seed}, lines {start} to {start + len(lines)}")
                raise
            for name, count in receipt.counts().items():
                counts[name] += count
        with db.engine.connect() as connection:
            problems = [
                problem for finding in check(connection) if finding.name != "ledgers" for problem in finding.problems
            ]
            copy.load(export(connection))
            with copy.engine.connect() as other:
                is_copied = content_hash(connection) == content_hash(other)
    return Loaded(counts, problems, is_copied)
