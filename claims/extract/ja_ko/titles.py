"""The title beside a name in a Japanese sentence, and whose office it is."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Hit, Names
from claims.extract.mentions import Mention

HEADS = (
    "内閣総理大臣|総理大臣|大臣|外相|防衛相|国防相|経産相|財務相|農相|首相|長官|副大統領|大統領|国家主席"
    "|主席|事務次官|次官|外務審議官|審議官|副大臣|政務官|上級副委員長|副委員長"
    "|委員長|事務総長|特命全権大使|大使|通商代表|代表|報道官|議長|総裁|幹事長|書記長|知事|局長|外交部長"
    "|国防部長|商務部長|部長|補佐官|総統|最高経営責任者|CEO|皇太子|国王|上級代表|首席交渉官|特使|党首|参謀総長|司令官|統合幕僚長|総理|会長|社長|相手方|カウンターパート|秘書|相"
)
FIELD = (
    "(?:外務|外|防衛|国防|経済産業|経産|経済財政|経済安全保障|経済安保|経済|産業通商資源部?|産業通商部?"
    "|産業|通商|通商産業|貿易産業|貿易|商務部?|商業|国務|財務|財政|農林水産|農水|農業|環境|気候|国土交通"
    "|国交"
    "|デジタル|文部科学|厚生労働|総務|法務|内閣官房|官房|内閣府|外交部?|国防部?|統一部?|商工|産業貿易"
    "|保健|教育|観光|労働|司法|計画|復興|経済再生|投資|エネルギー|資源|科学技術|海洋|運輸|内務"
    "|国家安全保障|安全保障)"
)
_TITLE = re.compile(
    r"(?:[((][^()()]{1,24}[))])?(?:氏|・)?(?P<title>(?:[一-鿿々ァ-ヴー・]|[A-Z]){0,14}?(?:"
    + HEADS
    + r")(?:政務官|代理|代行|補佐官)?)(?![一-鿿])"
)
STRICT = (
    rf"(?:(?:米|英|仏|独|伊|中|韓|豪|比|印|加|露|欧州)(?:国)?)?(?:{FIELD}(?:[・兼]{FIELD})*(?:省"
    rf"|担当)?(?:副?大臣|相|長官|次官|副長官|部長)"
    r"|内閣総理大臣|首相|総理大臣|大統領|副大統領|国家主席|官房長官|国務長官|通商代表|報道官|事務総長"
    r"|委員長|副委員長|補佐官|大使|大臣|長官|総理|部長|総統|皇太子|国王|上級代表|特使|首席交渉官)"
)
#: the words by which offices are called, with their field where it is known
TITLE_HEAD = re.compile(rf"{STRICT}|{HEADS}")
_BEFORE_NAME = re.compile(rf"(?P<title>(?:[一-鿿ァ-ヴー・A-Z]){{0,16}}?(?:{HEADS}))(?:である|の|、|\s)?$")


def title_of(text: str, mention: Mention, hits: list[Hit], names: Names) -> None:
    """Give the mention the title behind it or before it, and its owner."""
    after = _TITLE.match(text, mention.end)
    if after:
        mention.office = after.span("title")
        mention.outer_end = after.end("title")
        if text[mention.office[0]] == "・":
            mention.office = (mention.office[0] + 1, mention.office[1])
    before = text[: mention.start]
    nation = re.search(r"の$", before)
    state = next(
        (
            h
            for h in hits
            if h.known.kind in ("state", "organisation") and h.end == mention.start - (1 if nation else 0)
        ),
        None,
    )
    if not after and (title := _BEFORE_NAME.search(before)) and title["title"][0] not in "前元同両各":
        start, end = title.span("title")
        mention.office, mention.outer_start = (start, end), start
        if text[start - 1 : start] == "の":
            state = next((h for h in hits if h.known.kind == "state" and h.end == start - 1), state)
            mention.outer_start = state.start if state else start
    elif state and state.known.kind == "state" and mention.office:
        mention.outer_start = state.start
    if state and mention.office:
        mention.of = (state.start, state.end, state.known)
        if mention.outer_start > state.start and text[state.end : mention.outer_start] in ("", "の"):
            mention.outer_start = state.start
    if mention.office and not mention.of:
        _owner(text, mention, hits, names)


def _owner(text: str, mention: Mention, hits: list[Hit], names: Names) -> None:
    assert mention.office
    start, end = mention.office
    for hit in hits:
        if start <= hit.start and hit.end < end and hit.known.kind in ("state", "organisation"):
            mention.of = (hit.start, hit.end, hit.known)
            return
    initial = names.initials["ja"].get(text[start])
    if initial and re.match(r"国?(?:商|国務|通|財|防|外|大統|首)", text[start + 1 : start + 4]):
        mention.of = (start, start + 1, names.states.get(initial))
        return
    organisation = re.match(r"[一-鿿ァ-ヴー]{2,}?(?:委員会|省|庁|党|部)(?=長官|大臣|副|上級|相)", text[start:end])
    if organisation:
        word = organisation.group()
        mention.of = (start, start + len(word), names.known(word))
