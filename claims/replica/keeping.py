"""A replica kept up while it is served: pulled every so often, and after each write that goes through to its source."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import ReplicaError
from claims.replica.opening import opened_replica
from claims.replica.pulling import Progress, pull
from claims.replica.slices import Slice
from claims.replica.standing import standing


class Keeper:
    """Keeps the replica at `file` up with `source`, pulling every `seconds`; `asked` are the names that its slice is asked by.

    `trouble` tells why the last pull failed; "" = it did not.
    """

    def __init__(self, source: str | Path, file: Path, asked: Slice, seconds: float) -> None:
        self.source = source
        self.file = file
        self.trouble = ""
        self._asked = asked
        self._seconds = seconds
        self._alone = threading.Lock()
        self._is_over = threading.Event()

    def begin(self, on_progress: Progress | None = None) -> None:
        """Pull before anything is served. Where that fails what came before is served, if it is whole; else raises ReplicaError."""
        try:
            self.pull(on_progress)
        except ReplicaError:
            if not self._is_whole():
                raise

    def pull(self, on_progress: Progress | None = None) -> None:
        """Pull now, alone. Raises ReplicaError, and remembers it for the pages to tell."""
        asked = self._asked
        with self._alone:
            try:
                pull(
                    self.source,
                    self.file,
                    topic=asked.topic,
                    entity=asked.entity,
                    since=asked.since,
                    on_progress=on_progress,
                )
            except ReplicaError as error:
                self.trouble = str(error)
                raise
            self.trouble = ""

    @contextmanager
    def running(self) -> Iterator[None]:
        """Pull every so often, from now until the end of the block."""
        thread = threading.Thread(target=self._go_on, name="claims-replica", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._is_over.set()
            thread.join(timeout=10)

    def _go_on(self) -> None:
        while not self._is_over.wait(self._seconds):
            try:
                self.pull()
            except ReplicaError:
                continue  # the pages tell it, and how old they are

    def _is_whole(self) -> bool:
        if not self.file.is_file():
            return False
        try:
            with opened_replica(self.file) as engine, engine.connect() as connection:
                stands = standing(connection)
                return stands is not None and stands.is_whole
        except ReplicaError:
            return False
