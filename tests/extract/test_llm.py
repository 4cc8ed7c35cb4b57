"""The llm extractor against a scripted model, registered as the llm package's own tests do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claims.errors import ClaimsError
from claims.extract import shipped_names
from claims.extract.llm import Asking, extract_with_model, schema
from claims.records import Document

llm = pytest.importorskip("llm")
TEXT = "Minister Ueda met Governor Lind in Oslo on 3 May 2021. They agreed to share grain data. Lind did not sign."
GOOD = {
    "kind": "meet",
    "phase": "occurred",
    "quote": "Minister Ueda met Governor Lind in Oslo on 3 May 2021",
    "date": "2021-05-03",
    "date_text": "3 May 2021",
    "arguments": [{"role": "participant", "name": "Ueda"}, {"role": "participant", "name": "Lind"}],
}


class Scripted(llm.Model):  # type: ignore[misc, name-defined]
    model_id = "scripted"
    supports_schema = True

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.prompts: list[str] = []

    def execute(self, prompt: Any, stream: bool, response: Any, conversation: Any = None) -> Iterator[str]:
        self.prompts.append(prompt.prompt)
        response.set_usage(input=10, output=2)
        yield self.answers.pop(0) if self.answers else '{"claims": []}'


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Scripted]:
    from llm.plugins import pm

    monkeypatch.setenv("LLM_USER_PATH", str(tmp_path))
    scripted = Scripted()

    class Plugin:
        __name__ = "Plugin"

        @llm.hookimpl  # type: ignore[untyped-decorator]
        def register_models(self, register: Any) -> None:
            register(scripted)

    pm.register(Plugin(), name="scripted")
    yield scripted
    pm.unregister(name="scripted")


def answer(*items: Any) -> str:
    return json.dumps({"claims": items})


def document(text: str = TEXT) -> Document:
    return Document(slug="t", source="s", title="t", language="en", text=text)


def test_a_claim_is_kept_with_the_span_that_its_quote_has(model: Scripted) -> None:
    model.answers = [answer(GOOD)]
    (claim,), run = extract_with_model(document(), shipped_names(), asking=Asking("scripted"))
    (evidence,) = claim.evidence
    assert TEXT[evidence.start : evidence.end] == GOOD["quote"]
    assert (claim.date, claim.date_basis) == ("2021-05-03", "stated")
    assert (run.calls, run.input_tokens, run.output_tokens, len(run.prompt_sha256)) == (2, 20, 4, 64)


def test_each_item_is_judged_by_itself(model: Scripted) -> None:
    invented = GOOD | {"quote": "Minister Ueda met Governor Lind in Oslo on 4 May 2021"}
    turned = GOOD | {"quote": "Lind did sign", "kind": "sign"}
    unknown = GOOD | {"kind": "married"}
    model.answers = [answer(invented, turned, unknown, "nonsense", {"kind": "meet"}, GOOD)]
    claims, run = extract_with_model(document(), shipped_names(), asking=Asking("scripted"))
    assert [claim.kind for claim in claims] == ["meet"]
    assert len(run.refused) == 5


def test_an_answer_that_is_no_json_is_asked_for_once_more(model: Scripted) -> None:
    model.answers = ["I am sorry", answer(GOOD)]
    claims, run = extract_with_model(document(), shipped_names(), asking=Asking("scripted"))
    assert len(claims) == 1
    assert run.calls == 3


def test_no_readable_answer_is_an_error(model: Scripted) -> None:
    model.answers = ["no"] * 4
    with pytest.raises(ClaimsError, match="no answer that could be read"):
        extract_with_model(document(), shipped_names(), asking=Asking("scripted"))


def test_what_was_missed_is_asked_for_with_what_was_found(model: Scripted) -> None:
    second = GOOD | {
        "kind": "cooperate",
        "phase": "agreed",
        "quote": "They agreed to share grain data",
    }
    model.answers = [answer(GOOD), answer(second, GOOD)]
    claims, _ = extract_with_model(document(), shipped_names(), asking=Asking("scripted"))
    assert [claim.kind for claim in claims] == ["meet", "cooperate"]
    assert "- meet, occurred: Ueda and Lind met (2021-05-03)." in model.prompts[1]


def test_a_long_text_is_read_in_windows_cut_between_sentences(model: Scripted) -> None:
    text = " ".join(f"Minister Ueda met Governor Number{n} in Oslo in 2021." for n in range(40))
    extract_with_model(document(text), shipped_names(), asking=Asking("scripted", window=500))
    shown = [prompt.rsplit("Text:\n", 1)[1].strip() for prompt in model.prompts]
    assert len(shown) > 6
    assert all(part.endswith("2021.") and len(part) <= 500 for part in shown)
    assert all(f"Number{n} " in " ".join(shown) for n in range(40))


def test_braces_of_an_article_are_left_alone(model: Scripted) -> None:
    extract_with_model(document("Ueda wrote {text} and {found} to Lind."), shipped_names(), asking=Asking("scripted"))
    assert model.prompts[0].rstrip().endswith("Ueda wrote {text} and {found} to Lind.")


def test_an_unknown_model_is_named(model: Scripted) -> None:
    with pytest.raises(ClaimsError, match="unknown model 'nobody'"):
        extract_with_model(document(), shipped_names(), asking=Asking("nobody"))


def test_the_schema_closes_the_vocabularies() -> None:
    item = schema()["properties"]["claims"]["items"]["properties"]
    assert "meet" in item["kind"]["enum"]
    assert "failed" in item["phase"]["enum"]
