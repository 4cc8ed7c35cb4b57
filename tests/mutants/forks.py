"""Mutants tried in forks of one process, which has collected the tests: a function that differs is given its new code."""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import select
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import CodeType, FunctionType
from typing import Any

import pytest

from tests.mutants.code import ROOT, Mutant
from tests.mutants.reaching import Reached

Functions = dict[tuple[str, str, int], list[FunctionType]]  # by file, name and line
#: A change outside of functions; the modules are there already, so that it needs a process of its own.
ELSEWHERE = "elsewhere"


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
class Trial:
    """A plugin of pytest that tries mutants in the place of running the tests.

    After `seconds` of processor time no other test of a mutant is begun; one that takes two minutes more has no end.
    """

    chosen: list[Mutant]
    reached: Reached
    seconds: int
    on_tried: Callable[[Tried], None]
    _known: Functions = field(default_factory=dict)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        by_name: dict[str, list[pytest.Item]] = defaultdict(list)
        for item in session.items:
            by_name[item.nodeid.split("[")[0]].append(item)
            by_name[item.nodeid.split("::")[0]].append(item)
        self._known = functions()
        gc.collect()
        gc.freeze()  # what is there is not looked at in each fork
        for mutant in self.chosen:
            items = {item.nodeid: item for name in self.reached.nearest(mutant) for item in by_name[name]}
            self.on_tried(self._tried(mutant, list(items.values())))
        return True

    def _tried(self, mutant: Mutant, items: list[pytest.Item]) -> Tried:
        started = time.monotonic()
        read, write = os.pipe()
        child = os.fork()
        if not child:
            _in_child(write, self.seconds, lambda tell: self._run(mutant, items, tell))
        os.close(write)
        told = b""
        while select.select([read], [], [], 1800)[0] and (part := os.read(read, 1 << 16)):
            told += part
        os.close(read)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # whatever its tests have begun
        os.waitpid(child, 0)
        last = told.decode(errors="replace").splitlines()[-1:]
        outcome, _, name = (last or ["broken at once"])[0].partition(" ")
        if outcome == "broken":  # the trial, and no test: it found nothing
            raise RuntimeError(f"{mutant}: {name}")
        found_by = {">": f"no end of {name}", "found": name, "survived": "", ELSEWHERE: ELSEWHERE}[outcome]
        return Tried(mutant, found_by, time.monotonic() - started)

    def _run(self, mutant: Mutant, items: list[pytest.Item], tell: Callable[[str], Any]) -> None:
        if not apply(mutant, self._known):
            tell(ELSEWHERE)
            return
        failed: list[str] = []
        for item, following in zip(items, [*items[1:], None], strict=True):
            tell(f"> {item.nodeid}")
            item.config.pluginmanager.register(_Failures(failed), "failures")
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            item.config.pluginmanager.unregister(name="failures")
            if failed:
                tell(f"found {failed[0]}")
                return
            if time.process_time() > self.seconds:
                break
        tell("survived")


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
