"""Sessions of SQLAlchemy that only read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy
from sqlalchemy import Engine, event
from sqlalchemy.orm import Session

from claims.errors import ReadOnlyError
from claims.storage.stores import store_of


@contextmanager
def reading_session(engine: Engine) -> Iterator[Session]:
    """A session on one connection that sees the database as it was at its first question, and cannot write.

    A row that was added, changed or deleted raises ReadOnlyError at the next question, at a flush or commit, and at the
    end of the block; a statement that writes is refused by the database, which raises it as it leaves the block.
    """
    store = store_of(engine)
    with engine.connect() as connection, store.only_reading(connection):
        session = Session(connection, expire_on_commit=False)
        event.listen(session, "before_flush", _refuse_rows)
        with session:
            try:
                yield session
                session.flush()
            except sqlalchemy.exc.DBAPIError as error:
                if store.is_refused_write(error):
                    raise ReadOnlyError from error
                raise


def _refuse_rows(session: Session, _context: object, _instances: object) -> None:
    if session.new or session.deleted or any(map(session.is_modified, session.dirty)):
        raise ReadOnlyError
