"""Chance at every address that the server describes, drawn from its description: each answer is as described, none a failure."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from claims.catalogue import catalogue
from claims.datasette.routes import ROUTES
from claims.tokens import add_token
from tests.datasette.conftest import Served, served
from tests.datasette.described import Described
from tests.fuzz import day, record, sql, words

__all__ = ["served"]
SEED = 20240626
_NAMES = (
    "Kamikawa",
    "安徳根",
    "岸田文雄",
    "JP",
    "jucip-4",
    "meti-jucip4-en",
    "meti-jucip4-en-01-a",
    "yoko-kamikawa",
    "chips",
)
_TRACEBACK = re.compile(r"Traceback \(most recent call last\)|File \"[^\"]+\.py\"")
_PATHS = [
    route.path.replace("{name}", name) + ending
    for route in ROUTES
    if route.method == "get"
    for name in (catalogue() if "{name}" in route.path else [""])
    for ending in route.media
]
_TRIED = partial(
    settings,
    deadline=None,
    database=None,  # what is tried follows from the seed alone
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
#: What clients send beside an address: a part of an answer, what they hold already, what they would rather have.
_HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "range": st.sampled_from(["bytes=0-9", "bytes=-1", "bytes=9-0", "lines=1", "bytes=" + "0-1," * 50]),
        "if-none-match": st.sampled_from(["*", '"x"', 'W/"x", "y"', '"' * 99]),
        "if-modified-since": st.sampled_from(["Thu, 01 Jan 1970 00:00:00 GMT", "no day"]),
        "accept": st.sampled_from(["text/html", "application/json", "image/*;q=0.1", ""]),
        "cookie": st.sampled_from(["ds_actor=x", "ds_messages=x; ds_actor=", "=;;"]),
        "authorization": st.sampled_from(["Bearer", "Bearer claims_x", "Basic eA=="]),
    },
)
Asked = list[tuple[str, bytes]]


@pytest.fixture(scope="module")
def description(served: Served) -> Described:
    return Described(served)


def _by(make: Any) -> st.SearchStrategy[str]:
    """What a maker of chance gives."""
    return st.integers(0, 2**32).map(lambda number: str(make(random.Random(number))))


def _values(parameter: dict[str, Any]) -> st.SearchStrategy[bytes]:
    """What the description lets in, names that ship, and what it does not let in: other types, beyond its bounds, no UTF-8."""
    schema = parameter["schema"]
    schema = schema.get("items", schema)
    listed = schema.get("examples", ())
    least, most = schema.get("minimum", 0), schema.get("maximum", 2)
    numbers = st.sampled_from([least - 1, least, least + 1, most, most + 1, 2**63, 10**400]).map(str)
    longest = schema.get("maxLength", 300)
    lengths = st.sampled_from([longest, longest + 1]).map(lambda length: "岸a" * (length // 2) + "b" * (length % 2))
    texts = st.one_of(st.sampled_from((*listed, *_NAMES)), _by(words), _by(day), numbers, lengths, st.text(max_size=99))
    if schema["type"] == "boolean":
        texts |= st.sampled_from(["1", "0", "true", "off", "TRUE"])
    if parameter["name"] == "sql":
        texts = _by(sql) | texts
    values = texts.map(str.encode) | st.binary(max_size=20)
    return values.filter(bool) if parameter["in"] == "path" else values


def _asked(description: Described, path: str, method: str) -> st.SearchStrategy[Asked]:
    """(name, value) of what an address needs, of some that it takes, in any order and some twice, and of one that it does not."""
    parameters = description.parameters(path, method)
    needed = [st.tuples(st.just(name), _values(one)) for name, one in parameters.items() if one.get("required")]
    others = [
        st.tuples(st.just("p" if name == "parameters" else name), _values(one))
        for name, one in parameters.items()
        if not one.get("required")
    ]
    odd = st.tuples(st.sampled_from(["_shape", "_json", "", "nonsense", "sql", "_ttl"]), st.binary(max_size=9))
    return st.tuples(st.tuples(*needed), st.lists(st.one_of(*others, odd), max_size=5)).map(
        lambda two: [*two[0], *two[1]]
    )


def _address(description: Described, path: str, method: str, asked: Asked) -> str:
    parameters = description.parameters(path, method)
    held = [name for name, _ in asked if parameters.get(name, {}).get("in") == "path"]
    spelt = {name: quote_from_bytes(value, safe="") for name, value in asked if name in held}
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in asked if name not in held)
    return path.format(**spelt) + (f"?{query}" if query else "")


def _check(description: Described, path: str, method: str, answer: Any) -> None:
    assert answer.status_code < 500 or answer.status_code == 503
    assert not _TRACEBACK.search(answer.text)
    assert description.differences(path, answer, method) == []


@pytest.mark.parametrize("path", _PATHS)
def test_chance_is_answered_as_described(served: Served, description: Described, path: str) -> None:
    print(f"seed {SEED}")

    @seed(SEED)
    @_TRIED(max_examples=8)
    @given(_asked(description, path, "get"), _HEADERS, st.booleans())
    def tried(asked: Asked, headers: dict[str, str], is_headed: bool) -> None:
        address = _address(description, path, "get", asked)
        answer = served.get(address, headers=headers)
        _check(description, path, "get", answer)
        if is_headed:
            head = served.run(served.datasette.client.head(address, headers=headers))
            assert head.status_code == answer.status_code

    tried()


def test_every_address_is_tried(description: Described) -> None:
    assert set(_PATHS) | {"/-/claims/load"} == set(description.paths)


@pytest.fixture(scope="module")
def written(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("written") / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    server = Served(path)
    yield server
    server.close()


def test_chance_is_loaded_or_refused_as_described(written: Served) -> None:
    print(f"seed {SEED}")
    description = Described(written)
    path = written.datasette.get_database("claims").path
    headers = {"authorization": f"Bearer {add_token(path, 'all', ['load', 'review', 'merge'], 1)}"}
    lines = st.lists(st.integers(0, 2**32).map(lambda number: record(random.Random(number))), max_size=4)
    bodies = st.one_of(lines.map(b"\n".join), st.binary(max_size=200), st.text(max_size=200).map(str.encode))

    @seed(SEED)
    @_TRIED(max_examples=40)
    @given(_asked(description, "/-/claims/load", "post"), bodies)
    def tried(asked: Asked, body: bytes) -> None:
        address = _address(description, "/-/claims/load", "post", asked)
        _check(description, "/-/claims/load", "post", written.post(address, content=body, headers=headers))

    tried()
