"""Datasette on a claims database: `claims serve`."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import uvicorn
import yaml
from datasette import handle_exception
from datasette.app import Datasette
from sqlalchemy import make_url

from claims.errors import ClaimsError, DatabaseError
from claims.replica import Keeper
from claims.resources import DB
from claims.storage import check_revision, create_engine, is_immutable


def serve(
    url: str | Path,
    port: int = 8001,
    host: str = "127.0.0.1",
    *,
    keeper: Keeper | None = None,
    on_ready: Callable[[str], None] | None = None,
) -> None:
    """Serve the database at `url` until interrupted. `on_ready` is called with the address before the first request.

    With a `keeper`, `url` is its replica: it is kept up meanwhile, and writes go through it to its source.

    Only this machine is listened to unless `host` says otherwise. Raises DatabaseError where the database is not there or
    is at another revision, ClaimsError where the port is taken. Opens no browser.
    """
    application = datasette(url, keeper).app()
    listening = _listen(host, port)
    shown = f"http://{host}:{listening.getsockname()[1]}/"
    if on_ready is not None:
        on_ready(shown)
    server = uvicorn.Server(uvicorn.Config(application, log_level="warning", lifespan="on"))
    try:
        with nullcontext() if keeper is None else keeper.running():
            server.run(sockets=[listening])
    finally:
        listening.close()


def datasette(url: str | Path, keeper: Keeper | None = None) -> Datasette:
    """A Datasette with this one database and the settings of db/datasette.yaml; the plugin brings the rest.

    Its own internal database is a temporary file: one beside the database would be served as public.
    """
    path = _path(url)
    engine = create_engine(path)
    try:
        check_revision(engine)
    finally:
        engine.dispose()
    handle_exception.rich = None  # else each address that is not there prints a traceback with all its locals
    config = yaml.safe_load((DB / "datasette.yaml").read_text("utf-8"))
    if is_immutable(str(path)):
        return Datasette(immutables=[str(path)], config=config)
    served = Datasette(files=[str(path)], config=config)
    served.claims_keeper = keeper  # not in its configuration, which is shown: the address of the source has a password
    return served


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
