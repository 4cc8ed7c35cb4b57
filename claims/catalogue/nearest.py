"""What to say where nothing answers: the nearest name, topic, event, table or column that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz import fuzz, process

from claims.catalogue.names_asked import Meant, Run, ambiguity
from claims.catalogue.questions import Query, described
from claims.names import name_key
from claims.resources import DB
from claims.vocabulary import KINDS

#: Kind of an entity -> the parameter that takes it.
_FITTING = {"organisation": "organisation", "state": "organisation", "office": "office", "person": "person"}
_LIKE = 50  # of 100: below it, what is nearest is nothing that was meant
_TABLES = re.compile(r"\b(?:from|join)\s+\"?(\w+)", re.IGNORECASE)


def notes(
    run: Run, asked: Query, values: Mapping[str, str], meant: Mapping[str, Sequence[Meant]], *, is_empty: bool
) -> list[str]:
    """A line for each value that nobody, nothing or more than one is known by; where nothing answers, why that may be.

    `values` are by parameter, "" = not given; `meant` is what `meant_by` tells of them. An answer that is empty has one
    line at least.
    """
    said = [
        note for parameter, ones in meant.items() if (note := _note_on_name(run, parameter, values[parameter], ones))
    ]
    for parameter, value in values.items():
        if value and (note := _note_on_value(run, asked, parameter, value)):
            said.append(note)
    if is_empty and not said:
        said = [_note_on_known(run, asked, name, values[name], ones[0]) for name, ones in meant.items()]
        if not said:
            told = " and ".join(name for name, value in values.items() if value)
            said = [f"no claim answers this; leave out {told} to see more" if told else "no claim answers this yet"]
    return said


def nearest_name(run: Run, name: str) -> str:
    """A question for the known name that looks most like `name`; where none does, how to list them."""
    known: dict[str, str] = {}
    for folded, told in run(_sql("names_to_suggest"), {}):
        known.setdefault(folded, told)  # the canonical name comes first
    near = process.extractOne(name_key(name), list(known), scorer=fuzz.ratio, score_cutoff=_LIKE)
    return f"did you mean {known[near[0]]}?" if near else '`claims sql "select name from entities"` lists who is known'


def sql_hint(sql: str, missing: tuple[str, str] | None, columns: Mapping[str, list[str]]) -> str:
    """What a statement may have meant that names what is not there: the nearest column or table; "" where none is near.

    `missing` is ("table" or "column", name), None where nothing is; `columns` are those of each table and view.
    """
    if missing is None:
        return ""
    sort, name = missing
    if sort == "table":
        near = _nearest(name, columns)
        return f"did you mean the table `{near}`?" if near else ""
    used = [table for table in _TABLES.findall(sql) if table in columns]
    for tables in (used, sorted(columns, key=lambda table: table not in ("statements", "claims"))):
        owners: dict[str, list[str]] = {}
        for table in tables:
            for column in columns[table]:
                owners.setdefault(column.lower(), []).append(table)
        if near := _nearest(name, owners, 100 if name.lower() in owners else 60):
            return f"did you mean `{near}`, of `{'`, `'.join(list(dict.fromkeys(owners[near]))[:3])}`?"
    return ""


def _note_on_value(run: Run, asked: Query, parameter: str, value: str) -> str:
    """What is wrong with a value of another parameter than one that takes a name; "" where nothing is."""
    match parameter:
        case "event":
            if not run(_sql("event_names"), {"handle": value}):
                rows = run(_sql("event_names"), {"handle": ""})
                near = process.extractOne(
                    value.lower(), {row[0]: row[2].lower() for row in rows} | {f"{row[0]} ": row[0] for row in rows},
                    scorer=fuzz.WRatio, score_cutoff=_LIKE,
                )  # fmt: skip
                names = {row[0]: row[2] for row in rows}
                hint = f"did you mean {near[2].strip()} ({names[near[2].strip()]})?" if near else "see table events"
                return f"event: no event is called {value!r}; {hint}"
        case "claim" | "document":
            rows = run(_sql(f"{parameter}_handles"), {"handle": value})
            if not rows:
                handles = [row[0] for row in run(_sql(f"{parameter}_handles"), {"handle": ""})]
                like = _nearest(value, handles)
                return f"{parameter}: no {parameter} has the key or slug {value!r}" + (
                    f"; did you mean {like}?" if like else ""
                )
        case "kind" | "slot" | "likelihood":
            known = described(asked.name, parameter)
            if parameter == "kind" and "kinds" in asked.parameters[parameter]:
                known = list(KINDS)
            if len(known) > 1 and value not in known:
                like = _nearest(value, known)
                return f"{parameter}: unknown {value!r}; " + (
                    f"did you mean {like}?" if like else f"known are {', '.join(known)}"
                )
    return ""


def _note_on_name(run: Run, parameter: str, name: str, ones: Sequence[Meant]) -> str:
    """A line where nobody, or more than one, is known by a name; "" where one is."""
    if not ones:
        return f"{parameter}: nobody and nothing is known as {name!r}; {nearest_name(run, name)}"
    if len(ones) == 1:
        return ""
    return f"{ambiguity(parameter, name, ones)}; the answer is of each, by asked_{parameter}"


def _note_on_known(run: Run, asked: Query, parameter: str, name: str, one: Meant) -> str:
    """Who or what is meant by a known name, and how much is said of them, where nothing answers."""
    ((claims, first, last),) = run(_sql("claims_of_referent"), {"referent": one.id})
    span = f" from {first} to {last}" if first else ""
    told = (
        f"{parameter}: {name!r} is {one.name}{f' ({one.kind})' if one.kind else ''}, of whom {claims} claims tell{span}"
    )
    fitting = _FITTING.get(one.kind or "")
    if fitting and fitting != parameter and fitting in asked.parameters and parameter not in ("party", "entity"):
        return f"{told}; give it as {fitting}"
    return f"{told}; none of them answers this"


def _nearest(name: str, names: Iterable[str], cutoff: int = 60) -> str:
    near = process.extractOne(name.lower(), list(names), scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(near[0]) if near else ""


def _sql(name: str) -> str:
    return (DB / "resolve" / f"{name}.sql").read_text("utf-8")
