"""Who is named: the parser's named entities, proper nouns, persons before and behind titles, companies behind what they are."""

from __future__ import annotations

import re

from claims.extract.draft import Party
from claims.extract.gazetteer import Known
from claims.extract.parties.kinds import has_a_first_name, kind_of, part_of_name, titles_of
from claims.extract.parties.meant import same
from claims.extract.phrasing import run_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def entity(s: Sentence, word: Word) -> list[Party]:
    words = [one for one in s.tree.words if one.group == word.group]
    if len(words) > 1 and words[-1].tag == "POS" and word.relation == "nmod:poss":
        words.pop()  # "Ana Lind's party", and not "St Brigid's"
    if cut := next((one for one in words if one.tag == "助詞-係助詞"), None):  # ペルー国会は1日
        words = [one for one in words if (one.at < cut.at) == (word.at < cut.at)]
    start, end = words[0].start, words[-1].end
    if words[0].pos in ("DET",) and len(words) > 1:
        start = words[1].start
    first = words[0]
    while word.named == "person" and first is not words[-1] and s.lexicon.has("official", first.lemma):
        first = s.tree.words[first.at + 1]  # "Councillor Ravi Menon"
        start = first.start
    joint = next((one for one in words if one.tag == "CC"), None) if titles_of(s, word) else None
    if joint is not None and joint.at + 2 < words[-1].at and not s.tree.final:
        first = s.tree.words[joint.at + 2]  # "Minister of Economy, Trade and Industry Ana Lind"
        start = first.start
    before = s.tree.words[first.at - 1] if first.at and first is words[-1] else first
    if before is not first and not s.tree.final and before.head == word.at and part_of_name(s, before):
        start = before.start  # "Austral Mar", of which the parser took one word for a name
        word.named = "organisation" if word.named == "person" else word.named
    if s.tree.final:  # 電子部品の東亜セラミック: what stands before の only describes
        start = max([start, *(one.end + 1 for one in words[:-1] if one.case == "の" and one.relation == "nmod")])
    head = next((one for one in words if one.start == start), word)
    if head is not word and s.lexicon.has("official", head.lemma) and s.tree.words[head.at + 1].relation == "case":
        return []  # "the Minister of Foreign Affairs": an office, and no body of that name
    whose = next((one for one in s.tree.children(word, "nmod:poss") if one.pos == "PROPN"), None)
    if not s.tree.final and whose is not None and s.tree.text[start:end].islower():
        start = s.tree.words[
            min(one.at for one in s.tree.below(whose) if one.pos != "DET")
        ].start  # "China's trade ministry"
    name = s.tree.text[start:end]
    kind = kind_of(s, word, {"people": "group"}.get(word.named, word.named))
    kind = kind if kind == "person" and word.named != "person" else s.discourse.kinds.setdefault(name, kind)
    firm = s.discourse.firm(name) if kind == "person" and " " not in name and not titles_of(s, word) else None
    if firm is not None and s.discourse.called(name) is None:
        return [s.at(start, end, firm, "organisation")]  # "Corvane", of Corvane Aerospace
    if kind == "person":
        s.discourse.kinds[name] = kind
        known = s.discourse.introduce(name)
        if titles_of(s, word):
            s.discourse.borne.add(known.canonical)
        return [s.at(start, end, known, "person")]
    somewhere = word.named == "place" and s.lexicon.slots.get(word.case) in ("in", "to")  # and no firm of that name
    meant = s.discourse.names.known(name) or (None if somewhere else s.discourse.called(name) or s.discourse.firm(name))
    return [s.at(start, end, meant, meant.kind if meant else kind)]


def proper(s: Sentence, word: Word) -> Party:
    first = last = word
    for at in range(word.at - 1, -1, -1):
        one = s.tree.words[at]
        inside = s.tree.final and 0 <= one.group == word.group and one.end == first.start  # ヴェラ|共和国|外務省
        named = one.pos == "PROPN" or inside
        if one.head != word.at or one.relation not in ("compound", "flat", "flat:name") or not named:
            break
        first = one
    for at in range(word.at + 1, len(s.tree.words)):
        one = s.tree.words[at]
        if one.head != word.at or one.relation not in ("flat", "flat:name"):
            break
        last = one
    titles = [] if s.tree.final else titles_of(s, word)
    while first in titles and last.at - first.at > 1:
        first = s.tree.words[first.at + 1]  # "Governor Tunde Alade", and not "Lord Paget"
    name = s.tree.text[first.start : last.end]
    known = s.discourse.names.known(name) or s.discourse.called(name) or s.discourse.firm(name)
    kind = known.kind if known else kind_of(s, word, "place" if "地名" in word.tag else "organisation")
    if known is None and kind == "organisation" and has_a_first_name(s, name):
        kind = "person"
    if known is None and kind == "person":
        known = s.discourse.introduce(name)
        s.discourse.borne.update([known.canonical] if titles else [])
    return s.at(first.start, last.end, known, kind)


#: a foreign name of several parts in katakana or Latin letters
_FOREIGN = re.compile(r"[ァ-ヴー]+(?:[・=＝][ァ-ヴー]+)+|[A-Z][\w.’'-]*(?: [A-Z][a-z.’'-]*)+", re.A)


def titled(s: Sentence, word: Word) -> Party | None:
    """The person before a title that ends the phrase: ベルグ外相, 박영호 외교부 장관."""
    pattern, run = s.lexicon.patterns["title"], run_of(s, word) if s.tree.final else []
    if not run or not pattern.search(s.tree.text[run[0].start : word.end]):
        return None
    names = run[:-1]
    hit = next((h for one in names if (h := s.hit(one)) and h.known.kind == "person"), None)
    if hit is not None:
        s.discourse.introduce(s.tree.text[hit.start : hit.end], known=hit.known)
        found = s.at(hit.start, hit.end, hit.known, "person")
        s.discourse.titles.append((word.text, found))
        return found
    named = _name_in(s, word, names)
    if not named:
        return None
    start, end = named[0].start, named[-1].end
    if word.text == "長" and end == word.start and s.tree.text[end - 1] in "市町村区" and end - start > 1:
        end -= 1  # 佐竹誠市|長
    name, _, office = s.tree.text[start:end].rpartition("・")  # ベルグ・スポーツ相
    if not name or not s.lexicon.has("portfolio", office):
        name = s.tree.text[start:end]
    end = start + len(name)
    if s.lexicon.has("portfolio", name) or pattern.fullmatch(name):
        return None  # エネルギー相, 大統領報道官
    if s.lexicon.patterns["organisation"].search(name):
        return None  # 안데스광업 사장
    person = named[0].named == "person" and s.lexicon.code == "ja"  # 福島恵子外相: a family name that is a place's, too
    over = [h for h in s.hits if h.start < end and start < h.end]
    if any(not person or h.known.kind not in ("place", "state") for h in over):
        return None
    family = named[0].text if named[0].tag.endswith("人名-姓") and len(named) > 1 else ""
    known = s.discourse.introduce(name, s.tree.text[word.start : word.end], family=family)
    found = s.at(start, end, known, "person")
    if re.fullmatch("[가-힣]", name):  # 오 부행장: the name in full, or with the title
        found = s.again(found) if found.who != name else s.at(start, word.end, None, "person")
        found.name = found.who
    s.discourse.titles.append((s.tree.text[min(end, word.start) : word.end].strip(), found))  # 외교부 장관
    _employer(s, word, run[: run.index(named[0])] or run[run.index(named[-1]) + 1 : -1], found)
    return found


def _name_in(s: Sentence, word: Word, names: list[Word]) -> list[Word]:
    """The words before a title that are the name of who bears it."""
    named = [one for one in names if one.named == "person" or (one.pos == "PROPN" and one.named in ("", "office"))]
    named = [one for one in named if one.named == "person" or not s.hit(one)]
    if s.lexicon.code == "ja":
        named = _japanese_name(s, word, names, named)
    if not named and names and names[0].pos == "NOUN" and re.fullmatch("[ァ-ヴー・=]+", names[0].text):
        named = names[:1]  # a foreign name that the parser does not know
    return _korean_name(s, word, named) if named and s.lexicon.code == "ko" else named


def _japanese_name(s: Sentence, word: Word, names: list[Word], named: list[Word]) -> list[Word]:
    """The parts of a name, which the parser marks but does not join: 朴俊永次官, 福岡資麿厚労相."""
    named = [one for one in named if not s.lexicon.has("portfolio", one.text)]
    foreign = _FOREIGN.match(s.tree.text[names[0].start : names[-1].end]) if names else None
    if foreign:  # ソムチャイ・プラパイ会長
        parts = [one for one in names if one.end <= names[0].start + foreign.end()]
        return parts[:-1] if parts[-1:] and parts[-1].text == "・" else parts  # コンティ|・|イタリア共和国
    if names and names[0].named == "person" and all(re.fullmatch("[一-鿿]", one.text) for one in names):
        return names  # 朴|相|哲
    told = (at for at, one in enumerate(names, 1) if re.match("[（(][ァ-ヴー・＝]+[）)]", s.tree.text[one.end :]))
    if end := next(told, 0):
        return names[:end]  # 崔載源（チェ・ジェウォン）長官
    marked = [one for one in names if "人名" in one.tag or (one in named and one.pos == "PROPN")]
    if marked and marked[-1].at + 1 < word.at and (rest := s.tree.words[marked[-1].at + 1]).named == "person":
        marked += [rest] if re.fullmatch("[一-鿿]", rest.text) else []  # 李恩|英
    if marked and not re.match("[ァ-ヴ]", marked[0].text):  # 榎本アジア大洋州局長
        marked = [one for one in marked if not re.match("[ァ-ヴ]", one.text)]
    first = next((at for at, one in enumerate(names) if one.tag.endswith("人名-名")), 0)
    return [names[first - 1], *marked] if first and names[first - 1] not in marked else marked or named


def _korean_name(s: Sentence, word: Word, named: list[Word]) -> list[Word]:
    """A name without the body before it or behind it: 더불어민주당 박찬대 원내대표, 빌 넬슨 NASA 국장."""
    patterns = s.lexicon.patterns
    firm = patterns["organisation"]
    if len(named) > 1 and named[-1].end < word.start and re.fullmatch("[한미일중러영독불북]", named[-1].text):
        named = named[:-1]  # 마크 델라니 미 국방장관
    short = [one for one in run_of(s, word) if len(one.text) == 1 and one.pos == "NOUN"]  # 레 호아이 쭝, 헬렌 쇼
    short = [one for one in short if not any(patterns[name].search(one.text) for name in ("somebody", "organisation"))]
    named = sorted(
        [*named, *(one for one in short if any(abs(two.at - one.at) == 1 for two in named))], key=lambda w: w.at
    )
    named = [one for one in named if patterns["given"].fullmatch(one.text) or not firm.search(one.text)]
    gap = next((at for at in range(len(named) - 1, 0, -1) if named[at].at - named[at - 1].at > 1), 0)
    public = named and patterns["public"].search(named[-1].text)
    named = named[:gap] if gap and public else named[gap:]  # 민태성 전 해림시 부시장, 아이리스랩 창업자 Kim Dana 대표
    posted = word.at and re.match("주[한미일중러영독불]$", run_of(s, word)[0].text)
    if posted and named[:1] == named:
        return []  # 주한 탈라 대사
    if not named:
        return []
    body = firm.search(named[0].text) or patterns["public"].search(named[0].text)
    heads = body or patterns["heads_company"].search(word.text)
    if heads and patterns["given"].fullmatch(named[-1].text):  # 메디온 유다은 대표, 남림도 우상혁 지사
        return named[-1:]
    told, parts = {p.who for p in s.discourse.seen if p.kind != "person"}, len(named)
    while len(named) > 1 and named[-1].text in told:  # 소피 라몽 라르투아 외교장관
        named.pop()
    while len(named) > 1 and named[0].text in told:
        named.pop(0)
    state = patterns["of_state"].search(word.text) and len(named[-1].text) > 1 and not named[-1].text.isascii()
    if len(named) == parts >= 3 and state:
        alone = rf"(?<!{re.escape(named[-2].text)} ){re.escape(named[-1].text)} \S*{patterns['of_state'].pattern}"
        if not re.search(alone, s.discourse.text):
            named.pop()  # 시그리드 할렌 노르반 외교장관: nobody is called 노르반 장관
    whole = patterns["given"].fullmatch(named[0].text) and len(named) == 2  # and not 이네스 코르도바 파멜리아
    while len(named) > 1 and (whole or (named[-1].text.isascii() and not named[0].text.isascii())):
        named.pop()
    return named


def compound(s: Sentence, word: Word) -> Party | None:
    """A name of several parts of which the parser took only some for one: 瀬戸内プラント."""
    run = run_of(s, word)
    for at, one in enumerate(run[:-1]):
        named = s.lexicon.code == "ko" and s.lexicon.patterns["title"].search(one.text) and run[at + 1].pos == "PROPN"
        if named:  # 바이젠 최고경영자 마크 올슨
            return s.at(
                run[at + 1].start, word.end, s.discourse.introduce(s.tree.text[run[at + 1].start : word.end]), "person"
            )
        group = any(s.lexicon.has(table, run[at + 1].lemma) for table in ("sides", "ranks"))
        title = s.lexicon.patterns["title"].search(run[at + 1].text.removesuffix("들"))
        group = group or run[at + 1].pos == "NUM" or (title is not None and at + 2 == len(run))  # 협력업체 대표들
        group = group or (at + 2 == len(run) and _body(s, run[at + 1]) and s.lexicon.code == "ja")  # 港湾事業者連盟
        speaks = s.lexicon.patterns["mouthpiece"].search(run[at + 1].text)  # 회사 관계자
        if (
            one.pos != "PROPN" and s.lexicon.has("descriptor", one.lemma) and not (group or speaks)
        ):  # "the tile maker X"
            while at + 2 < len(run) and run[at + 1].pos == "NOUN" and _body(s, run[at + 1]):
                at += 1  # 大手|銀行|ベルナ|銀行
            start = run[at + 1].start
            return s.at(start, word.end, s.discourse.names.known(s.tree.text[start : word.end]), "organisation")
    if s.lexicon.code == "ko" and word.tag == "NNP" and all(one.tag == "NNG" for one in run[:-1]):
        return None  # 항공사 블루윙
    parts = [one for one in run if one.group == word.group] if word.group >= 0 else []
    if len(run) < 2 or (len(parts) == len(run) and word.named) or word.named in ("date", "money"):
        return None
    if not any(
        one.pos == "PROPN" or "固有名詞" in one.tag or one.named in ("organisation", "place", "state") for one in run
    ):
        return None
    start, end = run[0].start, word.end
    known = s.discourse.names.known(s.tree.text[start:end])
    if known is None and s.lexicon.patterns["realm"].search(s.tree.text[start:end]):  # 카라노 공화국, later 카라노
        known = Known(None, s.tree.text[start:end], "state", here=True)
        s.discourse.local.setdefault(run[0].text, known)
    if s.lexicon.patterns["mouthpiece"].search(word.text):  # 두진종건 관계자
        return s.at(start, end, None, "group")
    officer = s.lexicon.patterns["title"].search(s.tree.text[start:end])  # 大野市長
    return s.at(start, end, known, known.kind if known else "person" if officer else "organisation")


def _body(s: Sentence, word: Word) -> bool:
    return s.lexicon.patterns["organisation"].search(f"  {word.text}") is not None


def _employer(s: Sentence, word: Word, before: list[Word], person: Party) -> None:
    """Remember the body that one heads, whose name the parser may not know: 東洋海運の野々村昇CEO, ペルーのダルマ外相."""
    head = any(s.lexicon.patterns[name].search(word.text) for name in ("heads_company", "heads_body"))
    public = s.lexicon.code == "ja" and not head and s.lexicon.patterns["office"].search(word.text)
    owners = [run_of(s, one) for one in s.tree.children(word, "nmod") if s.lexicon.slots.get(one.case) == "of"][
        -1:
    ] or [before]
    name = s.tree.text[owners[0][0].start : owners[0][-1].end] if owners[0] else ""
    plain = len(owners[0]) == 1 and owners[0][0].pos == "NOUN" and re.fullmatch("(?!同)[一-鿿가-힣]{1,2}", name)
    if not name or plain or name.endswith("出身") or any(s.lexicon.has("descriptor", one.lemma) for one in owners[0]):
        return
    hit, told = s.hit(owners[0][-1]), same(s, owners[0][-1])
    if told is None and name.startswith("同"):
        return  # 同社, and nobody knows which
    if public and owners[0] is not before and (hit or s.lexicon.patterns["public"].search(name)):
        body = told or Party(name, hit and hit.known, hit.known.kind if hit else "organisation")
        s.discourse.employers[person.who] = body
    elif head and (hit is None or hit.known.kind == "organisation"):
        company = told or Party(name, hit.known if hit else None, "organisation")
        s.discourse.kinds[company.name] = "organisation"
        s.discourse.employers[person.who] = company
