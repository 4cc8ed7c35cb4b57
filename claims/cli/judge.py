"""Commands by which a person judges: reviews, merges, events."""

from __future__ import annotations

from typing import Any

import click

from claims.cli.shell import FORMATS, open_database, show, who
from claims.errors import ClaimsError
from claims.identity import made_again, taken_back
from claims.identity import merge as judgement_of_merge
from claims.identity import suggest_merges as suggestions
from claims.identity import unmerge as withdrawal_of_merge
from claims.models import instant_now
from claims.records import Link, Record, Review


@click.command()
@click.argument("claim", metavar="KEY")
@click.option("--accept", "verdict", flag_value="accepted", help="It says what the document says.")
@click.option("--reject", "verdict", flag_value="rejected", help="It does not: default answers leave it out.")
@click.option("--unsure", "verdict", flag_value="unsure", help="Looked at and left open.")
@click.option("--note", help="Why.")
@click.option("--by", "reviewer", default=who, help="Who reviews. [default: CLAIMS_USER, else the login name]")
def review(claim: str, verdict: Any, note: str | None, reviewer: str) -> None:
    """Review the claim with this key (or slug); the latest review counts."""
    if verdict is None:
        raise click.UsageError("give --accept, --reject or --unsure")
    _load(Review(claim=claim, verdict=verdict, reviewer=reviewer, note=note), f"{claim}: {verdict}")


@click.command()
@click.argument("outcome", metavar="OUTCOME")
@click.argument("promise", metavar="PROMISE")
@click.option("--accept", "verdict", flag_value="accepted", help="OUTCOME tells what came of PROMISE.")
@click.option("--refuse", "verdict", flag_value="refused", help="It does not: no rule suggests it again.")
@click.option("--why", required=True, help="On what grounds.")
@click.option("--by", default=who, help="Who judges. [default: CLAIMS_USER, else the login name]")
def outcome(outcome: str, promise: str, verdict: Any, why: str, by: str) -> None:
    """Judge whether the claim OUTCOME tells what came of the claim PROMISE (keys or slugs)."""
    if verdict is None:
        raise click.UsageError("give --accept or --refuse")
    record = Link(source=outcome, type="outcome_of", target=promise, verdict=verdict, who=by, why=why)
    _load(record, f"{outcome} as the outcome of {promise}: {verdict}")


@click.command()
@click.argument("name")
@click.argument("other")
@click.option("--why", required=True, help="On what grounds.")
@click.option("--by", default=who, help="Who judges. [default: CLAIMS_USER, else the login name]")
def merge(name: str, other: str, why: str, by: str) -> None:
    """Judge that OTHER is the same as NAME, which stays; any known names, slugs or keys."""
    with open_database() as db, db.engine.connect() as connection:
        record = judgement_of_merge(connection, name, other, why=why, who=by)
    _load(record, f"{other} is {name}; `claims unmerge` takes it back")


@click.command()
@click.argument("name")
@click.argument("other")
def unmerge(name: str, other: str) -> None:
    """Take back the judgement that stands on two entities."""
    with open_database() as db, db.engine.connect() as connection:
        record = withdrawal_of_merge(connection, name, other, now=instant_now())
    _load(record, f"the judgement on {name} and {other} is withdrawn")


@click.command("suggest-merges")
@click.option("--format", "form", type=FORMATS, default="table", show_default=True)
def suggest_merges(form: str) -> None:
    """List entities that may be one and were not judged, likeliest first. Nothing is merged."""
    with open_database() as db, db.engine.connect() as connection:
        show(suggestions(connection), form)


@click.command()
@click.option("--undo", is_flag=True, help="Take back every placement that gathering made; later loads leave it so.")
def gather(undo: bool) -> None:
    """Place claims that name no event on the event that they speak of, as every load does, those too of which it was taken back."""
    with open_database() as db:
        with db.engine.connect() as connection:
            records = taken_back(connection, instant_now()) if undo else made_again(connection)
        receipt = db.load(records, strict=True, run={"tool": "gather"})
    if undo:
        click.echo(f"{len(records)} placements withdrawn; `claims gather` makes them again", err=True)
    else:
        placed = len(records) + receipt.placed
        click.echo(f"{placed} claims placed, {receipt.new_events} new events; --undo takes it back", err=True)


def _load(record: Record, told: str) -> None:
    with open_database() as db:
        receipt = db.load([record])
    for reject in receipt.rejects:
        raise ClaimsError(str(reject.error))
    click.echo(told if receipt.changed else "nothing to change: that is what stands", err=True)


COMMANDS = (review, outcome, merge, unmerge, suggest_merges, gather)
