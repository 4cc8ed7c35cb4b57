"""A document shown to a model window by window; what could not be read is said, and can be asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claims.errors import ClaimsError
from claims.extract.gazetteer import Names
from claims.extract.llm.answer import Answer, filled, prompt_hash, read_answer, schema
from claims.extract.llm.checking import Checker, Refused
from claims.extract.llm.server import Asking, Failure, ask, chosen, tokens
from claims.records import Claim, Document
from claims.text import split_sentences

_OVERLAP = 1  # sentences that two windows share
_PATIENCE = 2  # windows that fail one after the other, before the rest is left
_EXPECTED = 600  # tokens of a usual answer, for the estimate
_LISTED = 40  # claims of a window that are told to the model when it is asked what was missed

Place = tuple[int, int]


class Unread(NamedTuple):
    """A sentence that the model was not shown, or for which no answer came, and why."""

    start: int
    end: int
    why: str


@dataclass
class ModelRun:
    """What a model was asked and gave: for the run's row, and for the reader of what was refused.

    `unread` are the sentences that are still to be read: the run is then a partial one. `asked` are those it had to read.
    """

    model: str
    prompt_sha256: str
    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    refused: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    asked: list[Place] = field(default_factory=list)

    @property
    def tokens(self) -> int:
        return self.input_tokens + self.output_tokens

    def as_parameters(self) -> dict[str, Any]:
        """What the run's row records beside the model's name."""
        return {
            "prompt_sha256": self.prompt_sha256,
            "calls": self.calls,
            "input_tokens": self.input_tokens,
            "output_tokens": self.output_tokens,
            "refused": len(self.refused),
            "unread": len(self.unread),
        }


def extract_with_model(
    document: Document,
    names: Names,
    *,
    asking: Asking | None = None,
    anchor: str | None = None,
    only: Sequence[Place] | None = None,
    tell: Callable[[str], None] | None = None,
) -> tuple[list[Claim], ModelRun]:
    """The claims that a model reads in the document's text, and the record of the run.

    Long texts are read in windows, cut between sentences. Each item is checked by itself: one that is not of the
    schema, whose quote, names or date words do not stand in the text, or whose words say something else than it does,
    is refused with a reason (`ModelRun.refused`) and costs no other. An answer that is no JSON is asked for once more.
    A window that gets no answer leaves its sentences unread (`ModelRun.unread`); `only` are the sentences (start, end)
    to read, None = all. `tell` gets an estimate before the first question, and the number of each window.

    Raises ClaimsError without the `llm` package, for an unknown model, or where no window at all could be read.
    """
    asking = asking or Asking()
    model = chosen(asking)
    text = document.text or ""
    run = ModelRun(str(model.model_id), prompt_hash())
    sentences = [(s.start, s.end) for s in split_sentences(text, document.language)]
    wanted = sentences if only is None else [place for place in sentences if place in set(only)]
    run.asked = wanted
    fits = [place for place in wanted if place[1] - place[0] <= asking.window]
    run.unread += [Unread(*place, "longer than a window") for place in wanted if place not in set(fits)]
    windows = list(_windows(fits, sentences, asking.window))
    tell = tell or (lambda _: None)
    tell(_estimate(text, windows, document.language, anchor, asking))
    claims: dict[str, Claim] = {}
    checker = Checker(document, names, anchor)
    failed: Failure | None = None
    in_a_row = 0
    read: set[Place] = set()
    for number, window in enumerate(windows, 1):
        start, end = window[0][0], window[-1][1]
        if failed and (failed.lasting or in_a_row >= _PATIENCE):
            break
        shown = {"text": text[start:end], "anchor": anchor or "unknown", "language": document.language}
        if asking.budget is not None and run.tokens + _cost(shown) > asking.budget:
            failed = Failure(f"the budget of {asking.budget} tokens is spent", "give a larger --budget", lasting=True)
            break
        if len(windows) > 1:
            tell(f"window {number} of {len(windows)}")
        found: list[Claim] = []
        try:
            for prompt in ("claims", "missed"):
                items = _items(model, filled(prompt, shown | {"found": _listed(found)}), run, asking)
                found += _checked(items.items, checker, (start, end), run)
                if not items.whole:
                    raise Failure("the answer broke off", "try a smaller --window", lasting=False)
            read |= set(window)
            in_a_row = 0
        except Failure as failure:
            failed = failure
            in_a_row += 1
            run.refused.append(f"characters {start} to {end}: {failure.reason}")
        for claim in found:
            claims.setdefault(repr((claim.kind, claim.phase, claim.polarity, claim.arguments, claim.evidence)), claim)
    if failed is not None:
        run.unread += [Unread(*place, failed.reason) for place in fits if place not in read]
        if not read and not claims:
            raise ClaimsError(failed.reason, failed.next_step)
    run.unread.sort()
    return list(claims.values()), run


def _checked(items: list[Any], checker: Checker, window: Place, run: ModelRun) -> Iterator[Claim]:
    for item in items:
        try:
            yield checker.claim(item, *window)
        except Refused as refused:
            run.refused.append(str(refused))


def _items(model: Any, prompt: str, run: ModelRun, asking: Asking) -> Answer:
    """The answer to a prompt, asked for twice where the first is no JSON. Raises Failure where the second is none either."""
    answer: Answer | None = None
    for _ in range(2):
        run.calls += 1
        reply = ask(model, prompt, schema(), asking)
        run.input_tokens += reply.input_tokens or tokens(prompt)
        run.output_tokens += reply.output_tokens or tokens(reply.text)
        answer = read_answer(reply.text) or answer
        if answer and answer.whole:
            return answer
    if answer:
        return answer
    raise Failure(
        f"model {run.model} gave no answer that could be read", "try again, or another --model", lasting=False
    )


def _listed(found: list[Claim]) -> str:
    return "\n".join(f"- {one.kind}, {one.phase}: {one.summary}" for one in found[:_LISTED]) or "(none)"


def _windows(fits: list[Place], sentences: list[Place], size: int) -> Iterator[list[Place]]:
    """Runs of neighbouring sentences, each as long as `size` allows; two that follow one another share a sentence."""
    order = {place: number for number, place in enumerate(sentences)}
    first = 0
    while first < len(fits):
        last = first
        while (
            last + 1 < len(fits)
            and fits[last + 1][1] - fits[first][0] <= size
            and order[fits[last + 1]] == order[fits[last]] + 1
        ):
            last += 1
        yield fits[first : last + 1]
        if last + 1 >= len(fits):
            return
        joined = order[fits[last + 1]] == order[fits[last]] + 1
        first = max(first + 1, last + 1 - _OVERLAP) if joined else last + 1


def _cost(shown: dict[str, str]) -> int:
    """About how many tokens a window takes: it is asked two questions."""
    return 2 * (tokens(filled("missed", shown | {"found": ""})) + _EXPECTED)


def _estimate(text: str, windows: list[list[Place]], language: str, anchor: str | None, asking: Asking) -> str:
    """What the reading is going to take, in words."""
    shown = [text[window[0][0] : window[-1][1]] for window in windows]
    cost = sum(_cost({"text": one, "anchor": anchor or "unknown", "language": language}) for one in shown)
    return (
        f"{sum(map(len, shown)):,} characters in {len(windows)} window{'s' * (len(windows) != 1)}: {2 * len(windows)} questions, "
        f"about {cost:,} tokens, {asking.timeout:g} seconds at most for each answer"
    )
