"""One-to-one pairs of the greatest total weight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Pair(NamedTuple):
    """Item `left` of one list with item `right` of another; `weight` above 0."""

    left: int
    right: int
    weight: float


def best_pairs(candidates: Sequence[Pair]) -> list[Pair]:
    """Of the candidates, those in which no item stands twice and whose weights sum to the most, in order of `left`.

    Each weakly linked group is solved for itself by the Hungarian method, in the cube of its size.
    """
    group: dict[tuple[str, int], int] = {}
    members: dict[int, list[Pair]] = {}
    for number, pair in enumerate(candidates):
        joined = {group[side] for side in (("l", pair.left), ("r", pair.right)) if side in group}
        home = min(joined, default=number)
        bundle = [pair]
        for other in joined:
            bundle += members.pop(other)
        members[home] = bundle
        for one in bundle:
            group["l", one.left] = group["r", one.right] = home
    return sorted(pair for bundle in members.values() for pair in _solved(bundle))


def _solved(bundle: list[Pair]) -> list[Pair]:
    lefts, rights = sorted({p.left for p in bundle}), sorted({p.right for p in bundle})
    size = max(len(lefts), len(rights))
    row, column = {v: i for i, v in enumerate(lefts)}, {v: i for i, v in enumerate(rights)}
    cost = [[0.0] * size for _ in range(size)]
    weight = {}
    for pair in bundle:
        cost[row[pair.left]][column[pair.right]] = -pair.weight
        weight[row[pair.left], column[pair.right]] = pair
    return [weight[at] for at in enumerate(_assigned(cost)) if at in weight]


def _assigned(cost: list[list[float]]) -> list[int]:
    """For each row its column, at the least total cost (Hungarian method with potentials)."""
    size = len(cost)
    u, v = [0.0] * (size + 1), [0.0] * (size + 1)
    owner, way = [0] * (size + 1), [0] * (size + 1)
    for start in range(1, size + 1):
        owner[0], at = start, 0
        least, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while owner[at]:
            used[at] = True
            here, delta, following = owner[at], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                reduced = cost[here - 1][j - 1] - u[here] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, at
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(size + 1):
                if used[j]:
                    u[owner[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            at = following
        while at:
            owner[at] = owner[way[at]]
            at = way[at]
    columns = [0] * size
    for j in range(1, size + 1):
        columns[owner[j] - 1] = j - 1
    return columns
