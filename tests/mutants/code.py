"""Changes of the code by chance, one at a time, each of which some test must notice."""

from __future__ import annotations

import ast
import random
import shutil
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parent.parent.parent

ROOMS = ("dates", "identity", "load", "quotes", "records", "storage")
#: What is run once, to learn which test reaches which line.
LEARNED = (
    *(f"tests/{room}" for room in ROOMS),
    *(
        "tests/answers",
        "tests/models",
        "tests/replica",
        "tests/test_round_trip.py",
        "tests/test_export.py",
        "tests/test_conflicts.py",
    ),
    *("tests/test_lengths.py", "tests/test_bad_days.py", "tests/test_time.py"),
)
_FIRST, _MOST = (
    12,
    40,
)  # tests of one mutant that are run at first, and at most: those that reach its line, the nearest first
#: A test that takes longer is taken for one that hangs, and ends the run.
_HANGING = ("-o", "faulthandler_timeout=120", "-o", "faulthandler_exit_on_timeout=true")

_OTHER: dict[type[ast.AST], type[ast.AST]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.In: ast.NotIn,
    ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.Add, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult, ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
    ast.RShift: ast.LShift, ast.LShift: ast.RShift,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: in which file (below the root), on which line (from 1), what stood there and what stands there now."""

    path: str
    line: int
    kind: str
    was: str
    now: str
    start: int  # of its bytes in the file
    end: int

    def written(self, source: bytes) -> bytes:
        """The file with the change."""
        return source[: self.start] + self.now.encode() + source[self.end :]

    def __str__(self) -> str:
        was, now = (" ".join(text.split())[:70] for text in (self.was, self.now))
        return f"{self.path}:{self.line} {self.kind}: `{was}` -> `{now}`"


@dataclass(frozen=True)
class Tried:
    """A mutant, the test that noticed it ("" = none did; "time" = it did not end), and how long that took in seconds."""

    mutant: Mutant
    found_by: str
    seconds: float


def mutants() -> list[Mutant]:
    """Every change that can be made, in the order of the files."""
    found: list[Mutant] = []
    for room in ROOMS:
        for path in sorted((ROOT / "claims" / room).rglob("*.py")):
            found += of_source(path.read_bytes(), str(path.relative_to(ROOT)))
    return found


def of_source(source: bytes, path: str) -> list[Mutant]:
    """The changes of one file, in order."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node, kind, now in _changes(ast.parse(source), is_told=False):
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start, end = starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset
        was = source[start:end].decode()
        if was.strip() != now:
            found.append(Mutant(path, node.lineno, kind, was, now, start, end))
    return sorted(found, key=lambda one: (one.start, one.end, one.kind, one.now))


def _changes(node: ast.AST, *, is_told: bool) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """(what is replaced, kind of change, by what), but for what no test should pin: annotations, words of messages, asserts."""
    if isinstance(node, (ast.Assert, ast.Import, ast.ImportFrom)):
        return
    if isinstance(node, ast.If) and ast.unparse(node.test) in ("TYPE_CHECKING", "__name__ == '__main__'"):
        return
    is_told = is_told or isinstance(node, (ast.Raise, ast.JoinedStr))
    if not is_told:
        yield from _of(node)
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _changes(child, is_told=is_told)


def _of(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            other = ast.Compare(left, [_OTHER[type(op)]()], [right])  # type: ignore[list-item]
            yield node, "comparison", f"({ast.unparse(other)})"
            if isinstance(right, ast.Constant) and isinstance(right.value, str) and right.value:
                yield right, "word", repr(f"x{right.value}")
        case ast.BoolOp(op=op, values=values):
            yield node, "and / or", f"({ast.unparse(ast.BoolOp(_OTHER[type(op)](), values))})"  # type: ignore[arg-type]
            yield node, "first alone", f"({ast.unparse(values[0])})"
        case ast.BinOp(left=left, op=op, right=right) if (
            type(op) in _OTHER and not _is_text(left) and not _is_text(right)
        ):
            yield node, "arithmetic", f"({ast.unparse(ast.BinOp(left, _OTHER[type(op)](), right))})"  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield node, "not", f"({ast.unparse(operand)})"
        case ast.Constant(value=bool() as value):
            yield node, "constant", str(not value)
        case ast.Constant(value=int() as value):
            yield node, "constant", str(value + 1)
        case ast.Constant(value=float() as value):
            yield node, "constant", str(value * 2 + 0.5)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield node, "other branch", f"({ast.unparse(ast.IfExp(test, orelse, body))})"
        case ast.If(test=test):
            yield test, "never", "False"
        case ast.Return(value=value) if value is not None and not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield node, "nothing", "return None"
        case ast.Expr(value=ast.Call()):
            yield node, "call left out", "pass"
        case ast.AugAssign(target=target, op=op, value=value) if type(op) in _OTHER:
            yield node, "arithmetic", ast.unparse(ast.AugAssign(target, _OTHER[type(op)](), value))  # type: ignore[arg-type]
        case ast.Break():
            yield node, "loop", "continue"
        case ast.Continue():
            yield node, "loop", "break"


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


class Reached:
    """Which tests reach which lines, as coverage.py found it; `data` is its file. Machines that hypothesis runs have no name to ask by."""

    def __init__(self, data: Path) -> None:
        self._data = CoverageData(str(data))
        self._data.read()
        self._lines: dict[str, dict[int, list[str]]] = {}
        self._counted: dict[str, int] = defaultdict(int)  # lines that a test reaches: few = it is about few things
        for path in self._data.measured_files():
            name = path[path.rindex("claims/") :]
            self._lines[name] = self._data.contexts_by_lineno(path)
            for tests in self._lines[name].values():
                for test in tests:
                    self._counted[test] += 1

    def tests(self, mutant: Mutant) -> list[list[str]]:
        """What to ask pytest for, in order, until a test fails: the nearest tests first, those of its module and of its room that
        reach few lines; the whole room where none reaches the line. On a server only what is about it.
        """
        room, name = Path(mutant.path).parts[1], Path(mutant.path).stem
        lines = self._lines.get(mutant.path, {})
        last = mutant.line + mutant.was.count("\n")
        found = {
            test for line in range(mutant.line, last + 1) for test in lines.get(line, ()) if test.startswith("tests.")
        }
        ordered = sorted(found, key=lambda test: (f"tests.{room}." not in test, self._counted[test], test))
        nearest = [_node(test) for test in ordered[:_MOST]]
        own = f"tests/{room}/test_{name}.py"
        if (ROOT / own).is_file():
            nearest = [own, *(test for test in nearest if not test.startswith(own))]
        nearest = nearest or [f"tests/{room}"]
        where = [] if "/postgresql/" in mutant.path else ["-k", "not postgresql"]
        return [[*where, *nearest[:_FIRST]], *([[*where, *nearest[_FIRST:]]] if nearest[_FIRST:] else [])]


def _node(test: str) -> str:
    """tests.load.test_loading.test_x as pytest is asked for it."""
    module, _, name = test.rpartition(".")
    if (ROOT / f"{module.replace('.', '/')}.py").is_file():
        return f"{module.replace('.', '/')}.py::{name}"
    module, _, kind = module.rpartition(".")
    return f"{module.replace('.', '/')}.py::{kind}::{name}"


def learn(folder: Path) -> Reached:
    """Run the tests once, under coverage."""
    settings = folder / "coverage.ini"
    sources = "\n".join(f"    claims/{room}" for room in ROOMS)
    data = folder / "coverage.db"
    settings.write_text(
        f"[run]\nrelative_files = true\ndynamic_context = test_function\ndata_file = {data}\nsource_dirs =\n{sources}\n"
    )
    words = [
        sys.executable,
        "-m",
        "coverage",
        "run",
        f"--rcfile={settings}",
        "-m",
        "pytest",
        "-n",
        "0",
        "-p",
        "no:cacheprovider",
    ]
    subprocess.run([*words, "--basetemp", str(folder / "tmp"), *LEARNED], cwd=ROOT, check=False)
    return Reached(data)


def tried(chosen: list[Mutant], reached: Reached, folder: Path, *, jobs: int, limit: float) -> Iterator[Tried]:
    """Each mutant with the test that noticed it, as they are done: in copies of the tree below `folder`, `jobs` at once.

    `limit`: seconds after which a mutant counts as noticed, as its tests did not come to an end.
    """
    trees: SimpleQueue[Path] = SimpleQueue()
    for number in range(jobs):
        trees.put(_copied(folder / f"tree-{number}"))

    def one(mutant: Mutant) -> Tried:
        tree = trees.get()
        try:
            return _tried(mutant, reached.tests(mutant), tree, limit)
        finally:
            trees.put(tree)

    with ThreadPoolExecutor(jobs) as pool:
        for done in as_completed([pool.submit(one, mutant) for mutant in chosen]):
            yield done.result()


def _tried(mutant: Mutant, tests: list[list[str]], tree: Path, limit: float) -> Tried:
    path = tree / mutant.path
    source = path.read_bytes()
    started = time.monotonic()
    path.write_bytes(mutant.written(source))
    try:
        found_by = next(filter(None, (_failing(tree, some, limit) for some in tests)), "")
    finally:
        path.write_bytes(source)
    return Tried(mutant, found_by, time.monotonic() - started)


def _failing(tree: Path, tests: list[str], limit: float) -> str:
    """The first of these tests to fail; "" = none, "time" = they did not end."""
    words = [sys.executable, "-m", "pytest", "-x", "-n", "0", "-q", "-p", "no:cacheprovider", *_HANGING]
    words += ["--basetemp", str(tree.parent / f"{tree.name}-tmp")]
    try:
        ended = subprocess.run([*words, *tests], cwd=tree, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return "time"
    if ended.returncode in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return ""
    if ended.returncode == pytest.ExitCode.USAGE_ERROR:  # of what was asked nothing ran
        if "ImportError while loading conftest" in ended.stderr:
            return "the import"
        raise RuntimeError(ended.stderr)
    told = [line for line in ended.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    if told:
        return told[0].split(" - ")[0].split(maxsplit=1)[1]
    return "a test that hangs" if "Timeout" in ended.stderr + ended.stdout else f"exit {ended.returncode}"


def _copied(to: Path) -> Path:
    """A copy of the tree as git knows it, with what is changed here."""
    names = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in names.stdout.splitlines():
        if (ROOT / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, to / name)
    return to


def chosen(count: int, seed: int) -> list[Mutant]:
    """So many of all mutants, by chance."""
    every = mutants()
    return random.Random(seed).sample(every, min(count, len(every)))
