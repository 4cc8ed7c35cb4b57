"""The page of a person, state, framework or anything else that is named: names, offices, meetings, timeline."""

from __future__ import annotations

from typing import Any, TypedDict
from urllib.parse import urlencode

from datasette.utils.asgi import NotFound

from claims.datasette.asking import Ask
from claims.datasette.comparing import standing
from claims.datasette.showing import Redirect, Row, Shown
from claims.datasette.svg import Bar, timeline_svg
from claims.datasette.taking import Parameter

#: Parameter of /named -> what may be given.
TAKES = {"name": Parameter("a name in any script, of a person, state, body or anything else")}
_DRAWN = 40


class EntityPage(TypedDict):
    """A person, state, framework or anything else that is named: its names, offices, whom it met, and claims."""

    entity: Row
    names: list[Row]
    judgements: list[Row]
    offices: list[Row]
    met: list[Row]
    claims: list[Row]


async def page(ask: Ask) -> Shown[EntityPage] | Redirect:
    """A person or thing, by key or slug: /entity/KEY. One that was merged into another leads there."""
    entity = await ask.row("entity", key=ask.key)
    if entity["canonical_id"] != entity["id"]:
        return Redirect(f"/entity/{entity['canonical_key']}")
    return await _shown(ask, entity, entity.pop("id"))


async def named(ask: Ask) -> Shown[EntityPage] | Redirect:
    """Whom a name means: /named. It leads to their page; a name that nobody is known by has one of its own."""
    name = ask.word("name")
    found = await ask.rows("entity/named", name=name)
    if not found:
        raise NotFound(f"{ask.database} knows nobody and nothing by the name {name}")
    if found[0]["entity_key"]:
        return Redirect(f"/entity/{found[0]['entity_key']}")
    bare = {"name": found[0]["name"], "kind": None, "key": None, "country": None, "wikidata": None}
    return await _shown(ask, bare, found[0]["id"])


async def _shown(ask: Ask, entity: dict[str, Any], referent: int) -> Shown[EntityPage]:
    claims, names, judgements, offices, met = await ask.each(
        "entity/claims", "entity/names", "entity/merged", "entity/offices", "entity/met", referent=referent
    )
    data: EntityPage = {
        "entity": {key: value for key, value in entity.items() if not key.startswith("canonical")},
        "names": names,
        "judgements": judgements,
        "offices": offices,
        "met": met,
        "claims": claims,
    }
    bars = [
        Bar(
            row["summary"],
            row["date_earliest"],
            row["date_latest"],
            standing(row),
            ask.datasette.urls.path(f"/claim/{row['claim']}"),
        )
        for row in claims
        if row["date_earliest"]
        and row["date_latest"]
        and row["kind"] in ("meet", "sign", "visit", "attend", "establish")
    ]
    drawn = {
        "svg": timeline_svg(f"Timeline of {entity['name']}", bars[:_DRAWN]) if bars else "",
        "all_claims": "/search?" + urlencode({"entity": entity["name"]}),
    }
    return Shown("entity.html", data, drawn)
