"""The model that is asked, and what went wrong where it did not answer."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import dataclass
from typing import Any

from claims.errors import ClaimsError

#: what holds the key of the server at --base-url; keys for the llm package's own models are its business
KEY = "CLAIMS_LLM_KEY"

#: what servers answer that take no schema of the answer: it is then told in words
_NO_SCHEMA = (400, 422, 500, 501)


@dataclass(frozen=True)
class Asking:
    """How a model is asked. None = the default of what stands behind it.

    `model`: a name or alias that `llm` knows, or with `base_url` a name that the server knows. `base_url`: a server
    with OpenAI's protocol, mostly ending in /v1. `timeout`: seconds for one answer, all tries of it together.
    `budget`: tokens, asked and answered, after which nothing more is asked. `window`: characters of text shown at once.
    """

    model: str | None = None
    base_url: str | None = None
    timeout: float = 120.0
    budget: int | None = None
    window: int = 6000


class Failure(Exception):
    """A model that did not answer: `reason` in words, the next step, and whether asking on is of no use now."""

    def __init__(self, reason: str, next_step: str, *, lasting: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.next_step = next_step
        self.lasting = lasting


@dataclass(frozen=True)
class Reply:
    """The text of an answer, and the tokens that it took where the server counts them; 0 = not told."""

    text: str
    input_tokens: int
    output_tokens: int


def chosen(asking: Asking) -> Any:
    """The model to ask. Raises ClaimsError without the `llm` package, or for a model that it does not know."""
    try:
        import llm
    except ImportError:
        raise ClaimsError("the llm extractor needs the llm package", "pip install 'claims[llm]'") from None
    if asking.base_url is not None:
        if asking.model is None:
            raise ClaimsError("--base-url needs the name of a model there", "give --model")
        return _at(asking)
    try:
        return llm.get_model(asking.model)
    except llm.UnknownModelError as error:
        raise ClaimsError(
            f"unknown model {asking.model!r}: {error}", "`llm models` lists those that are installed"
        ) from None


def ask(model: Any, prompt: str, schema: dict[str, Any], asking: Asking) -> Reply:
    """The model's answer. Raises Failure where there is none within the time, or the server gives an error."""
    box: list[Reply | BaseException] = []
    with_schema = model.supports_schema and not getattr(model, "refused_schema", False)
    question = prompt if with_schema else f"{prompt}\n\nAnswer with JSON alone, of this schema:\n{json.dumps(schema)}\n"
    worker = threading.Thread(target=_answer, args=(model, question, schema if with_schema else None, box), daemon=True)
    worker.start()
    worker.join(asking.timeout)  # whatever the plugin waits for: a time-out of its own is not every plugin's
    if not box:
        raise Failure(
            f"{_who(model, asking)} did not answer within {asking.timeout:g} seconds", "give --timeout", lasting=False
        )
    if isinstance(box[0], Reply):
        return box[0]
    if with_schema and _status(box[0]) in _NO_SCHEMA:
        model.refused_schema = True
        try:
            return ask(model, prompt, schema, asking)
        except Failure:
            model.refused_schema = False  # it failed for another reason
            raise
    raise _failure(box[0], model, asking) from None


def tokens(text: str) -> int:
    """About how many tokens a text has: one for four Latin letters, one for each other letter."""
    latin = sum(letter < "\u0250" for letter in text)
    return latin // 4 + len(text) - latin + 1


def _answer(model: Any, prompt: str, schema: dict[str, Any] | None, box: list[Reply | BaseException]) -> None:
    try:
        response = model.prompt(prompt, schema=schema) if schema else model.prompt(prompt)
        text = response.text()
        usage = response.usage()
        box.append(Reply(text, usage.input or 0, usage.output or 0))
    except BaseException as error:  # a plugin raises whatever its service gives; nothing may be lost in this thread
        box.append(error)


def _at(asking: Asking) -> Any:
    from llm.default_plugins.openai_models import Chat

    class Served(Chat):
        """A model behind an address, with the time-out on its connection too."""

        needs_key = None  # type: ignore[assignment]

        def get_client(self, key: str | None, *, async_: bool = False) -> Any:
            client: Any = super().get_client(key, async_=async_)  # type: ignore[no-untyped-call]
            return client.with_options(timeout=asking.timeout, api_key=os.environ.get(KEY) or "none")

    return Served(  # type: ignore[no-untyped-call]
        asking.model, model_name=asking.model, api_base=asking.base_url, supports_schema=True
    )


def _who(model: Any, asking: Asking) -> str:
    return f"the server at {asking.base_url}" if asking.base_url else f"model {model.model_id}"


def _status(error: BaseException) -> int | None:
    """The HTTP status in an error of whatever client: openai's and anthropic's have it, httpx's in the response."""
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) else None


def _failure(error: BaseException, model: Any, asking: Asking) -> Failure:
    who, status = _who(model, asking), _status(error)
    names = {kind.__name__ for one in (error, error.__cause__, error.__context__) for kind in type(one).__mro__}
    told = " ".join(str(error).split())[:200]
    if status == 429:
        return Failure(f"{who} limits the rate (429)", "wait, then ask again", lasting=True)
    if status in (401, 403):
        where = f"${KEY}" if asking.base_url else "`llm keys set`"
        return Failure(f"{who} refused the key ({status})", f"set it: {where}", lasting=True)
    if status == 404:
        return Failure(
            f"{who} knows no such address, or no model {asking.model!r} (404)",
            "check --base-url, which mostly ends in /v1, and --model",
            lasting=True,
        )
    if status is not None and status >= 500:
        return Failure(f"{who} failed ({status})", "ask again later", lasting=False)
    if status is not None:
        return Failure(f"{who} refused the question ({status}): {told}", "try a smaller --window", lasting=True)
    if any("Timeout" in name for name in names):
        return Failure(f"{who} did not answer within {asking.timeout:g} seconds", "give --timeout", lasting=False)
    if names & {"RemoteProtocolError", "ReadError", "IncompleteRead", "ChunkedEncodingError"}:
        return Failure(f"{who} broke off its answer", "ask again", lasting=False)
    if any("Connect" in name for name in names):
        return Failure(f"{who} cannot be reached", "check that it runs, and --base-url", lasting=True)
    return Failure(
        f"{who} gave an error: {told or type(error).__name__}", "try again, or another --model", lasting=False
    )
