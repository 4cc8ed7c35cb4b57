"""Who and what a Japanese sentence names, and the particle that ties each in."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Hit, Names
from claims.extract.ja_ko.groups import officials
from claims.extract.ja_ko.stopwords import is_no_japanese_name
from claims.extract.ja_ko.titles import FIELD, HEADS, STRICT, title_of
from claims.extract.mentions import Mention

_UNKNOWN = re.compile(
    rf"(?P<name>(?<![一-鿿々])[一-鿿々]{{1,5}}?"
    rf"|(?<![ァ-ヴー・])[ァ-ヴー]{{2,}}(?:[・=][ァ-ヴー]+)*)(?:[((][^()()]{{1,20}}[))])?(?P<title>{STRICT})(?![一-鿿])"
)
_TITLED = re.compile(
    rf"(?P<title>[一-鿿]{{0,10}}(?:{HEADS}|相手方|カウンターパート|秘書|同等者))(?:である|の)?(?P<name>[ァ-ヴー]{{2,}}(?:・[ァ-ヴー]+)+)"
)
_KATAKANA = re.compile(
    rf"(?P<name>(?<![ァ-ヴー・])[ァ-ヴー]{{2,}}(?:[・=][ァ-ヴー]+)*)(?:[((][^()()]{{1,20}}[))])?(?P<title>[一-鿿・]{{0,10}}?(?:{HEADS}"
    rf"|部長))(?![一-鿿])"
)
_ORGANISATION = re.compile(
    r"(?:外務省|防衛省|国防総省|国防省|商務省|財務省|経済産業省|経産省|農林水産省|国務省|司法省|大統領府|厚生労働省|厚労省"
    r"|文部科学省|文科省|国土交通省|国交省|環境省|水産庁|農水省|デジタル庁"
    r"|首相官邸|外交部|国防部|商務部|産業通商資源部|通商産業省|内閣府|総務省|政府)(?=[はがもとの、]|による"
    r"|によると|関係者|幹部|報道官)"
)
_REFERENCE = re.compile(
    r"(?P<they>彼ら|(?:両|双)(?:氏|者|大臣|閣僚|外相|首脳|長官|相|防衛相|方|代表)|(?P<states>両国|両政府|国々(?=[はが])"
    r"|日米両国|(?P<n1>[三四3434五5])(?:か|カ|ヵ|ヶ|箇)国)"
    r"|(?P<n2>[二三四五2345])(?:者|大臣|閣僚|氏|首脳|人の(?:長官|大臣|首脳)|人|外相|長官)(?!会)|(?P<n3>[二三四])つの大臣"
    r"|(?P<n4>[34三四])社の代表|代表者たち|代表者|閣僚(?:ら|たち)?(?=[はが])|(?:大臣|首脳)(?=(?:ら)[はが])"
    r"|双方)"
    r"|(?P<he>(?:同|当該)(?:氏|大臣|相|長官|外相|首相|大統領|副大臣)|(?<![一-鿿ァ-ヶー])(?:大臣|首相|長官"
    r"|大統領)(?=[はがも、])|彼女?(?=[はがのもに]))"
)
_COUNTS = {"二": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5, "３": 3, "４": 4}
_FORMAT = re.compile(
    r"(?:[一-鿿々ァ-ヴー・A-Za-z0-90-9+–-]|[「」(()）](?=[^。]{0,18}(?:会合|会談|会議|サミット|対話)))+"
    r"(?:閣僚会合|大臣会合|相会合|首脳会合|首脳会談|長官会議|大臣会議|会合|会議|サミット|対話|協議会"
    r"|協議委員会|フォーラム|枠組み|パートナーシップ|ネットワーク|首脳会議"
    r"|定期協議)(?:[((][^()()。]{1,20}[))])?"
    r"|(?:[一-鿿ァ-ヴー・A-Z]){2,20}(?:会談)(?!し|した|する)"
)
_INSTRUMENT = re.compile(
    r"(?:[一-鿿々ァ-ヴー・A-Za-z0-9–-]|の(?=鉱物|声明))*(?:協定|条約|覚書|共同声明|声明|宣言|議定書"
    r"|合意文書|共同文書|取決め|意向書|趣意書|コミュニケ)(?:[((][^()()。]{1,16}[))])?"
)
_LEAD = re.compile(
    r"^(?:第[0-90-9一二三四五六七八九十]+回|(?:今回|同日|今年|昨年|毎年|当時|最近|次回|前回|同|新|初"
    r"|本)(?!盟)|(?:\d+[年月日])+|\d*(?:分間|時間|日間|週間)|の|・|、|\))+"
)
_CLUSTER_AFTER = re.compile(
    r"^(?:両国|両政府|[三3四434]か国|[三3四434]カ国|首脳|外相|外務|防衛|商務|閣僚|政府|間|同盟|関係"
    r"|の(?!本)|が|は|、|で|による|共同|経済|貿易|安全|重要|2\+2|次官|局長|EPCC)"
)
_PARTICLE = re.compile(
    r"^(?:[((][^()()]{0,40}[))])?(?:\s?–)?(?:氏|ら|側|など|等|政府|当局|さん|両国|各国"
    r"|の代表)?(?:[((][^()()]{0,24}[))])?\s?(?P<particle>とともに|と共に|と一緒に|として|との|とは|と|によると|によれば|による"
    r"|によって|により|における|において|について|に関する|に関し|をめぐ|から|には|にも|に|では|での|でも"
    r"|で|へ|を|が|は|も|の|や|、|及び|および|並びに|・|–|,|,)?"
)
_TIES = {
    "が": "subject",
    "は": "subject",
    "も": "subject",
    "とともに": "with",
    "と共に": "with",
    "と一緒に": "with",
    "との": "with",
    "と": "with",
    "とは": "with",
}
_TIES |= {
    "による": "by",
    "によって": "by",
    "により": "by",
    "から": "from",
    "で": "at",
    "では": "at",
    "での": "at",
    "において": "at",
    "における": "at",
}
_TIES |= {
    "に": "to",
    "へ": "to",
    "には": "to",
    "にも": "to",
    "を": "object",
    "の": "of",
    "について": "about",
    "に関する": "about",
    "に関し": "about",
    "をめぐ": "about",
}
_LISTS = ("や", "、", "及び", "および", "並びに", "・", "–", ",", ",", "と", "")


def mentions(text: str, hits: list[Hit], names: Names) -> list[Mention]:
    """The mentions of one sentence, in order; `tie` is what the particle behind says: subject, with, at, to, object, of ..."""
    found: list[Mention] = []
    for hit in hits:
        if hit.known.kind == "person":
            mention = Mention(hit.start, hit.end, "person", (hit.known,))
            if found and found[-1].means and found[-1].means[0] == hit.known and hit.start - found[-1].outer_end <= 1:
                continue  # 安徳根(アン・ドックン): one person, named twice
            found.append(mention)
            title_of(text, mention, hits, names)
    for match in (*_UNKNOWN.finditer(text), *_KATAKANA.finditer(text), *_TITLED.finditer(text)):
        start, end = match.span("name")
        if field := re.search(rf"・{FIELD}$", match["name"]):
            end -= len(field.group())  # アブドルアジズ・エネルギー相
        word = text[start:end]
        known = [h for h in hits if h.start < end and start < h.end and h.known.kind != "office"]
        if (
            is_no_japanese_name(word)
            or re.fullmatch(f"(?:{FIELD}|担当|特命)+", word)
            or word in names.initials["ja"]
            or known
            or any(m.outer_start < end and start < m.outer_end for m in found)
        ):
            continue
        mention = Mention(start, end, "person")
        found.append(mention)
        title_of(text, mention, hits, names)
    found += [
        one
        for one in officials(text, hits, "ja")
        if all(m.outer_end <= one.start or one.end <= m.outer_start for m in found)
    ]
    taken = [(m.outer_start, m.outer_end) for m in found]
    for hit in hits:
        inside = any(first <= hit.start and hit.end <= last for first, last in taken)
        abroad = hit.known.kind == "organisation" and next(
            (h for h in hits if h.known.kind == "state" and h.end == hit.start), None
        )
        if abroad and hit.known.country and abroad.known.country != hit.known.country:
            found = [m for m in found if m.start != abroad.start]
            found.append(Mention(abroad.start, hit.end, "organisation"))  # 中国商務省 is not the Commerce Department
            continue
        if hit.known.kind not in ("person", "office") and not inside:
            found.append(Mention(hit.start, hit.end, hit.known.kind, (hit.known,)))
    for match in _ORGANISATION.finditer(text):
        if all(match.end() <= m.start or m.outer_end <= match.start() for m in found):
            state = next((m for m in found if m.kind == "state" and m.end == match.start()), None)
            if state:
                found.remove(state)
            found.append(Mention(state.start if state else match.start(), match.end(), "organisation"))
    _longer(text, found, names)
    _clusters(text, found, names)
    for match in _REFERENCE.finditer(text):
        if all(match.end() <= m.outer_start or m.outer_end <= match.start() for m in found):
            number = next((match[n] for n in ("n1", "n2", "n3", "n4") if match[n]), "")
            count = _COUNTS.get(number, 2 if match.group()[0] in "両双" else -1)
            kind = "state" if match["states"] else "person"
            found.append(Mention(*match.span(), kind, reference=1 if match["he"] else count))
    found.sort(key=lambda m: (m.outer_start, m.end))
    _tie(text, found)
    side: Mention | None = None
    for m in found:
        if m.kind == "state" and m.tie == "from":
            side = m
        elif side and side.means and m.kind == "person" and m.office and m.of is None:
            m.of = (side.start, side.end, side.means[0])
    return found


def _longer(text: str, found: list[Mention], names: Names) -> None:
    """Meetings and instruments by their last word, with the names inside them."""
    for pattern, kind, least in ((_INSTRUMENT, "instrument", 2), (_FORMAT, "framework", 5)):
        for match in pattern.finditer(text):
            start, end = match.span()
            for person in found:
                if person.kind == "person" and start < person.outer_end <= end:
                    start = person.outer_end
            if re.match("テレビ|電話|オンライン|個別|立ち話|短時間|次官級会|局長級会", text[start:end]):
                continue
            lead = _LEAD.match(text[start:end])
            start += lead.end() if lead else 0
            if end - start < least or any(
                m.kind == "person" and m.outer_start < end and start < m.outer_end for m in found
            ):
                continue
            inner = [m for m in found if start <= m.start and m.end <= end]
            if any(m.start < start < m.end or (m.start < end < m.end) for m in found):
                continue
            same = next((m for m in inner if m.kind in ("framework", "series", "instrument") and m.means), None)
            meaning = names.known(text[start:end]) or (same.means[0] if same else None)
            for m in inner:
                found.remove(m)
            found.append(Mention(start, end, kind, (meaning,) if meaning else ()))


def _clusters(text: str, found: list[Mention], names: Names) -> None:
    """日米韓: several states in one word."""
    initials = names.initials["ja"]
    for match in re.finditer("[" + "".join(initials) + "]{2,5}", text):
        start, end = match.span()
        if text[start - 1 : start] and re.match("[一-鿿]", text[start - 1 : start]):
            continue
        if not _CLUSTER_AFTER.match(text[end:]) or any(m.start < end and start < m.end for m in found):
            continue
        together = re.match(r"[三3四434](?:か|カ|ヵ|ヶ)国|両国", text[end:])
        end += together.end() if together else 0
        found.append(Mention(start, end, "state", tuple(names.states[initials[c]] for c in match.group())))


def states_in(name: str, names: Names) -> list[tuple[str, str]]:
    """The states that a meeting's name begins with, as (letters, code): 日米韓首脳会合."""
    initials = names.initials["ja"]
    match = re.match("[" + "".join(initials) + "]{2,5}", name)
    return [(match.group(), initials[c]) for c in match.group()] if match else []


def _tie(text: str, found: list[Mention]) -> None:
    for at in range(len(found) - 1, -1, -1):
        one = found[at]
        match = _PARTICLE.match(text[one.outer_end : one.outer_end + 60])
        particle = match["particle"] if match and match["particle"] else ""
        follows = found[at + 1] if at + 1 < len(found) else None
        reach = one.outer_end + (match.end() if match else 0)
        adjacent = (
            follows is not None
            and 0 <= follows.outer_start - reach <= 2
            and not text[reach : follows.outer_start].strip("、 そして")
        )
        if particle in _LISTS and adjacent and follows is not None and (follows.is_party == one.is_party):
            one.tie, follows.listed = follows.tie, True
        else:
            one.tie = _TIES.get(particle, "")
            if match and not particle and "の代表" in match.group():
                one.tie = "subject"
            elif particle == "との" and text[reach : reach + 1] == "間":
                one.tie = "of"
            if (
                text[one.outer_end : one.outer_end + 1] == "側"
                and one.kind == "state"
                and adjacent
                and follows
                and follows.kind == "person"
            ):
                one.tie = "from"
        if one.kind == "place" and one.tie == "subject":
            one.kind = "state"  # a capital speaks for its state
