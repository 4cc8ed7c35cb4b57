"""README and the pages of docs/ say what the program prints today; `python -m docs.fill` puts it there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from claims.cli import main
from claims.datasette.routes import routes
from docs.fill import ROOT, built_demo, filled, pages
from tests.conftest import texts


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_demo(tmp_path_factory.mktemp("demo"))


@pytest.mark.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
def test_each_page_shows_what_is_printed(page: Path, demo: Path, tmp_path: Path) -> None:
    text = page.read_text("utf-8")
    assert filled(text, tmp_path, demo) == text


def test_a_page_that_tells_what_is_no_longer_so_is_found(demo: Path, tmp_path: Path) -> None:
    page = (
        "Save this as `a.txt`:\n\n```text\nold\n```\n\n```console\n$ cat a.txt\nnew\n```\n\n"
        "```python\nname = 'a'\n```\n\n```pycon\n>>> name * 2\n'b'\n>>> for _ in 'ab':\n...     print(1)\n```\n\n"
        "<!-- roles -->\nnone\n<!-- /roles -->\n"
    )
    told = filled(page, tmp_path, demo)
    assert "$ cat a.txt\nold\n```" in told
    assert ">>> name * 2\n'aa'\n>>> for _ in 'ab':\n...     print(1)\n1\n1\n```" in told
    assert "| `participant` |" in told
    assert filled(told, tmp_path, demo) == told


def test_every_page_is_reached_from_the_index() -> None:
    named = set(re.findall(r"^([\w/-]+)$", (ROOT / "docs" / "index.md").read_text("utf-8"), re.MULTILINE))
    assert {str(page.relative_to(ROOT / "docs").with_suffix("")) for page in pages()[1:]} - {"index"} == named


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= 150


def test_the_words_in_front_stand_in_what_ships() -> None:
    shipped = "\n".join(text for _, text in texts())
    for page in (ROOT / "README.md", ROOT / "docs" / "index.md"):
        quotes = re.findall("“(.+?)”", page.read_text("utf-8"))
        assert len(quotes) == 2
        assert all(quote in shipped for quote in quotes)


def test_every_address_is_told() -> None:
    told = re.findall(r"`(/[^`?]*)", (ROOT / "docs" / "reference" / "pages.md").read_text("utf-8"))
    for pattern, _ in routes():
        assert any(re.match(pattern, address.lower()) for address in told) or "static" in pattern, pattern


def _asked(page: Path) -> list[str]:
    """What pages say to type after `claims`, each in a line."""
    text = page.read_text("utf-8").replace("\\\n", " ")
    lines = [
        line for block in re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL) for line in block.splitlines()
    ]
    lines += re.findall(r"`(claims [^`\n]+)`", text)
    return [found for line in lines for found in re.findall(r"(?:^|[|&;$] ?|\d )claims ((?:[^|&;#>$]|'[^']*')+)", line)]


@pytest.mark.parametrize("page", [*pages(), ROOT / "CHANGELOG.md"], ids=lambda page: str(page.relative_to(ROOT)))
def test_every_option_that_is_told_is_there(page: Path) -> None:
    """Where two branches that change one command are joined, neither may lose what the other gave it."""
    for asked in _asked(page):
        command: click.Command = main
        options = {"--help", "--version"}
        for word in ("", *asked.split()):
            if isinstance(command, click.Group) and word and not word.startswith("-") and word != "copy.db":
                inner = command.get_command(click.Context(command), word)
                if inner is None:
                    break  # a name that stands for any
                command = inner
            options |= {name for one in command.params for name in (*one.opts, *one.secondary_opts)}
            if re.match(r"--[a-z]", word):
                assert re.split(r"[=),]", word)[0] in options, asked
