"""One table by every door, tried and loaded: the same receipt, row by row where asked, and nothing written by a trial."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from sqlite_utils import cli as sqlite_utils_cli

from claims import Database
from claims.cli import main
from claims.export import content_hash
from claims.tokens import SCOPES, add_token
from tests.datasette.conftest import Served
from tests.stream.meetings import MAPPING, as_csv, meetings, written

SETTINGS = [
    "kind=meet",
    "phase=occurred",
    "source=Trade desk",
    "key=No.",
    "name=meetings",
    "ignore=Link,Paper,Published",
]
HEADER = {"No.": "No.", "Date": "date", "Who": "participants", "Where": "place", "About": "topics", "Words": "quote",
          "Page": "page", "Paper": "Paper", "Link": "Link", "Published": "Published"}  # fmt: skip
Door = Callable[[bytes, bool, bool], dict[str, Any]]


@pytest.fixture
def table() -> bytes:
    """The meetings with columns that are called as fields, in British form, one of their dates wrong."""
    rows = written("%d/%m/%Y")
    rows[9]["Date"] = "31/06/2024"
    head, _, rest = as_csv(rows).partition("\r\n")
    return ",".join(HEADER[name] for name in head.split(",")).encode() + b"\r\n" + rest.encode()


def run(*words: str, text: bytes | None = None) -> Result:
    result = CliRunner(env={"COLUMNS": "120"}).invoke(main, words, input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def hashed(path: Path) -> str:
    with Database(path) as db, db.engine.connect() as connection:
        return content_hash(connection)


def settings() -> list[str]:
    return [word for setting in SETTINGS for word in ("--set", setting)]


@pytest.fixture(params=["command line", "standard input", "Python", "sqlite-utils", "HTTP"])
def door(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Door]:
    path, file = tmp_path / "claims.db", tmp_path / "meetings.csv"
    Database(path, create=True).close()
    token = add_token(path, "test", [*SCOPES], 1)

    def words(data: bytes, dry: bool, rows: bool) -> list[str]:
        file.write_bytes(data)
        return [*settings(), *(["--dry-run"] if dry else []), *(["--rows"] if rows else [])]

    def printed(result: Result) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(result.stdout)
        return told | {"told": result.stderr.splitlines()}

    def command(data: bytes, dry: bool, rows: bool) -> dict[str, Any]:
        options = words(data, dry, rows)
        return printed(run("--db", str(path), "load", str(file), *options))

    def piped(data: bytes, dry: bool, rows: bool) -> dict[str, Any]:
        return printed(run("--db", str(path), "load", "-", *words(data, dry, rows), text=data))

    def sqlite_utils(data: bytes, dry: bool, rows: bool) -> dict[str, Any]:
        options = words(data, dry, rows)
        return printed(CliRunner().invoke(sqlite_utils_cli.cli, ["load-claims", str(path), str(file), *options]))

    def python(data: bytes, dry: bool, rows: bool) -> dict[str, Any]:
        mapping: dict[str, Any] = {"key": "No.", "name": "meetings", "ignore": ["Link", "Paper", "Published"]}
        mapping["always"] = {"kind": "meet", "phase": "occurred", "source": "Trade desk"}
        with Database(path) as db:
            receipt = db.load(data, mapping=mapping, dry_run=dry, rows=rows)
        return receipt.counts() | ({"dry_run": True} if dry else {}) | {"told": [*receipt.told()]}

    def http(data: bytes, dry: bool, rows: bool) -> dict[str, Any]:
        server = Served(path)
        address = "/-/claims/load?" + "&".join(f"set={setting.replace(' ', '%20')}" for setting in SETTINGS)
        address += ("&dry_run=1" if dry else "") + ("&rows=1" if rows else "")
        told = server.post(address, content=data, headers={"authorization": f"Bearer {token}"}).json()
        server.close()
        assert told.pop("ok")
        rejects = [f"line {r['line']}, column {r['column']}: {r['reason']}" for r in told.pop("rejects")]
        lines = [
            f"line {r['line']}: {r['outcome']} {r['record']}".rstrip() + f": {r['what']}" for r in told.pop("rows", ())
        ]
        return {**told, "told": lines or rejects}

    doors = {
        "command line": command,
        "standard input": piped,
        "Python": python,
        "sqlite-utils": sqlite_utils,
        "HTTP": http,
    }
    return path, doors[request.param]


def test_a_table_tried_loaded_and_loaded_again(door: tuple[Path, Door], table: bytes) -> None:
    path, load = door
    empty = hashed(path)
    wrong = "line 11, column date: '31/06/2024' is not a date: the calendar has no such day"
    counts = {"inserted": 21, "unchanged": 0, "superseded": 0, "rejected": 1}
    assert load(table, True, False) == counts | {"dry_run": True, "told": [wrong]}
    assert hashed(path) == empty
    told = load(table, True, True)["told"]
    assert told[:3] == [
        "line 2: inserted source: Trade desk",
        "line 2: inserted document: meetings",
        "line 2: inserted claim: Ueda Mari and Ada Lind met on grain in Oslo (2024-04-03).",
    ]
    assert "line 11: rejected: " + wrong.removeprefix("line 11, ") in told
    assert len(told) == 22
    assert load(table, False, False) == counts | {"told": [wrong]}
    corrected = table.replace(b"31/06/2024", b"01/07/2024").replace(b"03/04/2024", b"04/04/2024")
    again = {"inserted": 1, "unchanged": 20, "superseded": 1, "rejected": 0}
    assert load(corrected, True, False) == again | {"dry_run": True, "told": []}
    assert load(corrected, False, False) == again | {"told": []}


def test_every_door_leaves_the_same(tmp_path: Path, table: bytes) -> None:
    (tmp_path / "m.csv").write_bytes(table)
    found = set()
    for name, words in {"cli": ["load"], "sqlite-utils": ["load-claims"]}.items():
        path = tmp_path / f"{name}.db"
        if name == "cli":
            run("--db", str(path), *words, str(tmp_path / "m.csv"), *settings())
        else:
            CliRunner().invoke(sqlite_utils_cli.cli, [*words, str(path), str(tmp_path / "m.csv"), *settings()])
        found.add(hashed(path))
    assert len(found) == 1


def test_a_trial_on_a_database_that_is_not_there_makes_none(tmp_path: Path, table: bytes) -> None:
    path, file = tmp_path / "none.db", tmp_path / "m.csv"
    file.write_bytes(table)
    result = run("--db", str(path), "load", str(file), *settings(), "--dry-run")
    assert f"{path} is not there yet: tried on an empty database" in result.stderr
    assert json.loads(result.stdout)["inserted"] == 21
    CliRunner().invoke(sqlite_utils_cli.cli, ["load-claims", str(path), str(file), *settings(), "--dry-run"])
    assert not path.exists()


def test_a_mapping_in_toml_and_the_file_of_rejects(tmp_path: Path) -> None:
    file, mapping, rejects = tmp_path / "meetings.csv", tmp_path / "m.toml", tmp_path / "rejects.jsonl"
    rows = written("%m/%d/%Y")
    rows[2]["Published"] = "not yet"
    file.write_text(as_csv(rows), "utf-8")
    columns = "\n".join(f'{field} = "{column}"' for field, column in MAPPING["columns"].items())
    always = "\n".join(f'{field} = "{value}"' for field, value in MAPPING["always"].items())
    mapping.write_text(f'key = "No."\n[columns]\n{columns}\n[always]\n{always}\n', "utf-8")
    result = run("--db", str(tmp_path / "c.db"), "load", str(file), "--map", str(mapping), "--rejects", str(rejects))
    assert result.exit_code == 1
    assert result.stderr == ""
    assert [json.loads(line) for line in rejects.read_text("utf-8").splitlines()] == [
        {"line": 4, "column": "Published", "field": "published_on", "value": "not yet",
         "reason": "'not yet' is not a date: write 2024-06-26, 26 June 2024, 2024-06 or 2024, and leave the cell empty"
                   " where there is none"},
    ]  # fmt: skip


def test_strict_names_the_column_and_keeps_nothing(tmp_path: Path, table: bytes) -> None:
    path, file = tmp_path / "c.db", tmp_path / "m.csv"
    file.write_bytes(table)
    result = run("--db", str(path), "load", str(file), *settings(), "--strict")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "claims: line 11, column date: '31/06/2024' is not a date: the calendar has no such day\n"
    with Database(path) as db:
        assert db.sql("select count(*) as n from claims") == [{"n": 0}]


def test_the_template_of_a_table_loads_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    result = run("--db", str(path), "load", "-", text=run("template", "meetings").stdout.encode())
    assert (result.stdout, result.stderr) == ('{"inserted": 6, "unchanged": 0, "superseded": 0, "rejected": 0}\n', "")


def test_the_mapping_proposed_for_a_table_loads_it(tmp_path: Path) -> None:
    file, mapping = tmp_path / "colleague.csv", tmp_path / "colleague.toml"
    file.write_text(as_csv(written("%d/%m/%Y")).replace("Words", "Comments").replace("Link", "Web"), "utf-8")
    refused = run("--db", str(tmp_path / "c.db"), "load", str(file))
    assert "`claims template colleague.csv > colleague.toml` writes a mapping" in refused.stderr
    proposed = run("template", str(file)).stdout
    assert '# ... = "Comments"' in proposed
    assert 'participant = "Who"  # Ueda Mari; Ada Lind | ' in proposed
    mapping.write_text(proposed, "utf-8")
    result = run("--db", str(tmp_path / "c.db"), "load", str(file), "--map", str(mapping))
    assert json.loads(result.stdout)["inserted"] == 32
    assert result.stderr == "colleague.csv: not read: Comments\n"


@pytest.mark.parametrize("name", ["meetings", "fields", "kinds"])
def test_templates_are_there(name: str) -> None:
    assert run("template", name).exit_code == 0
    result = run("template", "meeting")
    assert result.stderr.startswith("claims: there is no template 'meeting'; there are meetings, ")
    assert meetings()
