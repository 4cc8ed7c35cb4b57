"""Pages as sites make them, each with the text that is its article: furniture in plain blocks around short articles.

What belongs to the article is wrapped in an element with the attribute `data-true`, which a reader of pages never sees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

COOKIES = {
    "en": "We use cookies. The minister of privacy and our 214 partners agreed on 1 March 2023 to store your choices. "
    "<button>Accept all</button> <a href='#'>Manage</a>",
    "ja": "当サイトはクッキーを使用します。2023年3月1日に合意した規約に同意したものとみなします。<a href='#'>同意する</a>",
    "ko": "본 사이트는 쿠키를 사용합니다. 2023년 3월 1일 합의한 약관에 동의한 것으로 봅니다. <a href='#'>동의</a>",
}
MENU = {
    "en": ["Home", "Politics", "Economy", "World", "Opinion", "Sport", "Weather", "Subscribe", "Sign in"],
    "ja": ["ホーム", "政治", "経済", "国際", "社説", "スポーツ", "天気", "購読", "ログイン"],
    "ko": ["홈", "정치", "경제", "국제", "사설", "스포츠", "날씨", "구독", "로그인"],
}
MOST_READ = {
    "en": [
        "Kenya and Uganda signed a rail pact in Nairobi on 4 May 2019",
        "Chile's president met Peru's foreign minister in Lima on 12 June 2018",
        "Turkey and Greece agreed to reopen a ferry line in April 2017",
        "Ten tips for a better garden",
    ],
    "ja": [
        "ケニアとウガンダ、2019年5月4日に鉄道協定に署名",
        "チリ大統領、2018年6月12日にリマで外相と会談",
        "トルコとギリシャ、航路再開で合意",
        "庭をよくする十の方法",
    ],
    "ko": [
        "케냐와 우간다, 2019년 5월 4일 철도 협정에 서명",
        "칠레 대통령, 2018년 6월 12일 리마에서 외무장관과 회담",
        "터키와 그리스, 항로 재개 합의",
        "정원을 가꾸는 열 가지 방법",
    ],
}
FOOT = {
    "en": "Copyright 2024. All rights reserved. Contact us. Terms of use. Privacy policy. Advertise with us.",
    "ja": "Copyright 2024 無断転載を禁じます。お問い合わせ 利用規約 個人情報保護方針 広告掲載",
    "ko": "Copyright 2024 무단전재 금지. 문의 이용약관 개인정보 처리방침 광고 안내",
}
ARTICLES: dict[str, tuple[str, list[str]]] = {
    "grain": (
        "Norway and Chile agree to share grain data",
        [
            "Norway and Chile agreed on Tuesday to share data on grain harvests, officials of both countries said in Oslo.",
            "The two trade ministers met for three hours on 14 May 2024 and signed a memorandum of understanding. "
            "It takes effect in January, and a working group will report on it once a year.",
            "“We have waited for this since 2019,” the Norwegian minister told reporters. She did not say what it would cost.",
            "Farmers' unions in Chile welcomed the agreement, but said that the data of the last two seasons should be opened too.",
        ],
    ),
    "port": (
        "Dock workers and port operator fail to agree on pay",
        [
            "Talks between the dock workers' union and the operator of the port of Rotterdam ended on 3 October 2024 without an agreement.",
            "The union had asked for nine percent over two years. The operator offered five.",
            "A spokesman for the operator said that the two sides would meet again on 10 October. The mayor has offered to mediate.",
        ],
    ),
    "bridge": (
        "City signs contract for the new bridge",
        [
            "The city council of Gdansk signed a contract for a new bridge on Friday.",
            "Work begins in March 2025.",
        ],
    ),
    "gyogyo": (
        "日本とチリ、漁業協定に署名",
        [
            "日本とチリは14日、東京で漁業協定に署名した。両国の担当大臣が署名式に出席した。",
            "協定は2025年1月に発効する。両国は年に一度、作業部会を開くことでも合意した。",
            "農林水産省によると、対象となる魚種は12に上る。漁業団体は歓迎する声明を出した。",
            "一方、チリ側が求めていた関税の引き下げは見送られた。次回の協議は来年3月に予定されている。",
        ],
    ),
    "tetsudo": (
        "鉄道の延伸で両市が合意",
        [
            "札幌市と北広島市は5月14日、鉄道を延伸することで合意した。両市長が札幌市で会談した。",
            "費用の分担は決まっていない。",
        ],
    ),
    "eoeop": (
        "한국과 칠레, 어업 협정에 서명",
        [
            "한국과 칠레가 14일 서울에서 어업 협정에 서명했다. 양국 장관이 서명식에 참석했다.",
            "협정은 2025년 1월에 발효된다. 양국은 해마다 한 차례 실무 회의를 열기로 합의했다.",
            "해양수산부는 대상 어종이 12가지라고 밝혔다. 어업 단체는 환영하는 성명을 냈다.",
        ],
    ),
}


@dataclass(frozen=True)
class Page:
    """A page by its layout: the HTML as a reader of pages gets it, and the text of its article."""

    name: str
    language: str
    html: str
    true: str


def pages() -> list[Page]:
    """Ten pages of seven layouts in three languages."""
    return [
        _page("blocks", "en", _blocks("en", "grain")),
        _page("blocks", "ja", _blocks("ja", "gyogyo")),
        _page("blocks", "ko", _blocks("ko", "eoeop")),
        _page("tables", "ja", _tables("ja", "gyogyo")),
        _page("article", "en", _article("en", "port")),
        _page("weblog", "en", _weblog("en", "grain")),
        _page("breaks", "ko", _breaks("ko", "eoeop")),
        _page("breaks", "en", _breaks("en", "port")),
        _page("short", "en", _blocks("en", "bridge")),
        _page("release", "ja", _release("ja", "tetsudo")),
    ]


def _page(layout: str, language: str, body: str) -> Page:
    marked = re.findall(r"<(\w+)([^>]*) data-true>(.*?)</\1>", body, re.S)
    true = "\n".join(" ".join(unescape(re.sub(r"<br ?/?>|<[^>]+>", " ", one[2])).split()) for one in marked)
    html = (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>News</title></head>'
        f"<body>{body.replace(' data-true', '')}</body></html>"
    )
    return Page(f"{layout}-{language}", language, html, true)


def _links(language: str, kind: str = "div") -> str:
    return "".join(f'<{kind}><a href="/{n}">{one}</a></{kind}>' for n, one in enumerate(MENU[language]))


def _read_most(language: str) -> str:
    return "".join(f'<div class="x{n}"><a href="/a{n}">{one}</a></div>' for n, one in enumerate(MOST_READ[language]))


def _paragraphs(name: str, kind: str = "p") -> str:
    return "\n".join(f"<{kind} data-true>{one}</{kind}>" for one in ARTICLES[name][1])


def _blocks(language: str, name: str) -> str:
    return f"""<div class="c1"><div>{COOKIES[language]}</div></div><div class="c2">{_links(language)}</div>
<div class="c3"><h1 data-true>{ARTICLES[name][0]}</h1>{_paragraphs(name)}</div>
<div class="c4"><div>{MENU[language][1]}</div>{_read_most(language)}</div><div class="c5"><div>{FOOT[language]}</div></div>"""


def _tables(language: str, name: str) -> str:
    return f"""<table><tr><td colspan="3">{_links(language, "span")}</td></tr><tr><td>{_links(language)}</td>
<td><b data-true>{ARTICLES[name][0]}</b><br><br>{_paragraphs(name)}</td><td>{_read_most(language)}</td></tr>
<tr><td colspan="3">{FOOT[language]}</td></tr></table>"""


def _article(language: str, name: str) -> str:
    return f"""<header><nav>{_links(language)}</nav></header><main><article><h1 data-true>{ARTICLES[name][0]}</h1>
<div class="share"><a href="#">Share</a> <a href="#">Print</a></div>{_paragraphs(name)}</article></main>
<aside><h2>Most read</h2>{_read_most(language)}</aside><footer>{FOOT[language]}</footer><div id="cookie">{COOKIES[language]}</div>"""


def _weblog(language: str, name: str) -> str:
    return f"""<div id="masthead">{_links(language)}</div><div id="content"><div class="post">
<h1 class="entry-title" data-true>{ARTICLES[name][0]}</h1>
<div class="entry-content">{_paragraphs(name)}</div><div class="related"><h3>You may also like</h3>{_read_most(language)}</div>
<div id="comments"><h3>2 comments</h3><div class="comment"><p>Anna: Peru and Brazil agreed on that in 2012 already!</p></div>
<div class="comment"><p>Reader 7: The minister never met anybody.</p></div></div></div></div>
<div id="sidebar"><div>{COOKIES[language]}</div>{_read_most(language)}</div><div id="colophon">{FOOT[language]}</div>"""


def _breaks(language: str, name: str) -> str:
    body = "<br><br>".join(ARTICLES[name][1])
    return f"""<div class="top">{_links(language, "span")}</div><div class="wrap"><h2 data-true>{ARTICLES[name][0]}</h2>
<div class="body" data-true>{body}</div></div><div class="side">{_read_most(language)}</div>
<div class="bottom">{COOKIES[language]}</div><div>{FOOT[language]}</div>"""


def _release(language: str, name: str) -> str:
    return f"""<div id="head"><ul>{_links(language, "li")}</ul></div><div id="main"><h1 data-true>{ARTICLES[name][0]}</h1>
<div>{_paragraphs(name)}<ul><li data-true>担当は交通局とする。</li><li data-true>次の協議は6月に開く。</li></ul></div></div>
<div id="foot"><ul><li>{FOOT[language]}</li></ul></div>"""
