"""A workload of any size, the same on every machine: sources, entities with aliases, events, documents, claims.

`python -m tests.bench.workload 1000000 FILE` writes it as JSONL.

At 1,000,000 claims there are 20,000 entities, drawn by Zipf's law, 10,000 documents, half of them Japanese, and 10,000
events; smaller workloads are scaled down. Each claim has three arguments (two parties and a topic or place) and one
evidence span, a sentence of its document. Names are made of numbers: nobody is meant.
"""

from __future__ import annotations

import bisect
import itertools
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_SYLLABLES = [
    "ka",
    "ki",
    "ku",
    "ke",
    "ko",
    "sa",
    "shi",
    "su",
    "se",
    "so",
    "ta",
    "chi",
    "te",
    "to",
    "na",
    "ni",
    "ne",
    "no",
    "ha",
    "hi",
    "ho",
    "ma",
    "mi",
    "mu",
    "mo",
    "ya",
    "yu",
    "ra",
    "ri",
    "ru",
]
_KANJI = "山川田村木林森石水野原島崎谷池橋藤井上下中北南東西高大小松竹梅桜春夏秋冬朝夕空海岸浜沢泉"
_STEMS = "energy chips minerals trade security export supply battery port cable data climate steel rice health space"
_TOPICS = _STEMS.split()
_TOPICS_JA = [
    "エネルギー",
    "半導体",
    "重要鉱物",
    "貿易",
    "安全保障",
    "輸出管理",
    "供給網",
    "蓄電池",
    "港湾",
    "海底ケーブル",
    "データ",
    "気候",
    "鉄鋼",
    "米",
    "保健",
    "宇宙",
]
_KINDS = ("meet", "discuss", "cooperate", "sign", "support", "state")
_TOLD = {
    "meet": ("met", "と会談した"),
    "discuss": ("discussed matters with", "と協議した"),
    "cooperate": ("agreed to work with", "と協力で合意した"),
    "sign": ("signed an agreement with", "と協定に署名した"),
    "support": ("promised support to", "への支援を約束した"),
    "state": ("spoke of", "について述べた"),
}
_PHASES = {
    "meet": ("occurred", "occurred", "occurred", "scheduled"),
    "discuss": ("discussed",),
    "cooperate": ("agreed", "agreed", "intended", "failed"),
    "sign": ("occurred", "scheduled", "failed"),
    "support": ("agreed", "intended", "implemented"),
    "state": ("occurred",),
}


def write(path: Path, claims: int, *, seed: int = 1, changed: float = 0.0) -> None:
    """Write the workload as JSONL. `changed` is the share of claims whose summary differs from that of changed = 0."""
    with path.open("w", encoding="utf-8") as file:
        for record in records(claims, seed=seed, changed=changed):
            file.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")))
            file.write("\n")


def records(claims: int, *, seed: int = 1, changed: float = 0.0) -> Iterator[dict[str, Any]]:
    """The records in load order; every document is followed by its claims."""
    chance = random.Random(seed)
    states = min(max(10, claims // 5000), 26 * 26)  # a country has two letters
    entities = [_entity(number, states) for number in range(max(50, claims // 50))]
    parties = [one for one in entities if one["kind"] in ("person", "organisation", "state")]
    topics = [one for one in entities if one["kind"] in ("topic", "place")]
    events = [_event(number) for number in range(max(10, claims // 100))]
    for number in range(40):
        yield {"record": "source", "name": f"Source {number}", "kind": "outlet", "country": "JP", "reliability": "C"}
    yield from entities
    yield from events
    draw_party, draw_topic = _zipf(chance, parties), _zipf(chance, topics)
    documents = max(10, claims // 100)
    for number in range(documents):
        first, last = claims * number // documents, claims * (number + 1) // documents
        page: list[dict[str, Any]] = []
        for serial in range(first, last):
            pair = (draw_party(), draw_party(), draw_topic())
            page.append(_claim(chance, serial, number, pair, events, changed))
        yield from _document(number, page)


def _entity(number: int, states: int) -> dict[str, Any]:
    """One of the first `states`, each with a code of its own, or somebody or something of one of them."""
    kind = "state" if number < states else ("person", "person", "person", "organisation", "topic", "place")[number % 6]
    country = divmod(number % states, 26)
    name, native = _latin(number), _native(number)
    if kind == "topic":
        name = f"{_TOPICS[number % len(_TOPICS)]} {name}"
        native = f"{native}{_TOPICS_JA[number % len(_TOPICS)]}"
    return {
        "record": "entity", "slug": f"e{number}", "name": name, "kind": kind,
        "country": chr(65 + country[0]) + chr(65 + country[1]),
        "aliases": [
            {"name": native, "language": "ja", "kind": "official"},
            {"name": " ".join(reversed(name.split())).upper(), "language": "en", "kind": "variant"},
        ],
    }  # fmt: skip


def _latin(number: int) -> str:
    digits = [(number // 30**place) % 30 for place in range(4)]
    first = _SYLLABLES[digits[0]] + _SYLLABLES[digits[1]]
    return f"{first.title()} {(_SYLLABLES[digits[2]] + _SYLLABLES[digits[3]] + 'n').title()}"


def _native(number: int) -> str:
    width = len(_KANJI)
    return "".join(_KANJI[(number // width**place + 7 * place) % width] for place in range(4))


def _event(number: int) -> dict[str, Any]:
    return {"record": "event", "slug": f"v{number}", "name": f"Meeting {number}", "kind": "meet"}


def _zipf(chance: random.Random, things: list[dict[str, Any]]) -> Any:
    """A function that draws the thing of rank r with a weight of 1 / r."""
    shuffled = chance.sample(things, len(things))
    heights = list(itertools.accumulate(1 / rank for rank in range(1, len(things) + 1)))
    return lambda: shuffled[bisect.bisect(heights, chance.random() * heights[-1])]


def _claim(
    chance: random.Random,
    serial: int,
    number: int,
    named: tuple[dict[str, Any], ...],
    events: list[dict[str, Any]],
    changed: float,
) -> dict[str, Any]:
    """The claim, with its sentence under "_sentence" until its document is put together."""
    kind = _KINDS[serial % len(_KINDS)]
    english, japanese = _TOLD[kind]
    names = [one["aliases"][0]["name"] if number % 2 else one["name"] for one in named]
    day = f"{2015 + chance.randrange(10)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    date = day if chance.random() < 0.8 else day[:7]
    if number % 2:
        year, month = day[:4], int(day[5:7])
        told = f"{year}年{month}月" + (f"{int(day[8:])}日" if date == day else "")
        sentence = f"{told}、{names[0]}は{names[1]}{japanese}。議題は{names[2]}で、第{serial}号の記録に残る。"
    else:
        told = date
        sentence = f"On {told}, {names[0]} {english} {names[1]} over {names[2]}, as record {serial} has it."
    canonical = [one["name"] for one in named]
    summary = f"{canonical[0]} {english} {canonical[1]} over {canonical[2]}"
    if chance.random() < changed:
        summary += ", as corrected"
    roles = ("agent" if kind == "state" else "participant", "participant", "topic")
    arguments = []
    for role, name, one in zip(roles, names, named, strict=True):
        argument = {"role": "place" if role == "topic" and one["kind"] == "place" else role, "name": name}
        if chance.random() < 0.75:
            argument["entity"] = one["slug"]
        elif chance.random() < 0.02:
            argument["name"] = f"{name} {chance.randrange(9)}"  # a name that nobody is known by
        arguments.append(argument)
    claim: dict[str, Any] = {
        "record": "claim", "document": f"d{number}", "kind": kind, "phase": chance.choice(_PHASES[kind]),
    }  # fmt: skip
    if chance.random() < 0.03:
        claim["polarity"] = "-"
    if chance.random() < 0.1:
        claim["certainty"] = "PR"
    claim |= {"date": date, "date_text": told, "date_basis": "stated"}
    if claim["phase"] in ("agreed", "intended", "scheduled") and chance.random() < 0.3:
        claim["due"] = str(int(day[:4]) + 1)
    if chance.random() < 0.3:
        claim["event"] = chance.choice(events)["slug"]
    return claim | {"arguments": arguments, "_sentence": sentence, "summary": f"{summary}."}


def _document(number: int, page: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    text = ""
    for claim in page:
        sentence = claim.pop("_sentence")
        claim["evidence"] = [{"start": len(text), "end": len(text) + len(sentence)}]
        text += sentence + ("\n" if number % 2 else " ")
    yield {
        "record": "document", "slug": f"d{number}", "source": f"Source {number % 40}", "title": f"Document {number}",
        "language": "ja" if number % 2 else "en", "published_on": f"{2015 + number % 10}-06-15", "text": text,
    }  # fmt: skip
    yield from page


if __name__ == "__main__":
    write(Path(sys.argv[2]), int(sys.argv[1]))
