"""Datasette on what ships, asked without a network."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.replica import Keeper
from claims.serve import datasette

Get = Callable[..., Any]


class Served:
    """A Datasette and the loop that it lives in."""

    def __init__(self, path: Path, keeper: Keeper | None = None) -> None:
        self.loop = asyncio.new_event_loop()
        self.datasette = datasette(path, keeper=keeper)
        self.name = path.stem

    def get(self, path: str, **kwargs: Any) -> Any:
        return self.loop.run_until_complete(self.datasette.client.get(path, **kwargs))

    def post(self, path: str, **kwargs: Any) -> Any:
        return self.loop.run_until_complete(self.datasette.client.post(path, **kwargs))

    def run(self, awaitable: Any) -> Any:
        return self.loop.run_until_complete(awaitable)

    def close(self) -> None:
        self.loop.run_until_complete(self.datasette.invoke_shutdown())
        self.loop.run_until_complete(self.loop.shutdown_default_executor())
        self.loop.close()


@pytest.fixture(scope="session")
def served(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """To be read only. Of a copy: whoever reads a file as bytes takes away the locks of this process's connections to it."""
    server = Served(Path(shutil.copy(shipped_file, tmp_path_factory.mktemp("served") / "claims.db")))
    yield server
    server.close()


@pytest.fixture
def get(served: Served) -> Get:
    return served.get


@pytest.fixture
def served_copy(shipped_file: Path, tmp_path: Path) -> Iterator[Served]:
    """To be written to."""
    path = tmp_path / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    server = Served(path)
    yield server
    server.close()
