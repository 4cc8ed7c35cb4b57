"""States that another word holds: 日米韓首脳会合, 訪米."""

from __future__ import annotations

import re

from claims.extract.ja_ko import mentions_ja as japanese
from claims.extract.ja_ko import mentions_ko as korean
from claims.extract.ja_ko.sentence import Sentence
from claims.extract.mentions import Party


def states_of(s: Sentence, parties: list[Party]) -> list[Party]:
    """日米韓首脳会合 names its parties."""
    states_in = japanese.states_in if s.reader.language == "ja" else korean.states_in
    for one in parties:
        states = states_in(one.name, s.reader.names) if one.role == "framework" and one.start is not None else []
        if states:
            known = [(letters, s.reader.names.states.get(code)) for letters, code in states]
            ends = [(one.start or 0) + len(letters) for letters, _ in known]
            return [
                Party(letters, state, "state", one.start, end, "participant")
                for (letters, state), end in zip(known, ends, strict=True)
            ]
    return []


#: 訪米, 来日, 방미
_VISITED = {
    "ja": re.compile("訪(?P<one>[米日中韓英欧印比仏独露豪朝台伊加])|来(?P<two>日)"),
    "ko": re.compile("방(?P<one>[한일미중영불독인])(?=[하했해한 을를이은중도])|방(?P<two>러|북)"),
}


def visited(s: Sentence, left: int, end: int) -> list[Party]:
    """The state whose initial stands in the word for a visit."""
    match = _VISITED[s.reader.language].search(s.text, left, end)
    code = s.reader.names.initials[s.reader.language].get(match[match.lastgroup or 0]) if match else None
    if match is None or match.lastgroup is None or code is None:
        return []
    first, last = match.span(match.lastgroup)
    known = s.reader.names.states.get(code)
    return [Party(s.text[first:last], known, "state", s.offset + first, s.offset + last, "place")]
