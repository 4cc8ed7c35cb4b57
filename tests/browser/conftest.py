"""A server of its own process, and Chromium. Where there is no browser, these tests are skipped and say so."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_SERVER = (
    "import sys; from claims.serve import serve; serve(sys.argv[1], 0, on_ready=lambda url: print(url, flush=True))"
)


@dataclass
class Visit:
    """A page in the browser, and what went wrong on it."""

    page: Any
    address: str
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Any:
        self.errors.clear()
        response = self.page.goto(self.address + path)
        assert response.status == 200, path
        return self.page

    def axe(self) -> list[str]:
        """Findings of axe that are serious or worse, one line each."""
        if not AXE.exists():
            pytest.skip("axe-core is not there: npm install --no-save axe-core")
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("async () => (await axe.run()).violations")
        return [
            f"{rule['id']}: {rule['help']}: {node['html'][:160]}"
            for rule in found
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"][:3]
        ]


@pytest.fixture(scope="module")
def address(shipped_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    file = shutil.copy(shipped_file, tmp_path_factory.mktemp("browsed") / "claims.db")
    server = subprocess.Popen([sys.executable, "-c", _SERVER, str(file)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    yield server.stdout.readline().strip().removesuffix("/")
    server.terminate()
    server.wait(10)
    server.stdout.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Callable[..., Visit]]:
    """visit(width=1200, **options of a browser context) -> Visit."""
    contexts: list[Any] = []

    def made(width: int = 1200, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        one = Visit(context.new_page(), address)
        one.page.on("console", lambda message: one.errors.append(message.text) if message.type == "error" else None)
        one.page.on("pageerror", lambda error: one.errors.append(str(error)))
        one.page.on(
            "request",
            lambda request: None if request.url.startswith(address) else one.errors.append(f"asks {request.url}"),
        )
        return one

    yield made
    for context in contexts:
        context.close()
