"""Every command, as a person would type it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from claims.cli import main
from tests.conftest import claim


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "claims.db"


@pytest.fixture
def demo(shipped_file: Path) -> Path:
    return shipped_file


def run(db: Path, *words: str, text: bytes | None = None, user: str = "desk") -> Result:
    result = CliRunner(env={"CLAIMS_USER": user, "COLUMNS": "120"}).invoke(main, ["--db", str(db), *words], input=text)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def commands(group: click.Group, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            found += [(*before, name)] + (
                commands(command, (*before, name)) if isinstance(command, click.Group) else []
            )
    return found


@pytest.mark.parametrize("words", commands(main), ids=" ".join)
def test_every_command_and_option_is_described(words: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*words, "--help"])
    assert result.exit_code == 0
    command: click.Command = main
    for word in words:
        assert isinstance(command, click.Group)
        command = command.get_command(click.Context(command), word) or command
    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == [
        option.name for option in command.params if option.name == "form"
    ]


def test_demo_builds_and_can_be_run_again(path: Path) -> None:
    first, second = run(path, "demo", "--no-serve"), run(path, "demo", "--no-serve")
    assert first.exit_code == second.exit_code == 0
    assert "inserted" in first.stderr
    assert "unchanged" in second.stderr
    assert "inserted" not in second.stderr
    assert run(path, "check").exit_code == 0


def test_nothing_but_data_on_standard_output(demo: Path) -> None:
    rows = json.loads(run(demo, "query", "who_met_whom", "--person", "斎藤健", "--format", "json").stdout)
    assert {row["person"] for row in rows} == {"Ken Saito"}
    lines = run(demo, "query", "failed", "--format", "jsonl").stdout.splitlines()
    assert len(lines) == len(json.loads(run(demo, "query", "failed", "--format", "json").stdout))
    assert run(demo, "query", "failed", "--format", "csv").stdout.startswith(
        "date,outcome,parties,summary,certainty,asserter,event,document,quote,claim\n"
    )


def test_a_formula_stays_a_text_in_csv(demo: Path) -> None:
    result = run(demo, "sql", "select '=1+1' as a, '-5 apples' as b, -5 as c, '-' as d", "--format", "csv")
    assert result.stdout == "a,b,c,d\n'=1+1,'-5 apples,-5,-\n"


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_json_has_no_way_to_write_is_in_words(demo: Path, form: str) -> None:
    def refused(name: str) -> None:
        raise ValueError(name)

    result = run(demo, "sql", "select 1e999 as much, x'ff' as raw, 1.5 as half", "--format", form)
    told = json.loads(result.stdout, parse_constant=refused)
    row = told[0] if form == "json" else told
    assert row == {"much": "inf", "raw": r"b'\xff'", "half": 1.5}


def test_load_from_a_pipe_with_rejects(path: Path, few: list[dict[str, object]], tmp_path: Path) -> None:
    text = "\n".join(json.dumps(record) for record in [*few, claim(slug="bad", kind="met")]).encode()
    result = run(path, "load", "-", text=text)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"inserted": len(few), "unchanged": 0, "superseded": 0, "rejected": 1}
    assert f"line {len(few) + 1}: kind: unknown kind 'met'; did you mean 'meet'?" in result.stderr
    rejects = tmp_path / "rejects.jsonl"
    run(path, "load", "-", "--rejects", str(rejects), text=text)
    (reject,) = map(json.loads, rejects.read_text("utf-8").splitlines())
    assert (reject["line"], reject["field"]) == (len(few) + 1, "kind")
    strict = run(path, "load", "-", "--strict", text=text)
    assert (strict.exit_code, strict.stdout) == (1, "")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("query", "agred"), "No such command 'agred'"),
        (("sql", "select colour from claims"), "no such column"),
        (("sql", "drop table claims"), "readonly"),
        (("review", "nothing", "--accept"), "no claim has this slug or key"),
        (("merge", "Ken Saito", "Nobody", "--why", "x"), "no entity is known as 'Nobody'"),
        (("unmerge", "Ken Saito", "Gina Raimondo"), "no judgement"),
        (("load", "nowhere.jsonl"), "nowhere.jsonl"),
    ],
)
def test_errors_in_one_line_with_the_next_step(words: tuple[str, ...], told: str, demo: Path) -> None:
    result = run(demo, *words)
    assert result.exit_code in (1, 2)
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    if result.exit_code == 1:
        assert len(result.stderr.strip().splitlines()) == 1


def test_an_unknown_name_is_told_of(demo: Path) -> None:
    result = run(demo, "query", "who_met_whom", "--person", "Raimundo")
    assert "nobody and nothing is known as 'Raimundo'; did you mean" in result.stderr
    assert result.exit_code == 0


def test_reviews_and_merges(path: Path) -> None:
    run(path, "demo", "--no-serve")
    (row, *_) = json.loads(run(path, "query", "failed", "--format", "json").stdout)
    before = _found(path)
    assert run(path, "review", row["claim"], "--reject", "--note", "misread").exit_code == 0
    assert row["claim"] not in run(path, "query", "failed").stdout
    (told,) = {
        one["reviews"]
        for one in json.loads(run(path, "query", "sources_of", "--claim", row["claim"], "--format", "json").stdout)
    }
    assert told == "rejected by desk: misread"
    run(path, "review", row["claim"], "--accept")
    assert row["claim"] in run(path, "query", "failed").stdout
    assert run(path, "review", row["claim"]).exit_code == 2
    hashed = run(path, "check").stdout.splitlines()[-1]
    assert run(path, "merge", "Ken Saito", "Gina Raimondo", "--why", "a test").exit_code == 0
    assert run(path, "check").stdout.splitlines()[-1] != hashed
    assert run(path, "unmerge", "gina-raimondo", "斎藤健").exit_code == 0
    assert before == _found(path)


def _found(path: Path) -> list[str]:
    """What a check looked at, without the content hash and the rows, of which each run is one."""
    return [line for line in run(path, "check").stdout.splitlines()[:-1] if not line.startswith("rows as loaded")]


def test_export_is_a_database_again(demo: Path, path: Path) -> None:
    out = run(demo, "export").stdout_bytes
    assert json.loads(run(path, "load", "-", text=out).stdout)["rejected"] == 0
    assert run(path, "check").stdout.splitlines()[-1] == run(demo, "check").stdout.splitlines()[-1]


def test_check_says_what_is_wrong(path: Path, few: list[dict[str, object]]) -> None:
    import sqlite3

    run(path, "load", "-", text="\n".join(map(json.dumps, few)).encode())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update documents set text = replace(text, '3 May', '4 May')")
        connection.execute("delete from participation")
    result = run(path, "check")
    assert result.exit_code == 1
    assert "document daily-1: the text is not the one that its spans count" in result.stderr
    assert re.search(r"participation lacks [1-9]\d* rows that are told", result.stderr)
    assert run(path, "init", "--rebuild").exit_code == 0
    assert "participation" not in run(path, "check").stderr


def test_a_port_that_is_taken(demo: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = run(demo, "serve", "--port", str(taken.getsockname()[1]))
    assert result.exit_code == 1
    assert "port" in result.stderr
    assert "--port" in result.stderr


def test_sqlite_utils_has_it_too(path: Path, few: list[dict[str, object]]) -> None:
    from sqlite_utils.cli import cli

    text = "\n".join(map(json.dumps, few)).encode()
    result = CliRunner().invoke(cli, ["load-claims", str(path), "-"], input=text)
    assert json.loads(result.stdout)["inserted"] == len(few)
    asked = CliRunner().invoke(cli, [str(path), "select name_key('LIND, Ada') as k, search_query('岸田 G7') as q"])
    assert json.loads(asked.stdout) == [{"k": "ada lind", "q": '"岸田" AND "g7"*'}]


def test_an_outcome_is_refused_and_accepted(demo: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(demo, tmp_path / "copy.db"))
    pair = ("outcome", "nhk-trilateral-ja-01-a", "reuters-trilateral-en-03-a", "--why", "the ministers met")
    assert run(path, *pair).exit_code == 2
    assert "refused" in run(path, *pair, "--refuse").stderr
    assert "nothing to change" in run(path, *pair, "--refuse").stderr
    assert "accepted" in run(path, *pair, "--accept").stderr
    rows = json.loads(run(path, "query", "planned", "--format", "json").stdout)
    assert {row["outcome_basis"] for row in rows if row["outcome"] == "occurred"} == {"linked"}


def test_a_question_is_printed_as_sql_and_an_empty_answer_says_what_is_near(demo: Path) -> None:
    sql = run(demo, "query", "who_met_whom", "--person", "斎藤健", "--sql").stdout
    rows = sqlite3.connect(f"file:{demo}?mode=ro", uri=True).execute(sql).fetchall()
    assert len(rows) == len(
        json.loads(run(demo, "query", "who_met_whom", "--person", "斎藤健", "--format", "json").stdout)
    )
    asked = run(demo, "query", "offices", "--person", "METI", "--format", "json")
    assert json.loads(asked.stdout) == []
    assert "give it as organisation" in asked.stderr
    assert "did you mean `summary`, of `statements`?" in run(demo, "sql", "select sumary from statements").stderr
