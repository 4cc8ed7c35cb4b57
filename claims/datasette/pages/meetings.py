"""The map of who met whom: a matrix that one can narrow by time, each cell a link to the claims it counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, TypedDict
from urllib.parse import urlencode

from claims.datasette.asking import Ask
from claims.datasette.pages.search import DAYS, days_of
from claims.datasette.showing import Row, Shown
from claims.datasette.svg import matrix_svg
from claims.datasette.taking import Parameter

#: Parameter -> what may be given.
TAKES = {
    **DAYS,
    "kind": Parameter("person, state or organisation; empty: person"),
}
#: Meetings of two that one map reads, the newest first: narrow the dates to see earlier ones.
MOST = 5_000
_MOST = 24
_MOST_PAIRS = 400
_KINDS = ("person", "state", "organisation")


class MapPage(TypedDict):
    """Pairs that met, most meetings first, with how many `meetings` and `claims` tell of them; `errors` in what was asked."""

    filters: dict[str, str]
    errors: list[str]
    pairs: list[Row]


async def page(ask: Ask) -> Shown[MapPage]:
    """Who met whom: /map."""
    errors: list[str] = []
    state = {name: ask.word(name) for name in TAKES}
    state["kind"] = state["kind"] or "person"
    since, until = days_of(state["since"], "since", errors)[0], days_of(state["until"], "until", errors)[1]
    wanted = {"since": since, "until": f"{until}~" if until else "~", "kind": state["kind"], "most": MOST}
    pairs = _pairs(await ask.rows("meetings/meetings", **wanted))
    data: MapPage = {"filters": state, "errors": errors, "pairs": pairs}
    drawn = {"svg": _matrix(ask, pairs, state) if pairs else "", "kinds": _KINDS, "most": MOST}
    return Shown("map.html", data, drawn, status=400 if errors else 200)


def _pairs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """{"one", "one_key", "other", "other_key", "meetings", "claims"} of each pair, most meetings first."""
    meetings: defaultdict[tuple[str, str, str, str], set[int]] = defaultdict(set)
    claims: Counter[tuple[str, str, str, str]] = Counter()
    for row in rows:
        (one, one_key), (other, other_key) = sorted(((row["one"], row["one_key"]), (row["other"], row["other_key"])))
        meetings[one, one_key, other, other_key].add(row["meeting"])
        claims[one, one_key, other, other_key] += 1
    order = sorted(claims, key=lambda pair: (-len(meetings[pair]), -claims[pair], pair))[:_MOST_PAIRS]
    names = ("one", "one_key", "other", "other_key", "meetings", "claims")
    return [dict(zip(names, (*pair, len(meetings[pair]), claims[pair]), strict=True)) for pair in order]


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
        "person": pair["one"],
        "other": pair["other"],
        "since": state["since"],
        "until": state["until"],
    }
    return str(
        ask.datasette.urls.path(
            "/ask/who_met_whom?" + urlencode({name: value for name, value in wanted.items() if value})
        )
    )
