"""The workload as plain rows, for stores with tables of their own: every name an id, through a dict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

#: of a claim's row, beside its id
FIELDS = ("document_id", "kind", "phase", "polarity", "certainty", "day", "summary")


def claims_in(path: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any]]]:
    """The row of each claim, the rows of its arguments, and of its evidence (with the quote)."""
    texts: dict[int, str] = {}
    documents: dict[str, int] = {}
    number = 0
    decode = msgspec.json.Decoder().decode
    with path.open("rb") as file:
        for line in file:
            record = decode(line)
            if record["record"] == "document":
                id_ = documents[record["slug"]] = len(documents) + 1
                texts = {id_: record["text"]}
            elif record["record"] == "claim":
                number += 1
                document = documents[record["document"]]
                claim = {
                    "id": number, "document_id": document, "kind": record["kind"], "phase": record["phase"],
                    "polarity": record.get("polarity", "+"), "certainty": record.get("certainty", "CT"),
                    "day": record["date"], "summary": record["summary"],
                }  # fmt: skip
                arguments = [
                    {
                        "claim_id": number,
                        "seq": seq,
                        "role": one["role"],
                        "mention": one["name"],
                        "entity": one.get("entity"),
                    }
                    for seq, one in enumerate(record["arguments"])
                ]
                span = record["evidence"][0]
                quote = texts[document][span["start"] : span["end"]]
                evidence = {"claim_id": number, "span_start": span["start"], "span_end": span["end"], "quote": quote}
                yield claim, arguments, evidence


def batches(path: Path, size: int = 5000) -> Iterator[tuple[list[Any], list[Any], list[Any]]]:
    """The same, `size` claims at a time."""
    claims: list[Any] = []
    arguments: list[Any] = []
    evidence: list[Any] = []
    for claim, args, span in claims_in(path):
        claims.append(claim)
        arguments += args
        evidence.append(span)
        if len(claims) >= size:
            yield claims, arguments, evidence
            claims, arguments, evidence = [], [], []
    if claims:
        yield claims, arguments, evidence
