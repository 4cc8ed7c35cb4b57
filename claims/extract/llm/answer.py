"""What a model is asked, and what it answered: prompts, the schema of an answer, and the items read out of one."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from claims.vocabulary import KINDS, ROLES, TERMS

_PROMPTS = Path(__file__).parent / "prompts"
_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?</\1>", re.S | re.I)
_THOUGHT_ENDS = re.compile(r"</(?:think|thinking|reasoning)>", re.I)
_OPENS = re.compile(r"[\[{]")


@dataclass(frozen=True)
class Answer:
    """The items of an answer; `whole` is False where it broke off, and the items are those before."""

    items: list[Any]
    whole: bool = True


def read_answer(text: str) -> Answer | None:
    """The items of an answer: JSON by itself, in a fence, or with words or a thought before it; None where there are none.

    What stands in <think> is no answer, the JSON in it neither; the opening tag may be missing, as some servers eat it.
    """
    text = _THOUGHT_ENDS.split(_THOUGHT.sub("", text))[-1]
    decoder = json.JSONDecoder()
    cut: list[Any] = []
    at = 0
    while opens := _OPENS.search(text, at):
        at = opens.start()
        try:
            data, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at += 1
            continue
        if isinstance(data, dict) and isinstance(data.get("claims"), list):
            return Answer(data["claims"])
        if isinstance(data, list) and all(_is_item(one) for one in data) and not cut:
            return Answer(data)
        if _is_item(data):
            cut.append(data)
        at = end
    return Answer(cut, whole=False) if cut else None


def _is_item(data: Any) -> bool:
    return isinstance(data, dict) and "quote" in data


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
        **dict.fromkeys(("asserter", "date", "date_text", "due", "due_text", "quantity", "quote"), text),
        "arguments": {"type": "array", "items": argument},
    }
    item = {"type": "object", "properties": properties, "required": ["kind", "phase", "quote", "arguments"]}
    return {"type": "object", "properties": {"claims": {"type": "array", "items": item}}, "required": ["claims"]}


def filled(name: str, values: dict[str, str]) -> str:
    """The prompt of this name with the values in it."""
    text = _prompt(name)
    for key, value in ({"vocabulary": _vocabulary()} | values).items():
        if key != "text":
            text = text.replace("{" + key + "}", value)
    return text.replace("{text}", values["text"])  # last, so that braces in the article stay as they are


def prompt_hash() -> str:
    """SHA-256 over the prompts and the vocabulary in them: what a run was asked."""
    return hashlib.sha256("\0".join([_prompt("claims"), _prompt("missed"), _vocabulary()]).encode()).hexdigest()


@cache
def _prompt(name: str) -> str:
    return (_PROMPTS / f"{name}.txt").read_text("utf-8")


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
