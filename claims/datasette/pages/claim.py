"""The page of a claim: the statement, the words that bear it, who says so, and what others say of the same event."""

from __future__ import annotations

from typing import Any, TypedDict

from claims.datasette.asking import Ask
from claims.datasette.comparing import against
from claims.datasette.showing import Row, Shown
from claims.vocabulary import TERMS

_ENDS = "。．.!?！？\n"


class ClaimPage(TypedDict):
    """A claim with the words that bear it, and `beside` it what others say of the same event."""

    claim: Row
    passages: list[Row]
    arguments: list[Row]
    beside: list[Row]
    links: list[Row]
    history: list[Row]
    reviews: list[Row]
    cite: dict[str, str]


async def page(ask: Ask) -> Shown[ClaimPage]:
    """A claim, by key or slug: /claim/KEY. One that is superseded or withdrawn is shown as such."""
    claim = await ask.row("claim", key=ask.key)
    number = claim.pop("id")
    event = claim.pop("event_id")
    beside, passages, arguments, links, history, reviews = await ask.each(
        "claim/beside", "claim/passages", "claim/arguments", "claim/links", "claim/history", "claim/reviews",
        claim_id=number, event_id=event, kind=claim["kind"], document=claim["document"],
    )  # fmt: skip
    for other in beside:
        other["against"] = against(claim, other) if other["tells_event"] else "another matter"
    data: ClaimPage = {
        "claim": claim,
        "passages": [_passage(row) for row in passages],
        "arguments": arguments,
        "beside": beside,
        "links": links,
        "history": history,
        "reviews": reviews,
        "cite": _citations(ask, claim),
    }
    return Shown("claim.html", data, {"act": TERMS["speech_act"][claim["speech_act"]]})


def _passage(row: dict[str, Any]) -> dict[str, Any]:
    """The quote within its sentences: what stands before it from the end of the sentence before, and after it."""
    before, after = row["before"] or "", row["after"] or ""
    start = max((before.rstrip(_ENDS + " ").rfind(mark) for mark in _ENDS), default=-1)
    cut = min((place for mark in "。\n" if (place := after.find(mark)) >= 0), default=-1)
    whole = before[start + 1 :] if start >= 0 else before
    row["before"] = whole.lstrip() if len(before) < 300 or start >= 0 else f"… {whole}"
    row["after"] = after[: cut + 1].rstrip("\n") if cut >= 0 else after + ("…" if len(after) == 300 else "")
    return row


def _citations(ask: Ask, claim: dict[str, Any]) -> dict[str, str]:
    address = ask.datasette.absolute_url(ask.request, ask.datasette.urls.path(f"/claim/{claim['key']}"))
    published = claim["published_on"] or "n.d."
    asserter = f" (by {claim['asserter']})" if claim["asserter"] else ""
    recorded = claim["recorded_at"][:10]
    text = (
        f"{claim['publisher']}, “{claim['title']}” ({published}){asserter}: {claim['summary']} "
        f"Claim {claim['key']}, recorded {recorded}. {address}"
    )
    fields = {
        "author": f"{{{claim['publisher']}}}",
        "title": claim["title"],
        "year": published[:4] if claim["published_on"] else "",
        "date": claim["published_on"] or "",
        "url": claim["url"] or address,
        "note": f"{claim['summary']} Claim {claim['key']}, {address}",
    }
    body = "".join(f"  {name} = {{{_bibtex(value)}}},\n" for name, value in fields.items() if value)
    return {"text": text, "bibtex": f"@misc{{claim-{claim['key'][:10]},\n{body}}}"}


def _bibtex(value: str) -> str:
    """Braces that stand for themselves would end the field early; the author's outer pair is meant."""
    outer = value.startswith("{") and value.endswith("}")
    inner = value[1:-1] if outer else value
    for character in "\\{}":
        inner = inner.replace(character, "")
    for character in "%&#_$":
        inner = inner.replace(character, f"\\{character}")
    return f"{{{inner}}}" if outer else inner
