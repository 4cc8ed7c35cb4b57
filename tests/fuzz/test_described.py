"""Chance at every address that the server describes, drawn from its description: each answer is as described, none a failure."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from claims.catalogue import catalogue
from claims.datasette.routes import ROUTES
from claims.tokens import add_token
from tests.datasette.conftest import Served, served
from tests.datasette.described import Described
from tests.fuzz import record, words

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
    f"{route.path.replace('{name}', name)}{'.json' if 'json' in route.formats else ''}"
    for route in ROUTES
    if route.method == "get"
    for name in (catalogue() if "{name}" in route.path else [""])
]
_TRIED = settings(
    max_examples=25,
    deadline=None,
    database=None,  # what is tried follows from the seed alone
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def description(served: Served) -> Described:
    return Described(served)


def _values(parameter: dict[str, Any]) -> st.SearchStrategy[str]:
    """What is listed for a parameter, names that ship, texts that look like days and names, and any text."""
    odd = st.builds(lambda number: words(random.Random(number)), st.integers(0, 2**32))
    listed = parameter["schema"].get("examples", ())
    values = st.one_of(st.sampled_from((*listed, *_NAMES)), odd, st.text(max_size=400))
    return values.filter(bool) if parameter["in"] == "path" else values


def _asked(description: Described, path: str, method: str) -> st.SearchStrategy[dict[str, str]]:
    """Values of some of an address's parameters, and of all that it needs."""
    parameters = description.parameters(path, method)
    needed = {name: _values(one) for name, one in parameters.items() if one.get("required")}
    return st.fixed_dictionaries(needed, optional={n: _values(one) for n, one in parameters.items() if n not in needed})


def _address(description: Described, path: str, method: str, values: dict[str, str]) -> str:
    where = {name: one["in"] for name, one in description.parameters(path, method).items()}
    held = {name: quote(value, safe="") for name, value in values.items() if where[name] == "path"}
    query = urlencode({name: value for name, value in values.items() if where[name] == "query"})
    return path.format(**held) + (f"?{query}" if query else "")


def _check(description: Described, path: str, method: str, answer: Any) -> None:
    assert answer.status_code < 500 or answer.status_code == 503
    assert not _TRACEBACK.search(answer.text)
    assert description.differences(path, answer, method) == []


@pytest.mark.parametrize("path", _PATHS)
def test_chance_is_answered_as_described(served: Served, description: Described, path: str) -> None:
    print(f"seed {SEED}")

    @seed(SEED)
    @_TRIED
    @given(_asked(description, path, "get"))
    def tried(values: dict[str, str]) -> None:
        _check(description, path, "get", served.get(_address(description, path, "get", values)))

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
    @_TRIED
    @given(_asked(description, "/-/claims/load", "post"), bodies)
    def tried(values: dict[str, str], body: bytes) -> None:
        address = _address(description, "/-/claims/load", "post", values)
        _check(description, "/-/claims/load", "post", written.post(address, content=body, headers=headers))

    tried()
