"""Who is who: names to entities, and judgements that two are one. Similarity only suggests; a judgement is a person's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from claims.catalogue import nearest_name, running
from claims.errors import ClaimsError, NotFoundError
from claims.identity.likeness import likeness, pairs
from claims.names import similarity
from claims.records import Judgement
from claims.resources import DB

_LIKELY = 0.85  # below it, a suggestion is more often wrong than right on the names that ship
_ACTING = ("person", "organisation", "state", "group")
_COMMON = 50  # a word in more names than this tells nobody apart


@dataclass(frozen=True)
class Known:
    """An entity as it is named: id and public key of its own row, whatever it was merged with."""

    id: int
    key: str
    name: str


def find_entity(connection: Connection, name: str) -> Known:
    """The one entity with this slug, key or name, in any script. Raises NotFoundError naming the nearest, or the several."""
    rows = connection.exec_driver_sql(_sql("entities_named"), {"name": name}).fetchall()
    best = [Known(*row[:3]) for row in rows if row[3] == rows[0][3]]
    if not best:
        raise NotFoundError(f"no entity is known as {name!r}", _near(connection, name))
    if len(best) > 1:
        names = ", ".join(f"{one.name} ({one.key})" for one in best)
        raise NotFoundError(f"{len(best)} entities are known as {name!r}: {names}", "give the key of one")
    return best[0]


def merge(connection: Connection, name: str, other: str, *, why: str, who: str) -> Judgement:
    """The judgement, to be loaded, that two entities are one, known by the name of the first.

    Raises ClaimsError where they are one already, or one that stands says that they, or any that were merged with them, are different.
    """
    left, right = find_entity(connection, name), find_entity(connection, other)
    if left.id == right.id:
        raise ClaimsError(f"{name!r} and {other!r} are names of one entity already, {left.name}")
    if _same_cluster(connection, left, right):
        raise ClaimsError(f"{left.name} and {right.name} are one already by the judgements that stand")
    for row in connection.exec_driver_sql(_sql("judged_different"), {"left": left.id, "right": right.id}):
        raise ClaimsError(
            f"{row[0]} and {row[1]} were judged different by {row[2]}: {row[3]}",
            "run `claims unmerge` on them to take that back",
        )
    return Judgement(left=left.key, right=right.key, verdict="same", who=who, why=why)


def unmerge(connection: Connection, name: str, other: str, *, now: str) -> Judgement:
    """The withdrawal, to be loaded, of the judgement on two entities that stands. Raises NotFoundError where none does."""
    left, right = find_entity(connection, name), find_entity(connection, other)
    for row in connection.exec_driver_sql(_sql("judgement_between"), {"left": left.id, "right": right.id}).mappings():
        return Judgement(**row, withdrawn_at=now)
    between = connection.exec_driver_sql(_sql("judgements_of_cluster"), {"entity": left.id}).fetchall()
    if _same_cluster(connection, left, right):
        told = "; ".join(f"{row[0]} and {row[1]}" for row in between)
        raise NotFoundError(f"{left.name} and {right.name} are one through others", f"unmerge one of: {told}")
    raise NotFoundError(f"no judgement on {left.name} and {right.name} stands")


def suggest_merges(connection: Connection) -> list[dict[str, Any]]:
    """Pairs that may be one and were not judged: left, right, kind, similarity (0 to 1) and why; likeliest first.

    Compared are entities of one kind that share a folded name, or a word of one that few names have; and names of those who
    act in claims, by which no entity is known, with all names of entities: their right_key is None, and an alias of the
    left one takes them up. It judges nothing.
    """
    names: dict[int, list[str]] = defaultdict(list)
    told: dict[int, tuple[str, str, str]] = {}
    for id_, key, name, kind, folded in connection.exec_driver_sql(_sql("names_by_entity")):
        names[id_].append(folded)
        told[id_] = (key, name, kind)
    judged = {frozenset(row) for row in connection.exec_driver_sql(_sql("judged_pairs")).fetchall()}
    found = []
    for left, right in _comparable(names, told) - judged:
        score, mine, other = max((similarity(a, b), a, b) for a in names[left] for b in names[right])
        if score >= _LIKELY:
            why = f"both are known as {mine}" if mine == other else f"{mine} looks like {other}"
            found.append(
                {
                    "left": told[left][1], "right": told[right][1], "kind": told[left][2], "similarity": round(score, 2),
                    "why": why, "left_key": told[left][0], "right_key": told[right][0],
                }
            )  # fmt: skip
    found += _of_nobody(connection, names, told)
    return sorted(found, key=lambda row: (-row["similarity"], row["left"], row["right"]))


def _of_nobody(
    connection: Connection, names: dict[int, list[str]], told: dict[int, tuple[str, str, str]]
) -> list[dict[str, Any]]:
    """Names in claims that no entity is known by, each with the entities whose name it may be."""
    bare = {row[0]: (row[1], row[2]) for row in connection.exec_driver_sql(_sql("bare_names"))}
    owners: dict[str, set[int]] = defaultdict(set)
    for id_, folded in names.items():
        for name in folded:
            if told[id_][2] in _ACTING:
                owners[name].add(id_)
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for name, other in pairs(bare, owners):
        alike = likeness(name, other)
        for id_ in owners[other] if alike else ():
            best[name, id_] = max(best.get((name, id_), (0.0, "")), alike or (0.0, ""))
    return [
        {
            "left": told[id_][1], "right": bare[name][0], "kind": told[id_][2], "similarity": score,
            "why": f"{why}; in {bare[name][1]} claims, of no known entity", "left_key": told[id_][0], "right_key": None,
        }
        for (name, id_), (score, why) in best.items()
    ]  # fmt: skip


def _comparable(names: dict[int, list[str]], told: dict[int, tuple[str, str, str]]) -> set[frozenset[int]]:
    by_word: dict[tuple[str, str], set[int]] = defaultdict(set)
    for id_, folded in names.items():
        for name in folded:
            words = name.split() if name.isascii() else [name[at : at + 2] for at in range(max(1, len(name) - 1))]
            for word in (*words, name):
                by_word[told[id_][2], word].add(id_)
    return {
        frozenset((left, right))
        for ids in by_word.values()
        if 1 < len(ids) <= _COMMON
        for left in ids
        for right in ids
        if left < right
    }


def _same_cluster(connection: Connection, left: Known, right: Known) -> bool:
    rows = connection.exec_driver_sql(
        "select canonical_id from canonical where entity_id in (?, ?)", (left.id, right.id)
    ).fetchall()
    return len({row[0] for row in rows}) == 1


def _near(connection: Connection, name: str) -> str:
    return nearest_name(running(connection), name)


def _sql(name: str) -> str:
    return (DB / "resolve" / f"{name}.sql").read_text("utf-8")
