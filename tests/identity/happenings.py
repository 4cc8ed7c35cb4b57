"""Drawn accounts of drawn happenings: told whole or in part, on the day, near it or on none, in a series, by who came."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

Record = dict[str, Any]

_STATES = ("JP", "NO", "US", "FR")
_PHASES = {"discuss": "discussed", "cooperate": "agreed", "state": "occurred", "support": "intended"}
_TEXT = "Somebody said something. " * 80


def drawn(seed: int, documents: int = 14) -> tuple[list[Record], list[Record]]:
    """What is to be loaded first, and the claims."""
    chance = random.Random(seed)
    first: list[Record] = [
        {"record": "source", "name": f"S{n}", "kind": "outlet", "country": _STATES[n]} for n in range(3)
    ]
    named: list[tuple[str, str, str | None]] = [("state", code.lower(), code) for code in _STATES]
    named += [("person", f"p{n}", _STATES[n % 4] if n % 5 else None) for n in range(12)]
    named += [("organisation", f"o{n}", _STATES[n % 4]) for n in range(4)]
    named += [("series", f"s{n}", None) for n in range(2)] + [("place", f"l{n}", _STATES[n]) for n in range(4)]
    for kind, slug, country in named:
        one: Record = {"record": "entity", "slug": slug, "name": f"Name {slug}", "kind": kind}
        first.append(one if country is None else one | {"country": country})
    happenings = [_happening(chance, n) for n in range(documents // 2)]
    for one in happenings:
        series = {"series": one["series"]} if one["series"] else {}
        first.append({"record": "event", "slug": one["slug"], "name": one["slug"], "kind": one["kind"], **series})
    claims: list[Record] = []
    for n in range(documents):
        page = {"record": "document", "slug": f"d{n}", "source": f"S{n % 3}", "title": f"D{n}", "language": "en"}
        first.append(page | {"text": f"{_TEXT}{n}"})
        at = 0
        for one in chance.sample(happenings, 2):
            for _ in range(chance.randrange(2, 5)):
                at += chance.randrange(20, 200)
                claims.append(
                    _told(chance, one)
                    | {"document": f"d{n}", "slug": f"c{len(claims)}", "evidence": [{"start": at, "end": at + 9}]}
                )
    return first, claims


def _happening(chance: random.Random, number: int) -> Record:
    people = [f"p{chance.randrange(12)}" for _ in range(chance.choice((1, 2, 2, 3)))]
    bodies = [f"o{chance.randrange(4)}"] if chance.random() < 0.3 else []
    states = [code.lower() for code in chance.sample(_STATES, 2)] if chance.random() < 0.3 else []
    return {
        "slug": f"v{number}", "kind": chance.choice(("meet", "meet", "meet", "sign", "visit")),
        "day": date(2020, 3, 1) + timedelta(days=chance.randrange(40)), "who": states or list(dict.fromkeys(people + bodies)),
        "series": f"s{chance.randrange(2)}" if chance.random() < 0.4 else None, "number": str(chance.randrange(1, 4)),
        "place": f"l{chance.randrange(4)}",
    }  # fmt: skip


def _told(chance: random.Random, one: Record) -> Record:
    day = (one["day"] + timedelta(days=chance.choice((0, 0, 0, 0, 1, -1)))).isoformat()
    told = chance.choice((day, day, day, day, day[:7], None))
    claim: Record = {"record": "claim", "kind": one["kind"], "phase": "occurred", "summary": "So it was."}
    who = [_named(chance, "participant", name) for name in one["who"] if chance.random() < 0.85] or [
        _named(chance, "participant", one["who"][0])
    ]
    sort = chance.random()
    if sort < 0.5:
        who += [_named(chance, "place", one["place"])] if chance.random() < 0.5 else []
        if one["series"] and chance.random() < 0.7:
            who.append(_named(chance, "framework", one["series"]))
            claim |= {"quantity": one["number"]} if chance.random() < 0.6 else {}
    elif sort < 0.65:
        claim["kind"], who = "attend", [_named(chance, "participant", chance.choice(one["who"]))]
    else:
        claim["kind"] = chance.choice([*_PHASES])
        claim["phase"] = _PHASES[claim["kind"]]
        who = who[: chance.choice((1, 2))]
    if told is not None:
        claim |= {"date": told, "date_text": told, "date_basis": chance.choice(("stated", "inherited"))}
    if chance.random() < 0.15:
        claim["event"] = one["slug"]
    return claim | {"arguments": who}


def _named(chance: random.Random, role: str, name: str) -> Record:
    told = {"role": role, "name": f"Name {name}"}
    return told | {"entity": name} if chance.random() < 0.9 else told | {"name": f"Somebody {chance.randrange(4)}"}
