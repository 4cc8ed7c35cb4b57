"""The documents and claims that ship with the package, in the order in which they load."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.resources import DB


def corpus_files() -> list[Path]:
    """The JSONL files of db/corpus/: what is referred to stands before what refers to it."""
    corpus = DB / "corpus"
    first = [corpus / f"{name}.jsonl" for name in ("sources", "entities", "events", "relations")]
    return [*first, *sorted((corpus / "documents").glob("*.jsonl")), corpus / "links.jsonl"]


def corpus_lines() -> Iterator[bytes]:
    """Every record that ships, one line each."""
    for path in corpus_files():
        with path.open("rb") as file:
            yield from file
