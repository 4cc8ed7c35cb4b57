"""Options of the commands that read articles, and what they mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from claims.articles import known_names
from claims.cli.shell import database_url, open_database
from claims.extract import EXTRACTORS, LEAST
from claims.extract.gazetteer import Names, shipped_names
from claims.extract.llm import Asking

LEAST_CONFIDENCE = click.option(
    "--least-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=LEAST,
    show_default=True,
    help="For the reader: claims less likely right and whole than this are told in the ledger only.",
)
ARTICLE = (
    click.option("--url", help="Where the article was published; trackers are taken off."),
    click.option("--title", help="Its title. [default: the page's, else the first line]"),
    click.option("--published", help="Day, month or year of publication (ISO). [default: what the page says]"),
    click.option("--source", help="Who publishes it. [default: the host of --url]"),
    click.option("--language", help="ja, ko, en ... [default: told by the text]"),
    click.option("--encoding", help="cp932, euc_jp, cp949 ... [default: declared, else detected]"),
    click.option(
        "--extractor", type=click.Choice([*EXTRACTORS, "llm"]), default="auto", show_default=True, help="What reads it."
    ),
    click.option("--pipeline", help="An installed parser by name. [default: the first that suits the language]"),
    LEAST_CONFIDENCE,
    click.option("--anchor", help="Date from which relative dates count. [default: the day of publication]"),
)
ASKING = (
    click.option("--model", help="For llm: the model's name. [default: the llm package's]"),
    click.option("--base-url", help="For llm: a server with OpenAI's protocol, as http://localhost:11434/v1 (Ollama)."),
    click.option("--timeout", type=click.FloatRange(min=1), help="For llm: seconds for one answer. [default: 120]"),
    click.option("--budget", type=click.IntRange(min=1), help="For llm: tokens after which nothing more is asked."),
    click.option("--window", type=click.IntRange(min=200), help="For llm: characters shown at once. [default: 6000]"),
)


def options(*given: Callable[..., Any]) -> Callable[..., Any]:
    """Several options as one decorator."""

    def with_options(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(given):
            command = option(command)
        return command

    return with_options


def names_held() -> Names:
    """The database's alias table where there is a database, else the shipped one."""
    if "://" in database_url() or Path(database_url()).exists():
        with open_database() as db, db.engine.connect() as connection:
            return known_names(connection)
    return shipped_names()


def asking(given: dict[str, Any]) -> Asking | None:
    """How a model is to be asked; None for an offline extractor."""
    told = {name: given[name] for name in ("model", "base_url", "timeout", "budget", "window") if given[name]}
    if given["extractor"] == "llm":
        return Asking(**told)
    if told:
        raise click.UsageError(f"--{next(iter(told)).replace('_', '-')} is for --extractor llm")
    return None
