"""pyoxigraph: claims as nodes of a graph, one triple for each field and argument, by Store.bulk_extend."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version as version_of
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

from tests.bench.peers.rows import FIELDS, claims_in

LACKS = "no validation, no text search; a bulk load is no transaction; SPARQL, not SQL"


def version() -> str:
    return f"pyoxigraph {version_of('pyoxigraph')}"


def load(path: Path, database: Path) -> None:
    store = Store(str(database))
    store.bulk_extend(_quads(path))
    store.flush()


def _quads(path: Path) -> Iterator[Quad]:
    has = {name: NamedNode(f"urn:has:{name}") for name in (*FIELDS, "span_start", "span_end", "quote")}
    roles: dict[str, NamedNode] = {}
    for claim, arguments, evidence in claims_in(path):
        node = NamedNode(f"urn:claim:{claim['id']}")
        for name in FIELDS:
            yield Quad(node, has[name], Literal(claim[name]))
        for name in ("span_start", "span_end", "quote"):
            yield Quad(node, has[name], Literal(evidence[name]))
        for argument in arguments:
            role = roles.setdefault(argument["role"], NamedNode(f"urn:role:{argument['role']}"))
            meant = argument["entity"]
            yield Quad(node, role, NamedNode(f"urn:entity:{meant}") if meant else Literal(argument["mention"]))
