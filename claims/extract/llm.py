"""The `llm` extractor: claims read by a language model, each kept only where its quote stands in the text.

The model comes from the `llm` package (`pip install 'claims[llm]'`), so that users take any that it has a plugin for.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from claims.errors import AlignmentError, ClaimsError, RecordError
from claims.extract.gazetteer import Names
from claims.quotes import Aligner
from claims.records import Argument, Claim, Document, Evidence, record_from_object
from claims.text import split_sentences
from claims.vocabulary import KINDS, ROLES, TERMS

_WINDOW = 6000  # characters of text shown at once
_OVERLAP = 1  # sentences that two windows share
_PROMPTS = Path(__file__).parent / "prompts"
_FIELDS = (
    "kind",
    "phase",
    "polarity",
    "certainty",
    "speech_act",
    "asserter",
    "date",
    "date_text",
    "due",
    "due_text",
    "summary",
)


@dataclass
class ModelRun:
    """What a model was asked and gave: for the run's row, and for the reader of what was refused."""

    model: str
    prompt_sha256: str
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    refused: list[str] = field(default_factory=list)

    def as_parameters(self) -> dict[str, Any]:
        """What the run's row records beside the model's name."""
        return {
            "prompt_sha256": self.prompt_sha256,
            "calls": self.calls,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "refused": len(self.refused),
        }


def extract_with_model(
    document: Document, names: Names, *, model: str | None = None, anchor: str | None = None, window: int = _WINDOW
) -> tuple[list[Claim], ModelRun]:
    """The claims that a model reads in the document's text, and the record of the run.

    `model` is a name or alias that `llm` knows; None = its default. Long texts are read in windows of about `window`
    characters, cut between sentences. Each item is checked by itself: one that is not of the schema, or whose quote
    does not stand in the text, is refused with a reason (`ModelRun.refused`) and costs no other. An answer that is no
    JSON is asked for once more. Raises ClaimsError without the `llm` package, for an unknown model, or where no
    answer could be read.
    """
    chosen = _model(model)
    text = document.text or ""
    run = ModelRun(chosen.model_id, _prompt_hash())
    aligner = Aligner(text)
    claims: dict[str, Claim] = {}
    readable = False
    for start, end in _windows(text, document.language, window):
        asked = {"text": text[start:end], "anchor": anchor or "unknown", "language": document.language}
        found: list[Claim] = []
        for prompt in ("claims", "missed"):
            listed = "\n".join(f"- {one.kind}, {one.phase}: {one.summary}" for one in found) or "(none)"
            items = _ask(chosen, _filled(prompt, asked | {"found": listed}), run)
            readable = readable or items is not None
            for item in items or ():
                claim = _claim(item, document, names, aligner, start, end, run)
                if claim is not None:
                    found.append(claim)
        for claim in found:
            claims.setdefault(repr((claim.kind, claim.phase, claim.polarity, claim.arguments, claim.evidence)), claim)
    if not readable:
        raise ClaimsError(f"model {run.model} gave no answer that could be read", "try again, or another --model")
    return list(claims.values()), run


def _model(name: str | None) -> Any:
    try:
        import llm
    except ImportError:
        raise ClaimsError("the llm extractor needs the llm package", "pip install 'claims[llm]'") from None
    try:
        return llm.get_model(name)
    except llm.UnknownModelError as error:
        raise ClaimsError(f"unknown model {name!r}: {error}", "`llm models` lists those that are installed") from None


def _ask(model: Any, prompt: str, run: ModelRun) -> list[Any] | None:
    """The items of the model's answer; asked twice where the first is no JSON; None where the second is none either."""
    for _ in range(2):
        run.calls += 1
        try:
            response = model.prompt(prompt, schema=schema()) if model.supports_schema else model.prompt(prompt)
            answer = response.text()
            usage = response.usage()
        except Exception as error:  # a plugin raises whatever its service gives
            run.refused.append(f"the model failed: {error}")
            continue
        run.input_tokens += usage.input or 0
        run.output_tokens += usage.output or 0
        items = _items(answer)
        if items is not None:
            return items
        run.refused.append("the answer was no JSON of the schema")
    return None


def _items(answer: str) -> list[Any] | None:
    start, end = answer.find("{"), answer.rfind("}")
    try:
        data = json.loads(answer[start : end + 1])
    except ValueError:
        return None
    items = data.get("claims") if isinstance(data, dict) else None
    return items if isinstance(items, list) else None


def _claim(
    item: Any, document: Document, names: Names, aligner: Aligner, start: int, end: int, run: ModelRun
) -> Claim | None:
    if not isinstance(item, dict) or not isinstance(item.get("quote"), str):
        run.refused.append("an item without a quote")
        return None
    quote = item["quote"]
    try:
        found = aligner.align(quote, start, end)
    except AlignmentError as error:
        run.refused.append(f"{quote[:60]!r}: {error}")
        return None
    if found is None:
        run.refused.append(f"{quote[:60]!r} does not stand in the text")
        return None
    told = {name: item[name] for name in _FIELDS if item.get(name) not in (None, "")}
    if "date" in told:
        whole = str(told["date"])[:4] in str(told.get("date_text", ""))
        told["date_basis"] = "inherited" if "date_text" not in told else "stated" if whole else "completed"
    arguments = [one for one in item.get("arguments") or () if isinstance(one, dict)]
    try:
        claim = record_from_object(
            told
            | {
                "record": "claim",
                "document": document.slug or document.key or document.title,
                "arguments": [{"role": one.get("role"), "name": one.get("name")} for one in arguments],
                "evidence": [{"quote": quote}],
            }
        )
    except RecordError as error:
        run.refused.append(f"{quote[:60]!r}: {error}")
        return None
    assert isinstance(claim, Claim)
    if not claim.arguments and claim.date is None:
        run.refused.append(f"{quote[:60]!r}: neither a participant nor a date")
        return None
    claim.evidence = tuple(Evidence(start=a, end=b, alignment=found.status) for a, b in found.spans)
    claim.arguments = tuple(_meant(one, names) for one in claim.arguments)
    claim.confidence = round(0.8 * found.score, 3)
    return claim


def _meant(argument: Argument, names: Names) -> Argument:
    known = names.known(argument.name)
    return Argument(role=argument.role, name=argument.name, entity=known.slug if known else None)


def _windows(text: str, language: str, size: int) -> Iterator[tuple[int, int]]:
    spans = [span for span in split_sentences(text, language) if span.end - span.start <= size]
    first = 0
    while first < len(spans):
        last = first
        while last + 1 < len(spans) and spans[last + 1].end - spans[first].start <= size:
            last += 1
        yield spans[first].start, spans[last].end
        if last + 1 >= len(spans):
            return
        first = max(first + 1, last + 1 - _OVERLAP)


def schema() -> dict[str, Any]:
    """The JSON Schema of a model's answer."""
    text = {"type": "string"}
    argument = {
        "type": "object",
        "properties": {"role": {"type": "string", "enum": list(ROLES)}, "name": text},
        "required": ["role", "name"],
    }
    properties: dict[str, Any] = {
        "kind": {"type": "string", "enum": list(KINDS)},
        **{
            name: {"type": "string", "enum": list(TERMS[name])}
            for name in ("phase", "polarity", "certainty", "speech_act")
        },
        **dict.fromkeys(("asserter", "date", "date_text", "due", "due_text", "summary", "quote"), text),
        "arguments": {"type": "array", "items": argument},
    }
    item = {"type": "object", "properties": properties, "required": ["kind", "phase", "quote", "summary", "arguments"]}
    return {"type": "object", "properties": {"claims": {"type": "array", "items": item}}, "required": ["claims"]}


@cache
def _prompt(name: str) -> str:
    return (_PROMPTS / f"{name}.txt").read_text("utf-8")


def _filled(name: str, values: dict[str, str]) -> str:
    text = _prompt(name)
    for key, value in ({"vocabulary": _vocabulary()} | values).items():
        if key != "text":
            text = text.replace("{" + key + "}", value)
    return text.replace("{text}", values["text"])  # last, so that braces in the article stay as they are


@cache
def _vocabulary() -> str:
    lists = {
        "kind": {kind.name: kind.definition for kind in KINDS.values()},
        "role": {role.name: role.definition for role in ROLES.values()},
        **{name: TERMS[name] for name in ("phase", "certainty", "speech_act")},
    }
    return "\n".join(
        f"{name}:\n" + "\n".join(f"  {value}: {why}" for value, why in values.items()) for name, values in lists.items()
    )


def _prompt_hash() -> str:
    return hashlib.sha256("\0".join([_prompt("claims"), _prompt("missed"), _vocabulary()]).encode()).hexdigest()
