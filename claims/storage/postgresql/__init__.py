"""PostgreSQL: a server that many write to and read from at once. `translation` says what is spelled otherwise there."""

from claims.storage.postgresql.engine import PostgreSQL

__all__ = ["PostgreSQL"]
