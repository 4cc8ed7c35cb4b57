"""The README says what the program prints today."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims import Database
from claims.catalogue import catalogue
from claims.cli import main
from claims.storage import markdown

README = Path(__file__).resolve().parents[1] / "README.md"


def printed(folder: Path, db: Path, command: str) -> str:
    """What a command prints, in a folder with the README's example files."""
    words = shlex.split(command)
    assert words[0] == "claims"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "120")
        patch.chdir(folder)
        result = CliRunner().invoke(main, ["--db", str(db), *words[1:]])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return str(result.output)


def examples(text: str) -> dict[str, str]:
    (example,) = re.findall(r"```json\n(.*?)\n```", text, re.DOTALL)
    bad = json.loads(example) | {"kind": "met"}
    misquoted = json.loads(example) | {
        "evidence": [{"quote": "was held in Washington, D.C. on Wednesday, June 27, 2024"}]
    }
    return {"example.jsonl": example, "bad.jsonl": "\n".join(map(json.dumps, (bad, misquoted)))}


def filled(text: str, folder: Path, db: Path) -> str:
    """The README with every command's output, and every generated part, as they are today."""
    for name, content in examples(text).items():
        (folder / name).write_text(content + "\n", "utf-8")

    def run(match: re.Match[str]) -> str:
        commands = [line[2:] for line in match[1].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"$ {command}\n{printed(folder, db, command)}" for command in commands) + "```"

    text = re.sub(r"```console\n(.*?)```", run, text, flags=re.DOTALL)
    rows = "\n".join(
        f"| [`{q.name}`](db/queries/{q.name}.sql) | {q.title} | {', '.join(q.parameters)} |"
        for q in catalogue().values()
    )
    table = f"| query | asks | parameters |\n|---|---|---|\n{rows}\n"
    for name, content in {"catalogue": table, "dictionary": markdown()}.items():
        before, _, rest = text.partition(f"<!-- {name} -->\n")
        text = f"{before}<!-- {name} -->\n{content}<!-- /{name} -->{rest.partition(f'<!-- /{name} -->')[2]}"
    return text


def test_each_command_prints_what_the_readme_shows(copy: Database, tmp_path: Path) -> None:
    text = README.read_text("utf-8")
    assert filled(text, tmp_path, Path(str(copy.engine.url.database))) == text


def test_the_python_example_runs(copy: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = README.read_text("utf-8")
    (tmp_path / "example.jsonl").write_text(examples(text)["example.jsonl"], "utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    code = code.replace('"claims.db"', repr(copy.engine.url.database)).replace('open("example.jsonl", "rb")', "file")
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "example.jsonl").open("rb") as file:
        space = {"file": file}
        exec(code, space)
    assert space["receipt"].inserted == 1  # type: ignore[attr-defined]
    assert space["rows"]
