"""Which store an address, an engine or a connection is of."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError

from claims.errors import DatabaseError
from claims.storage.postgresql import PostgreSQL
from claims.storage.sqlite import SQLite
from claims.storage.store import Store

_STORES: dict[str, Store] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}
_SPELLED = "give a path, sqlite:///path, or postgresql+psycopg://user@host/name"


def store_of(one: Engine | Connection | URL) -> Store:
    """The store that this is of."""
    return _STORES[one.get_backend_name() if isinstance(one, URL) else one.dialect.name]


def create_engine(url: str | Path) -> Engine:
    """An engine on `url`: a path, or an SQLAlchemy URL of an engine that is known. It makes nothing: see `upgrade`.

    Raises DatabaseError where the address is of no such engine, or what it needs is not installed.
    """
    address = _address(url)
    if address.get_backend_name() not in _STORES:
        raise DatabaseError(f"{address.get_backend_name()} is no engine that claims runs on", _SPELLED)
    return store_of(address).create_engine(address)


def _address(url: str | Path) -> URL:
    text = str(url)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        return make_url(text)
    except ArgumentError:
        raise DatabaseError(f"{text.partition('://')[0]}://... is no address of a database", _SPELLED) from None
