"""Servers that misbehave: each is told as what it is, and what was read is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claims.cli import main
from claims.errors import ClaimsError
from claims.extract import shipped_names
from claims.extract.llm import Asking, extract_with_model
from claims.records import Document
from tests.extract import model_server as server
from tests.extract.model_server import Behaviour, claims, says, serving, status

pytest.importorskip("llm")
TEXT = "Minister Ueda met Governor Lind in Oslo on 3 May 2021. They agreed to share grain data. Lind did not sign."
MET = {
    "kind": "meet",
    "phase": "occurred",
    "quote": "Minister Ueda met Governor Lind in Oslo on 3 May 2021",
    "date": "2021-05-03",
    "date_text": "3 May 2021",
    "arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Lind"}],
}
ANSWER = json.dumps({"claims": [MET]})


def read(url: str, timeout: float = 20) -> list[str]:
    document = Document(slug="t", source="s", title="t", language="en", text=TEXT)
    found, run = extract_with_model(document, shipped_names(), asking=Asking("m", url, timeout))
    assert not run.unread
    return [one.kind for one in found]


@pytest.mark.parametrize(
    "behaviour",
    [
        claims(MET),
        says(f'<think>Is it {{"claims": ["x"]}}? Or {{so}}?</think>\n{ANSWER}'),
        says(f'It may be {{"claims": []}}.</think>{ANSWER}'),
        says(f"Here you are {{ok}}:\n```json\n{ANSWER}\n```\nAnything else?"),
        says(json.dumps([MET])),
        server.without_schema(claims(MET)),
    ],
    ids=["plain", "think", "think without its beginning", "fenced", "list", "no schema"],
)
def test_an_answer_is_found_in_what_stands_around_it(behaviour: Behaviour) -> None:
    with serving(behaviour, after=behaviour) as model:
        assert read(model.url) == ["meet"]


def test_a_server_that_takes_no_schema_is_told_it_in_words() -> None:
    refusing = server.without_schema(claims(MET))
    with serving(refusing, refusing) as model:
        assert read(model.url) == ["meet"]
        assert ["response_format" in body for body in model.asked] == [True, False, False]
        assert all('of this schema:\n{"type": "object"' in prompt for prompt in model.prompts()[1:])


@pytest.mark.parametrize(
    ("behaviour", "told", "asked"),
    [
        (status(429), "limits the rate (429); wait", 1),
        (status(500), "failed (500); ask again later", 2),
        (status(503), "failed (503); ask again later", 1),
        (status(401), "refused the key (401); set it: $CLAIMS_LLM_KEY", 1),
        (status(404), "knows no such address, or no model 'm' (404); check --base-url", 1),
        (status(400, "context length exceeded"), "refused the question (400)", 2),
        (server.hangs, "did not answer within 1 seconds; give --timeout", 1),
        (server.drips, "did not answer within 1 seconds; give --timeout", 1),
        (server.breaks_off, "broke off its answer", 1),
        (server.a_page, "gave no answer that could be read", 2),
        (says("I am sorry"), "gave no answer that could be read", 2),
        (says(""), "gave no answer that could be read", 2),
    ],
    ids=["429", "500", "503", "401", "404", "400", "hangs", "drips", "breaks off", "page", "sorry", "empty"],
)
def test_what_went_wrong_is_told_as_what_it_is(behaviour: Behaviour, told: str, asked: int) -> None:
    with serving(after=behaviour) as model:
        with pytest.raises(ClaimsError) as error:
            read(model.url, timeout=1 if "within" in told else 20)
        assert told in str(error.value)
        assert len(model.asked) == asked


def test_an_address_where_nothing_listens_and_one_that_is_not_the_protocols() -> None:
    with pytest.raises(ClaimsError, match=r"http://127\.0\.0\.1:9/v1 cannot be reached"):
        read("http://127.0.0.1:9/v1")
    with serving() as model, pytest.raises(ClaimsError, match="check --base-url"):
        read(model.url.removesuffix("/v1"))


def add(folder: Path, url: str, *more: str) -> tuple[int, list[str], list[str]]:
    """The exit code of `claims add` of a text of four windows, the summaries, and the lines on standard error."""
    lines = [f"Minister Ueda met Governor Lind{chr(97 + n)} in Oslo on {n + 1} May 2021." for n in range(8)]
    (folder / "long.txt").write_text("\n".join(lines), "utf-8")
    arguments = ["--db", str(folder / "c.db"), "add", str(folder / "long.txt"), "--extractor", "llm", "--model", "m"]
    result = CliRunner().invoke(
        main, [*arguments, "--base-url", url, "--window", "200", "--published", "2021-06-01", *more]
    )
    return result.exit_code, result.stdout.splitlines(), result.stderr.splitlines()


def meeting(n: int) -> Behaviour:
    quote = f"Minister Ueda met Governor Lind{chr(97 + n)} in Oslo on {n + 1} May 2021"
    people = [{"role": "participant", "name": name} for name in ("Ueda", f"Lind{chr(97 + n)}")]
    return claims({"kind": "meet", "phase": "occurred", "quote": quote, "arguments": people})


def test_a_window_that_fails_makes_the_run_partial_and_asking_again_reads_only_the_rest(tmp_path: Path) -> None:
    none = claims()
    with serving(meeting(0), none, status(429)) as model:
        code, said, told = add(tmp_path, model.url)
        assert (code, len(said), len(model.asked)) == (1, 3, 3)  # its words, its quote, what was made of them
        assert told[-1].startswith("claims: long.txt: 5 of 8 sentences unread (the server at")
        assert told[-1].endswith("limits the rate (429)); add it again to read them")
    checked = CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "check"])
    assert checked.exit_code == 0, checked.stderr
    with serving(meeting(5), none, meeting(7)) as model:
        code, said, told = add(tmp_path, model.url)
        shown = "\n".join(model.prompts())
    assert code == 0
    assert [line for line in said if not line.startswith(" ")] == ["Ueda and Lindf met.", "Ueda and Lindh met."]
    assert "Linda in" not in shown
    assert "Lindd in" in shown
    assert "Lindh in" in shown
    assert "unread" not in told[-1]
    assert CliRunner().invoke(main, ["--db", str(tmp_path / "c.db"), "check"]).exit_code == 0


def test_a_server_error_costs_its_window_and_two_in_a_row_the_rest(tmp_path: Path) -> None:
    failing = status(500)  # each is asked once more, without the schema
    with serving(failing, failing, meeting(3), claims(), failing, failing, failing, failing) as model:
        code, said, told = add(tmp_path, model.url)
        assert (code, len(said)) == (1, 3)
        assert "failed (500)" in told[-1]


def test_an_answer_that_breaks_off_gives_what_is_whole_and_leaves_its_window_unread(tmp_path: Path) -> None:
    cut = says(
        ANSWER[:-2].replace("Lind", "Linda").replace("3 May", "1 May").replace("05-03", "05-01") + ', {"kind": "me'
    )
    with serving(cut, cut) as model:
        code, said, told = add(tmp_path, model.url)
        assert (code, said[0]) == (1, "Ueda and Linda met (2021-05-01).")
        assert "the answer broke off" in told[-1]


def test_a_budget_ends_the_reading_before_it_is_passed(tmp_path: Path) -> None:
    with serving(meeting(0)) as model:
        code, _, told = add(tmp_path, model.url, "--budget", "4200")
        assert (code, len(model.asked)) == (1, 2)
        assert "the budget of 4200 tokens is spent" in told[-1]


def test_an_estimate_comes_before_the_first_question(tmp_path: Path) -> None:
    with serving() as model:
        _, _, told = add(tmp_path, model.url)
        assert "4 windows: 8 questions, about" in told[0]
        assert told[1:5] == [f"window {n} of 4" for n in range(1, 5)]


def test_a_sentence_longer_than_a_window_is_said_to_be_unread(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{TEXT}\nMinister Ueda met {'very ' * 60}many people in Oslo.", "utf-8")
    arguments = ["--db", str(tmp_path / "c.db"), "add", str(tmp_path / "a.txt"), "--extractor", "llm", "--model", "m"]
    with serving(claims(MET)) as model:
        result = CliRunner().invoke(main, [*arguments, "--base-url", model.url, "--window", "200"])
    assert (result.exit_code, "1 of 4 sentences unread (longer than a window)" in result.stderr) == (1, True)


def test_extract_marks_the_unread_in_its_records(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with serving(claims(MET), says(""), says("")) as model:
        arguments = ["--db", str(tmp_path / "c.db"), "extract", str(tmp_path / "a.txt"), "--extractor", "llm"]
        result = CliRunner().invoke(main, [*arguments, "--model", "m", "--base-url", model.url])
    assert result.exit_code == 1
    reasons = [
        one.get("reason") for line in result.stdout.splitlines() if (one := json.loads(line))["record"] == "sentence"
    ]
    assert reasons[0] is None
    assert str(reasons[1]).startswith("unread: model m gave no answer")


def test_options_of_a_model_are_for_the_llm_extractor(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = CliRunner().invoke(main, ["add", str(tmp_path / "a.txt"), "--model", "m"])
    assert (result.exit_code, "--model is for --extractor llm" in result.stderr) == (2, True)
