"""Whether a database is at this version's revision, and bringing it there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy
from sqlalchemy import Connection, Engine

from claims.errors import DatabaseError
from claims.resources import MIGRATIONS
from claims.storage import building
from claims.storage.stores import store_of


def upgrade(engine: Engine) -> None:
    """Bring the database to this version's revision, making it where there is none.

    Nothing is done where it is there already, and what is derived was built by this version's files.
    Raises DatabaseError where a newer version made it.
    """
    from alembic import command
    from alembic.config import Config

    store_of(engine).make(engine)
    at_head = _check_known(engine) == head_revision()
    with engine.connect() as connection:
        if at_head and building.is_current(connection):
            return
        connection.rollback()
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def is_new(engine: Engine) -> bool:
    """Whether there is nothing at all in the database yet: no file, or no table."""
    if store_of(engine).is_missing(engine):
        return True
    with _opened(engine) as connection:
        return not store_of(engine).tables(connection)


def check_revision(engine: Engine) -> None:
    """Raise DatabaseError, naming both revisions, unless the database is at this version's revision."""
    current = _check_known(engine)
    head = head_revision()
    if current is None:
        raise DatabaseError(
            f"{store_of(engine).shown(engine)} holds no claims database",
            "run `claims init`, or `claims demo` for one with data",
        )
    if current != head:
        raise DatabaseError(
            f"database is at revision {current}, this version of claims needs {head}", "run `claims init`"
        )
    with _opened(engine) as connection:
        if not building.is_current(connection):
            raise DatabaseError(
                "the database's views and search were built by another version of claims", "run `claims init`"
            )
        store_of(engine).check(connection)


def tables_of_others(engine: Engine) -> list[str]:
    """The tables of a database that is there and that this package did not make, in order of name."""
    if is_new(engine) or _check_known(engine) is not None:
        return []
    with _opened(engine) as connection:
        return store_of(engine).tables(connection)


def head_revision() -> str:
    """The revision that this version of the package needs, e.g. '0001'."""
    return revisions()[-1]


def revisions() -> list[str]:
    """Every revision in order, by the files' names: asking Alembic would cost each command a quarter of a second."""
    return sorted(path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


@contextmanager
def _opened(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    except sqlalchemy.exc.DatabaseError as error:
        raise DatabaseError(
            f"cannot open {store_of(engine).shown(engine)}: {store_of(engine).told(error)}",
            "name another with --db or CLAIMS_DB",
        ) from error


def _check_known(engine: Engine) -> str | None:
    with _opened(engine) as connection:
        marked = "alembic_version" in store_of(engine).tables(connection)
        row = connection.exec_driver_sql("select version_num from alembic_version").fetchone() if marked else None
    if row is not None and row[0] not in revisions():
        raise DatabaseError(
            f"database is at revision {row[0]}, this version of claims knows up to {head_revision()}",
            "install the newer claims that made it",
        )
    return None if row is None else str(row[0])
