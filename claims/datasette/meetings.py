"""The map of who met whom: a matrix that one can narrow by time, each cell a link to the claims it counts."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from claims.datasette.asking import Ask
from claims.datasette.drawing import matrix_svg
from claims.datasette.search import days_of
from claims.datasette.showing import Shown

_MOST = 24
_KINDS = ("person", "state", "organisation")


async def page(ask: Ask) -> Shown:
    """/map?since=&until=&kind=: kind of party, person by default."""
    errors: list[str] = []
    state = {"since": ask.word("since"), "until": ask.word("until"), "kind": ask.word("kind") or "person"}
    since, until = days_of(state["since"], "since", errors)[0], days_of(state["until"], "until", errors)[1]
    pairs = await ask.rows("meetings", since=since, until=f"{until}~" if until else "~", kind=state["kind"])
    data = {"filters": state, "errors": errors, "pairs": pairs}
    return Shown("map.html", data, {"svg": _matrix(ask, pairs, state) if pairs else "", "kinds": _KINDS})


def _matrix(ask: Ask, pairs: list[dict[str, Any]], state: dict[str, str]) -> Any:
    weight: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        weight[pair["one"], pair["one_key"]] += pair["meetings"]
        weight[pair["other"], pair["other_key"]] += pair["meetings"]
    people = [person for person, _ in sorted(weight.items(), key=lambda item: (-item[1], item[0]))[:_MOST]]
    place = {key: number for number, (_, key) in enumerate(people)}
    cells = {
        (place[pair["one_key"]], place[pair["other_key"]]): (pair["meetings"], _claims(ask, pair, state))
        for pair in pairs
        if pair["one_key"] in place and pair["other_key"] in place
    }
    names = [(name, ask.datasette.urls.path(f"/entity/{key}")) for name, key in people]
    return matrix_svg("Who met whom: number of meetings of each pair", names, cells)


def _claims(ask: Ask, pair: dict[str, Any], state: dict[str, str]) -> str:
    wanted = {
        "entity": pair["one"],
        "other": pair["other"],
        "kind": "meet",
        "since": state["since"],
        "until": state["until"],
    }
    return str(
        ask.datasette.urls.path("/search?" + urlencode({name: value for name, value in wanted.items() if value}))
    )
