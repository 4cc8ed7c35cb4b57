"""Who and what an English sentence names: known names, titled persons, "the two ministers", and what ties each in."""

from __future__ import annotations

import re

from claims.extract.en.groups import alone, companies, groups, paired, untitled
from claims.extract.en.titles import APPOSED, FIELDS, HEAD, title_of
from claims.extract.gazetteer import Hit, Names
from claims.extract.mentions import Mention

_ANY_HEAD = re.compile(
    r"(?i)\b(?:minister|secretar|president|premier|chancellor|ambassador|commissioner|chair|governor"
    r"|director|representative|envoy|spokes|speaker|undersecretary|advis|leader|general|admiral|king"
    r"|emperor|senator|chief|counterpart|negotiator|diplomat|prince|sheikh|head)"
)
_ANY_INSTRUMENT = re.compile(
    r"(?i)agreement|treaty|pact|accord|convention|protocol|memorand|principles|declaration|arrangement"
    r"|letter|statement|communiqu|MO[UC]\b"
)
_ANY_FORMAT = re.compile(
    r"(?i)ministerial|summit|dialogue|consultation|forum|conference|council|committee|negotiation|meeting"
    r"|partnership|network|framework|initiative|talks|2\+2|session|round|working group|task force"
)
_NAME = (
    r"(?:[A-ZÀ-ÖØ-ÞŁŠŽČ][\w’'-]+|[A-Z]\.)(?:\s(?:(?:(?:al|bin|bint|de|der|den|van|von|dela|del|di|da|dos|la|le|ten"
    r"|ter|zu)\s){0,2}[A-Z][\w’'-]+|[A-Z]\.|(?:al|el)-\w+)){0,3}"
)
_UNKNOWN = re.compile(
    rf"(?P<title>(?:(?:[A-Z][\w.&’-]*|[a-z-]+(?=\s(?:minister|secretary)))\s){{0,4}}?\b(?i:{HEAD}){FIELDS})\s(?P<name>{_NAME})"
)
#: "Fiji's trade minister, Jo Berg,"
_UNKNOWN_BEHIND = re.compile(
    rf"(?P<title>(?:[A-Z][\w.&-]*['’]s?\s|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he)\s)(?:[\w-]+\s){{0,3}}?(?i:{HEAD})(?:\s(?:of|for)\s(?:[\w-]+\s?){{1,5}}?)?),\s(?P<name>{_NAME})(?=,|\.|;|$|\sand\sthe\s)"
)
_NOT_NAMES = re.compile(
    r"(?<![\w-])(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|The|Meeting|Summit|Ministerial|Conference|Dialogue|Council|Statement|Level"
    r"|Agreement|Committee|Office|Order|In|On|At|And|Both|Talks|Network|Force|Forces|Consultations?|General|House|Assembly|Debate|Security|Secretariat|Staff|Motors|Electric|Parliament|Bank|Fund|Affairs|Republic|Ministry)(?![\w-])"
)
_GIVEN = re.compile(r"\sand\s[A-Z]\w+,\s(?P<given>[A-Z][\w-]+)\s$")
_UNKNOWN_APPOSED = re.compile(rf"(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|[A-Z]\.)){{1,3}})(?={APPOSED.pattern})")
_UNKNOWN_MET = re.compile(
    r"\b(?:met|meet|meets|meeting|talks)(?: with)?\s(?P<name>[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]+|[A-Z]\.)){1,2})(?=\s[a-z]|[.,]|$)"
)
_ORGANISATION = re.compile(
    r"(?:[A-Z][\w.]*(?:['’]s)?\s)?(?:(?:Foreign|Defen[cs]e|Commerce|Trade|Finance|Industry|Justice|Energy"
    r"|Interior|Unification|State|Treasury|Economy|Education|Labor|Agriculture"
    r"|Transport)\s(?:and\s[A-Z]\w+\s)?(?:Ministry|Department)"
    r"|(?:Ministry|Department|Bureau|Office)\sof\s(?:the\s)?[A-Z]\w+(?:(?:,\s|\sand\s|,\sand\s"
    r"|\s)[A-Z]\w+){0,3}|White\sHouse|Kremlin|Pentagon|Blue\sHouse|[Gg]overnment(?=\s[a-z])"
    r"|\b[A-Za-z][a-z]+\sministry(?=\s[a-z]))"
)
_REFERENCE = re.compile(
    r"\b(?:(?P<they>[Tt]hey|[Bb]oth (?:sides|ministers|leaders|countries|governments|nations|parties"
    r"|officials)|[Bb]oth(?= (?:agreed|also|said))"
    r"|[Tt]he (?:two )?sides|[Tt]he (?P<count>two|three|four|five|2|3|4)(?: (?:(?:foreign|defen[cs]e|trade"
    r"|economic|commerce|industry|finance) )*(?:ministers|leaders|sides|countries|nations"
    r"|governments|parties|officials|secretaries|presidents|allies|states)(?= |,|\.|$)"
    r"|(?=,|\.|$| (?:also|both|have|had|has|will|would|are|were|may|did|met|held|spoke|took|hope|plan|intend|want|[a-z]+ed)\b))"
    r"|[Tt]he (?:ministers|leaders|parties|officials|delegations|governments|countries|presidents)|[Rr]epresentatives|[Tt]heir)"
    r"|(?P<he>(?:[Hh]e|[Ss]he)(?=\s)|[Tt]he (?i:minister|secretary|president|prime minister|premier"
    r"|chancellor|ambassador|foreign minister|defen[cs]e minister)(?=\s(?!of\b|for\b)[a-z])))\b"
)
_FORMAT = re.compile(
    r"(?:(?:[A-Z][\w.&’'()+-]*|2\+2|and|of|on|the(?= [A-Z]))[\s–-]+){0,9}?(?:(?:[A-Z][\w.-]*|2\+2)[\s-])"
    r"(?:[Mm]inisterial(?: [Mm]eeting| [Dd]ialogue| [Cc]onference)?|[Ss]ummit(?: [Mm]eeting)?|[Dd]ialogue"
    r"|[Cc]onsultations?|[Ff]orum|[Cc]onference|[Cc]ouncil|[Cc]ommittee|[Nn]egotiations"
    r"|[Mm]eeting|[Ww]orking [Gg]roup|[Tt]ask [Ff]orce"
    r"|[Pp]artnership|[Nn]etwork|[Ff]ramework|[Ii]nitiative|[Tt]alks|2\+2(?!\s[A-Z]|\sdialogue))\b(?:\s\([^()]{2,40}\))?"
    r"|(?:trilateral|bilateral|four-party|quadrilateral|ministerial|high-level|multilateral"
    r"|foreign ministers['’]|defen[cs]e ministers['’]|leaders['’]"
    r"|economic ministers['’])\s(?:\w+\s)?(?:meeting|summit|talks|dialogue|ministerial|session|round)\b"
)
_INSTRUMENT = re.compile(
    r"(?:(?:[A-Z][\w.&’'-]*|and|of|on)\s){0,8}?(?:[A-Z][\w.-]*\s)(?:[Aa]greement|[Tt]reaty|[Pp]act"
    r"|[Aa]ccord|[Cc]onvention|[Pp]rotocol|[Mm]emorandum(?:\sof\s(?:[Uu]nderstanding|[Cc]ooperation))?"
    r"|[Pp]rinciples|[Dd]eclaration|[Aa]rrangement)\b(?:\s\([^()]{2,40}\))?"
    r"|(?:(?:a|an|the|one|another|two)\s)?(?:new\s|reciprocal\s|landmark\s|bilateral\s|trilateral\s|free\s"
    r"|trade\s|defen[cs]e\s|security\s|joint\sleaders['’]\s|leaders['’]\s|joint\s)*(?:memorand(?:um"
    r"|a)(?:\sof\s(?:understanding|cooperation))?|letters?\sof\sintent|treaty|pact|accord|statement"
    r"|communiqu[eé]|declaration|agreement|MOU|MOC)\b(?!\sto\b)"
)
_PREPOSITION = re.compile(
    r"\b(with|between|among|by|in|at|on|about|of|from|to|for|including|through|after|alongside|over|regarding|against|under|via|into"
    r"|in the presence of|to the|as)\s(?:(?:the|a|an|its|their|his|her|both|visiting|counterpart"
    r"|counterparts|then|new|former|current)\s)*$"
)
_LINK = re.compile(r"^(?:\s?,|\s?,?\s(?:and|as well as|or|&)|\s?–|\s?/)(?:\s(?:the|also|with|later|a|an|its))*\s?$")
_POSSESSIVE = re.compile(r"^['’]s?\s")


def mentions(text: str, hits: list[Hit], names: Names) -> list[Mention]:
    """The mentions of one sentence, in order; `tie` is the preposition before, "" for a subject or object."""
    found: list[Mention] = []
    taken: list[tuple[int, int]] = []
    found += groups(text, hits)
    found += [one for one in paired(text, names) if _free(one.start, one.end, [(m.start, m.end) for m in found])]
    people = [hit for hit in hits if hit.known.kind == "person"]
    for hit in people:
        found.append(Mention(hit.start, hit.end, "person", (hit.known,)))
        title_of(text, found[-1], _floor(hits, hit.start), names)
    titled = _ANY_HEAD.search(text) is not None
    strangers = [
        *(_UNKNOWN_BEHIND.finditer(text) if titled else ()),
        *(_UNKNOWN.finditer(text) if titled else ()),
        *(_UNKNOWN_APPOSED.finditer(text) if titled else ()),
        *_UNKNOWN_MET.finditer(text),
    ]
    for match in strangers:
        start, end = match.span("name")
        if " " not in match["name"] and (given := _GIVEN.search(text, 0, start)):
            start = given.start("given")  # "Minister of Trade and Industry, Jo Berg"
        bad = _NOT_NAMES.search(text, start, end)
        if bad:
            end = bad.start() - 1
        for hit in hits:
            if hit.start <= start < hit.end:
                end = start
            elif start < hit.start < end and hit.known.kind != "person":
                end = min(end, hit.start - 1)
        text_of = re.sub(r"['’]s?$", "", text[start:end].rstrip())
        end = start + len(text_of)
        if end - start < 3 or any(one.outer_start < end and start < one.outer_end for one in found):
            continue
        mention = Mention(start, end, "person")
        found.append(mention)
        before = max(_floor(hits, start), *(one.end for one in found if one.end < start), 0)
        title_of(text, mention, before, names)
    for match in untitled(text, {text[hit.start : hit.end] for hit in hits if hit.known.kind == "state"}):
        if _free(*match.span(), [(one.outer_start, one.outer_end) for one in found]) and _free(
            *match.span(), [(hit.start, hit.end) for hit in hits]
        ):
            found.append(Mention(*match.span(), "person"))
    if titled:
        named = [(one.outer_start, one.outer_end) for one in found]
        found += [one for one in alone(text, names) if _free(one.start, one.end, named)]
    taken = [(one.outer_start, one.outer_end) for one in found]
    for hit in hits:
        if hit.known.kind not in ("person", "office") and _free(hit.start, hit.end, taken):
            found.append(Mention(hit.start, hit.end, hit.known.kind, (hit.known,)))
    named = [(one.outer_start, one.outer_end) for one in found]
    found += [Mention(*span, "organisation") for span in companies(text) if _free(*span, named)]
    for match in _ORGANISATION.finditer(text):
        inner = [m for m in found if m.start < match.end() and match.start() < m.end]
        if all(
            m.kind in ("state", "organisation") and match.start() <= m.start and m.end <= match.end() for m in inner
        ) and _free(*match.span(), taken):
            known = names.known(match.group()) or next(
                (m.means[0] for m in inner if m.kind == "organisation" and m.means), None
            )
            found = [m for m in found if m not in inner]
            found.append(Mention(*match.span(), "organisation", (known,) if known else ()))
    for pattern, kind, guard in ((_INSTRUMENT, "instrument", _ANY_INSTRUMENT), (_FORMAT, "framework", _ANY_FORMAT)):
        for match in pattern.finditer(text) if guard.search(text) else ():
            start, end = match.span()
            while text[start:end].split(" ")[0].lower() in ("the", "and", "of", "on", "a", "an", "in", "at"):
                start = text.index(" ", start) + 1
            inner = [one for one in found if start <= one.start and one.end <= end and one.kind not in ("person",)]
            if any(one.kind == "person" and one.outer_start < end and start < one.outer_end for one in found):
                continue
            if any(one.start < start < one.end or one.start < end < one.end for one in found if one not in inner):
                continue
            same = next((one for one in inner if one.kind in ("framework", "series", "instrument")), None)
            meaning = names.known(text[start:end]) or (same.means[0] if same and same.means else None)
            found = [one for one in found if one not in inner]
            found.append(Mention(start, end, kind, (meaning,) if meaning else ()))
    found += _references(text, found)
    found.sort(key=lambda one: (one.outer_start, one.end))
    _tie(text, found)
    return found


def _floor(hits: list[Hit], start: int) -> int:
    """Where a title before `start` can begin: behind the last name that is no state, organisation or office."""
    kinds = ("state", "organisation", "office", "topic")
    return max((hit.end for hit in hits if hit.end <= start and hit.known.kind not in kinds), default=0)


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= first or last <= start for first, last in taken)


def _references(text: str, found: list[Mention]) -> list[Mention]:
    more: list[Mention] = []
    taken = [(one.outer_start, one.outer_end) for one in found]
    for match in _REFERENCE.finditer(text):
        if not _free(*match.span(), taken):
            continue
        if match["they"] == "their" or match["they"] == "Their":
            continue
        if any(one.is_party and one.end == match.start() - 1 for one in [*found, *more]) and match.group().islower():
            continue  # "The two ministers they agreed", as machines translate
        count = {"two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}.get(match["count"] or "", -1)
        if match["they"] and match["they"].startswith(("both", "Both")):
            count = 2
        countries = re.search(r"countries|nations|states|governments|allies", match.group())
        kind = "state" if countries else "person"
        more.append(Mention(*match.span(), kind, reference=1 if match["he"] else count))
    return more


def _tie(text: str, found: list[Mention]) -> None:
    for at, one in enumerate(found):
        before = text[max(0, one.outer_start - 45) : one.outer_start]
        match = _PREPOSITION.search(before)
        if _POSSESSIVE.match(text[one.outer_end : one.outer_end + 3]):
            one.tie = "of"
            continue
        if match:
            one.tie = match[1]
        elif at:
            last = found[at - 1]
            gap = text[last.outer_end : one.outer_start]
            apart = gap.strip() == "," and re.search(r"[Aa]ccording to (?:the )?$", text[: last.outer_start])
            if len(gap) < 30 and _LINK.match(gap) and not apart:
                one.tie = last.tie if last.tie != "of" or not _POSSESSIVE.match(text[last.outer_end :]) else ""
                one.listed = True
        if one.kind == "place" and (
            one.tie == "between"
            or (
                one.tie == ""
                and re.match(r"\s(?:said|has|had|will|is|was|and|rejected|urged|[a-z]+ed)\b", text[one.end :])
            )
        ):
            one.kind = "state"  # a capital speaks for its state
