"""One text of SQL for every engine: what its spelling is on PostgreSQL, rule by rule.

The rules are few, and each is about a word that the engines spell otherwise. What they mean otherwise has no rule: the
SQL of this package does without it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from claims.catalogue.spelling import literal, of_the_first, ordered, respelled, spread, unquoted
from claims.names import name_key
from claims.storage.postgresql.parts import asked
from claims.storage.postgresql.words import query

#: What is spelled otherwise: a reason, a pattern outside of comments and literals, and its spelling.
_RULES = (
    ("SQLite's INTEGER has 64 bits", re.compile(r"\binteger\b"), "bigint"),
    ("SQLite's REAL has 64 bits", re.compile(r"\breal\b"), "double precision"),
    ("texts are compared code point by code point", re.compile(r"\bas text\)"), 'as text) collate "C"'),
    ("tables have no row numbers", re.compile(r"\)\s*without rowid\b"), ")"),
    ("texts are put together by another name", re.compile(r"\bgroup_concat\("), "string_agg("),
    ("words of the index are made in Python", re.compile(r"\bsearch_words\("), "("),
    ("rows of the index have an id", re.compile(r"\browid\b"), "id"),
    ("temporary tables are found first, and their schema's name is not known to Citus", re.compile(r"\btemp\."), ""),
)
_COLUMN = re.compile(r"\btext\b")
#: A view that tells of each claim, event or document: looked up for each that is found, never told for all and joined then.
_LOOKED_UP = re.compile(r"\b(join) (statements|participants|first_facts|origins) as (\w+)\b")
#: So are these where little was touched; where much was, they are joined whole.
_OF_FEW = re.compile(
    r"\b(join|from) (held_claims|participants|promise_dues|settlements|event_mentions|document_hours) as (\w+)\b"
)
_KEYS = {"origins": "document_id", "document_hours": "document_id", "held_claims": "id|document_id"}
_ASKS = re.compile(r"(?:\s|--[^\n]*\n)*(?:select|with|create view)\b")
#: Which events are asked for is settled first, so that views are asked for those.
_SETTLED = re.compile(r"\bin \(\s*(select id from events where [^()]*)\)")
#: So is what was touched, where it is little.
_TOUCHED = re.compile(r"(?<!not )\bin \(\s*(select [\w.]+ from (?:touched_claims|on_event|moved)\b[^()]*)\)")
#: What is given as a list of JSON goes as an array: the planner sees that it is one value, and a node finds its own in it.
_LISTED = re.compile(r"--[^\n]*|\bin \(select (value|cast\(value as integer\)) from json_each\(:(\w+)\)\)")
_TABLE = re.compile(r"(?:\s|--[^\n]*\n)*create (?:temporary )?table\b")
_TRIGGER = re.compile(
    r"create trigger (\w+)\s+(before .*?\bon (\w+))\s+begin\s+select raise\(abort, ('(?:[^']|'')*')\);\s+end;?\s*$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Translation:
    """A statement as PostgreSQL takes it.

    `folded` are parameters that are names, to be folded first; `sought` those that are words to be searched for; `listed`
    those that are lists, written in JSON.
    """

    sql: str
    folded: tuple[str, ...]
    sought: tuple[str, ...]
    listed: tuple[str, ...]

    def parameters(self, given: Any) -> Any:
        """The parameters, given as SQLite takes them, as the driver takes them."""
        if not self.changes or not isinstance(given, Mapping):
            return given
        return (
            dict(given)
            | {f"{name}_key": name_key(str(given[name])) for name in self.folded}
            | {f"{name}_query": query(str(given[name])) for name in self.sought}
            | {f"{name}_list": json.loads(given[name]) for name in self.listed}
        )

    @property
    def changes(self) -> bool:
        """Whether a parameter is given otherwise than the driver takes it."""
        return bool(self.folded or self.sought or self.listed)


@lru_cache(maxsize=1024)
def translation(
    statement: str,
    ours: bool = True,
    *,
    is_spread: bool = False,
    of_few: bool = False,
    left_out: tuple[tuple[str, bool], ...] = (),
) -> Translation:
    """The statement, and what its parameters become. One that is not `ours` says of no view how it is to be joined.

    `is_spread`: for claims that lie on several nodes, which look nothing up for one row at a time. `of_few`: it starts from
    a few rows that were touched. `left_out`: what `parts.left_out` gives.
    """
    statement = spread(statement) if is_spread else of_the_first(statement)
    if left_out:
        statement = asked(statement, dict(left_out))
    folded, sought, lists = dict[str, None](), dict[str, None](), dict[str, None]()

    def listed(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        lists[found[2]] = None
        return f"= any(cast(:{found[2]}_list as {'text' if found[1] == 'value' else 'integer'}[]))"

    def place(found: re.Match[str]) -> str:
        if found["kept"] is not None:
            return found["kept"].replace("%", "%%")
        if found["folded"] is not None:
            folded[found["folded"]] = None
            return f"%({found['folded']}_key)s"
        if found["name"] is not None:
            return literal(name_key(unquoted(found["name"]))).replace("%", "%%")
        if found["sought"] is not None:
            sought[found["sought"]] = None
            return f"words @@ cast(%({found['sought']}_query)s as tsquery)"
        if found["words"] is not None:
            return f"words @@ cast({literal(query(unquoted(found['words'])))} as tsquery)"
        if found["listed"] is not None:
            return f"json_array_elements_text(cast(%({found['listed']})s as json))"
        if found["named"] is not None:
            return f"%({found['named']})s"
        return "%s"

    statement = _LISTED.sub(listed, statement)
    if ours and not is_spread:
        statement = _planned(statement, of_few=of_few)
    text = _each(statement, lambda words: _spelled(words).replace("%", "%%"), place)
    return Translation(text, tuple(folded), tuple(sought), tuple(lists))


def plain(statement: str) -> str:
    """The statement for a client of PostgreSQL's own, with its parameters as they were."""
    return _each(_planned(statement), _spelled, lambda found: found[0])


def parameters(told: Translation, given: Any, many: bool) -> Any:
    """The parameters of one statement, or of each of many."""
    if not many:
        return told.parameters(given)
    return [told.parameters(one) for one in given] if told.changes else given


def trigger(statement: str) -> Sequence[str]:
    """The statements that make a trigger of db/triggers: it refuses with its words whatever it is called for."""
    found = _TRIGGER.search(statement)
    if found is None:
        return ()
    name, when, _, words = found.groups()
    return (
        f"create or replace function {name}() returns trigger language plpgsql as"
        f" $$begin raise exception using errcode = 'integrity_constraint_violation', message = {words}; end$$",
        f"create trigger {name} {' '.join(when.split())} for each row execute function {name}()",
    )


def trigger_names(script: str) -> tuple[str, str]:
    """The name of a trigger of db/triggers, and of its table."""
    found = _TRIGGER.search(script)
    assert found is not None, script
    return found[1], found[3]


def _spelled(words: str) -> str:
    for _, pattern, spelling in _RULES:
        words = pattern.sub(spelling, words)
    return words


def _planned(statement: str, *, of_few: bool = False) -> str:
    """The statement with the plan in it that the order of its tables means: how SQLite takes it, and PostgreSQL does not."""
    if of_few:
        statement = _TOUCHED.sub(r"= any(array(\1))", _looking_up(statement, _OF_FEW))
    if not _ASKS.match(statement):
        return statement  # what is derived is derived of many at once
    return _SETTLED.sub(r"= any(array(\1))", _looking_up(statement, _LOOKED_UP))


def _looking_up(statement: str, views: re.Pattern[str]) -> str:
    """The statement with each of these views that it joins by a claim, event or document looked up for it.

    `offset 0` keeps the planner from any other way; the condition goes in, as it would be weighed twice.
    """
    end = 0
    while (found := _outside_comments(views, statement, end)) is not None:
        end, (word, view, name) = found.end(), found.groups()
        key = rf"\b{name}\.({_KEYS.get(view, 'claim_id|event_id')}) = ('\w+'|[\w.]+)"
        slot = rf"\b{name}\.(slot|seq|role) = ('\w+'|[\w.]+)"
        by = _outside_comments(re.compile(rf"{key}(?:\s+and {slot})?"), statement, end)
        if by is not None:
            told = " and ".join(f"told.{by[n]} = {by[n + 1]}" for n in (1, 3) if by[n])
            way = "join lateral" if word == "join" else word
            looked_up = f"{way} (select * from {view} as told where {told} offset 0) as {name}"
            between = statement[end : by.start()]
            end = found.start() + len(looked_up)
            statement = f"{statement[: found.start()]}{looked_up}{between}true{statement[by.end() :]}"
    return statement


def _outside_comments(pattern: re.Pattern[str], statement: str, start: int) -> re.Match[str] | None:
    """The first match from `start` on that is in no comment."""
    found = pattern.finditer(statement, start)
    return next((one for one in found if "--" not in statement[: one.start()].rpartition("\n")[2]), None)


def _each(statement: str, spell: Callable[[str], str], place: Callable[[re.Match[str]], str]) -> str:
    """The statement with its words spelled, and what stands between them, comments, literals and parameters, put in its place."""
    statement = ordered(statement)
    if _TABLE.match(statement):
        statement = _COLUMN.sub('text collate "C"', statement)
    return respelled(statement, place, spell)
