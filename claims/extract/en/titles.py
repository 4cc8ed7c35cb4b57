"""The title beside a name in an English sentence, and whose office it is."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Names
from claims.extract.mentions import Mention

HEAD = (
    r"(?:(?:prime|foreign|vice|deputy|state|first|chief cabinet|under|assistant|permanent|executive vice|parliamentary"
    r"|senior|special|trade|defen[cs]e|finance|commerce|industry|economy|economic|security|national|chief)[ -])*"
    r"(?:ministers?|secretary[- ]general|secretar(?:y|ies)|president|premier|chancellor|ambassador"
    r"|commissioner|chair(?:man|woman|person)?|governor"
    r"|director[- ]general|director|representative|envoy|spokes(?:man|woman|person)|speaker|undersecretary"
    r"|advis[eo]r|leader|general|admiral|king|emperor|senator|chief executive(?: officer)?|chief|counterpart|chancellor"
    r"|negotiator|diplomat|diplomacy chief|crown prince|prince|sheikh|managing director|head|undersecretary)"
)
FIELDS = r"(?:\s(?:of|for)\s(?:the\s)?[A-Z][\w.-]*(?:(?:,\s(?:and\s)?|\sand\s|\s(?:of\s)?(?:the\s)?)(?!and)[A-Z][\w.-]*){0,6}?)?"
_BEFORE = r"(?:(?:[A-Z][\w.&’'-]*,?|and|of|for|the|[a-z-]+(?=\s(?:minister|secretary)))\s){0,6}?"
_TITLE_AT_END = re.compile(rf"(?:^|(?<=[\s(“\"]))(?P<title>{_BEFORE}(?i:{HEAD}){FIELDS}),?\s$")
APPOSED = re.compile(
    rf",\s(?P<title>(?:(?:the|an?|his|her)\s)?(?:[A-Z][\w.]*(?:['’]s)?\s){{0,4}}(?:(?:new|then|outgoing|former|top)\s)?(?i:{HEAD})"
    rf"(?:\s(?:of|for)\s(?:the\s)?[\w-]+(?:(?:,\s|\sand\s|,\sand\s|\s)(?!said|who|met|and\s[A-Z])[\w-]+){{0,5}}?)?)(?=,|\.$|;)"
)


def title_of(text: str, mention: Mention, floor: int, names: Names) -> None:
    """Give the mention the title before it, not further back than `floor`, or behind its comma, and its owner."""
    window = text[floor : mention.start]
    match = _TITLE_AT_END.search(window)
    if match:
        start, end = floor + match.start("title"), floor + match.end("title")
        while text[start:end].split(" ")[0] in (
            "and",
            "the",
            "The",
            "of",
            "for",
            "with",
            "by",
            "between",
            "In",
            "When",
        ):
            start = text.index(" ", start) + 1
        start = _last_title(text, start, end)
        mention.office = (start, end)
        mention.outer_start = start
    else:
        match = APPOSED.match(text, mention.end)
        if match:
            start, end = match.span("title")
            if text[start : start + 4] == "the ":
                start += 4
            mention.office = (start, end)
            mention.outer_end = end
    if mention.office:
        _owner(text, mention, names)


def _last_title(text: str, start: int, end: int) -> int:
    """Where the title begins that stands last: not with a weekday, nor with another person's title before an "and"."""
    for match in re.finditer(
        r"(?:\w+day|January|February|March|April|May|June|July|August|September|October|November|December)(?:,\s|\s)",
        text[start:end],
    ):
        start += match.end()
    for match in reversed(list(re.finditer(r"\sand\s|,\s", text[start:end]))):
        before, after = text[start : start + match.start()], text[start + match.end() : end]
        if re.search(rf"\b(?i:{HEAD})\b", before) and re.search(rf"\b(?i:{HEAD})\b", after):
            return start + match.end()
    return start


def _owner(text: str, mention: Mention, names: Names) -> None:
    """The state or organisation that the title names."""
    assert mention.office
    start, end = mention.office
    title = text[start:end]
    for adjective, code in names.adjectives.items():
        if title.startswith(adjective) and title[len(adjective) : len(adjective) + 1] in (" ", "'", "’"):
            mention.of = (start, start + len(adjective), names.states.get(code))
            return
    for hit in names.find(title, "en"):
        if hit.known.kind in ("state", "organisation"):
            mention.of = (start + hit.start, start + hit.end, hit.known)
            if title[hit.end : hit.end + 2] in ("'s", "’s"):
                mention.office = (start + hit.end + 3, end)
            return
    first = re.match(r"[A-Z]{3,6}(?=\s)", title)
    if first:
        known = names.known(first.group())
        mention.of = (start, start + len(first.group()), known)
    elif re.search(r"European Commission", title):
        mention.of = (start, start + len("European Commission"), names.known("European Commission"))
