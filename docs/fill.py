"""Pages with all that they print as it is printed today: `python -m docs.fill` rewrites them, a test compares.

A page is read from top to bottom, in an empty folder. It puts files there by the words "Save this as `NAME`" or "Add
this to `NAME`" before a block; a `console` block is run by bash, line by line, and shows what came out; `python` and
`pycon` blocks share one namespace. A page that says "claims demo" begins with that database as claims.db; one that
says "in a checkout" begins with a copy of this one.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from claims.cli import main as main_command
from docs.generated import PARTS

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = "100"
NOW = "2026-01-05T09:00:00.000Z"  # stands for each instant that a command prints: when the page was filled is nobody's concern
_INSTANT = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
_PART = re.compile(r"(<!-- (\w+) -->\n).*?(<!-- /\2 -->)", re.DOTALL)
_BLOCK = re.compile(
    r"(?:(?P<verb>Save this as|Add this to) `(?P<path>[^`\n]+)`[^\n]*\n\n)?^```(?P<kind>\w+)\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


def pages() -> list[Path]:
    """README, then every page of docs/."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def built_demo(folder: Path) -> Path:
    """The database that `claims demo` builds."""
    with contextlib.chdir(folder):
        _run("claims --db demo.db demo --no-serve", folder)
    return folder / "demo.db"


def filled(text: str, folder: Path, demo: Path) -> str:
    """The page with its generated parts and all output as they are today; `demo` is a database that `claims demo` built."""
    text = _PART.sub(lambda part: f"{part[1]}{PARTS[part[2]]()}{part[3]}", text)
    if "in a checkout" in text.lower():
        for name in ("claims", "db", "migrations"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.db*", "__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
    with contextlib.chdir(folder):
        if "claims demo" in text:
            path = Path("db/claims.db" if "db/claims.db" in text else "claims.db")  # in README one stands in a checkout
            path.parent.mkdir(exist_ok=True)
            shutil.copy(demo, path)
        space: dict[str, Any] = {}
        return _BLOCK.sub(lambda block: _done(block, folder, space), text)


def _done(block: re.Match[str], folder: Path, space: dict[str, Any]) -> str:
    text = block["text"]
    if block["path"]:
        path = folder / block["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w" if block["verb"] == "Save this as" else "a", encoding="utf-8") as file:
            file.write(text)
        return block[0]
    match block["kind"]:
        case "console":
            text = "".join(lines + _run(command, folder) for lines, command in _commands(text))
        case "python":
            exec(compile(text, "<page>", "exec"), space)
        case "pycon":
            text = "".join(_evaluated(example, space) for example in doctest.DocTestParser().get_examples(text))
    return f"{block[0][: block.start('text') - block.start()]}{text}```"


def _commands(text: str) -> Iterator[tuple[str, str]]:
    """(the lines of a command with their prompts, the command) of a console block, without its output."""
    for match in re.finditer(r"^\$ .*\n(?:^> .*\n)*", text, re.MULTILINE):
        yield match[0], "\n".join(line[2:] for line in match[0].splitlines())


def _run(command: str, folder: Path) -> str:
    """What a command prints, output and errors as they come."""
    of_its_own = (folder / "claims").is_dir()
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": COLUMNS,
        "CLAIMS_DB": "db/claims.db" if (folder / "db" / "claims.db").exists() else "claims.db",
        "CLAIMS_USER": "you",
        "PYTHONPATH": str(folder if of_its_own else ROOT),
        "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if re.fullmatch(r"claims [^|<>]*", command) and not of_its_own:  # in this process: starting one takes a second
        ran = CliRunner(env=environment).invoke(main_command, shlex.split(command)[1:], prog_name="claims")
        assert ran.exception is None or isinstance(ran.exception, SystemExit), f"{command}: {ran.exception!r}"
        return _INSTANT.sub(NOW, ran.output)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert "Traceback" not in done.stdout, f"{command}\n{done.stdout}"
    return _INSTANT.sub(NOW, done.stdout)


def _evaluated(example: doctest.Example, space: dict[str, Any]) -> str:
    """An example of a Python session with what it prints now."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(example.source, "<page>", "single"), space)
    first, *rest = example.source.splitlines()
    return "\n".join([f">>> {first}", *(f"... {line}" for line in rest), printed.getvalue()])


def main(names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        demo = built_demo(Path(folder))
        for page in [Path(name).resolve() for name in names] or pages():
            old = page.read_text("utf-8")
            with tempfile.TemporaryDirectory(dir=folder) as empty:
                new = filled(old, Path(empty), demo)
            if new != old:
                page.write_text(new, "utf-8")
                print(f"{page.relative_to(ROOT)} filled")


if __name__ == "__main__":
    main(sys.argv[1:])
