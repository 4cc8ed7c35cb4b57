"""The SQL of the pages, from db/pages/, asked of the claims database that a request may see."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote
from weakref import WeakKeyDictionary

from datasette.database import QueryInterrupted
from datasette.resources import DatabaseResource
from datasette.utils.asgi import NotFound

from claims.catalogue import Run
from claims.datasette import taking
from claims.datasette.editions import editions_of
from claims.datasette.once import Lasting
from claims.datasette.taking import Takes
from claims.resources import DB

_OURS = ("claims", "evidence", "participation")
_KEPT: WeakKeyDictionary[Any, Lasting] = WeakKeyDictionary()
T = TypeVar("T")


class Ask:
    """Questions of one request. `database` is Datasette's name of the database, `format` "html" or "json"."""

    def __init__(self, datasette: Any, request: Any, database: str) -> None:
        self.datasette = datasette
        self.request = request
        self.database = database
        self.format = request.url_vars.get("format") or "html"

    async def rows(self, question: str, **parameters: object) -> list[dict[str, Any]]:
        """The rows that a file of db/pages/ gives, "claim/links". Raises QueryInterrupted past Datasette's time limit."""
        return await self.sql(page_sql(question), parameters)

    async def each(self, *questions: str, **parameters: object) -> list[list[dict[str, Any]]]:
        """The rows of several questions of a page, each of which takes those of the parameters that it names: asked in one go."""
        texts = [page_sql(question) for question in questions]
        return await self.run(lambda run: [[dict(row) for row in run(sql, parameters)] for sql in texts])

    async def rows_over(self, question: str, found: str, **parameters: object) -> list[dict[str, Any]]:
        """As `rows`, of a question that reads what another finds."""
        return await self.sql(sql_over(question, found), parameters)

    async def row(self, thing: str, **parameters: object) -> dict[str, Any]:
        """The thing that a page is about, "claim". Raises NotFound (404) where there is none."""
        rows = await self.rows(f"{thing}/{thing}", **parameters)
        if not rows:
            raise NotFound(f"{self.database} holds no {thing} {next(iter(parameters.values()), '')}")
        return rows[0]

    async def kept_rows(self, question: str, **parameters: object) -> list[dict[str, Any]]:
        """As `rows`, of a question that many pages ask alike: asked once for all of them until a database changes."""
        key = (self.database, question, tuple(parameters.items()))
        rows: list[dict[str, Any]] = await kept(self.datasette, key, lambda: self.rows(question, **parameters))
        return rows

    async def rows_within(self, milliseconds: int, question: str, **parameters: object) -> list[dict[str, Any]] | None:
        """As `rows`, or None where it takes longer: for what a page can do without."""
        try:
            return await self.sql(page_sql(question), parameters, milliseconds)
        except QueryInterrupted:
            return None

    async def sql(
        self, sql: str, parameters: Mapping[str, object], milliseconds: int | None = None
    ) -> list[dict[str, Any]]:
        """The rows of any query; Datasette's time limit holds unless a shorter one is given."""
        database = self.datasette.get_database(self.database)
        results = await database.execute(sql, dict(parameters), custom_time_limit=milliseconds)
        return [dict(row) for row in results.rows]

    async def run(self, make: Callable[[Run], T]) -> T:
        """What `make` gives from a function that runs statements which only read, all on one connection.

        Raises QueryInterrupted where one of them takes longer than Datasette's time limit.
        """

        def with_connection(connection: sqlite3.Connection) -> T:
            return make(lambda sql, bound: _rows(connection, sql, dict(bound)))

        database = self.datasette.get_database(self.database)
        made: T = await database.execute_fn(with_connection)
        return made

    @property
    def key(self) -> str:
        """The key or slug in the path, in its own letters: Datasette leaves them as they are spelt in the address."""
        return unquote(self.request.url_vars["key"])

    def word(self, name: str) -> str:
        """A parameter of the address, as `taking.word`."""
        return taking.word(self.request, name)

    def number(self, name: str, taken: Takes) -> int | None:
        """A parameter of the address, as `taking.number`."""
        return taking.number(self.request, name, taken)


def _rows(connection: sqlite3.Connection, sql: str, bound: dict[str, object]) -> list[Any]:
    try:
        return connection.execute(sql, bound).fetchall()
    except sqlite3.OperationalError as error:
        if error.args == ("interrupted",):
            raise QueryInterrupted(error, sql, bound) from None
        raise


def holds_claims(datasette: Any, name: str | None) -> bool:
    """Whether a database of this name is served and holds claims: what is not ours is left as Datasette shows it."""
    database = datasette.databases.get(name) if name else None
    if getattr(database, "holds_claims", False):  # a guarded one
        return True
    if database is None or database.is_memory or not database.path:
        return False
    try:
        path = str(database.path)
        return _holds_claims(path, os.stat(path).st_mtime_ns)
    except OSError:
        return False


@lru_cache(maxsize=256)
def _holds_claims(path: str, _changed: int) -> bool:
    """Asked once for each state of a file: a cell of a table may ask it."""
    marks = ", ".join("?" * len(_OURS))
    address = f"file:{quote(str(Path(path).absolute()))}?mode=ro"
    for way in (address, f"{address}&immutable=1"):
        try:
            with closing(sqlite3.connect(way, uri=True)) as connection:
                tables = f"select count(*) from sqlite_master where type = 'table' and name in ({marks})"
                return bool(connection.execute(tables, _OURS).fetchone()[0] == len(_OURS))
        except sqlite3.Error:
            continue
    return False


async def claims_databases(datasette: Any) -> list[str]:
    """Names of the databases that hold claims, in the order in which they were opened."""
    return [name for name in datasette.databases if holds_claims(datasette, name)]


async def ask_of(datasette: Any, request: Any) -> Ask:
    """An Ask on the first claims database that the visitor may see. Raises NotFound where there is none."""
    for name in await claims_databases(datasette):
        if await datasette.allowed(action="view-database", resource=DatabaseResource(name), actor=request.actor):
            return Ask(datasette, request, name)
    raise NotFound("no claims database is served here")


async def kept(datasette: Any, key: Any, ask: Callable[[], Awaitable[Any]]) -> Any:
    """What `ask` gives, asked once for all pages until a database changes."""
    if datasette not in _KEPT:
        _KEPT[datasette] = Lasting()
    return await _KEPT[datasette].told(editions_of(datasette).now(), key, ask)


@cache
def page_sql(question: str) -> str:
    """The text of db/pages/`question`.sql: the folder is the page that asks it."""
    return (DB / "pages" / f"{question}.sql").read_text("utf-8")


@cache
def sql_over(question: str, found: str) -> str:
    """The text of a question that begins with `with` and reads `found`: the rows that another gives."""
    title, _, rest = page_sql(question).partition("\nwith ")
    return f"{title}\nwith found as materialized (\n{page_sql(found).rstrip().rstrip(';')}\n),\n{rest}"
