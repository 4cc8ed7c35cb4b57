"""To which predicate of a Japanese sentence its days, topics and addressees belong, where the parser took one too near."""

from __future__ import annotations

import re

from claims.extract.lexicon import lexicon, sort
from claims.extract.trees.tree import Word

_DAY = re.compile("[日月年週]$|^[\\d]*日?(?:未明|早朝|午前|午後|夜|深夜)$|[年月]度?[内中末]$")
_REASON = re.compile("(?:し|す|さ)?(?:れ|られ)?(?:た|る)?(?:ば|たら|なら|ため|ので|ても)(?:/|、)")
_VERBAL = ("VERB", "ADJ", "AUX")
_TAIL = ("aux", "aux:pass", "cop", "mark", "case", "fixed", "punct", "cc")


def predicate_of(word: Word, words: list[Word], *, main: bool = False) -> Word:
    """The predicate that a word is or hangs on; `main`: none that describes a noun."""
    while word.head > word.at and (word.pos not in _VERBAL or (main and word.relation == "acl")):
        word = words[word.head]
    return word


def set_right(word: Word, words: list[Word]) -> None:
    """Heads stand to the right: what hangs on a word before it, or by で on a noun, belongs to the predicate behind."""
    head = words[word.head]
    if word.pos == "VERB" and head.at < word.at and word.relation == "acl" and word.form.endswith("/link"):
        verb = next((one for one in words[word.at + 1 :] if one.pos == "VERB" and one.relation not in _TAIL), None)
        if verb is not None:
            word.head, word.relation = verb.at, "advcl"  # 副大臣を表敬し、その後、庁を訪れる
        return
    left = head.at < word.at and word.relation not in (*_TAIL, "conj", "appos") and word.pos in ("NOUN", "PROPN")
    loose = word.relation == "nmod" and word.case in ("で", "にて") and not head.form.strip("/")
    if not left and not loose:
        _plan_goes_on(word, words)
        return
    verb = next(
        (one for one in words[max(word.at, head.at) + 1 :] if one.pos in _VERBAL and one.relation not in _TAIL), None
    )
    if verb is None or (left and (not word.case or not any(one.relation == "root" for one in words[word.at :]))):
        return
    word.head, word.relation = verb.at, "obl"
    _plan_goes_on(word, words)


def _plan_goes_on(word: Word, words: list[Word]) -> None:
    """A plan that goes on is a clause, of which the topic before another is the subject: Aは拒む構えで、Bは会談する."""
    held = lexicon("ja").class_of(word.lemma) in ("plan", "schedule", "expect")
    clause = next((one for one in words if one.head == word.at and one.relation == "acl"), None)
    agreed = lexicon("ja").class_of(words[word.head].lemma) == "agree"  # 始める方針で一致した
    if word.relation != "obl" or word.case != "で" or not held or agreed or clause is None:
        return
    word.relation, word.form, word.case = "advcl", "で/link", ""  # 開かれる予定で、採決する
    topics = [one for one in words if one.head == word.head and one.relation == "nsubj" and one.case == "は"]
    if len(topics) > 1 and topics[0].at < clause.at < word.at < topics[1].at:
        topics[0].head = clause.at


def set_joined(word: Word, words: list[Word]) -> None:
    """Who is joined to others stands beside those who bear an office as he does: A社長と組合のB組合長; and 明らかにする is one verb."""
    head = words[word.head]
    if word.text == "明らか" and head.lemma == "する" and head.at == word.at + 2:
        head.lemma, word.relation = "明らか", "dep"
    if word.relation != "conj":
        return
    if head.case[:2] == "から":  # 日本からはA外相、韓国からはB外相が出席した
        rest = words[head.at :]
        word.head = next((one.at for one in rest if one.relation == "nsubj" and one.head == head.head), word.head)
    elif (head.relation, head.case) == ("nmod", "の"):
        bearer = words[head.head]
        while bearer.relation == "compound" and bearer.head > bearer.at:
            bearer = words[bearer.head]
        titled = word.named == "office" and lexicon("ja").patterns["title"].search(bearer.text)
        named = word.named == "organisation" or re.fullmatch("[ァ-ヴー・]{3,}", word.text)
        firms = named and bearer.named == "organisation" != head.named  # 韓国のA社とスイスのB社, 組合と業界団体のC連盟
        word.head = bearer.at if titled or firms else word.head


def before_comma(word: Word, words: list[Word]) -> bool:
    """Whether a noun with one particle stands before a comma."""
    return any(one.text == "、" for one in words[word.at + 2 : word.at + 3])


def set_reason(word: Word, words: list[Word]) -> None:
    """A subject with が belongs to the clause of condition or reason behind it: 銀行は、改修が終われば拠出する."""
    if word.relation != "nsubj" or word.case != "が":
        return
    if before_comma(word, words):  # 元大臣が、名誉を傷つけられたとして賠償を求めた訴訟
        here = words[word.head]
        while here.relation in ("ccomp", "advcl") and here.head > here.at:
            here = words[here.head]
            if any(one.head == here.at and one.relation == "nsubj" for one in words):
                return
        word.head = here.at
        return
    beside = [one for one in words if one.head == word.head and one is not word]
    second = next((one for one in beside if one.relation == "nsubj" and one.at > word.at), None)
    own = [one for one in words[word.at + 1 : second.at if second is not None else 0] if one.relation == "acl"]
    if own and not any(one.head == own[0].at and one.relation == "nsubj" for one in words):
        word.head = own[0].at  # 知事が提出した条例案について、委員会は採決を見送った
        return
    said = next((one for one in beside if one.relation == "ccomp" and one.at > word.at), None)
    if said is not None and any(one.relation == "nsubj" and one.at < word.at for one in beside):
        if not any(one.relation == "nsubj" and one.head == said.at for one in words):
            word.head = said.at  # 文化省は、作品が「事実をゆがめている」と批判した
        return
    for one in words[word.at + 1 : word.head]:
        near = one.relation == "advcl" and one.head == word.head
        if near and _REASON.match(f"{one.form}/"):
            if not any(two.head == one.at and two.relation == "nsubj" for two in words):
                word.head = one.at
            return


def set_days(word: Word, words: list[Word]) -> None:
    """A day with a comma is that of the sentence, as who stands before it is: it stays in no clause on a noun."""
    after = words[word.at + 1] if word.at + 1 < len(words) else word
    day = _DAY.search(word.text) and word.relation in ("obl", "advmod", "conj", "dep")
    if not day or word.case or after.text != "、":
        return
    first = word.at
    while first and words[first - 1].head in (word.at, first) and words[first - 1].relation in ("compound", "nummod"):
        first -= 1
    mark = words[first - 1] if first else word
    whose, here = words[mark.head], words[word.head]
    told = whose.relation == "nsubj" and whose.head > word.at
    if word.relation in ("conj", "dep"):  # 4者は17日、18日に切れる期限を延長した
        if told and mark.text == "は":
            word.head, word.relation = whose.head, "obl"
        return
    if told and mark.text == "が" and any(one.case == "は" and one.relation == "nsubj" for one in words[word.at :]):
        return  # 連盟が昨年、支払ったとの報道を、B氏は否定した
    then = here.relation == "advcl" and lexicon("ja").patterns["then"].match(here.form)  # 26日、…とした上で、…求めた
    if told and mark.text == "は" and whose.head > here.at and (then or _embedded(here, words)):
        here = words[whose.head]  # 委員会は11日、情報を渡していたとして勧告した
    else:
        here = predicate_of(here, words, main=True)
    word.head = here.at
    if told and mark.text == "が" and whose.head < here.at and words[whose.head].relation in ("acl", "ccomp"):
        whose.head = here.at  # 126人が17日、賠償を求める訴訟を起こした


def _embedded(here: Word, words: list[Word]) -> bool:
    """Whether a predicate is only a reason or a description of something: 渡していたとして."""
    above = words[here.head]
    own = any(one.relation == "nsubj" and one.head == here.at and one.at < here.at for one in words)
    if here.relation == "ccomp" and here.form.split("/")[0].endswith(("よう", "ように")):
        return True  # 団体は8日、監視を強化するよう要望した
    return own or (here.relation == "ccomp" and above.lemma == "する" and above.relation == "advcl")


def set_addressed(word: Word, words: list[Word]) -> None:
    """Who is told of by に対し with a comma is spoken to by the last verb: Bに対し、情報を渡したとして再発防止を勧告した."""
    after = words[word.at + 1 : word.at + 5]
    if word.case not in ("に対し", "に対して") or not any(one.text == "、" for one in after):
        return
    up = words[word.head]
    while up.head > up.at and lexicon("ja").verbs.get(up.lemma) not in (*sort("said"), "pay", "sue"):
        up = words[up.head]
    if lexicon("ja").verbs.get(up.lemma) in (*sort("said"), "pay", "sue"):
        word.head, word.relation = up.at, "obl"


def set_attended(word: Word, words: list[Word]) -> None:
    """A meeting at the head of a sentence is that of those who were present: 会談にはA氏が出席し、声明を発表した."""
    ja = lexicon("ja")
    if word.case not in ("に", "には") or word.relation != "obl" or ja.nouns.get(word.lemma) != "meet":
        return
    for one in words[word.at + 1 : word.head]:
        if (
            one.pos == "VERB"
            and one.relation == "advcl"
            and one.head == word.head
            and ja.verbs.get(one.lemma) == "attend"
        ):
            word.head = one.at
            return


def set_object(word: Word, words: list[Word]) -> None:
    """No verb has two objects: the first is that of the clause on the second: 訴訟を地裁に起こす考えを示した."""
    if word.relation != "obj" or word.case != "を":
        return
    second = next(
        (one for one in words[word.at + 1 : word.head] if one.head == word.head and one.relation == "obj"), None
    )
    if second is None or second.case != "を":
        return
    verb = next(
        (one for one in words[word.at + 1 : second.at] if one.head == second.at and one.relation == "acl"), None
    )
    here = words[word.head]
    if verb is None and here.relation == "advcl" and (before_comma(word, words) or here.form.startswith("ず")):
        verb = words[here.head]  # 法案を、附帯決議を付けて可決した, 統合を総会を開かずに決めた
    if verb is not None and not any(one.head == verb.at and one.relation == "obj" for one in words):
        word.head = verb.at
