"""What the models share: names for every constraint, types that are one on every engine, CHECKs made from the vocabulary."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, CheckConstraint, Integer, MetaData, String, Text, text
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeEngine

from claims.vocabulary import TERMS

#: Batch migrations can only drop a constraint that has a name.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

#: A number of 64 bits; SQLite counts rows only in a column that is called INTEGER, and gives that 64 bits itself.
NUMBER = BigInteger().with_variant(Integer(), "sqlite")


def text_of(length: int | None = None) -> TypeEngine[str]:
    """Text that is compared code point by code point, as SQLite does, whatever language the server was set up for.

    `length` is the longest that the vocabulary and the decoder let through; it tells a reader, and no engine relies on it.
    """
    here = Text() if length is None else String(length)
    return here.with_variant(Text(collation="C"), "postgresql")


def where(condition: str) -> dict[str, Any]:
    """The condition of an index over a part of its table, for each engine: one that is not told it indexes every row."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


#: 26 characters, lower-case base32 of the first 128 bits of SHA-256 over the identity fields
Key = Annotated[str, mapped_column(text_of(26))]
#: 'YYYY-MM-DD', compared as text
Day = Annotated[str, mapped_column(text_of(10))]
#: 'YYYY-MM-DDTHH:MM:SS.mmmZ', always UTC, compared as text
Instant = Annotated[str, mapped_column(text_of(24))]
Id = Annotated[
    int, mapped_column(NUMBER, primary_key=True, comment="Number inside this database; other databases use the key.")
]


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: text_of()}  # noqa: RUF012

    #: What `repr` shows of a row, in order, and after a colon its words; what is null or was not loaded is passed over.
    _shown: ClassVar[tuple[str, ...]] = ()
    _words: ClassVar[str] = ""

    def __repr__(self) -> str:
        """The row in few words, from what is loaded already: it asks the database for nothing and needs no session."""
        told = [str(value) for name in self._shown if (value := self.__dict__.get(name)) is not None]
        words = self.__dict__.get(self._words)
        return f"<{' '.join([type(self).__name__, *told])}{f': {_short(words)}' if words else ''}>"


def one_of(column: str, vocabulary: str | None = None) -> CheckConstraint:
    """The CHECK that closes `column` to the values of `vocabulary` (by default the one of the column's name)."""
    values = ", ".join(f"'{value}'" for value in TERMS[vocabulary or column])
    return CheckConstraint(f"{column} IN ({values})", name=column)


def a_key() -> CheckConstraint:
    """The CHECK that a public key has its 26 characters."""
    return CheckConstraint("length(key) = 26", name="key")


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= 80 else f"{line[:79]}…"


def instant_now() -> str:
    """This instant in UTC to the millisecond, as the tables hold it: 'YYYY-MM-DDTHH:MM:SS.mmmZ'."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
