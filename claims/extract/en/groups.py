"""Parties that an English sentence names together or without a title: "the ministers of A and B", companies."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Hit, Known, Names
from claims.extract.mentions import Mention

_MEMBERS = {
    "ministers": "minister",
    "leaders": "leader",
    "presidents": "president",
    "envoys": "envoy",
    "officials": "officials",
    "governments": "government",
    "representatives": "representative",
    "counterparts": "counterpart",
    "secretaries": "secretary",
    "ambassadors": "ambassador",
    "delegations": "delegation",
    "negotiators": "negotiators",
    "diplomats": "diplomats",
}
_FIELD = (
    r"(?:(?:[Ff]oreign|[Dd]efen[cs]e|[Tt]rade|[Ff]inance|[Ee]nergy|[Ee]conomy|[Ee]conomic|[Cc]ommerce|[Ii]ndustry"
    r"|[Pp]rime|[Ss]enior|[Tt]op|and)\s){0,4}"
)
_ANY = re.compile("|".join(_MEMBERS))
_OF = re.compile(rf"\b(?:(?P<field>{_FIELD})(?P<member>{'|'.join(_MEMBERS)}))\s(?:of|from)\s(?=(?:the\s)?[A-Z])")
_BY_ADJECTIVE = re.compile(
    rf"(?P<first>(?!The\b)[A-Z][\w.]+(?:\s[A-Z]\w+)?)(?P<more>(?:,\s[A-Z][\w.]+(?:\s[A-Z]\w+)?)*)(?:,?\sand\s(?P<last>[A-Z][\w.]+(?:\s[A-Z]\w+)?))"
    rf"\s(?P<field>{_FIELD})(?P<member>{'|'.join(_MEMBERS)})\b"
)
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?:\s(?:(?:de|von|van|der|bin|al|la|Le|El)\s)?[A-ZÀ-ÖØ-Þ][\w’'-]+){1,2}"
_ONE = re.compile(_PERSON)
_APPOSED = re.compile(rf",\s(?P<names>{_PERSON}(?:,\s{_PERSON})*,?\sand\s{_PERSON}),\s")
_TOGETHER = re.compile(
    rf"(?P<names>{_PERSON}\sand\s{_PERSON})\s(?=(?:also\s|had\s)?(?:met|held|agreed|signed|discussed|spoke|talked|exchanged|pledged)\b)"
)
#: "Ukraine's Ana Lind joined"
_STATES_OWN = re.compile(
    rf"\b(?P<state>[A-Z][\w. ]+?)['’]s\s(?P<names>{_PERSON})\s(?=(?:also\s)?(?:met|joined|said|told|visited|signed|agreed|attended"
    r"|spoke|held|took|led|warned|urged|called|represented|arrived)\b)"
)
_ALONE = re.compile(
    r"(?P<first>(?!The\b)[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|U\.?[SK]\.?)\s(?P<office>(?:(?:foreign|defen[cs]e|trade|finance|energy|economy|prime|deputy)\s){0,3}"
    r"(?:minister|president|ambassador|premier|chancellor|envoy|counterpart))(?=\s[a-z]|[,.;]\s(?![A-Z])|\.$)"
)
_JOINT = re.compile(r"^(?:,\s|,?\sand\s|\sas well as\s)(?:the\s)?$")
#: a name that no title announces but its form does: a company, fund or agency
_COMPANY = re.compile(
    r"\b(?:[A-Z][\w&’'-]+\s){0,3}(?!Ma?c[A-Z])(?:[A-Z][a-z]+[A-Z]\w*[a-z]\w*"
    r"|(?:[A-Z][\w&’'-]+\s)(?:Corp(?:oration)?|Inc|Ltd|Co|Company|Group|Holdings|Energy|Electric|Motors?|Steel|Industries"
    r"|Bank|Fund|Agency|Authority|Aerospace|Systems|Semiconductor|Petroleum|Gas|Power|Airlines|Community"
    r"|Union|Association|Alliance|League|Commission|Organi[sz]ation|Parliament|Senate|Congress|Court|Institute|University))\b"
    r"(?:(?<=\bCorp)\.|(?<=\bInc)\.|(?<=\bLtd)\.|(?<=\bCo)\.)?"
)


def groups(text: str, hits: list[Hit]) -> list[Mention]:
    """ "the foreign ministers of Armenia and Azerbaijan", "Japanese and Dutch officials": one mention each, that stands
    for one unnamed person of each state."""
    if not _ANY.search(text):
        return []
    found: list[Mention] = []
    states = [hit for hit in hits if hit.known.kind in ("state", "organisation")]
    for match in _OF.finditer(text):
        members: list[Hit] = []
        at = match.end() + (4 if text.startswith("the ", match.end()) else 0)
        for hit in states:
            if (not members and hit.start == at) or (members and _JOINT.match(text[members[-1].end : hit.start])):
                members.append(hit)
        if not members:
            continue
        people = _apposed(text, members[-1].end, len(members))
        if people:
            people[0].outer_start = match.start()
            found += people
        else:
            found.append(_group(match.start(), members[-1].end, match, [hit.known for hit in members]))
    return found


def paired(text: str, names: Names) -> list[Mention]:
    """The same by adjectives: "Japanese and Dutch officials"."""
    if not _ANY.search(text):
        return []
    found: list[Mention] = []
    for match in _BY_ADJECTIVE.finditer(text):
        words = [match["first"], *re.findall(r"[A-Z][\w.]+(?:\s[A-Z]\w+)?", match["more"]), match["last"]]
        codes = [names.adjectives.get(word) for word in words]
        known = [names.states[code] for code in codes if code]
        if len(known) != len(words):
            continue
        people = _apposed(text, match.end(), len(known))
        found += people or [_group(match.start(), match.end(), match, known)]
        if people:
            people[0].outer_start = match.start()
    return found


def _apposed(text: str, at: int, count: int) -> list[Mention]:
    """ "the ministers of France and Spain, A B and C D,": the names, where there are as many as states."""
    named = _APPOSED.match(text, at)
    people = list(_ONE.finditer(text, named.start("names"), named.end("names"))) if named else []
    return [Mention(*one.span(), "person") for one in people] if len(people) == count else []


def alone(text: str, names: Names) -> list[Mention]:
    """ "the Norwegian foreign minister", where no name follows."""
    found: list[Mention] = []
    for match in _ALONE.finditer(text):
        code = names.adjectives.get(match["first"])
        if code:
            known = names.states[code]
            what = Known(None, f"{match['office']} of {known.canonical}", "official", known.country)
            found.append(Mention(*match.span(), "person", (what,)))
    return found


def untitled(text: str, states: set[str]) -> list[re.Match[str]]:
    """Names that stand behind their state, and two names without titles that do something together: "A B and C D met"."""
    own = [one for one in _STATES_OWN.finditer(text) if one["state"] in states]
    pairs = [*_TOGETHER.finditer(text), *own]
    return [one for pair in pairs for one in _ONE.finditer(text, *pair.span("names"))]


def _group(start: int, end: int, match: re.Match[str], states: list[Known]) -> Mention:
    what = f"{match['field'].lower()}{_MEMBERS[match['member']]}"
    means = tuple(Known(None, f"{what} of {one.canonical}", "official", one.country) for one in states)
    return Mention(start, end, "person", means)


def companies(text: str) -> list[tuple[int, int]]:
    """Where the sentence names a company or agency by a form that only such names have."""
    return [match.span() for match in _COMPANY.finditer(text)]
