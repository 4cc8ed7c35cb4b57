"""Slips of the Japanese parser set right: what belongs to the predicate, to a noun or to nobody."""

from __future__ import annotations

import itertools
import re

from claims.extract.lexicon import lexicon, sort
from claims.extract.trees.japanese_reach import before_comma, predicate_of
from claims.extract.trees.tree import Word

_BESIDE = ("は", "が", "も", "を", "に", "で", "と", "について", "をめぐって", "に対し", "に関して")
_WHERE = ("で", "にて", "において", "では", "での")


def goes_on(word: Word, words: list[Word]) -> None:
    """A stem with a comma hangs on no noun, and a clause that says something itself stands beside what is said later."""
    head = words[word.head]
    stem = word.pos == "VERB" and word.relation == "acl" and word.form.endswith("/link") and head.lemma != "次第"
    if stem and head.at > word.at and not word.form.startswith(("な", "の")):
        up = predicate_of(head, words)
        if up.pos in ("VERB", "AUX", "ADJ"):
            word.head, word.relation, head = up.at, "advcl", up
    inside = word.relation == "advcl" and word.form.endswith("/link") and head.relation == "acl" and head.head > head.at
    rest = words[word.at + 1 : head.at]
    own = lexicon("ja").verbs.get(word.lemma) in sort("apart")
    held = own and words[head.head].relation == "obj"
    says = any(one.head == word.at and one.relation == "ccomp" for one in words)
    apart = held and (says or not lexicon("ja").class_of(words[head.head].lemma))  # 会談し、停戦する案を示した
    apart = apart or any(one.relation == "nsubj" and one.case == "が" for one in rest)
    if inside and any(one.text == "、" for one in rest[:3]) and apart:
        up = predicate_of(head, words, main=True)
        word.head, head = up.at, up  # 町議会は本会議を開き、町が提出した予算案を否決した
    posts = [one for one in words if one.lemma == "人事" and one.head == head.at and one.at > word.at]
    inner = next((one for one in words if posts and one.head == posts[0].at and one.relation == "acl"), None)
    if inner is not None and word.relation == "advcl" and word.form.endswith("/link"):
        word.head = inner.at  # A氏が退任し、後任にB氏が就く人事を発表した
    comma = any(one.text == "、" for one in words[word.at + 1 : word.at + 4])  # 批判し、町に公開するよう求めた
    asked = own and comma and head.form.split("/")[0].endswith(("よう", "ように")) and word.form.endswith("/link")
    if (says or asked) and word.relation == "advcl" and head.relation == "ccomp" and head.head > head.at:
        word.head = head.head


def end_bare(words: list[Word]) -> None:
    """A sentence of a report may end in the noun of what was done: 実施することで合意。"""
    noun = next((one for one in words if one.relation == "root"), None)
    ja = lexicon("ja")
    if noun is None or noun.pos != "NOUN" or not noun.tag.endswith("サ変可能") or noun.case or noun.form.strip("/"):
        return
    beside = [one for one in words if one.head == noun.at and one.at < noun.at and one.case in _BESIDE]
    told = ja.verbs.get(noun.lemma) or ja.class_of(noun.lemma) in ("agree", "deny", "refuse", "announce")
    ends = all(one.text in "。」）)" for one in words[noun.at + 1 :])
    if not beside or not told or not ends or ja.class_of(noun.lemma) in ("schedule", "plan", "expect"):
        return
    noun.pos, noun.form = "VERB", "した/past"
    for one in beside:
        one.relation = {"は": "nsubj", "が": "nsubj", "も": "nsubj", "を": "obj"}.get(one.case, "obl")


def name_event(text: str, word: Word, words: list[Word]) -> None:
    """An event whose name stands in quotation marks behind what it is goes by that: 共同訓練「サザン・ランタン26」を実施した."""
    begin = text.rfind("「", 0, word.start)
    if text[word.end : word.end + 1] != "」" or begin < 0 or "」" in text[begin : word.start] or word.form.strip("/"):
        return
    noun = next((one for one in words if one.end == begin), None)
    if noun is not None and noun.pos == "NOUN" and not noun.case and word.pos in ("NOUN", "PROPN", "NUM"):
        word.lemma = noun.lemma


def join_titled(text: str, word: Word, words: list[Word]) -> None:
    """Who is named with a title and a comma stands beside the next one so named: A防衛相、英国のB国防相が出席した."""
    title = lexicon("ja").patterns["title"]
    verb = words[word.head]
    if word.case or word.relation not in ("nmod", "obl", "dep") or verb.pos != "VERB" or verb.at < word.at:
        return
    if text[word.end : word.end + 1] != "、" or not _bears_title(text, word, words):
        return
    others = (one for one in words[word.at + 1 : verb.at] if one.pos in ("NOUN", "PROPN") and title.search(one.text))
    other = next((one for one in others if one.relation != "compound"), None)
    if other is not None and other.case in ("が", "は", "と", "も", "") and _bears_title(text, other, words):
        word.head, word.relation = other.at, "conj"


def _bears_title(text: str, word: Word, words: list[Word]) -> bool:
    """Whether a noun is a title behind a name."""
    names = [one for one in words if one.head == word.at and one.relation == "compound"]
    named = any(one.pos == "PROPN" or one.named == "person" for one in names)
    return named and lexicon("ja").patterns["title"].search(text[: word.end]) is not None


def lift_clause(word: Word, words: list[Word]) -> None:
    """A clause describes the thing that its verb is said of, and nothing between: 先月結んだクレーン2基の契約, 求める共同の要望書."""
    noun, ja = words[word.head], lexicon("ja")
    thing = words[noun.head]
    if word.relation != "acl" or noun.relation != "nmod" or noun.case != "の" or thing.at < noun.at:
        return
    tied = (word.lemma, thing.lemma) in ja.pairs and (word.lemma, noun.lemma) not in ja.pairs
    if tied or (ja.class_of(thing.lemma) == "say" and ja.verbs.get(word.lemma) == "urge"):
        word.head = thing.at


def set_both(word: Word, words: list[Word]) -> None:
    """Both sides are who does it: 双方とも一致している."""
    before = words[word.at - 1].text if word.at and words[word.at - 1].head == word.at else ""
    behind = words[word.at + 1] if word.at + 1 < len(words) else word
    if not lexicon("ja").patterns["both"].search(before + word.text) or "とも" not in (word.case, behind.text):
        return
    if behind.text == "とも" and word.head == behind.at:
        word.head, behind.head, behind.relation, behind.pos = behind.head, word.at, "case", "ADP"
    word.case, word.relation, word.pos = "が", "nsubj", "NOUN"


def set_subject(word: Word, words: list[Word]) -> None:
    """A subject belongs to a predicate, and to no noun with a particle: 県が運営費として12億円を拠出する."""
    while word.relation == "nsubj" and (head := words[word.head]).pos in ("NOUN", "PROPN", "ADV"):
        bare = head.case or head.named == "date" or head.pos == "ADV"
        if not bare or head.form.strip("/") or head.head <= head.at:
            break
        word.head = head.head


def lift_described(word: Word, words: list[Word]) -> None:
    """What hangs on an adjective that only describes a noun belongs to the verb: 試みに深刻な懸念を表明した."""
    head = words[word.head]
    if word.relation == "obl" and word.case in ("に", "へ") and head.case == "を" and head.named == "money":
        word.head, head = head.head, words[head.head]  # 漁連に1億円を支払った
    thing = head
    while thing.relation in ("acl", "nmod", "compound") and thing.head > thing.at:
        thing = words[thing.head]
    verb = words[thing.head]
    inside = word.case == "に" and thing is not head and thing.relation == "obj" and verb.at > thing.at
    if inside and is_somebody(word) and lexicon("ja").verbs.get(verb.lemma) == "urge":
        word.head, word.relation = verb.at, "obl"  # 日本側に誠意ある対応を求めた
    title = lexicon("ja").patterns["title"]
    borne = [one for one in words if one.head == head.at and one.pos == "PROPN" and one.at > word.at]
    mine = [one for one in words if one.head == word.at]
    mine += [one for part in mine if part.relation == "compound" for one in words if one.head == part.at]
    foreign = any(
        one.relation == "compound" and re.fullmatch("[ァ-ヴー]{2,}", one.text) for one in mine
    )  # レモンド|米|長官
    named = foreign or any(one.head == word.at and one.pos == "PROPN" for one in mine)
    titles = word.pos == "NOUN" and title.search(word.text) and title.search(head.text)
    if word.relation == "conj" and not word.case and borne and not named and titles:
        word.relation = "appos"  # 元社長、梶原健次被告
    # 創業者、原田氏: who they are stands before the name
    if word.relation == "conj" and not word.case and head.text in ("氏", "さん") and word.named != "person":
        own = any(one.head == word.at and one.pos == "PROPN" and one.relation == "compound" for one in words)
        word.relation = "conj" if own or word.pos == "PROPN" else "appos"


def set_partners(word: Word, words: list[Word]) -> None:
    """Somebody who is joined by と to what is nobody, or to a place, takes part in what the verb tells: B氏と東京で会談した."""
    head = words[word.head]
    joined = word.case in ("と", "とともに", "と共に") and word.relation in ("conj", "nmod")
    if not joined or head.at < word.at:
        return
    if head.named == "money" and head.relation == "nmod":  # A社と5億円の契約を結んだ
        head = words[head.head]
    there = head.named == "place" or (head.case in _WHERE and head.named not in ("person", "office"))
    elsewhere = head.named != word.named and there
    when = head.named == "date" or re.search("[年月週度][内中末]$|^(?:同日|前日|翌日)$", head.text)  # B社と年度内に結ぶ
    nouns = lexicon("ja").nouns  # ミライ社と協議を進めた, 菱光電機と契約を結んだ
    talks = when or (nouns.get(head.lemma) in ("meet", "sign") and word.lemma not in nouns)
    who = words[word.at - 1] if word.text == "ら" else word  # 会長らと
    if not (talks or is_somebody(who)) or (is_somebody(head) and not elsewhere):
        return
    up = predicate_of(head, words, main=before_comma(word, words))  # 組合と、補償を盛り込んだ協定を締結した
    if up.pos in ("VERB", "AUX", "ADJ"):
        word.head, word.relation = up.at, "obl"


def lower_object(word: Word, words: list[Word]) -> None:
    """What is done to a thing stands in what is said, and no saying takes it: 打ち上げを、強風のため延期すると発表した."""
    head, ja = words[word.head], lexicon("ja")
    given = word.case == "に" and word.relation == "obl" and is_somebody(word)
    given = given and ja.class_of(head.lemma) == "agree"  # 組合に500万円を補助すると決めた
    if not given and (word.relation != "obj" or ja.class_of(head.lemma) not in ("say", "announce")):
        return
    said = [one for one in words[word.at + 1 : head.at] if one.head == head.at and one.relation == "ccomp"]
    if len(said) != 1 or "」" in said[0].form or not said[0].form.split("/")[0].endswith("と"):
        return
    if not any(one.head == said[0].at and (one.relation, one.case) == (word.relation, word.case) for one in words):
        word.head = said[0].at


def is_somebody(word: Word) -> bool:
    pattern = lexicon("ja").patterns["somebody"]
    named = word.named in ("person", "organisation", "state", "office")
    return named or word.pos == "PROPN" or pattern.search(word.text) is not None


def lift_topic(text: str, word: Word, words: list[Word]) -> None:
    """A topic belongs to the last predicate that has no subject of its own: it never stays in a clause on a noun."""
    if word.case not in ("は", "も") or not (word.relation in ("nsubj", "dislocated", "dep") or _topic(word)):
        return
    if not is_somebody(word) and (verb := _planned(word, words)) is not None:
        word.head, word.relation = verb.at, "obj"
        return
    word.relation = "nsubj"
    if word.case == "も" and not is_somebody(word) and words[word.head].relation == "advcl":
        return  # 訴訟も視野に入れるが、提訴していない
    here = top = words[word.head]
    while here.head > here.at:
        up = words[here.head]
        between = text[word.end : up.start].removeprefix("」")  # 団体「緑の会」は
        if between.count("」") > between.count("「"):
            break  # it stands within a quotation
        if here.relation == "ccomp" and not is_somebody(word):
            break
        theirs = [one for one in words[word.at + 1 :] if one.relation in ("nsubj", "dislocated") or _topic(one)]
        both = {here.at, up.at} <= {one.head for one in theirs if one.case == "が"}  # Aは、Bが退き、Cが就く人事を
        own = any(one.head == up.at and one.at > here.at for one in theirs)
        if own and not both and (up.pos in ("VERB", "AUX", "ADJ") or here.relation not in ("acl", "obj", "obl")):
            break
        here = up
        if not both and (here.pos in ("VERB", "ADJ", "AUX") or here.form.strip("/")):
            top = here
    word.head = top.at


def _topic(word: Word) -> bool:
    return word.relation == "obl" and word.case == "は" and is_somebody(word)


def _planned(word: Word, words: list[Word]) -> Word | None:
    """The verb of a plan that a second topic is done to: 市は、返還は求めない考えを示した."""
    ja, head = lexicon("ja"), words[word.head]
    plans = [one for one in words[word.at :] if ja.class_of(one.lemma) == "plan"]
    plans = [one for one in plans if one.at in (head.head, head.at) or (one.head == head.at and one.case == "を")]
    inner = [one for one in words[word.at :] if plans and one.head == plans[0].at and one.relation == "acl"]
    if not inner or not any(one.case == "は" for one in words[: word.at]):
        return None
    taken = any(one.head == inner[0].at and one.relation in ("obj", "nsubj") and one is not word for one in words)
    return None if taken or ja.verbs.get(inner[0].lemma) not in (*sort("elided"), "sign") else inner[0]


def set_lists(word: Word, words: list[Word]) -> None:
    """The first of a list that the parser hung on the predicate: 北陵大学と県立の青嵐大学は, トヨハシ、ミカワ、アツミの3社は, 3閣僚は."""
    after = words[word.at + 1] if word.at + 1 < len(words) else word
    if word.pos == "NUM" and word.relation == "dep" and after.pos == "NOUN" and word.end == after.start:
        word.head, word.relation = after.at, "nummod"
    second = words[word.at + 2] if word.at + 2 < len(words) else word
    if after.text == "、" and not word.case and "人名" in second.tag and re.fullmatch("[一-鿿]{1,2}", word.text):
        bearer = words[second.head] if second.relation == "compound" else second
        alone = word.named != "date" and all(one.head != word.at or one is after for one in words)
        if bearer.text in ("氏", "両氏", "さん") and alone and not lexicon("ja").patterns["title"].search(word.text):
            word.head, word.relation = bearer.at, "conj"  # 林、安氏は
            return
    hung = word.relation in ("obl", "advmod", "dep", "advcl") and word.named != "date"
    if not hung or word.pos not in ("NOUN", "PROPN"):
        return
    if not is_somebody(word) and not re.search("[ァ-ヴー]{2}$", word.text):
        things = [one for one in words[word.at + 2 :] if one.head == word.head and one.case]
        bare = after.text == "、" and word.relation == "obl" and not word.case and "副詞" not in word.tag
        bare = bare and not any(one.head == word.at and one.pos == "NUM" for one in words)
        if bare and things and things[0].case in ("を", "について", "に関して", "をめぐって"):
            word.head, word.relation = things[0].at, "conj"  # 待遇、リーグの創設、事務局の移転について
        return
    near = itertools.takewhile(lambda one: one.pos not in ("VERB", "ADJ", "AUX", "PUNCT"), words[word.at + 2 :])
    last = next((one for one in near if one.case and one.case != "の"), None)
    joined = word.case == "と" or (after.text == "と" and after.head == word.at)
    borne = any(one.head == word.at and one.pos == "PROPN" for one in words)  # A防衛相、B国防長官、C国防相が出席した
    title = lexicon("ja").patterns["title"]
    joined = joined or bool(borne and last and title.search(word.text) and title.search(last.text))
    if last is None and joined:  # 日本とベルダ、ナロサの3カ国は
        last = next((one for one in words[word.at + 2 :] if one.relation == "nsubj" or one.pos == "VERB"), None)
        last = last if last is not None and any(w.head == last.at and w.relation == "nummod" for w in words) else None
    if joined and last is not None and last.relation in ("nsubj", "dep") and last.case in ("は", "が", "も"):
        word.head, word.relation = last.at, "conj"
    elif not word.case and after.text == "、" and "副詞" not in word.tag:
        listed = next((one for one in words[after.at + 1 :] if one.relation != "compound"), word)
        if listed.relation == "conj" and listed.pos == word.pos and not listed.case:
            word.head, word.relation = listed.at, "conj"


def set_plans(word: Word, words: list[Word]) -> None:
    """What goes on into what is agreed, planned or said is a part of it: 協定から離脱し、制裁を科すと表明した."""
    head, ja = words[word.head], lexicon("ja")
    if word.relation == "advcl" and word.form in ("て/link", "/link") and ja.verbs.get(word.lemma) == "urge":
        sues = (one for one in words[word.at + 1 : head.at] if one.lemma in ja.telling("sue") and one.pos == "VERB")
        word.head = next((one.at for one in sues if word.form == "て/link"), word.head)  # 求めて申し立てる考えを示した
    goes = ja.verbs.get(word.lemma) == "visit"  # 訪れて協議する予定を明らかにした
    linked = word.relation == "advcl" and re.fullmatch("(?:し|て)?/link" if goes else "し?/link", word.form)
    if not linked or head.at < word.at:
        return
    nouns = [one.lemma for one in words[: word.at] if one.head == word.at]
    event = ja.has("happen", word.lemma) and any(ja.nouns.get(one) == "meet" for one in nouns)
    pairs = (ja.pairs.get((word.lemma, one)) for one in nouns)
    kind = next(filter(None, pairs), None) or ja.verbs.get(word.lemma)
    above = words[head.head]
    if kind in sort("apart") and head.relation == "acl" and ja.class_of(above.lemma) == "condition":
        word.head = above.head  # 陳謝し、混乱が収まり次第、辞任する意向だ
    if event or kind is None or kind in sort("apart") or word.lemma in ja.heads:
        return
    told = [one for one in words[word.at + 1 : head.at] if one.head == head.at]
    things = {one.at for one in told if one.case in ("で", "を")}
    things = {at for at in things if ja.class_of(words[at].lemma) in ("thing", "plan", "schedule")}
    inner = [one for one in told if one.relation == "ccomp" and "」" not in one.form]
    inner += [one for one in words[word.at + 1 : head.at] if one.relation == "acl" and one.head in things]
    if len(inner) == 1 and not any(one.head == inner[0].at and one.relation == "nsubj" for one in words):
        word.head = inner[0].at
