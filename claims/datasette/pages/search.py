"""The list of claims: search and filters in the address, facets counted, hits marked."""

from __future__ import annotations

import json
from typing import Any, TypedDict
from urllib.parse import urlencode

from claims import dates
from claims.datasette.asking import Ask
from claims.datasette.highlights import marked
from claims.datasette.showing import Row, Shown
from claims.datasette.taking import Parameter
from claims.errors import DateError
from claims.text import search_query
from claims.vocabulary import KINDS, TERMS

#: Facets are counted over so many of the newest hits, so that a page takes the same time on a million claims.
MOST = 2_000
#: Characters that are searched for: a sentence.
LONGEST = 300
#: Above so many hits a search is asked only about the claims that its other filters leave, where those are few.
_MANY = 20_000
_PAGE = 50
_VALUES = 12  # of a facet
#: The days between which something lies.
DAYS = {
    "since": Parameter("first day (YYYY-MM-DD, YYYY-MM or YYYY), inclusive; empty: any"),
    "until": Parameter("last day, inclusive; empty: any"),
}
_FILTERS = {
    "q": Parameter("words in Japanese, Korean or English; empty: any", most=LONGEST),
    "entity": Parameter("who or what takes part, by any known name in any script, a slug or a key; empty: anyone"),
    "other": Parameter("who takes part too, likewise"),
    "kind": Parameter("a kind of claim (table kinds): meet, sign, cooperate ...; empty: any"),
    "phase": Parameter("occurred, scheduled, expected ... (phases of claims); empty: any"),
    "publisher": Parameter("who published the document, by name; empty: anyone"),
    **DAYS,
}
#: Parameter -> what may be given.
TAKES = {**_FILTERS, "page": Parameter(f"number of the page: each has {_PAGE} claims; else 1", "integer", 1, 99_999)}


class Value(TypedDict):
    """One value of a facet, how many claims have it, and the search for them."""

    value: str
    count: int
    url: str


class Facet(TypedDict):
    """A property of the claims found, with its commonest values."""

    name: str
    values: list[Value]


class SearchPage(TypedDict):
    """Claims, entities and documents found. `is_all`: there are no more than `count`; `errors` in what was asked."""

    filters: dict[str, str]
    errors: list[str]
    count: int
    is_all: bool
    page: int
    facets: list[Facet]
    claims: list[Row]
    entities: list[Row]
    documents: list[Row]


async def page(ask: Ask) -> Shown[SearchPage]:
    """Claims, documents and entities by words and filters: /search."""
    state = {name: ask.word(name) for name in _FILTERS}
    errors: list[str] = []
    since, until = days_of(state["since"], "since", errors)[0], days_of(state["until"], "until", errors)[1]
    if len(state["q"]) > LONGEST:
        errors.append(f"Words of more than {LONGEST} characters together are not searched for.")
    query = "" if errors else search_query(state["q"])
    wanted = {
        "referent": await _referent(ask, state["entity"], errors),
        "other": await _referent(ask, state["other"], errors),
        "kind": state["kind"],
        "phase": state["phase"],
        "publisher": state["publisher"],
        "since": since,
        "until": f"{until}~" if until else "~",  # sorts after every day
        "most": MOST,
    }
    number = ask.number("page", TAKES) or 1
    summed: dict[str, list[dict[str, Any]]] = {}
    if not errors and (query or not state["q"]):
        wanted |= {"by_day": 0 if query else 1, "size": _PAGE, "after": (number - 1) * _PAGE}
        for row in await _summed(ask, state["q"] if query else "", wanted):
            summed.setdefault(row["facet"], []).append(row)
    shown = [row["value"] for row in summed.get("claim", ())]
    asked = ["search/claims_told", *(["search/entities", "search/documents"] if query else [])]
    listed, *others = await ask.each(*asked, numbers=json.dumps(shown), words=state["q"])
    entities, documents = others or ([], [])
    told = {row.pop("claim_id"): row for row in listed}
    claims = [
        {k: v for k, v in told[claim].items() if k not in ("event_id", "document_id")}
        for claim in shown
        if claim in told
    ]
    count = summed["all"][0]["claims"] if summed else 0
    data: SearchPage = {
        "filters": state,
        "errors": errors,
        "count": count,
        "is_all": count < MOST,
        "page": number,
        "facets": _facets(state, summed),
        "claims": claims,
        "entities": entities,
        "documents": documents,
    }
    return Shown("search.html", data, _drawn(state, data), status=400 if errors else 200)


async def _summed(ask: Ask, words: str, wanted: dict[str, Any]) -> list[dict[str, Any]]:
    """What there is to tell of the claims that pass the filters, MOST of them at most, by the way on which the fewest rows are read."""
    if wanted["referent"] and wanted["other"]:  # who they are is the same either way round
        pair = sorted([wanted["referent"], wanted["other"]])
        counts = {one: (await ask.rows("search/appearances", referent=one, most=_MANY))[0]["claims"] for one in pair}
        wanted = wanted | dict(zip(("referent", "other"), sorted(pair, key=lambda one: counts[one]), strict=True))
    narrows = wanted["referent"] or wanted["publisher"] or wanted["since"] or wanted["until"] != "~"
    if not words:
        found = "search/claims_listed"
    elif narrows and (await ask.rows("search/hits", words=words, most=_MANY))[0]["hits"] == _MANY:
        found = "search/claims_found_among"
    else:
        found = "search/claims_found" if wanted["referent"] or wanted["other"] else "search/claims_found_of_all"
    return await ask.rows_over("search/summed", found, words=words, **wanted)


def _drawn(state: dict[str, str], data: SearchPage) -> dict[str, Any]:
    last = data["page"] * _PAGE >= data["count"]
    return {
        "kinds": list(KINDS),
        "phases": list(TERMS["phase"]),
        "mark": lambda text: marked(text or "", state["q"]),
        "next_url": "" if last else _address(state, page=str(data["page"] + 1)),
        "previous_url": _address(state, page=str(data["page"] - 1)) if data["page"] > 1 else "",
        "without": {name: _address({**state, name: ""}) for name in _FILTERS},
    }


def _facets(state: dict[str, str], summed: dict[str, list[dict[str, Any]]]) -> list[Facet]:
    """Each value is a filter one click away."""
    facets: list[Facet] = []
    for name in ("kind", "phase", "publisher"):
        if not state[name]:
            values = [_value(state, row, name) for row in summed.get(name, ())[:_VALUES]]
            facets.append({"name": name, "values": values})
    newest = sorted(summed.get("month", ()), key=lambda row: str(row["value"]), reverse=True)[:_VALUES]
    facets.append({"name": "month", "values": [_value(state, row, "since", "until") for row in newest]})
    if not state["other"]:
        field = "other" if state["entity"] else "entity"
        values = [_value(state, row, field) for row in summed.get("who", ())]
        facets.append({"name": "who", "values": [value for value in values if value["value"] != state["entity"]]})
    return [facet for facet in facets if len(facet["values"]) > 1 or facet["name"] == "who"]


def _value(state: dict[str, str], row: dict[str, Any], *fields: str) -> Value:
    value = str(row["value"])
    return {"value": value, "count": row["claims"], "url": _address({**state, **dict.fromkeys(fields, value)})}


def _address(state: dict[str, str], **more: str) -> str:
    return "search?" + urlencode({name: value for name, value in {**state, **more}.items() if value})


async def _referent(ask: Ask, name: str, errors: list[str]) -> int:
    if not name:
        return 0
    rows = await ask.rows("entity/named", name=name)
    if not rows:
        errors.append(f"Nobody and nothing is known by the name {name}.")
        return 0
    return int(rows[0]["id"])


def days_of(text: str, name: str, errors: list[str]) -> tuple[str, str]:
    """The first and last day that a date filter means: 2024-06 is the whole of June. ("", "") where it is empty or wrong."""
    try:
        first, last = dates.bounds(text) if text else (None, None)
    except DateError as error:
        errors.append(f"{name}: {error}")
        return "", ""
    return first or "", last or ""
