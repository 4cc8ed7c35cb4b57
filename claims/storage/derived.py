"""What is derived, brought up to date by a load: cleared of rows before they change, and filled again, for just those rows."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from sqlalchemy import Connection

from claims.models import Base
from claims.storage.derivations import derivations, filled_from
from claims.storage.stores import store_of
from claims.storage.touched import taking_part, touching

#: Tables that turn on which claims are placed on which event, in the order in which they are filled.
OF_EVENTS = ("acts", "event_facts", "outcomes")
#: Those that turn on the words of claims and documents alone, and those of the others that turn on when documents were
#: published: whose promises they are is told by participation.
OF_WORDS = ("claims_search", "documents_search")
OF_DAYS = ("participation", "promises")
_MANY = 1000  # claims at least that are worth a look at every table
_NONE = range(0)


def clear(
    connection: Connection,
    claims: Iterable[int] = (),
    documents: Iterable[int] = (),
    *,
    words: bool = True,
    only: Container[str] | None = None,
) -> None:
    """Take what is derived from these rows away, before they change; the search index too, unless their words stay.

    `only`: of these tables; None = all.
    """
    claims, documents = set(claims), set(documents)
    if not claims and not documents:
        return
    with touching(connection, claims, documents):
        for one in reversed(derivations()):
            if (words or not one.is_search) and (only is None or one.table in only):
                one.run(connection, "clear")


def fill(
    connection: Connection,
    claims: Iterable[int] = (),
    documents: Iterable[int] = (),
    *,
    new: range | None = None,
    words: bool = True,
    besides: Container[str] = (),
    only: Container[str] | None = None,
) -> None:
    """Derive what these rows (new, or cleared and changed) give, and the claims of the ids in `new`, which are the highest.

    With `new`, the claims that changed were cleared whole, and nothing of them was derived since. `besides` are tables
    that are filled otherwise; `only` those that are filled (None = all).
    """
    claims, documents = set(claims), set(documents)
    is_most = False
    if new is not None:
        claims = {number for number in claims if number not in new}
        is_most = _is_most(claims, new)
    if not claims and not new and not documents:
        return
    with touching(connection, claims, documents, new or _NONE), taking_part(connection):
        for one in filled_from("claims", "takers", "documents"):
            if one.table not in besides and (words or not one.is_search) and (only is None or one.table in only):
                one.run(connection, "fill", indexed_after=is_most)


def settled(connection: Connection, claims: Collection[int], new: range) -> None:
    """All facts of a load are written, of these claims and those of the ids in `new`: what is derived from them comes next."""
    store_of(connection).settled(connection, Base.metadata.tables, always=_is_most(claims, new))


def fill_placed(
    connection: Connection, claims: Collection[int], new: range, moved: Iterable[int], beside: Iterable[int]
) -> None:
    """Derive what turns on which claims are placed on which event, once they are.

    It is that of `claims` and of those of the ids in `new`, of which nothing of it is there; of those that `moved` to an
    event or away from one; and what came of promises also of those `beside` them, on their events.
    """
    done = {number for number in claims if number not in new}
    again = {number for number in moved if number not in new} - done
    near = {number for number in beside if number not in new} - done - again
    is_most = _is_most(done, new)
    *facts, outcomes = (one for one in derivations() if one.table in OF_EVENTS)
    if again or near:
        with touching(connection, again | near):
            outcomes.run(connection, "clear")
    if again:
        with touching(connection, again):
            for one in facts:
                one.run(connection, "clear")
    for some, ids in ((facts, done | again), ([outcomes], done | again | near)):
        if ids or new:
            with touching(connection, ids, new=new):
                for one in some:
                    one.run(connection, "fill", indexed_after=is_most)


def _is_most(claims: Collection[int], new: range) -> bool:
    """Whether a load brings or changes more than the rest that there is, in claims of which there are many."""
    return len(claims) + len(new) > max(new.start - 1, _MANY)
