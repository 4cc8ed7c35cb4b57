"""How sure the reading of a claim is: the share of claims of its make that were right and whole in articles not seen before."""

from __future__ import annotations

import math
import tomllib
from functools import cache

from claims.extract.draft import PARTY_ROLES
from claims.extract.trees.tree import Tree
from claims.records import Claim
from claims.resources import DB

#: a claim of less is more likely incomplete, false or beside the point than right, and is not made unless asked for
LEAST = 0.5
_MANY = 60  # words of a sentence; a longer one is as hard


def signs(claim: Claim, language: str, tree: Tree, *, dated: bool) -> dict[str, float]:
    """What tells how well a claim could be read, by name; 1 where it holds, unless it counts something.

    `tree` is the sentence's, `dated` whether that has a date. The names are those of db/vocabulary/confidence.toml.
    """
    parties = [one for one in claim.arguments if one.role in PARTY_ROLES]
    topics = sum(one.role == "topic" for one in claim.arguments)
    has_date = claim.date is not None or claim.due is not None
    return {
        f"language {language}": 1,
        f"kind {claim.kind}": 1,
        f"phase {claim.phase}": 1,
        f"certainty {claim.certainty}": 1,
        f"parties {min(len(parties), 3)}": 1,
        f"topics {min(topics, 2)}": 1,
        "parties named elsewhere": min(sum(one.start is None for one in parties), 2),
        "place": any(one.role == "place" for one in claim.arguments),
        "date": has_date,
        "date of the sentence left over": dated and not has_date,
        "quotation in the sentence": any(mark in tree.text for mark in '“”「"'),
        "hundred words": min(len(tree.words), _MANY) / 100,
    }


def confidence(told: dict[str, float]) -> float:
    """The probability, 0 to 1, that a claim of these signs is right and whole; of a sign not known, that of the average."""
    weights = _weights()
    total = weights["average"] + sum(weights.get(name, 0.0) * value for name, value in told.items())
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _weights() -> dict[str, float]:
    with (DB / "vocabulary" / "confidence.toml").open("rb") as file:
        return tomllib.load(file)
