"""The timeline of events: what was planned against what was held, dates as vague as they are, its state in the address."""

from __future__ import annotations

from typing import Any, TypedDict

from claims.datasette.asking import Ask
from claims.datasette.pages.search import DAYS, days_of
from claims.datasette.showing import Row, Shown
from claims.datasette.svg import Bar, timeline_svg
from claims.datasette.taking import Parameter
from claims.vocabulary import KINDS

STANDINGS = {"held": "held", "underway": "under way", "planned": "planned", "failed": "fell through"}
#: Parameter -> what may be given.
TAKES = {
    **DAYS,
    "kind": Parameter("a kind of claim (table kinds): meet, sign, cooperate ...; empty: any"),
    "series": Parameter("a series of events, by name; empty: any"),
    "standing": Parameter(f"{', '.join([*STANDINGS][:-1])} or {[*STANDINGS][-1]}; empty: any"),
}


class TimelinePage(TypedDict):
    """Events with the days on which they may lie; `errors` in what was asked."""

    filters: dict[str, str]
    errors: list[str]
    events: list[Row]


async def page(ask: Ask) -> Shown[TimelinePage]:
    """What happened and is to come: /timeline."""
    errors: list[str] = []
    state = {name: ask.word(name) for name in TAKES}
    since, until = days_of(state["since"], "since", errors)[0], days_of(state["until"], "until", errors)[1]
    rows = await ask.rows(
        "timeline/timeline",
        kind=state["kind"],
        series=state["series"],
        standing=state["standing"],
        since=since,
        until=f"{until}~" if until else "~",
    )
    bars = [_bar(ask, row) for row in rows]
    drawn = {
        "svg": timeline_svg("Timeline of events", bars) if bars else "",
        "kinds": list(KINDS),
        "standings": STANDINGS,
        "series": [row["name"] for row in await ask.kept_rows("timeline/series")],
    }
    data: TimelinePage = {"filters": state, "errors": errors, "events": rows}
    return Shown("timeline.html", data, drawn, status=400 if errors else 200)


def _bar(ask: Ask, row: dict[str, Any]) -> Bar:
    """Where all claims can be of one day or stretch, that is drawn; where they cannot, the whole range they span."""
    first, last = row["latest_start"], row["earliest_end"]
    if first > last:
        first, last = row["first_day"], row["last_day"]
    label = f"{row['event']} ({STANDINGS[row['standing']]})"
    return Bar(label, first, last, row["standing"], ask.datasette.urls.path(f"/event/{row['event_key']}"))
