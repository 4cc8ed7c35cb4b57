"""Trees of Japanese sentences as GiNZA gives them, set right where heads stand last and particles say what is what."""

from __future__ import annotations

import itertools
import re

from claims.extract.lexicon import lexicon
from claims.extract.trees import japanese_reach as reach
from claims.extract.trees import japanese_slips as slips
from claims.extract.trees.japanese_quotes import keep_apart, leave_hearsay, set_quotes
from claims.extract.trees.tree import Word

_TAIL = ("aux", "aux:pass", "cop", "mark", "case", "fixed")
_BEGUN = ("入る", "進める", "行う", "続ける", "急ぐ", "始める")
_OF_CASE = {"を": "obj", "が": "nsubj", "は": "nsubj"}
_EVENT = re.compile(f"(?<=..)(?<![ァ-ヴー])(?<!自主)(?:{'|'.join(lexicon('ja').nouns)})$")
_LISTED = ("", "と", "や", "及び", "および", "並びに", "とともに", "ら")


def head_final(text: str, words: list[Word]) -> None:
    """Particles become cases, what follows a predicate its form, lists of nouns conjuncts, clauses that go on joined ones."""
    _set_apart(words)
    kids: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.at:
            kids.setdefault(word.head, []).append(word)
        done = words[word.head]
        if word.lemma == "する" and word.pos == "AUX" and done.at == word.at - 1 and done.pos in ("NOUN", "ADV"):
            word.relation, done.pos = "aux", "VERB"  # 子会社|化する, 初当選した
        after = words[word.at + 1] if word.at + 1 < len(words) else word
        if word.pos == "NOUN" and word.tag.startswith("動詞") and after.text == "、":
            word.pos, word.relation, word.head = "VERB", "advcl", reach.predicate_of(done, words).at  # 金利を引き下げ、
    for word in words:
        _form(text, word, kids)
    slips.end_bare(words)
    _joined(words)
    _counts(words)
    for word in words:
        _fixed(word, words)
    for word in words:
        _before_noun(word, words, kids)
    for word in words:
        _list(text, word, words, kids)
        set_quotes(word)
    keep_apart(words)
    for word in words:  # A運輸相とB運輸相は: joined to the whole of the name, and not to its first piece
        above, inside = words[word.head], word.relation in ("conj", "obl")
        while inside and (above.relation == "compound" or (above.relation, word.relation) == ("nsubj", "obl")):
            if above.head < above.at:
                break
            word.head, above = above.head, words[above.head]  # 韓国からA長官が参加した
    for word in words:
        reach.set_joined(word, words)
        reach.set_right(word, words)
        slips.join_titled(text, word, words)
        slips.name_event(text, word, words)
        slips.set_both(word, words)
        slips.set_subject(word, words)
    for word in words:
        slips.goes_on(word, words)
        slips.lift_clause(word, words)
        slips.lift_described(word, words)
    for word in words:
        done = words[word.head]  # 打ち切る方向で検討に入った: the noun tells what is done
        if word.lemma in ("検討", "調整") and word.case in ("に", "を") and done.lemma in _BEGUN:
            done.lemma = word.lemma
        if word.relation == "nsubj" and word.case == "は" and not slips.is_somebody(word):
            beside = [one for one in words if one.head == word.head]  # 外務省は、日本の動きは緊張を高めると非難した
            said = next((one for one in beside if one.relation == "ccomp" and one.at > word.at), None)
            if said is not None and any(one.relation == "nsubj" and one.at < word.at for one in beside):
                word.head = said.at
    for word in words:
        slips.set_partners(word, words)
        slips.lower_object(word, words)
        slips.set_lists(word, words)
        slips.set_plans(word, words)
    for word in words:
        slips.lift_topic(text, word, words)
        leave_hearsay(word, words)
        reach.set_days(word, words)
        reach.set_reason(word, words)
        reach.set_addressed(word, words)
        reach.set_object(word, words)
        reach.set_attended(word, words)


def _form(text: str, word: Word, kids: dict[int, list[Word]]) -> None:
    """Give a word its particles and endings."""
    if word.text == "近く" and word.pos == "ADJ" and word.relation in ("acl", "advcl"):
        word.pos, word.relation = "ADV", "advmod"  # 近く、申し入れる
    if word.pos == "PRON" and word.tag.startswith("名詞-普通名詞"):
        word.pos = "NOUN"  # 組合長, 連立政権
    foreign = word.tag.startswith("名詞-普通名詞-一般") and re.fullmatch("[ァ-ヴー]{3,}", word.text)
    if word.pos != "NOUN" and (foreign or word.tag.startswith("名詞-固有名詞")):
        word.pos = "PROPN"  # クオンタ, セレナ, 若葉: whatever the parser takes them for
        word.relation = "nmod" if foreign and word.relation in ("acl", "advmod") else word.relation
    verb = word.head != word.at and re.search("[一-鿿][きり]?[うくぐすつぬむぶる]$", word.text)
    if word.pos == "NOUN" and (verb or (word.lemma in lexicon("ja").verbs and word.text[-1] in "くすつむるう")):
        word.pos = "VERB"  # 踏み切る, 申し入れる
    event = _EVENT.search(word.text) if word.pos == "NOUN" else None
    word.lemma = event.group() if event else word.lemma  # 業務委託契約
    behind = _behind(word, kids)
    if word.pos == "PROPN" and word.relation == "advcl" and [one.text for one in behind] == ["で"]:
        word.relation, word.case = "obl", "で"  # サンティアゴで: and not サンティアゴである
        return
    if word.pos in ("VERB", "AUX", "ADJ") or any(one.relation in ("aux", "cop") for one in behind) or not behind:
        apart = [one.end for one in kids.get(word.at, ()) if one.relation == "discourse" and one.at == word.at + 1]
        start = max([word.end, *apart])  # 署名|は|した
        word.form = f"{text[start : behind[-1].end] if behind else ''}/{_ending(word, behind)}"
    if word.lemma in ("ない", "無い") and word.pos in ("ADJ", "VERB", "AUX"):
        word.form = f"ない{word.form}"
    if word.form.endswith("たところ/link"):  # 会談を行ったところ、概要は以下のとおり
        word.form, word.relation = f"{word.form.removesuffix('ところ/link')}/past", "advcl"
    word.case = "".join(one.text for one in behind if one.relation in ("case", "fixed") and one.tag[:2] != "名詞")
    word.case = re.sub("^(?:など|等)(?=.)|(?:のみ|だけ)$", "", word.case)  # 運用などについて, 国にのみ
    if word.case not in ("は", "も", "では", "には") and word.case[-1:] in ("は", "も"):
        word.case = word.case[:-1]


def _fixed(word: Word, words: list[Word]) -> None:
    """What stands in a fixed phrase: するかどうか, するに至る, をめぐって, 大臣との間で."""
    how = words[word.head]
    if word.case == "との" and how.text == "間" and how.relation == "obl":
        word.head, word.relation, word.case = how.head, "obl", "と"
        how.head, how.relation, how.pos = word.at, "case", "ADP"
    if how.text == "どう" and how.at > word.at and word.form.split("/")[0].endswith("か"):
        word.head, word.relation = how.head, "advcl"
    if word.form.startswith("するに/") and how.lemma == "至る":
        word.relation = "ccomp"
    topic = words[word.at - 2] if word.at > 1 else word
    about = word.lemma in ("めぐる", "巡る") and word.form in ("て/link", "/link")
    if about and topic.head == word.at and topic.case == "を":
        for one in words[: word.at]:
            one.head = word.head if one.head == word.at and one.case else one.head
        topic.head, topic.relation, topic.case = word.head, "obl", "をめぐって"
        word.head, word.relation, word.pos, word.form = topic.at, "case", "ADP", ""


def _before_noun(word: Word, words: list[Word], kids: dict[int, list[Word]]) -> None:
    """Heads stand to the right, and what ends before a noun describes it: the rest are slips."""
    left = word.head < word.at and word.relation in ("acl", "dep", "nmod")
    ends = word.relation == "advcl" and re.fullmatch("(?:(?:さ)?れ(?:る|た)|する|した|た)?/(?:non)?past", word.form)
    if word.relation == "acl" and word.form.startswith("するよう/") and words[word.head].pos == "VERB":
        word.relation = "ccomp"
    if word.pos == "VERB" and (left or ends):
        rest = words[max([word, *_behind(word, kids)], key=lambda one: one.at).at + 1 :]
        noun = rest[0] if rest else word
        while noun.pos == "NUM" or noun.text in ("回", "目"):  # 4日に行われた|3回目の団体交渉
            noun = words[noun.head]
        if noun.pos in ("NOUN", "PROPN") and noun.at > word.at and (left or "副詞可能" not in noun.tag):
            word.head, word.relation = noun.at, "acl"


def _list(text: str, word: Word, words: list[Word], kids: dict[int, list[Word]]) -> None:
    """Join the nouns of a list to the last of them, and those who hold offices to one another."""
    head, title = words[word.head], lexicon("ja").patterns["title"]
    if word.relation in ("nmod", "dep") and word.pos == "VERB" and head.pos in ("NOUN", "PROPN"):
        word.relation = "acl"
    nominal = all(one.pos in ("NOUN", "PROPN", "NUM") for one in (word, head)) and word.form[:1] not in ("し", "す")
    listed = word.case or any(one.text in ("、", "・") for one in kids.get(word.at, ()))
    listed = listed or (word.at + 1 < len(words) and words[word.at + 1].text in _LISTED[3:])  # 及び
    if word.relation != "nmod" or not nominal or not listed or word.case not in _LISTED or head.at <= word.at:
        return
    office = word.named == "office" or title.search(text[: word.end]) is not None
    top = head
    while top.relation == "nmod" and top.case == "の" and office and not title.search(text[: top.end]):
        top = words[top.head]  # "A市長と B社の C社長": the two who hold offices are joined
    if office and (top.named == "office" or title.search(text[: top.end])):
        word.head = top.at
    of_both = [one for one in (head, *kids.get(word.at, ())) if one.relation == "nmod" and one.case == "の"]
    if not (word.case or office) and head in of_both[:1] and of_both[1:]:
        word.head = head.head  # 漁獲枠の配分、操業の取り締まり、資源調査の|あり方
    word.relation = "conj"


def _counts(words: list[Word]) -> None:
    """What the parser hangs on the votes of 賛成6、反対1の反対多数で is told by the predicate behind them."""
    votes = {
        one.at
        for one, after in itertools.pairwise(words)
        if one.text in ("賛成", "反対", "棄権") and (after.pos == "NUM" or after.text == "多数")
    }
    votes |= {at + 1 for at in votes}
    for word in words:
        if word.at not in votes and word.head in votes and word.case and word.at < word.head:
            while word.head in votes and words[word.head].head != word.head:
                word.head = words[word.head].head
            word.relation = _OF_CASE.get(word.case, "obl")


def _set_apart(words: list[Word]) -> None:
    """A particle between what is done and the verb that does it makes no subject of it: 署名はした, 批准もしていない."""
    for noun, particle, verb in zip(words, words[1:], words[2:], strict=False):
        apart = particle.text in ("は", "も", "さえ", "すら") and particle.head == noun.at and noun.head == verb.at
        if apart and verb.lemma == "する" and noun.tag == "名詞-普通名詞-サ変可能":
            noun.pos, noun.relation, noun.head = "VERB", verb.relation, noun.at if verb.head == verb.at else verb.head
            verb.pos, verb.relation, particle.relation = "AUX", "aux", "discourse"
            for one in words:
                one.head = noun.at if one.head == verb.at or one is verb else one.head


def _behind(word: Word, kids: dict[int, list[Word]]) -> list[Word]:
    """The function words that follow a word, each close behind the one before."""
    found = [
        one for one in kids.get(word.at, ()) if one.at > word.at and one.relation in (*_TAIL, "compound", "advmod")
    ]
    found = [one for one in found if one.relation in _TAIL or one.lemma in ("こと", "事")]
    for one in list(found):
        found += [inner for inner in kids.get(one.at, ()) if inner.relation in (*_TAIL,) and inner.at > one.at]
    found.sort(key=lambda one: one.at)
    signs = [one for one in kids.get(word.at, ()) if one.pos == "PUNCT" and one.text in "(（)）」"]
    closed = {one.at for one in signs if one.text in ")）」"}  # メルコスール（南米の市場）は
    inside = [(one.at, max(closed)) for one in signs if closed and one.text in "(（"]
    found = [one for one in found if not any(first < one.at < last for first, last in inside)]
    run: list[Word] = []
    at = word.at
    for one in found:
        if one.at - at > 2 and one.at - 1 not in closed:
            break
        run.append(one)
        at = one.at
    return run


def _ending(word: Word, behind: list[Word]) -> str:
    inflected = [one for one in behind if one.relation in ("aux", "cop") or one.pos in ("AUX", "VERB")]
    past = ("た", "だ") if word.pos == "VERB" else ("た",)
    if any(one.text in past and one.relation == "aux" for one in inflected):
        return "past"
    last = inflected[-1] if inflected else word
    stem = last.pos in ("VERB", "AUX") or last.text == "なく"
    if last.text in ("で", "し", "て", "ず") or (last.text != last.lemma and stem):
        return "link"
    return "nonpast" if word.pos in ("VERB", "ADJ") or inflected else ""


def _joined(words: list[Word]) -> None:
    """Nouns without a particle that touch are one: a piece that the parser hung elsewhere goes to the last of them."""
    for word, after in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        verb = word.pos == "VERB" and word.form == "/nonpast" and word.end == after.start
        if verb and word.tag.startswith("名詞") and after.pos in ("NOUN", "PROPN") and word.head != word.at:
            word.pos, word.form = "NOUN", ""  # 反対|多数で, 住民投票|条例案: a part of the noun, and no predicate
            for one in words[: word.at]:
                if one.head == word.at and one.case:
                    one.head, one.relation = word.head, _OF_CASE.get(one.case, "obl")
        noun = word.pos in ("NOUN", "PROPN", "SYM") or word.tag.startswith("名詞-普通名詞-一般")
        bare = not word.case and not word.form.strip("/")
        alone = (noun and bare) or word.text in ("次回", "前回", "今回")
        if not alone or word.end != after.start or after.pos not in ("NOUN", "PROPN", "SYM") or "副詞" in word.tag:
            continue
        last = after
        while last.relation == "compound" and last.head == last.at + 1:
            last = words[last.head]
        if word.head > last.at or word.head < word.at:
            if last.head == word.at:  # セリナ|・|モラ|外相は
                last.head, last.relation = word.head, word.relation
            word.head = after.at
        word.relation = "compound"
