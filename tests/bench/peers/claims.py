"""This project, by `claims load`'s own function."""

from __future__ import annotations

from importlib.metadata import version as version_of
from pathlib import Path

from claims.engine import create_engine, upgrade
from claims.load import load as load_records
from claims.load import records_in

LACKS = ""


def version() -> str:
    return f"claims {version_of('claims')}"


def load(path: Path, database: Path) -> None:
    engine = create_engine(database)
    upgrade(engine)
    with path.open("rb") as file:
        receipt = load_records(engine, records_in(file))
    engine.dispose()
    if receipt.rejects:
        raise SystemExit(f"line {receipt.rejects[0].line} was rejected: {receipt.rejects[0].error}")
