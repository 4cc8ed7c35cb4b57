"""Whether an English weekday lies ahead, by the words of its clause."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r";|\b(?:that|which|who|after|before|while|but|when|where|because)\b|,\s(?:and|said|saying)\b")
_TO_COME = re.compile(
    r"\b(?:will|won['’]t|would|shall|(?:is|are|was|were|be|been) (?:now |also )?(?:to|due|set|scheduled|expected|likely"
    r"|slated|planned)|plans?|intends?|hopes?|scheduled|due|(?:set|planned) for|upcoming|postponed (?:to|until))\b",
    re.I,
)
#: what only says which: ", set for 12 March, "
_ASIDE = re.compile(r",\s(?:originally |first )?(?:set|scheduled|due|planned|slated|expected)\b[^,]*,")
_SAYING = re.compile(r"\b(?:said|told [\w ]{1,30}|announced|stated|reported|confirmed|warned)\s(?:\w+\s)?(?:on\s)?$")


def weekday_ahead(text: str, start: int, end: int) -> bool:
    """Whether the English weekday at `text[start:end]` is one to come: "will meet on Friday", not "said on Friday"."""
    before = [match.end() for match in _CLAUSE.finditer(text, 0, start)]
    clause = _ASIDE.sub("", text[before[-1] if before else 0 : start])
    if _SAYING.search(clause):
        return False
    if _TO_COME.search(clause):
        return True
    after = _CLAUSE.search(text, end)
    opens = len(clause.split()) <= 2  # "On Friday, the ministers will meet"
    return opens and bool(_TO_COME.search(text, end, after.start() if after else len(text)))
