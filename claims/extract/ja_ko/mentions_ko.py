"""Who and what a Korean sentence names, and the particle that ties each in."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Hit, Names, state_names
from claims.extract.ja_ko.groups import officials
from claims.extract.ja_ko.stopwords import is_no_korean_name
from claims.extract.mentions import Mention

_HEADS = (
    "부총리 겸 [가-힣]{2,6}장관|부총리|국무위원장|국가안보보좌관|집행위원장|상임위원장|[12]차관"
    "|(?:외교|외무|국방|국무|상무|재무|통상|무역|산업|에너지|경제|농업|환경|내무|법무|교통)장관|(?:외교|국방|상무)부장"
    "|국무총리|국정원장|원장|청장|처장|지사|시장|의원|회장|사장|총장|사령관|참모총장|합참의장|공사|총영사|조정관"
    "|장관|총통|총서기|서기장|국왕|왕세자|최고경영자|수석대표|외무상|방위상|경제산업상|재무상|대신|외상"
    "|총리대신|총리|대통령|부통령|국가주석|주석|차관보|차관|대사|통상교섭본부장|본부장|무역대표|대표"
    "|의장|위원장|부위원장|국장|안보실장|실장|보좌관|대변인|사무총장|당수|총재|특사"
)
_COUNTRY = rf"(?:주[가-힣]{{1,3}}\s[가-힣]{{2,6}}|우리나라|{'|'.join(state_names(3))})"
_OFFICE_OF = "(?:(?!양국|각국|자국)[가-힣]{1,12}(?:부|처|청|원|성|위원회|실|국|기구|기금|은행|연합))"
_TITLE = re.compile(
    rf"(?:\s?\([^()]{{1,20}}\))?\s(?P<title>(?:{_COUNTRY}\s)?(?:{_OFFICE_OF}\s)?(?:[가-힣]{{2,6}}\s)?(?:{_HEADS}))(?![가-힣]{{3}})"
)
_UNKNOWN = re.compile(
    rf"(?<![가-힣])(?P<name>[가-힣]{{2,4}}"
    rf"|[가-힣]{{1,7}}\s[가-힣]{{1,8}})\s(?P<title>(?:{_COUNTRY}\s)?(?:{_OFFICE_OF}\s)?(?:{_HEADS}))(?=은"
    rf"|는|이|가|과|와|의|을|를|도|에|[\s,.]|$)"
)
#: 스위스의 대통령 비올라 암헤르트는: the title before the name, as machines translate
_TITLED = re.compile(
    rf"(?:(?<![가-힣])(?P<state>{_COUNTRY})의?\s(?:[가-힣]{{2,4}}\s)?|^|(?<=[,.]\s))(?P<title>(?:{_HEADS}|상대방|상대역|상대))\s"
    r"(?P<name>[가-힣]{2,6}(?:\s[가-힣]{1,6}){0,2}?\s[가-힣]{2,8}?)(?=(?:은|는|이|가|과|와|을|를|의|에게|도)(?:\s|$)|,|\.$)"
)
_NO_TITLED = re.compile(
    r"선거|회의|회담|결과|후보|방문|관저|대리|당선|주재|명의|특사|사이|간의|측|집무|임명|취임|사임|교체|인선|공동|기자|전용|비서"
    r"|(?:했|한|할|된|될|하는|되는|에서|으로|과의|와의|에게)(?:\s|$)"
)
_REFERENCE = re.compile(
    r"(?<![가-힣])(?:(?P<they>양측|양국(?= )?|두 나라|세 나라|3국|3개국|양국 (?:장관|정상)"
    r"|(?:각국 |양국 )?(?:장관|정상|대표|각료|대사)들|참석자들|참가국들|나라들|국가들"
    r"|두 (?:장관|정상|나라|사람|총리|대통령|외교장관|국방장관|차관|대표|지도자)"
    r"|세 (?:장관|정상|나라)|양 (?:장관|정상)|이들|3국 (?:장관|정상)|네 (?:장관|나라)|양자)"
    r"|(?P<he>그|그녀|장관|대통령|총리)(?=[은는이가]\s))"
)
_FORMAT = re.compile(
    r"(?:[가-힣A-Za-z0-9·+()]+\s){0,3}?[가-힣A-Za-z0-9·+]*(?:장관회의|장관회담|정상회의|정상회담"
    r"|외교장관회담|국방장관회담|고위급회의|고위급협의|회의|대화|협의체|위원회|프레임워크|파트너십"
    r"|네트워크|포럼)(?:\([^()]{1,16}\))?"
)
_INSTRUMENT = re.compile(
    r"(?:[가-힣A-Za-z0-9·]+\s){0,2}?[가-힣A-Za-z0-9·]*(?:협정|조약|양해각서|각서|공동성명|공동 성명|성명서?"
    r"|공동선언|선언|의향서|MOU)(?:\([^()]{1,16}\))?"
)
_LEAD = re.compile(
    r"(?:따라|위해|위한|통해|놓고|둘러싼|그러나|하지만|또한|이어|제\s?\d+차|차|첫|번째|[은는이가을를과와의에서도로]|했고|하고|이날|전날|열린|관한|대한|까지|부터|아직|이미|곧|지난|오는|\d+[년월일]|연내|올해|내년|다음|이번|차기|세|두)\s$"
)
_ORGANISATION = re.compile(
    rf"(?<![가-힣])(?:(?:[미일중]|{_COUNTRY})\s?)?(?:외교부|국방부|산업부|통일부|기획재정부|보건복지부|복지부"
    r"|산업통상자원부|해양수산부|해수부|과학기술정보통신부|농림축산식품부|환경부|국토교통부|교육부|행정안전부|고용노동부"
    r"|상무부|국무부|재무부|법무부|외무성|방위성|경제산업성|대통령실|총리실|백악관|정부|국가안보실|외무부"
    r"|상무성)(?=[는은이가의와과도,\s])"
)
_PARTICLE = re.compile(
    r"^(?:들)?(?:\([^()]{0,30}\))?(?:\s?등)?(?:\s?측)?(?P<particle>에서의|에서는|에서|과의|와의|과|와|이랑|은|는"
    r"|이|가|의|을|를|에게|에는|에도|에|으로|로|부터|까지|도|및)?(?=[\s,.·]|$)(?:,|\s(?:및|함께))?"
)
_TIES = {
    "은": "subject",
    "는": "subject",
    "이": "subject",
    "가": "subject",
    "도": "subject",
    "과": "with",
    "와": "with",
    "과의": "with",
    "와의": "with",
}
_TIES |= {
    "에서": "at",
    "에서의": "at",
    "에서는": "at",
    "에": "to",
    "에게": "to",
    "에는": "to",
    "에도": "to",
    "을": "object",
    "를": "object",
    "의": "of",
    "으로": "to",
    "로": "to",
    "부터": "from",
}


def mentions(text: str, hits: list[Hit], names: Names) -> list[Mention]:
    """The mentions of one sentence, in order; `tie` is what the particle behind says."""
    found: list[Mention] = []
    for hit in hits:
        if hit.known.kind == "person":
            found.append(Mention(hit.start, hit.end, "person", (hit.known,)))
            _title(text, found[-1], hits, names)
    for match in _UNKNOWN.finditer(text):
        start, end = match.span("name")
        words = match["name"].split()
        if any(is_no_korean_name(word) for word in words):
            if len(words) == 2 and not is_no_korean_name(words[1]) and len(words[1]) <= 4:
                start = match.start("name") + match["name"].rindex(words[1])
            else:
                continue
        known = any(h.start < end and start < h.end and h.known.kind != "office" for h in hits)
        if known or any(m.outer_start < end and start < m.outer_end for m in found):
            continue
        found.append(Mention(start, end, "person"))
        _title(text, found[-1], hits, names)
    for match in _TITLED.finditer(text):
        start, end = match.span("name")
        free = all(m.outer_end <= match.start() or match.end() <= m.outer_start for m in found)
        if free and not _NO_TITLED.search(match["name"]) and not any(h.start < end and start < h.end for h in hits):
            found.append(Mention(start, end, "person", outer_start=match.start(), office=match.span("title")))
            if state := next((h for h in hits if match["state"] and h.start == match.start("state")), None):
                found[-1].of = (state.start, state.end, state.known)
    found += [
        one
        for one in officials(text, hits, "ko")
        if all(m.outer_end <= one.start or one.end <= m.outer_start for m in found)
    ]
    taken = [(m.outer_start, m.outer_end) for m in found]
    for hit in hits:
        if hit.known.kind not in ("person", "office") and not any(a <= hit.start and hit.end <= b for a, b in taken):
            found.append(Mention(hit.start, hit.end, hit.known.kind, (hit.known,)))
    for match in _ORGANISATION.finditer(text):
        if all(match.end() <= m.outer_start or m.outer_end <= match.start() or m.kind == "state" for m in found):
            found = [m for m in found if m.end <= match.start() or match.end() <= m.start]
            found.append(Mention(*match.span(), "organisation"))
    for pattern, kind in ((_INSTRUMENT, "instrument"), (_FORMAT, "framework")):
        for match in pattern.finditer(text):
            start, end = match.span()
            for m in found:
                if m.kind in ("person", "place") and start < m.outer_end < end:
                    start = m.outer_end
            words = re.split(r"(?<=\s)", text[start:end])
            junk = [at for at, word in enumerate(words[:-1]) if _LEAD.search(word)]
            start += sum(map(len, words[: junk[-1] + 1])) if junk else 0
            start += len(text[start:end]) - len(text[start:end].lstrip())
            if end - start < 5 and kind == "framework":
                continue
            if any(m.start < start < m.end or m.start < end < m.end for m in found):
                continue
            inner = [m for m in found if start <= m.start and m.end <= end]
            if any(m.kind == "person" for m in inner):
                continue
            same = next((m for m in inner if m.kind in ("framework", "series", "instrument") and m.means), None)
            meaning = names.known(text[start:end]) or (same.means[0] if same else None)
            for m in inner:
                found.remove(m)
            found.append(Mention(start, end, kind, (meaning,) if meaning else ()))
    for match in _REFERENCE.finditer(text):
        if all(match.end() <= m.outer_start or m.outer_end <= match.start() for m in found):
            word = match.group()
            count = 2 if word[0] in "양두" else 3 if word[0] in "세3" else 4 if word[0] == "네" else -1
            kind = "state" if re.search("나라|국$|국가|개국|양국$", word) else "person"
            found.append(Mention(*match.span(), kind, reference=1 if match["he"] else count))
    found.sort(key=lambda m: (m.outer_start, m.end))
    _tie(text, found)
    return found


def states_in(name: str, names: Names) -> list[tuple[str, str]]:
    """The states that a meeting's name begins with, as (letters, code): 한미일 정상회의."""
    initials = names.initials["ko"]
    match = re.match("[한미일중북영호필]{2,4}(?=\\s|정상|외교|국방)", name)
    return [(match.group(), initials[c]) for c in match.group() if c in initials] if match else []


def _title(text: str, mention: Mention, hits: list[Hit], names: Names) -> None:
    match = _TITLE.match(text, mention.end)
    if match:
        mention.office = match.span("title")
        mention.outer_end = match.end("title")
        for hit in hits:
            if (
                mention.office[0] <= hit.start
                and hit.end <= mention.office[1]
                and hit.known.kind in ("state", "organisation")
            ):
                mention.of = (hit.start, hit.end, hit.known)
                break
    before = re.search(rf"(?P<title>(?:{_COUNTRY}\s)?(?:{_OFFICE_OF}\s)?(?:{_HEADS}))(?:인)?\s$", text[: mention.start])
    if not match and before:
        mention.office = before.span("title")
        mention.outer_start = before.start("title")
    owner = next(
        (h for h in hits if h.known.kind in ("organisation", "state") and 0 <= mention.start - h.end <= 2), None
    )
    if (
        mention.office
        and mention.of is None
        and owner
        and text[owner.end : mention.start] in (" ", "는 ", "은 ", "의 ")
    ):
        mention.of = (owner.start, owner.end, owner.known)


def _tie(text: str, found: list[Mention]) -> None:
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        match = _PARTICLE.match(text[one.outer_end : one.outer_end + 40])
        particle = match["particle"] if match and match["particle"] else ""
        follows = found[at + 1] if at + 1 < len(found) else None
        reach = one.outer_end + (match.end() if match else 0)
        gap = text[reach : follows.outer_start] if follows else ""
        if follows and follows.office and one.kind == "state" and text[one.outer_end : follows.outer_start] == " ":
            one.tie = "of"  # 독일 숄츠 총리: the state whose office it is
        elif (
            follows
            and particle in ("", "과", "와", "및")
            and gap.strip(" ,·") == ""
            and len(gap) <= 2
            and follows.is_party == one.is_party
        ):
            one.tie, follows.listed = follows.tie, True
        else:
            one.tie = _TIES.get(particle, "")
