"""Officials whom a Japanese or Korean sentence names by state and office only: 日本と韓国の外相, 칠레 외교장관."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Hit, Known
from claims.extract.mentions import Mention

_JA_FIELD = r"(?:外務|防衛|国防|経済産業|経済|産業|貿易|通商|商務|財務|エネルギー|農業|環境|内務|法務|運輸|デジタル|・)"
_JA_TITLE = re.compile(
    rf"の(?P<title>(?:{_JA_FIELD}{{0,3}}(?:大臣|相|長官|閣僚)|外相|国防相|防衛相|首相|大統領|首脳|外務次官|次官|高官|当局者|代表|担当相|外交当局|相手方)(?:ら|たち)?)"
    r"(?=は|が|も|と|を|に|の間|による|、)"
)
_JA_LINK = re.compile(r"^(?:と|、|・|及び|および|や)$")
_KO_TITLE = re.compile(
    r"\s(?P<title>(?:외교|국방|통상|산업|재무|에너지|상무)?\s?"
    r"(?:장관|외무상|방위상|총리|대통령|외교차관|차관|정상|당국자|고위 관리)(?:들)?)"
    r"(?=은|는|이|가|과|와|을|를|도|의|에게)"
)
_KO_LINK = re.compile(r"^(?:과|와|,|·|및)\s?$")


def officials(text: str, hits: list[Hit], language: str) -> list[Mention]:
    """One mention for each list of states with an office behind; it stands for one unnamed person of each state."""
    title, link = (_JA_TITLE, _JA_LINK) if language == "ja" else (_KO_TITLE, _KO_LINK)
    states = [hit for hit in hits if hit.known.kind == "state"]
    found: list[Mention] = []
    for at, last in enumerate(states):
        match = title.match(text, last.end)
        if not match:
            continue
        first = at
        while first and link.match(text[states[first - 1].end : states[first].start]):
            first -= 1
        if first != at and match["title"].startswith("相手方"):
            first = at
        members = states[first : at + 1]
        means = tuple(
            Known(None, f"{match['title']} ({one.known.canonical})", "official", one.known.country) for one in members
        )
        found.append(Mention(members[0].start, match.end("title"), "person", means))
    return found
