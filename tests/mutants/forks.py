"""Mutants tried in forks of one process, which has collected the tests: a function that differs is given its new code.

A change outside of functions is tried in a copy of the tree, as the modules are there already.
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import selectors
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from tests.mutants import apart
from tests.mutants.code import ROOT, Mutant
from tests.mutants.reaching import Reached, asked

Functions = dict[tuple[str, str, int], list[FunctionType]]  # by file, name and line
_SILENT = 300  # seconds, after which one that tells of nothing has no end


@dataclass(frozen=True)
class Tried:
    """A mutant, the test that noticed it ("" = none did), and how long that took in seconds."""

    mutant: Mutant
    found_by: str
    seconds: float


def functions() -> Functions:
    """Every function of the package that this process has."""
    found: Functions = defaultdict(list)
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(ROOT)):
            code = one.__code__
            found[code.co_filename, code.co_qualname, code.co_firstlineno].append(one)
    return found


def apply(mutant: Mutant, known: Functions) -> bool:
    """Make the change in this process; False where it is not inside a function."""
    path = ROOT / mutant.path
    source = path.read_bytes()
    new = compile(mutant.written(source), str(path), "exec")
    pairs = list(_differing(compile(source, str(path), "exec"), new))
    held = [known.get((str(path), old.co_qualname, old.co_firstlineno), []) for old, _ in pairs]
    if not all(held) or any(old.co_freevars != new.co_freevars for old, new in pairs):
        return False
    for (_, code), ones in zip(pairs, held, strict=True):
        for one in ones:
            one.__code__ = code
    return True


def _differing(old: CodeType, new: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The outermost code that differs, as it was and as it is."""
    if not _is_same(old, new):
        yield old, new
        return
    for one, other in zip(old.co_consts, new.co_consts, strict=True):
        if isinstance(one, CodeType):
            yield from _differing(one, other)


def _is_same(old: CodeType, new: CodeType) -> bool:
    """Whether nothing differs but code within."""
    names = ("co_code", "co_names", "co_varnames", "co_freevars")
    return [getattr(old, name) for name in names] == [getattr(new, name) for name in names] and [
        type(one) if isinstance(one, CodeType) else (type(one), repr(one)) for one in old.co_consts
    ] == [type(one) if isinstance(one, CodeType) else (type(one), repr(one)) for one in new.co_consts]


@dataclass
class _Running:
    """A mutant that a fork tries: since when, what it told, and when last."""

    mutant: Mutant
    child: int
    started: float
    heard: float
    told: bytes = b""


@dataclass
class Trial:
    """A plugin of pytest that tries mutants in the place of running the tests, so many at once.

    After `seconds` of processor time no other test of a mutant is begun; one that takes two minutes more has no end.
    """

    chosen: list[Mutant]
    reached: Reached
    folder: Path
    seconds: int
    at_once: int
    on_tried: Callable[[Tried], None]
    _known: Functions = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_name: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            by_name[item.nodeid.split("[")[0]].append(item)
            by_name[item.nodeid.split("::")[0]].append(item)
        session.config.pluginmanager.unregister(name="terminalreporter")  # what tests print is nobody's business
        self._known = functions()
        gc.collect()
        gc.freeze()  # what is there is not looked at in each fork
        with selectors.DefaultSelector() as running:
            for mutant in self.chosen:
                names = self.reached.nearest(mutant)
                items = {item.nodeid: item for name in names for item in by_name[name] if self._is_whole(item)}
                self._begin(running, mutant, names, list(items.values()))
                while len(running.get_map()) >= self.at_once:
                    self._hear(running)
            while running.get_map():
                self._hear(running)
        return True

    def _is_whole(self, item: pytest.Item) -> bool:
        return self.reached.broken.isdisjoint((item.nodeid, item.nodeid.split("::")[0]))

    def _begin(
        self, running: selectors.BaseSelector, mutant: Mutant, names: list[str], items: list[pytest.Item]
    ) -> None:
        read, write = os.pipe()
        child = os.fork()
        if not child:
            _in_child(write, self.seconds, lambda tell: self._run(mutant, names, items, tell))
        os.close(write)
        now = time.monotonic()
        running.register(read, selectors.EVENT_READ, _Running(mutant, child, now, now))

    def _hear(self, running: selectors.BaseSelector) -> None:
        """What any tells next; those that have ended, or have told of nothing for long, are done with."""
        for key, _ in running.select(10):
            one: _Running = key.data
            part = os.read(key.fd, 1 << 16)
            one.told += part
            one.heard = time.monotonic() if part else 0
        for key in list(running.get_map().values()):
            if time.monotonic() - key.data.heard > _SILENT:
                running.unregister(key.fd)
                os.close(key.fd)
                self.on_tried(_ended(key.data))

    def _run(self, mutant: Mutant, names: list[str], items: list[pytest.Item], tell: Callable[[str], Any]) -> None:
        if not apply(mutant, self._known):
            tell("> the copy")
            found_by = apart.tried(mutant, names, self.reached.broken, self.folder / f"tree-{os.getpid()}")
            tell(f"found {found_by}" if found_by else "survived")
            return
        failed: list[str] = []
        for item, following in zip(items, [*items[1:], None], strict=True):
            tell(f"> {item.nodeid}")
            item.config.pluginmanager.register(_Failures(failed), "failures")
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            item.config.pluginmanager.unregister(name="failures")
            if failed or time.process_time() > self.seconds:
                tell(f"found {failed[0]}" if failed else "survived")
                with contextlib.suppress(BaseException):
                    item.session._setupstate.teardown_exact(None)  # a server that was started, too
                return
        tell("survived")


def tried(
    chosen: list[Mutant], reached: Reached, folder: Path, seconds: int, at_once: int, on_tried: Callable[[Tried], None]
) -> None:
    """Try each mutant, and tell of it as it ends; `seconds`: of processor time for one, after which no test is begun."""
    pytest.main(asked(folder / "tmp"), plugins=[Trial(chosen, reached, folder, seconds, at_once, on_tried)])


def _ended(one: _Running) -> Tried:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(one.child, signal.SIGKILL)  # whatever its tests have begun
    os.waitpid(one.child, 0)
    last = one.told.decode(errors="replace").splitlines()[-1:]
    outcome, _, name = (last or ["broken at once"])[0].partition(" ")
    if outcome == "broken":  # the trial, and no test: it found nothing
        raise RuntimeError(f"{one.mutant}: {name}")
    found_by = {">": f"no end of {name}", "found": name, "survived": ""}[outcome]
    return Tried(one.mutant, found_by, time.monotonic() - one.started)


@dataclass(eq=False)  # pytest keeps plugins in sets
class _Failures:
    failed: list[str]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)


def _in_child(write: int, seconds: int, run: Callable[[Callable[[str], Any]], None]) -> None:
    """Run in this fork, which ends with it; an error of the trial itself, as none of a test comes here, is told."""

    def tell(line: str) -> None:
        os.write(write, f"{line}\n".encode())

    os.setsid()
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + 120, seconds + 125))
    try:
        run(tell)
    except BaseException as error:
        tell(f"broken by {error!r}")
    finally:
        os._exit(0)
