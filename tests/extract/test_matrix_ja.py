"""Kinds of Japanese constructions, each in many words: who is a party, which day and place, and what is not told."""

import itertools
import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims.records import Claim
from tests.extract.reader import read

GROUPS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "matrix_ja.toml").read_text("utf-8"))["group"]
_DOERS = ("participant", "signatory", "agent", "holder", "partner", "host")


def _unlike(group: dict[str, Any], kind: str, words: str, claims: list[Claim]) -> str:
    """How the claims of a sentence differ from what its group tells; "" where they do not."""
    of_kind = [one for one in claims if one.kind == kind]
    if group.get("never"):
        return "told" if of_kind else ""
    if not of_kind:
        return "nothing told" if group.get("who") != [] else ""
    if group.get("once") and len(claims) != 1:
        return "not once"
    claim = of_kind[-1 if group.get("last") else 0]
    told = {
        "who": sorted(one.name for one in claim.arguments if one.role in _DOERS),
        "date": claim.date,
        "place": [one.name for one in claim.arguments if one.role == "place"],
        "certainty": claim.certainty,
        "polarity": claim.polarity,
        "act": claim.speech_act,
    }
    wanted = {name: group[name] for name in told if name in group}
    if "who" in wanted:
        wanted["who"] = sorted(wanted["who"])
    if group.get("filled"):
        wanted["who"] = [words]
    if group.get("without") and any(one.name in words for one in claim.arguments if one.role in _DOERS):
        return f"with {told['who']}"
    if "place" in wanted:
        wanted["place"] = [words.removeprefix("訪問先の")]
    if claim.phase not in group.get("phases", [claim.phase]):
        return claim.phase
    return ", ".join(f"{name} {told[name]}" for name in wanted if told[name] != wanted[name])


@pytest.mark.parametrize("group", GROUPS, ids=[one["why"] for one in GROUPS])
def test_what_each_sentence_of_a_kind_tells(group: dict[str, Any]) -> None:
    unlike = {}
    for frame, (kind, words) in itertools.product(group["frames"], group["told"]):
        sentence = frame.format(words)
        if why := _unlike(group, kind, words, read(sentence, "ja", "2026-05-18")):
            unlike[sentence] = why
    assert unlike == {}
