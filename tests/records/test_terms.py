"""What an editor completes is the vocabulary: `python -m tests.records.test_terms` writes it anew."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from claims.records import types
from claims.vocabulary import KINDS, ROLES, TERMS

FILE = Path(types.__file__).with_name("terms.py")
NAMES: dict[str, Iterable[str]] = {
    "KindName": KINDS, "RoleName": ROLES, "Phase": TERMS["phase"], "Polarity": TERMS["polarity"],
    "Certainty": TERMS["certainty"], "SpeechAct": TERMS["speech_act"], "DateBasis": TERMS["date_basis"],
    "AlignmentStatus": TERMS["alignment"], "EntityKind": TERMS["entity_kind"], "AliasKind": TERMS["alias_kind"],
    "SourceKind": TERMS["source_kind"], "Reliability": TERMS["reliability"], "JudgementVerdict": TERMS["judgement"],
    "ReviewVerdict": TERMS["verdict"], "LinkType": TERMS["link_type"],
    "LinkVerdict": TERMS["link_verdict"], "RelationType": TERMS["relation_type"],
}  # fmt: skip


def written() -> str:
    lines = [
        '"""The closed vocabularies as types, for editors and type checkers; the records themselves read db/vocabulary.',
        "",
        "Written by `python -m tests.records.test_terms`.",
        '"""',
        "",
        "# fmt: off",
        "from typing import Literal, TypeAlias",
        "",
    ]
    for name, values in NAMES.items():
        lines += [f"{name}: TypeAlias = Literal[", *(f'    "{value}",' for value in values), "]"]
    return "\n".join(lines) + "\n"


def test_the_types_are_the_vocabulary() -> None:
    assert FILE.read_text("utf-8") == written()


if __name__ == "__main__":
    FILE.write_text(written(), "utf-8")
