"""Lines read in a second process while this one writes: nearly half of a large load is reading.

The first lines are read here, so that a small load starts nothing. The second process is a plain interpreter with two
pipes: it needs neither a fork of this one, with its open database, nor its main module again. It ends when its input
does, so none is left behind, whatever becomes of this one.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import IO, Any, TypeAlias

from claims.errors import ClaimsError, RecordError
from claims.load.reading import Reading, read
from claims.records import Record

#: what a line gave: None for a blank one
Found: TypeAlias = Reading | Record | RecordError | None

FIRST = 20_000  # lines that are read here before a second process is started: about a second's work
_CHUNK = 500  # lines sent at once,
_CHUNK_BYTES = 1 << 20  # or so much of them
_AHEAD = 4  # chunks that are sent before the first is awaited
_COMMAND = "from claims.load.second import answer; answer()"


def readings(lines: Iterable[bytes | Any]) -> Generator[tuple[int, Found], None, None]:
    """Number (from 1) and reading of each line, in order. Close the iterator where it is not read to its end.

    Raises ClaimsError where the second process ends before its work does.
    """
    numbered = enumerate(lines, 1)
    for number, line in numbered:
        yield number, _found(line)
        if number == FIRST and _processors() > 1:
            break
    else:
        return
    second: _Second | None = None
    ahead: deque[tuple[list[int], list[Found] | None]] = deque()
    try:
        for numbers, chunk in _chunks(numbered):
            if all(isinstance(line, bytes) for line in chunk):
                second = second or _Second()
                second.send(chunk)
                ahead.append((numbers, None))
            else:  # objects of the caller's stay with the caller
                ahead.append((numbers, [_found(line) for line in chunk]))
            if len(ahead) > _AHEAD:
                yield from _next(ahead, second)
        while ahead:
            yield from _next(ahead, second)
    finally:
        if second is not None:
            second.close()


def answer() -> None:
    """The second process: chunks of lines from standard input, their readings to standard output, until the input ends."""
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever else is printed is no answer
    while True:
        try:
            chunk = pickle.load(given)
        except (EOFError, pickle.UnpicklingError):
            return
        pickle.dump([_found(line) for line in chunk], answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def _found(line: bytes | Any) -> Found:
    if isinstance(line, bytes) and not line.strip():
        return None
    try:
        return read(line)
    except RecordError as error:
        return error


def _next(ahead: deque[tuple[list[int], list[Found] | None]], second: _Second | None) -> Iterator[tuple[int, Found]]:
    numbers, found = ahead.popleft()
    if found is None:
        assert second is not None
        found = second.receive()
    return zip(numbers, found, strict=True)


def _chunks(numbered: Iterator[tuple[int, Any]]) -> Iterator[tuple[list[int], list[Any]]]:
    numbers: list[int] = []
    chunk: list[Any] = []
    size = 0
    for number, line in numbered:
        numbers.append(number)
        chunk.append(line)
        size += len(line) if isinstance(line, bytes) else 0
        if len(chunk) == _CHUNK or size >= _CHUNK_BYTES:
            yield numbers, chunk
            numbers, chunk, size = [], [], 0
    if chunk:
        yield numbers, chunk


def _processors() -> int:
    """Processors that this process may use."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class _Second:
    """The second process. A thread writes to it, as neither side may wait for the other to read."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path or os.curdir for path in sys.path)},
            start_new_session=True,  # Ctrl-C is for this process, which then ends that one
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._answers = self._process.stdout
        self._waiting: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, args=(self._process.stdin,), daemon=True)
        self._writer.start()

    def send(self, chunk: list[Any]) -> None:
        self._waiting.put(pickle.dumps(chunk, pickle.HIGHEST_PROTOCOL))

    def receive(self) -> list[Found]:
        try:
            found: list[Found] = pickle.load(self._answers)
        except (EOFError, pickle.UnpicklingError):
            code = self._process.wait()
            raise ClaimsError(
                f"the second process, which reads lines for this one, ended early (code {code})",
                "nothing was loaded; see what it printed, or whether the machine ran out of memory, and load again",
            ) from None
        return found

    def close(self) -> None:
        """End the process and the thread."""
        self._process.kill()  # it holds nothing that could be lost
        self._process.wait()
        self._waiting.put(None)
        self._writer.join()
        self._answers.close()

    def _write(self, pipe: IO[bytes]) -> None:
        try:
            with pipe:
                for chunk in iter(self._waiting.get, None):
                    pipe.write(chunk)
                    pipe.flush()
        except BrokenPipeError:
            pass  # the process ended: whoever waits for its answer is told so
