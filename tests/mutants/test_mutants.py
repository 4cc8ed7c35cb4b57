"""The mutants in short, for every change, and that the changes are such as they say."""

from __future__ import annotations

import random
import selectors
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.mutants import apart, code, data, forks, reaching

SEED = 20240626


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return data.good(tmp_path_factory.mktemp("good") / "good.db")


def test_check_finds_nothing_in_a_good_database(good: Path) -> None:
    assert data.checked(good, "nothing") == data.Tried("nothing", (), "")


def test_check_names_what_was_changed_by_chance(good: Path, tmp_path: Path) -> None:
    print(f"seed {SEED}")
    assert [one for one in data.tried(good, tmp_path, 12, SEED) if not one.named_by] == []


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("drop view statements", "views, triggers"),
        ("drop index ix_claims_date_earliest", "views, triggers"),
        ("drop trigger evidence_is_not_overwritten", "views, triggers"),
        ("update claims_search_config set v = 7 where k = 'hashsize'", "views, triggers"),
        ("insert into claims_search (rowid, words) values (1, 'of nobody')", "search index"),
        ("update kinds set definition = 'x' where name = 'meet'", "vocabulary"),
        ("delete from roles where name = 'signatory'", "vocabulary"),
        ("update sources set country = 'NO' where id = 1", "rows as loaded"),
        ("insert into marks (record, row_id, mark) values ('entity', 7777, 1)", "rows as loaded"),
        ("update mentions set name = 'Nobody' where id = 1", "derived tables"),
        ("delete from participation where claim_id = 5", "derived tables"),
        ("update units set factor = 61 where unit = 'h'", "derived tables"),
        ("update gathered set edition = 77", "derived tables"),
        ("update links set verdict = 'x' where id = 1", "claim keys"),
    ],
)
def test_each_part_of_a_check_can_fail(good: Path, tmp_path: Path, statement: str, check: str) -> None:
    path = data.copied(good, tmp_path / "changed.db")
    data.run(path, statement)
    assert check in data.checked(path, statement).named_by


def test_a_change_by_chance_changes_the_file(good: Path, tmp_path: Path) -> None:
    kinds = set()
    for number in range(40):
        path = data.copied(good, tmp_path / f"{number}.db")
        kinds.add(data.changed(path, random.Random(number)).split(":")[0])
        assert path.read_bytes() != good.read_bytes()
    assert {"column changed", "row deleted", "row doubled"} <= kinds


def test_mutants_of_code_are_changes_that_python_takes() -> None:
    source = b"""def f(a, b):
    if a < b and not b:
        g(1)
        return "x" if a == "y" else a + 1
    raise E(f"{a + 1}")
"""
    some = code.of_source(source, "f.py")
    assert {one.kind for one in some} == {
        "comparison", "and / or", "first alone", "not", "never", "call left out", "constant", "nothing", "other branch", "word",
        "arithmetic",
    }  # fmt: skip
    for one in some:
        compile(one.written(source), "f.py", "exec")
        assert one.written(source) != source
    assert not [one for one in some if one.line == 5]  # the words of an error are no test's business


@pytest.mark.parametrize("empty", ["False", "None", "0", "''", "[]", "()", "{}"])
def test_nothing_is_returned_only_in_the_place_of_something(empty: str) -> None:
    def kinds(value: str) -> set[str]:
        return {one.kind for one in code.of_source(f"def f():\n    return {value}\n".encode(), "f.py")}

    assert "nothing" not in kinds(empty)
    assert all("nothing" in kinds(value) for value in ("True", "1", "'a'", "[a]", "(a,)", "{a: b}", "a", "a or b"))


def test_a_run_of_no_test_finds_no_mutant() -> None:
    with pytest.raises(RuntimeError, match="no_such_test"):
        apart.failing(code.ROOT, ["tests/no_such_test.py::test_x"])


def test_a_test_that_fails_anyhow_notices_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine that lacks a program, say: a score of which it was a part flattered."""
    room = tmp_path / "tests" / "room"
    for folder in (room, tmp_path / "claims" / "room", tmp_path / "work"):
        folder.mkdir(parents=True)
    (tmp_path / "claims" / "room" / "__init__.py").touch()
    (room / "test_a.py").write_text("def test_x():\n    assert 1 == 2\n\ndef test_y():\n    pass\n")
    (room / "test_b.py").write_text("import a_module_that_is_not_there\n")
    for name, value in (("ROOT", tmp_path), ("LEARNED", ("tests/room",)), ("ROOMS", ("room",))):
        monkeypatch.setattr(reaching, name, value)
    reaching.learn(tmp_path / "learned.db", tmp_path / "work", 1)
    reached = reaching.Reached(tmp_path / "learned.db")
    assert reached.broken == {"tests/room/test_a.py::test_x", "tests/room/test_b.py"}
    trial = forks.Trial([], reached, tmp_path, 60, 1, print)
    items = [
        SimpleNamespace(nodeid=f"tests/room/{name}")
        for name in ("test_a.py::test_x", "test_a.py::test_y", "test_b.py::test_z")
    ]
    assert [trial._is_whole(one) for one in items] == [False, True, False]  # type: ignore[arg-type]


def test_mutants_are_the_same_for_a_seed() -> None:
    assert code.chosen(20, 1) == code.chosen(20, 1) != code.chosen(20, 2)


def test_a_function_is_given_its_mutants_code_and_others_are_left_alone() -> None:
    known = forks.functions()
    path = "claims/names.py"
    some = code.of_source((code.ROOT / path).read_bytes(), path)
    inside = next(one for one in some if one.kind == "nothing")
    before = {ones[0]: ones[0].__code__ for ones in known.values()}
    try:
        assert forks.apply(inside, known)
        changed = [one for one, was in before.items() if one.__code__ is not was]
        assert [one.__module__ for one in changed] == ["claims.names"]
    finally:
        for one, was in before.items():
            one.__code__ = was


@pytest.mark.parametrize("broken", [TypeError("of the trial"), SystemExit(1)])
def test_a_trial_that_breaks_has_found_nothing(
    broken: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise broken

    monkeypatch.setattr(forks, "apply", fail)
    trial = forks.Trial([], None, tmp_path, 60, 1, print)  # type: ignore[arg-type]
    (mutant, *_) = code.of_source(b"a = 1\n", "claims/names.py")

    def alone() -> None:
        with selectors.DefaultSelector() as running:
            trial._begin(running, mutant, [], [])
            while running.get_map():
                trial._hear(running)

    with pytest.raises(RuntimeError, match=r"claims/names\.py:1"):
        alone()


def test_what_tells_of_failures_can_be_left_out_where_folders_have_settings_of_their_own() -> None:
    """Pytest keeps plugins in sets, and asks for them by folder."""
    assert {forks._Failures([])}
