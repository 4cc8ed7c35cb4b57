"""This project, by `claims load`'s own function."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path

from claims import Database

LACKS = ""


def version() -> str:
    return f"claims {version_of('claims')}"


def load(path: Path, database: Path) -> None:
    with Database(database) as db:
        receipt = db.load(path)
    if receipt.rejects:
        raise SystemExit(f"line {receipt.rejects[0].line} was rejected: {receipt.rejects[0].error}")
