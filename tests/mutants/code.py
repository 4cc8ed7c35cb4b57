"""Changes of the code by chance, one at a time, each of which some test must notice."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

ROOMS = ("dates", "identity", "load", "quotes", "records", "storage")
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
    """(what is replaced, kind of change, by what), but for what no test should pin: annotations, words of messages, asserts.

    Nor is None returned for a False, a 0 or what is empty: who asks whether it is so hears the same, and who counts on
    the type is told by mypy. That False becomes True, and 0 becomes 1, stays a change.
    """
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
        case ast.Return(value=value) if value is not None and not _is_nothing(value):
            yield node, "nothing", "return None"
        case ast.Expr(value=ast.Call()):
            yield node, "call left out", "pass"
        case ast.AugAssign(target=target, op=op, value=value) if type(op) in _OTHER:
            yield node, "arithmetic", ast.unparse(ast.AugAssign(target, _OTHER[type(op)](), value))  # type: ignore[arg-type]
        case ast.Break():
            yield node, "loop", "continue"
        case ast.Continue():
            yield node, "loop", "break"


def _is_nothing(node: ast.expr) -> bool:
    """Whether a value stands there that is as false as None."""
    match node:
        case ast.Constant(value=value):
            return not value
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Dict(keys=parts):
            return not parts
    return False


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def chosen(count: int, seed: int) -> list[Mutant]:
    """So many of all mutants, by chance."""
    every = mutants()
    return random.Random(seed).sample(every, min(count, len(every)))
