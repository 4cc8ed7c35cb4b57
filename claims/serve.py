"""Datasette on a claims database: `claims serve`."""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
import threading
import warnings
from collections.abc import Callable, Collection
from contextlib import nullcontext
from pathlib import Path
from types import FrameType
from typing import Any

import uvicorn
import yaml
from datasette import handle_exception
from datasette.app import Datasette
from sqlalchemy import make_url

from claims.datasette.accepting import accept
from claims.datasette.connections import MOST_AT_ONCE, Connection
from claims.datasette.doors import LONGEST_ADDRESS, names_of
from claims.datasette.guarded import stop
from claims.datasette.readying import make_ready
from claims.errors import ClaimsError, DatabaseError
from claims.processes import run
from claims.replica import Keeper
from claims.resources import DB
from claims.storage import check_revision, create_engine, is_immutable

_OF_THIS_MACHINE = frozenset(("localhost", "127.0.0.1", "::1"))
_READING = frozenset(
    ("view-instance", "view-database", "view-database-download", "view-table", "view-query", "execute-sql")
)
_SECONDS_TO_END = 4.0


def serve(
    url: str | Path,
    port: int = 8001,
    host: str = "127.0.0.1",
    *,
    names: Collection[str] = (),
    is_public: bool = False,
    config: Path | None = None,
    keeper: Keeper | None = None,
    processes: int = 1,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the database at `url` until interrupted. `on_ready` is called with the address before the first request.

    With a `keeper`, `url` is its replica: it is kept up meanwhile, and writes go through it to its source.

    Only this machine is listened to unless `host` says otherwise, and requests are taken that ask for it by this machine's
    names, by `host` or by one of `names`. Nothing can be written but by who bears a token (`claims token add`), or whom
    `config`, a file of Datasette's settings, allows it; with `is_public` a server where anyone could write does not start.
    As one process answers on one core at a time, `processes` of them may answer side by side, each with a memory of its own
    for what was asked. On SIGTERM or SIGINT it is gone within five seconds, whatever runs.

    Raises DatabaseError where the database is not there or is at another revision, ClaimsError where the port is taken,
    anyone could write, or a replica is to be kept by several processes. Opens no browser.
    """
    asked_as = sorted({name.lower() for name in names} | names_of(host))
    if is_public:
        if not names:
            raise ClaimsError(
                "no name is given by which strangers ask",
                "give the server's with --name, as in --name claims.example.org",
            )
        asyncio.run(_check_closed(datasette(url, asked_as, config)))
    elif not _is_of_this_machine(host):
        raise ClaimsError(
            f"{host} can be reached from other machines", "give --public, and the names of the server with --name"
        )
    if keeper is not None and processes > 1:
        raise ClaimsError(
            "a replica is kept up by one process",
            "leave out --processes; or bring it up by `claims pull` now and then, and serve its file",
        )
    served = datasette(url, asked_as, config, keeper)
    listening = _listen(host, port)
    try:
        if on_ready is not None:
            on_ready(f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}/")
        if processes > 1:
            run(processes, _serve_one, listening, url, asked_as, config, secrets.token_hex(32))
        else:
            with nullcontext() if keeper is None else keeper.running():
                _answer(served, listening)
    finally:
        listening.close()


def _serve_one(listening: socket.socket, url: str | Path, names: list[str], config: Path | None, secret: str) -> None:
    """One process of several; by one `secret` each knows what another has signed."""
    _answer(datasette(url, names, config, secret=secret), listening, is_one_of_several=True)


def _answer(served: Datasette, listening: socket.socket, *, is_one_of_several: bool = False) -> None:
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # less tells that somebody has left, and would fill the log
    server = _Server(
        uvicorn.Config(
            served.app(),
            http=Connection,
            ws="none",
            h11_max_incomplete_event_size=LONGEST_ADDRESS + 32 * 1024,  # so much before a request is whole
            limit_concurrency=MOST_AT_ONCE,
            timeout_graceful_shutdown=2,
            server_header=False,
            log_level="error",  # as above
            lifespan="on",
        )
    )
    server.served, server.is_one_of_several = served, is_one_of_several
    server.run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that is ready before it is asked, and ends in time: what strangers ask is interrupted, and what cannot be is left undone."""

    served: Datasette
    is_one_of_several: bool
    _accepts: tuple[asyncio.Task[None], ...] = ()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's own; then what nobody should have to wait for is made ready."""
        shared = sockets or [] if self.is_one_of_several else []
        await super().startup([] if shared else sockets)
        self._accepts = tuple(
            asyncio.create_task(accept(one, self._connection, lambda: len(self.server_state.tasks))) for one in shared
        )
        if not self.should_exit:
            (host, *_) = self.served.plugin_config("claims")["hosts"]
            await make_ready(self.served, host, lambda: self.should_exit)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn's own."""
        for one in self._accepts:
            one.cancel()
        await super().shutdown(sockets)

    def _connection(self) -> Connection:
        return Connection(config=self.config, server_state=self.server_state, app_state=self.lifespan.state)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """As uvicorn's own; a load that is under way is undone by its transaction."""
        stop(self.served)
        last = threading.Timer(_SECONDS_TO_END, os._exit, (128 + sig,))
        last.daemon = True
        last.start()
        super().handle_exit(sig, frame)


def datasette(
    url: str | Path,
    names: Collection[str] = _OF_THIS_MACHINE,
    config: Path | None = None,
    keeper: Keeper | None = None,
    secret: str | None = None,
) -> Datasette:
    """A Datasette with this one database and the settings of db/datasette.yaml; the plugin brings the rest.

    It is asked by `names`; `config` is a file of settings over ours; `secret` is what it signs by, None one of its own.
    Its own internal database is a temporary file: one beside the database would be served as public.
    """
    path = _path(url)
    engine = create_engine(path)
    try:
        check_revision(engine)
    finally:
        engine.dispose()
    handle_exception.rich = None  # else each address that is not there prints a traceback with all its locals
    warnings.filterwarnings(
        "ignore", "coroutine .* was never awaited", RuntimeWarning
    )  # where Datasette refuses midway
    settings = yaml.safe_load((DB / "datasette.yaml").read_text("utf-8"))
    if config is not None:
        settings = _over(settings, _settings_of(config))
    settings = _over(settings, {"plugins": {"claims": {"hosts": sorted(names)}}})
    if is_immutable(str(path)):
        return Datasette(immutables=[str(path)], config=settings, secret=secret)
    served = Datasette(files=[str(path)], config=settings, secret=secret)
    served.claims_keeper = keeper  # not in its configuration, which is shown: the address of the source has a password
    return served


async def _check_closed(datasette: Datasette) -> None:
    """Raise ClaimsError, naming them, where someone who is not known may do more than read."""
    await datasette.invoke_startup()
    open_to_all = []
    for name, action in sorted(datasette.actions.items()):
        if name not in _READING:
            found = await datasette.allowed_resources(name, actor=None) if action.resource_class else None
            if found.resources if found else await datasette.allowed(action=name, actor=None):
                open_to_all.append(name)
    await datasette.invoke_shutdown()
    if open_to_all:
        raise ClaimsError(
            f"anyone who reaches the server could {', '.join(open_to_all)}",
            "take this out of `permissions:` in the file given with --config, or serve without --public",
        )


def _settings_of(path: Path) -> dict[str, Any]:
    try:
        settings = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ClaimsError(
            f"{path} cannot be read ({' '.join(str(error).split())})", "give Datasette's settings as YAML"
        ) from None
    if not isinstance(settings, dict):
        raise ClaimsError(
            f"{path} holds no settings", "give Datasette's settings as YAML, as in `settings: {max_returned_rows: 500}`"
        )
    return settings


def _over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The settings below with those above in their place, mapping by mapping."""
    merged = dict(below)
    for name, value in above.items():
        held = merged.get(name)
        merged[name] = _over(held, value) if isinstance(held, dict) and isinstance(value, dict) else value
    return merged


def _is_of_this_machine(host: str) -> bool:
    return "localhost" in names_of(host)


def _path(url: str | Path) -> Path:
    text = str(url)
    path = Path(make_url(text).database or "") if "://" in text else Path(text)
    if not path.is_file():
        raise DatabaseError(
            f"{path} is not there", "run `claims demo` to make one with data, or name another with --db"
        )
    return path


def _listen(host: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # who comes before the server is up waits, and is not refused
    except (OSError, OverflowError) as error:
        listening.close()
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else str(error)
        raise ClaimsError(f"port {port} of {host} cannot be used ({reason})", "name another with --port") from error
    return listening
