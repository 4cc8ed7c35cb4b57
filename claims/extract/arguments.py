"""Who plays which part in a claim: the roles of its kind filled from the slots of its predicate."""

from __future__ import annotations

from claims.extract.draft import Party
from claims.extract.lexicon import frames, sort
from claims.extract.parties.antecedents import thing_meant
from claims.extract.parties.bearers import bearer
from claims.extract.parties.pronouns import human
from claims.extract.phrasing import phrase, run_of
from claims.extract.predicates.subjects import premises, somebody
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word
from claims.vocabulary import ROLES

#: roles that only someone can play; the others take things, too
_SOMEONE = {name for name, role in ROLES.items() if role.is_party}
#: tables of words for people and bodies
_PEOPLE = ("people", "body", "official", "group", "generic", "sides", "countries", "persons", "companies", "government")
_PLACES = ("place", "state")
_FRAMES = ("framework", "series", "instrument")
_THINGS = ("topic", "material", *_FRAMES)


def parties_in(s: Sentence, kind: str, found: list[tuple[str, Word]]) -> list[Party]:
    """The parties and things of a claim in their roles, each once."""
    frame = frames()
    roles = {**frame["any"], **frame.get(kind, {})}
    result: list[Party] = []
    for slot, word in found:
        role = roles.get(slot)
        asked = (head := s.tree.head(word)) is not None and s.tree.children(head, "xcomp", "ccomp")
        if kind == "urge" and slot == "object" and (s.tree.final or not (asked or anybody(s, word))):
            role = "topic"  # 自制を促す, "demanded the release of prisoners"
        if not isinstance(role, str):
            continue
        filled = [one for one in _filled(s, kind, role, slot, word) if one.name]
        s.taken |= {one.who for one in filled if role in (*_SOMEONE, "affected")}
        result += filled
    s.taken.clear()
    if kind == "urge" and s.tree.final and any(slot == "object" for slot, _ in found):
        abouts = {w.at for slot, w in found if slot == "about"}
        result = [
            p for p in result if p.role != "topic" or not any(p.end == s.offset + s.tree.words[at].end for at in abouts)
        ]
    unique: dict[tuple[str, str], Party] = {}
    for one in result:
        unique.setdefault((one.role, one.who), one)
    whole = [one for one in unique.values() if not any(_piece(one, other) for other in unique.values())]
    named = [
        one for one in whole if one.role in ("instrument", "framework")
    ]  # 供給に関する覚書: and no topic beside it
    if s.tree.final:
        whole = [one for one in whole if one.role != "topic" or not any(o.covers(one.start, one.end) for o in named)]
    topics = [one for one in whole if one.role == "topic"]
    whole = [  # "condolences for the victims"
        one
        for one in whole
        if one.role != "topic" or not any(o.covers(one.start, one.end) and o is not one for o in topics)
    ]
    if s.tree.final:
        whole = [_without_doer(s, one, whole) if one.role == "topic" else one for one in whole]
    taken = {one.who for one in whole if one.role in _SOMEONE}
    return [one for one in whole if one.role in _SOMEONE or one.who not in taken]


def _without_doer(s: Sentence, one: Party, others: list[Party]) -> Party:
    """A thing without who begins the sentence and does it: A가 세운 계획을 미뤘다."""
    doer = next((p for p in others if p.role in _SOMEONE and p.start is not None and p.start == one.start), None)
    if doer is None or doer.end is None or one.end is None or doer.end >= one.end:
        return one
    start = next((w.start for w in s.tree.words if w.start >= doer.end - s.offset), None)
    return one if start is None else s.at(start, one.end - s.offset, one.known, one.kind).as_(one.role)


def _piece(one: Party, other: Party) -> bool:
    """Whether somebody is only a part of the name of another in the same role: Tullow, of Tullow & Daly."""
    same = one.role == other.role and (one.start, one.end) != (other.start, other.end)
    return same and one.role in _SOMEONE and other.covers(one.start, one.end)


def _filled(s: Sentence, kind: str, role: str, slot: str, word: Word) -> list[Party]:
    if kind == "pay" and slot == "object" and word.named != "money" and word.pos != "NUM" and not _amount(s, word):
        payer = s.tree.head(word)
        paid_for = payer is not None and s.lexicon.has("funding", payer.lemma)
        role = "topic" if paid_for or not _somebody(s, word) else "affected"
    if kind == "pay" and slot == "to" and s.tree.final and not somebody(s, word) and word.case != "에게":
        role = "topic"
    if kind in ("sue", "accuse") and slot in ("as", "event", "to") and (kind == "sue" or slot == "as"):
        return _sued_for(s, role, slot, word)
    if role == "holder" and s.lexicon.has("successor", word.lemma) and not s.tree.children(word, "appos"):
        return []
    if role == "holder" and _vacant(s, word):
        role = "office"  # 새 회장을 선임한다, "to elect a new chairman"
    if role in _SOMEONE or role == "affected":
        if word.case == "of" and kind == "meet" and not s.tree.final and s.lexicon.has("body", word.lemma):
            return []  # "a session of the committee"
        if slot in ("with", "between") and not s.tree.final and not can_act(s, word):
            return []  # "with 12 abstentions"
        addressed = role == "affected" and s.lexicon.slots.get(word.case) == slot == "to"
        if addressed and s.lexicon.code == "ja" and not somebody(s, word):
            return []  # 日程を理由に、非公式に延期を求めた
        if kind == "state" and slot == "to" and not _somebody(s, word):
            return []  # 会合後に
        if kind == "concern" and role == "affected" and s.tree.children(word, "acl") and not anybody(s, word):
            return things(s, word, "topic" if not s.tree.final else role)  # "opposed attempts to change it by force"
        people = [one.as_(role) for one in s.parties(word)]
        if s.tree.final and role == "affected" and _amount(s, word) and not somebody(s, word):
            return things(s, word, "topic")
        if s.tree.final and kind in ("concern", "accuse") and role == "affected":  # 3カ国の動きを非難した
            people = [p for p in people if p.known or not s.lexicon.patterns["nobody"].search(p.name)]
        if role == "affected" and not people and not s.lexicon.has("others", word.lemma):
            blamed = s.tree.final and kind in ("concern", "accuse") and not somebody(s, word)  # クラブの対応を批判した
            return things(s, word, "topic" if blamed else "affected")
        return [one for one in people if one.kind not in _THINGS or role == "affected"]
    facts = s.tree.children(word, "acl", "advcl") if s.tree.final and s.lexicon.has("nominaliser", word.lemma) else []
    if kind in ("concern", "state") and role == "topic" and slot in ("to", "about") and facts:
        start, end = s.tree.span([w for w in s.tree.below(word) if w.at <= word.at])
        return [s.at(start, end, None, "topic").as_(role)]  # 活発化していることに懸念を表明した
    if slot == "event" and role == "framework":
        whose = [one for one in s.tree.children(word, "nmod") if s.lexicon.slots.get(one.case) in ("with", "between")]
        if s.tree.final and s.hit(word) is None and whose:
            return []  # テドロス氏との会談 is told by its parties
        start, end = phrase(s, word)
        alone = s.tree.final and word.relation == "nsubj" and s.dates and not s.discourse.groups
        general = word.lemma in s.lexicon.nouns or not s.tree.final  # and not 説明会
        short = end - start <= len(word.lemma if s.tree.final else word.text)
        if s.hit(word) is None and short and general and not alone and kind != "attend":
            return []  # "a meeting" names none; 정상회담은 다음 달 제주에서 열린다 does, where no others talk
        where = [
            one for one in s.tree.below(word) if one.case in ("in", "at") and one.end == end and _somewhere(s, one)
        ]
        if where and not s.tree.final:  # "the third meeting of the panel in Oslo", as the parser hangs it
            name = s.tree.words[min(s.tree.below(where[0]), key=lambda one: one.at).at - 1]
            held = s.at(start, name.end, None, "").as_(role)
            return [held, *(p.as_("place") for p in s.party(where[0]))]
        return things(s, word, role)
    talks = s.tree.final and s.lexicon.nouns.get(word.lemma) in ("meet", "visit")
    settled = s.lexicon.class_of(s.tree.words[word.head].lemma) == "agree"  # 임금협상에 합의했다
    if kind == "sign" and slot == "to" and talks and not settled:
        return []  # 회담에 이어 협정을 체결하였다
    if slot == "court":
        return things(s, word, role)
    if role == "framework" and _somewhere(s, word):
        side = kind == "attend" and s.tree.final and (hit := s.hit(word)) is not None and hit.known.kind == "state"
        elsewhere = side or (slot != "in" and not s.tree.final)  # 한국에서는 A가 참석했다
        return [] if elsewhere else _places(s, word, kind, slot)
    if role == "framework" and s.lexicon.has("circumstance", word.lemma):
        return []  # "later in the day"
    withdrawn = kind == "withdraw"  # 政権から, and not "in protest"
    taken_part = kind == "attend" and slot == "to" and not somebody(s, word)
    other = s.tree.final != withdrawn and not taken_part and not _event(s, word)
    if role == "framework" and slot in ("in", "to") and other:
        return []
    if slot == "under" and not s.tree.final and not _event(s, word) and word.pos != "PROPN":
        return []  # "under pressure"
    if role == "place":
        return _places(s, word, kind, slot)
    why = s.tree.final and slot == "as" and kind == "resign" and not s.lexicon.patterns["title"].search(word.text)
    if role == "office" and (why or word.named in (*_PLACES, "person") or s.lexicon.has("no_party", word.lemma)):
        return []  # "ambassador to Thailand", 성적 부진으로 물러났다
    return things(s, word, role)


def _sued_for(s: Sentence, role: str, slot: str, word: Word) -> list[Party]:
    """The charge, what a suit is for, or the court: 배임 혐의로, 損害賠償訴訟を, 서울행정법원에; nothing where the noun is bare."""
    clauses = s.tree.children(word, "acl")
    if slot == "event" and any(s.lexicon.verbs.get(c.lemma) == "urge" and s.tree.children(c, "obj") for c in clauses):
        return []  # 取り消しを求める訴訟: what is asked is told by itself
    past = any(one.form.endswith("/past") for one in clauses) and not s.lexicon.has(
        "content", word.lemma
    )  # 유족이 낸 소송
    start, end = phrase(s, word, clauses=not past)
    start = max(start, s.tree.text.rfind("を", start, word.start) + 1)  # 社長を業務上過失致死の疑いで
    name, courts = s.tree.text[start:end], s.lexicon.patterns["courts"]
    if slot == "to":
        named = courts.search(name) and not courts.fullmatch(name)
        return [s.at(start, end, None, "").as_(role)] if named else []
    none = (name == word.lemma and slot == "event") or s.lexicon.has("manner", word.lemma) or somebody(s, word)
    return [] if not s.tree.final or none or s.dated(word) else [s.at(start, end, None, "").as_(role)]


def _vacant(s: Sentence, word: Word) -> bool:
    """Whether a title that is called new stands without a name."""
    if not s.tree.final:
        new = any(s.lexicon.has("vacant", one.lemma) for one in s.tree.children(word, "amod"))
        return new and s.lexicon.has("official", word.lemma) and not s.tree.children(word, "appos", "compound", "conj")
    run = run_of(s, word)
    new = any(s.lexicon.has("new", one.text) for part in run for one in (part, *s.tree.children(part, "det")))
    return new and s.lexicon.patterns["title"].search(word.text) is not None and all(w.pos != "PROPN" for w in run)


def _somebody(s: Sentence, word: Word) -> bool:
    """Whether a noun means somebody: a name, a body, several people, an office."""
    if s.tree.final:
        return somebody(s, word)
    return word.tag in ("NNS", "NNP", "NNPS", "PRP") or any(
        s.lexicon.has(table, word.lemma) for table in (*_PEOPLE, "actor")
    )


def anybody(s: Sentence, word: Word) -> bool:
    """Whether a noun is a name, a pronoun or a word for people and bodies."""
    named = word.pos in ("PROPN", "PRON") or word.named in ("person", "organisation", "place", "state", "people")
    return named or s.hit(word) is not None or any(s.lexicon.has(table, word.lemma) for table in _PEOPLE)


def can_act(s: Sentence, word: Word) -> bool:
    """Whether a noun means someone who acts: a name, a body, or a word made for those who do something."""
    if word.pos != "NOUN" or anybody(s, word) or s.lexicon.has("actor", word.lemma):
        return True
    if s.lexicon.patterns["doer"].search(word.lemma) or word.text[:1].isupper():
        return not s.lexicon.has("no_actor", word.lemma)
    who = any(one.lemma == "who" for clause in s.tree.children(word, "acl:relcl") for one in s.tree.children(clause))
    borne = any(one.pos == "PROPN" for one in s.tree.children(word, "appos"))
    return who or borne or word.lemma in s.discourse.described


def _somewhere(s: Sentence, word: Word) -> bool:
    hit = s.hit(word)
    return word.named in _PLACES or (hit is not None and hit.known.kind in _PLACES)


def _amount(s: Sentence, word: Word) -> bool:
    parts = s.tree.below(word) if word.tag == "NNS" else s.tree.children(word)
    counted = any(one.pos == "NUM" and one.relation in ("nummod", "compound") for one in parts)
    return counted or s.lexicon.has("money", word.lemma)


def _event(s: Sentence, word: Word) -> bool:
    """Whether a noun names something that can be attended, joined or left."""
    hit = s.hit(word)
    known = hit is not None and hit.known.kind in ("framework", "series", "instrument", "organisation")
    return (
        known
        or word.lemma in s.lexicon.nouns
        or s.lexicon.has("instrument", word.lemma)
        or s.lexicon.has("body", word.lemma)
        or word.text[-1:] in "式会談盟約맹약식회합"
    )


def _body(s: Sentence, word: Word, role: str) -> bool:
    """Whether a noun of a head-final language that would be a document or a meeting names a person."""
    if not s.tree.final or s.lexicon.has("instrument", word.lemma) or s.lexicon.patterns["document"].search(word.text):
        return False
    named = any(s.lexicon.patterns[name].search(word.text) for name in ("organisation", "public"))
    return (role == "instrument" and named) or any(p.kind == "person" for p in s.party(word, described=False))


def _places(s: Sentence, word: Word, kind: str, slot: str) -> list[Party]:
    found: list[Party] = []
    for one in s.tree.conjuncts(word):
        hit = s.hit(one)
        if s.tree.final and (one.lemma in s.lexicon.nouns or s.lexicon.patterns["meeting"].search(one.text)):
            continue  # 서명식에서
        if one.pos == "PROPN" and not s.tree.final and s.lexicon.has("sitting", one.lemma):
            made = frames().get(kind, {}).get("object") == "framework"
            found += [] if made else things(s, one, "framework")  # "reached at the Commercial Dialogue"
            continue
        named = [two for two in s.tree.children(one, "appos") if two.pos == "PROPN" and one.pos == "NOUN"]
        if named and not s.tree.final and s.lexicon.has("locality", one.lemma):
            found += [p.as_("place") for p in s.party(named[0]) if p.kind != "person"]  # "its capital, Bilhorod"
        elif hit is not None and hit.known.kind in _PLACES:
            found.append(s.at_hit(hit).as_("place"))
        elif slot == "in" and kind in sort("sited") and s.lexicon.patterns["site"].search(one.text):
            found.append(s.at(*phrase(s, one), None, "place").as_("place"))  # 일본 외무성에서
        elif hit is not None and hit.known.kind in _FRAMES:
            found.append(s.at_hit(hit).as_("framework"))
        elif (
            (hit is None and one.named in ("place", "state"))
            or (one.pos == "PROPN" and kind != "visit")
            or (kind == "visit" and slot in ("object", "to") and (s.tree.final or not _persons(s, one)))
        ):
            there = s.party(one)
            found += [p.as_("place") for p in there if p.kind != "person" or _town(s, p)]
            found += [
                p.as_("participant") for p in there if p.kind == "person" and s.tree.final
            ]  # 大統領を表敬訪問した
        elif slot == "in" and premises(s, one):
            start, end = phrase(s, one)
            found.append(s.at(start, end, None, "place").as_("place"))
        if not found and s.lexicon.has("locality", one.lemma):  # "in the border town of Belgrave"
            for more in s.tree.children(one, "appos", "nmod"):
                if more.pos == "PROPN" and more.case in ("", "of"):
                    found += [p.as_("place") for p in s.party(more)]
        elif not found and s.tree.final and s.lexicon.has("locality", s.tree.words[one.at - 1].lemma) and one.at:
            found.append(s.at(one.start, one.end, None, "place").as_("place"))  # 国境の町ベルグレーブ
        for more in s.tree.children(one, "appos", "nmod") if s.tree.final or found else ():
            if found and s.tree.final:
                break
            inner = s.hit(more)
            if inner is not None and inner.known.kind in _PLACES and inner is not hit:
                found.append(s.at_hit(inner).as_("place"))
            elif inner is None and _a_place(s, more) and s.lexicon.slots.get(more.case) == "in":
                found += [p.as_("place") for p in s.party(more)]  # "a magnet plant in Ehime"
    return found


def _town(s: Sentence, one: Party) -> bool:
    """Whether an English name of one word that the parser takes for a person's is none: "visited Linna"."""
    return not s.tree.final and " " not in one.name and one.start is not None and not human(s, one)


def _a_place(s: Sentence, word: Word) -> bool:
    return word.named == "place" or (word.pos == "PROPN" and s.lexicon.has("locality", word.lemma))


def _persons(s: Sentence, word: Word) -> bool:
    """Whether a noun means persons, and no place: "visited the protesters"."""
    return word.pos == "NOUN" and (s.lexicon.has("people", word.lemma) or s.lexicon.has("official", word.lemma))


def things(s: Sentence, word: Word, role: str) -> list[Party]:
    """What a noun and each noun joined to it names: a known thing, else the phrase in the text's own words."""
    found: list[Party] = []
    told = {word.text, word.lemma} & (s.lexicon.tied("state") | s.lexicon.tied("sign"))
    others = [one for one in s.conjuncts(word) if one is not word and told and s.lexicon.code == "ko"]
    listed = bool(others) and role == "instrument"
    listed = listed and not any(s.lexicon.patterns["document"].search(one.text) for one in others)
    for one in [word] if listed else s.conjuncts(word):  # 반도체·배터리 등 2개 분야 실행계획
        if (meant := thing_meant(s, one)) is not None:
            found.append(meant.as_(role))
        when = one is word and "副詞可能" in one.tag and one.case not in ("を", "が", "は", "も")  # 週明けに
        if s.dated(one) or one.pos in ("PRON", "DET", "SCONJ", "ADV") or when:
            continue
        hit = s.hit(one)
        if s.lexicon.code == "ja" and role == "topic" and s.lexicon.has("circumstance", one.lemma):
            continue  # 圧力を念頭に
        if role in ("framework", "instrument") and (one.named == "person" or _body(s, one, role)):
            continue
        if s.lexicon.has("nominaliser", one.lemma) or (not s.tree.children(one) and s.lexicon.has("unsaid", one.lemma)):
            continue  # "is negotiating one"
        if role == "instrument" and any(s.lexicon.has(table, one.text) for table in ("relational", "collapse")):
            continue  # 圧力の下に署名した
        if role == "framework" and not s.tree.final and (borne := bearer(s, one)):
            found += [p.as_(role) for p in borne]  # "joined a rival, Maasland"
            continue
        start, end = phrase(s, one, clauses=role == "topic")
        start = min([start, *(two.start for two in others if listed)])
        if hit is not None and hit.known.kind != "person" and end <= hit.end:
            beside = [h for h in s.hits if start <= h.start < hit.start and h.known.kind == hit.known.kind]
            found += [s.at_hit(h).as_(role) for h in beside]  # "AI and quantum technology"
            found.append(s.at_hit(hit).as_(role))
        else:
            found.append(s.at(start, end, None, "").as_(role))
    return found
