"""Every claim looked at, as the first load by a rule does, and one that brings most of what there is."""

from __future__ import annotations

from itertools import chain

from sqlalchemy import Connection

from claims.identity.looking import Look
from claims.identity.matching import Matcher
from claims.identity.occasions import Occasion
from claims.identity.sharing import Sharing
from claims.identity.slices import parts, told

_KEPT = 20_000  # occasions that are not read again: some megabytes


def look_at_all(connection: Connection, look: Look) -> None:
    """Look twice: of what many claims tell, only what may be of one happening with another stays in memory."""
    look.is_all = True
    reader = look.reader
    documents = [row[0] for row in reader.ask("select id from documents order by id")]
    with Sharing(connection).begun() as sharing:
        free, others = _know_all(look, documents, sharing)
        shared = sharing.shared(reader)
    for number, one in enumerate(chain(free, (one for one in told(reader, others) if one.event is None)), 1):
        if not look.place_on_known(one):
            if number not in shared:
                continue
            look.matcher.add(one)
        look.active.append(one)
    for one in look.active:
        if not look.is_placed(one):
            look.find_near(one)
    look.matcher = Matcher()  # nothing is compared any more: its index of a large database is as large as all else
    standing = reader.ask("select claim_id from placements where who = 'gather' and withdrawn_at is null")
    look.scope |= {row[0] for row in standing}


def _know_all(look: Look, documents: list[int], sharing: Sharing) -> tuple[list[Occasion], list[int]]:
    """Know every event with all its accounts, and what those that name none share; the first of these, and the documents of the others."""
    reader, matcher = look.reader, look.matcher
    events = {row[0] for row in reader.ask("select id from events")}
    for event, profile in reader.events(events, events).items():
        matcher.know(event, profile, ())
    undated = set(matcher.events)
    free: list[Occasion] = []
    others: list[int] = []
    for some in parts(documents):
        is_kept = len(free) < _KEPT
        if not is_kept:
            others += some
        for one in told(reader, some):
            if one.event is None:
                sharing.add(one)
                if is_kept:
                    free.append(one)
            elif (known := matcher.events.get(one.event)) is not None:
                known.learn(one)
                matcher.know(one.event, known, (one,))
                if one.first is not None:
                    undated.discard(one.event)
    for event, named in reader.events(undated, ()).items():
        matcher.events[event].days |= named.days
    return free, others
