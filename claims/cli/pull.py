"""Commands of replicas: pulled from another database, and served from it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from claims.cli.shell import database_url
from claims.errors import ReplicaError
from claims.replica import Keeper, Pull, Slice, cache_file, pull, shown, source_of

_SLICE = (
    click.option("--topic", default="", help="Only documents with claims on this topic: any known name, slug or key."),
    click.option("--entity", default="", help="Only those with claims in which this person, body or state takes part."),
    click.option("--since", default="", help="Only those with claims of this day (YYYY-MM-DD) or later."),
)


def _slice(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(_SLICE):
        command = option(command)
    return command


@click.command("pull")
@click.option(
    "--from", "source", metavar="URL", help="The database to pull from. [default: the one pulled from before]"
)
@_slice
@click.option("--anew", is_flag=True, help="Make the replica again from nothing, also as another slice.")
@click.option("--verify", is_flag=True, help="Compare everything that came before, too.")
def pull_command(source: str | None, topic: str, entity: str, since: str, anew: bool, verify: bool) -> None:
    """Bring the database (--db) up to another one: a replica, whole or a slice of it.

    It is made where it is not there. A slice is of whole documents, and stays what it was asked for at first.
    """
    replica = database_url()
    given = source or source_of(replica)
    if given is None:
        raise ReplicaError(f"{shown(replica)} is no replica yet", "say with --from which database to pull")
    with _progress() as on_progress:
        how: dict[str, Any] = {"topic": topic, "entity": entity, "since": since, "on_progress": on_progress}
        done = _made_anew(given, replica, how) if anew else pull(given, replica, **how, verify=verify)
    click.echo(_told(replica, done), err=True)


@click.command()
@click.option("--port", default=8001, show_default=True, help="Port.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--public", is_flag=True, help="Let other machines ask; does not start where anyone could write.")
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="HOST",
    help="A name by which the server is asked. May be given more than once.",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Datasette's settings (YAML) over those that ship: permissions, limits, plugins, title.",
)
@click.option(
    "--replica",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Serve from a replica in this file. [default: of a server, one in the user's cache directory]",
)
@click.option(
    "--every",
    default=60.0,
    show_default=True,
    type=click.FloatRange(min=1),
    help="Seconds between pulls to the replica.",
)
@click.option(
    "--processes",
    default=1,
    show_default=True,
    type=click.IntRange(min=1, max=64),
    help="Answer in so many processes side by side: as many as there are cores for it.",
)
@_slice
def serve(
    port: int,
    host: str,
    public: bool,
    names: tuple[str, ...],
    config: Path | None,
    processes: int,
    replica: Path | None,
    every: float,
    topic: str,
    entity: str,
    since: str,
) -> None:
    """Serve the database with Datasette, for reading, to this machine alone unless --public.

    One of a server is served from a replica in a file, which is kept up with it.
    """
    from claims.serve import serve as run

    url = database_url()
    asked = Slice(topic, entity, since)

    def on_ready(address: str) -> None:
        click.echo(f"Serving {address}", err=True)

    served: str | Path = url
    keeper: Keeper | None = None
    if replica is not None or asked or ("://" in url and not url.startswith("sqlite")):
        served = replica or cache_file(url, asked)
        keeper = Keeper(url, served.absolute(), asked, every)
        with _progress() as on_progress:
            keeper.begin(on_progress)
        if keeper.trouble:
            click.echo(f"claims: serving what came before: {keeper.trouble}", err=True)
    run(
        served,
        port,
        host,
        names=names,
        is_public=public,
        config=config,
        keeper=keeper,
        processes=processes,
        on_ready=on_ready,
    )


def _made_anew(source: str, replica: str, how: dict[str, Any]) -> Pull:
    """Pull into a new file beside the replica, and put it in its place when it is whole."""
    if "://" in replica and not replica.startswith("sqlite:///"):
        raise ReplicaError(f"{shown(replica)} is no file", "empty that database yourself, and pull without --anew")
    file = Path(replica.removeprefix("sqlite:///"))
    if file.is_file() and source_of(replica) is None:
        raise ReplicaError(f"{file} holds claims of its own, and is no replica", "name another file with --db")
    new = file.with_name(f"{file.name}.new")
    _remove(new)
    done = pull(source, new, **how)
    _remove(Path(f"{file}-wal"), Path(f"{file}-shm"))
    os.replace(new, file)
    _remove(new)
    return done


def _remove(*files: Path) -> None:
    for file in files:
        for name in (file, Path(f"{file}-wal"), Path(f"{file}-shm")):
            name.unlink(missing_ok=True)


def _told(replica: str, done: Pull) -> str:
    stands = done.standing
    came = f"{done.claims} claims in {done.pieces} pieces" if done.pieces else "nothing new"
    return f"{shown(replica)}: {came} from {stands.source}; content {stands.content} agrees as of {stands.as_of}"


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error where that is a terminal."""
    bar = Progress(
        TextColumn("pulling"), BarColumn(), TextColumn("{task.completed:.0f} of {task.total:.0f} claims"),
        TimeElapsedColumn(), console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True,
    )  # fmt: skip
    task = bar.add_task("pulling", total=0)
    with bar:
        yield lambda done, total: bar.update(task, completed=done, total=total)


COMMANDS = (pull_command, serve)
