"""Whom a text means without naming them there: "the company", "both sides", "the two ministers", 両氏."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extract.draft import Party
from claims.extract.parties.described import named_before
from claims.extract.parties.pronouns import human
from claims.extract.phrasing import phrase, run_of
from claims.extract.predicates.verbs import is_people
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_COUNTS = {
    word: count
    for count, words in {
        2: "neither two both 2 ２ 両 양 二 두",
        3: "three 3 ３ 三 세",
        4: "four 4 ４ 四 네",
        5: "five 5 ５ 五",
    }.items()
    for word in words.split()
}


def allied(s: Sentence, word: Word) -> list[Party] | None:
    """The states whose letters stand together: 日米韓, 日カナダ両政府, 日米豪比4カ国; None where a noun is no such word."""
    match = s.lexicon.patterns["allied"].search(s.tree.text, 0, word.end) if s.hit(word) is None else None
    letters = s.discourse.names.initials.get(s.lexicon.code, {})
    names = [letters.get(letter, "") for letter in match.group(1)] if match else []
    names += [match[2] if s.discourse.names.known(match[2]) else ""] if match and match[2] else []
    if len(names) < 2 or not all(names) or len(set(names)) < len(names) or word.relation == "compound":
        return None
    found = [Party(name, s.discourse.names.known(name), "state") for name in names]
    for one in found:
        s.discourse.mention(one)
    return found


def same(s: Sentence, word: Word) -> Party | None:
    """Whom 同社, 同市 or 市 alone means: the one named last whose name ends so; None where there is none."""
    match = s.lexicon.patterns["same_word"].fullmatch(s.tree.text[run_of(s, word)[0].start : word.end])
    if match is None or s.tree.children(word, "nmod", "nummod"):
        return None
    fits = _sort(s, next(filter(None, match.groups())))
    here = _named_here(s, word, fits)
    doers = [one for up in s.tree.path(word) for one in s.tree.children(up, "nsubj") if one.at < word.at]
    does = {p.who for p in here if any(p.covers(s.offset + one.start, s.offset + one.end) for one in doers)}
    here = [p for p in here if p.who not in does]
    if here:
        return here[-1] if match.group(1) or len(here) == 1 else None
    found = s.discourse.meant(1, (lambda p: fits(p) and p.who not in does) if fits else None)
    if not found and fits is not None:
        # the only one of the text, a bearer of that title, the last one named: 鳴沢町の庄司健作町長は...。町は
        sorts = any(s.lexicon.has(name, match.group(match.lastindex or 0)) for name in ("companies", "countries"))
        named = [p for p in s.discourse.seen if fits(p) and p.who not in does]
        again = match.group(1) if match.group(1) and not s.lexicon.has("persons", match.group(1)) else None
        near = [p for p in named if again and s.discourse.number - s.discourse.last[p.who] < 2]
        titled = [p for title, p in s.discourse.titles if again and title.endswith(again)]
        told = [*(() if sorts else named), *(p for p in s.discourse.employers.values() if fits(p))]
        only = list({p.who: p for p in told}.values())
        found = only if len(only) == 1 else titled[-1:] or near[-1:]
    return found[0] if len(found) == 1 else None


def _named_here(s: Sentence, word: Word, fits: Callable[[Party], bool] | None) -> list[Party]:
    """Those of a sort whom a head-final sentence names before a word, in their order."""
    found: dict[str, Party] = {}
    if fits is None:
        return []
    for one in s.tree.words[: word.at]:
        firm = s.lexicon.has("companies", one.text) and s.tree.children(one, "compound")  # ミライ|社
        body = bool(firm) or s.lexicon.patterns["organisation"].search(one.text) is not None
        if one.pos not in ("NOUN", "PROPN") or one.relation in ("compound", "flat"):
            continue
        person = any(part.named == "person" for part in s.tree.children(one, "compound"))  # リンド|氏
        known = one.pos == "PROPN" or one.named in ("person", "organisation", "state") or s.hit(one)
        if body or person or known:
            found |= {p.who: p for p in s.party(one, described=body) if p.start is not None and fits(p)}
    return list(found.values())


def _sort(s: Sentence, word: str) -> Callable[[Party], bool] | None:
    """Whether someone is such as a word counts: 社 a company, 氏 and 外相 a person, 国 a state, 市 what is named so."""
    public = s.lexicon.patterns["public"]
    if s.lexicon.has("sides", word):
        return None
    if s.lexicon.has("companies", word):
        others = (public, s.lexicon.patterns["no_firm"], s.lexicon.patterns["nobody"])
        return lambda p: p.kind == "organisation" and not any(one.search(p.name) for one in others)
    minister = s.lexicon.patterns["minister"]
    if s.lexicon.has("persons", word) or minister.search(word):
        field = minister.sub("", word)
        bearers = {p.who for title, p in s.discourse.titles if field and field in title}
        if len(bearers) > 1:
            return lambda p: p.who in bearers  # 양국 국방장관, of four ministers
        of_state = {p.who: minister.search(title) for title, p in s.discourse.titles} if minister.search(word) else {}
        titled = s.lexicon.patterns["title"] if s.tree.final and not minister.search(word) else re.compile("(?!)")
        return lambda p: (p.kind == "person" and of_state.get(p.who, True) is not None) or bool(titled.search(p.name))
    if s.lexicon.has("countries", word):
        return lambda p: p.kind == "state"
    repeated = s.lexicon.patterns["repeated"]  # 同会 is no 委員会, which is 同委員会
    return lambda p: p.name.endswith(word) and (len(word) > 1 or bool(repeated.search(p.name)))


def _the_officials(s: Sentence, word: Word) -> bool:
    """ "The ministers" of whom the text told together."""
    the = any(one.text.lower() in ("the", "both") for one in s.tree.children(word, "det"))
    return the and not s.tree.final and s.lexicon.has("official", word.lemma)


def counted(s: Sentence, word: Word) -> list[Party] | None:
    """ "The two ministers", "both sides", 両氏, 3か国: those of whom the text spoke; None where nobody is counted."""
    official = False
    counts = [one for one in s.tree.children(word, "nummod", "det", "cc:preconj") if one.text.lower() in _COUNTS]
    if word.pos == "NUM" and word.text.lower() in _COUNTS and not s.tree.children(word, "nmod"):
        count = _COUNTS[word.text.lower()]
        several = s.discourse.meant(count) if s.tree.final else _couple(s, count)
        again = [s.again(one) for one in several]
        return again or ([s.at(word.start, word.end, None, "group")] if s.tree.final else [])
    if (
        not counts
        and word.tag == "NNS"
        and (s.lexicon.has("sides", word.lemma) or (official := _the_officials(s, word)))
        and not s.tree.children(word, "nmod", "amod", "nmod:poss", "compound")
        and not any(
            s.lexicon.has("all_of", one.text.lower())
            for one in s.tree.children(word, "det")
            if one.text.lower() != "both"
        )
    ):
        rank = _rank(s, word) if official else frozenset()
        told = s.discourse.group(0, official or None, sides=not official, rank=rank)
        if official and any(one.kind != "person" for one in told):
            return None  # "Peru and Chile vetoed it. The ministers agreed": those of whom the text told before
        return [s.again(one) for one in told] or None
    the = [one.text.lower() for one in s.tree.children(word, "det", "nmod")] == ["the"]
    if the and s.lexicon.has("couple", word.lemma):
        return [s.again(one) for one in _couple(s, 2, near=True)] or None  # "the pair"
    match = s.lexicon.patterns["counted_word"].fullmatch(s.tree.text[run_of(s, word)[0].start : word.end])
    if not counts and match is None:
        return None
    named = s.tree.final and s.tree.children(word, "compound")  # 電機会社4社
    if not match and (named or not s.lexicon.has("group", word.lemma) or _others(s, word)):
        return None
    if s.tree.children(word, "nmod", "nmod:poss", "acl", "acl:relcl"):
        owners = [
            p for one in s.tree.children(word, "nmod", "nmod:poss") for p in s.parties(one, described=s.tree.final)
        ]
        if owners:
            return owners
        return None
    number = _COUNTS[counts[0].text.lower()] if counts else _COUNTS.get(match.group(1), 2) if match else 2
    if s.tree.final:
        noun = match.group(2) if match else word.lemma
        fits = _sort(s, noun)
        meant = _named_here(s, word, fits)
        if 0 < len(meant) < number and (other := s.discourse.thing([p.who for p in meant])) and fits and fits(other):
            meant.append(other)  # A社は...。B社が名乗りを上げており、両社は...
        faced = s.discourse.sides(number) if s.lexicon.has("sides", noun) else None
        told = s.discourse.meant(number, fits) if faced is None else faced
        whole = {p.who for p in meant} <= {p.who for p in told}  # A氏は表明し、両氏は確認した
        meant = meant if len(meant) == number else told if whole else []
        first = counts[0] if counts else run_of(s, word)[0]
        before = s.tree.text[: first.start]
        theirs = before.count("「") > before.count("」") and {p.who for p in s.speaker} & {p.who for p in meant}
        meant = [] if theirs else meant  # who speaks of 双方 is none of them
        return [s.again(one) for one in meant] or [s.at(first.start, word.end, None, "group")]
    countries = s.lexicon.has("countries", word.lemma) or (match and s.lexicon.has("countries", word.text))
    return _told_before(s, word, number, countries=bool(countries))


def _told_before(s: Sentence, word: Word, number: int, *, countries: bool) -> list[Party] | None:
    """Those of a number of whom the text told together; None where others may be meant."""
    persons = False if countries else True if s.lexicon.has("official", word.lemma) else None
    if persons is not True and (here := _facing_here(s, word, number)):
        return [s.again(one) for one in here]
    rank = _rank(s, word) if persons else s.lexicon.tables["of_states"] if persons is None else frozenset()
    group = s.discourse.group(number, persons, sides=persons is None, rank=rank)
    since = max((s.discourse.last.get(p.who, 0) for p in group), default=0)
    others = [p for p in s.discourse.states if p.who not in {q.who for q in group}]
    if persons is False and any(s.discourse.last[p.who] > since for p in others):
        group = []  # a third state was told of since
    if not persons:
        here = named_before(s, word, ("state",) if persons is False else ("organisation", "place", ""))
        if s.lexicon.has("generic", word.lemma) and any(p.kind == "state" for p in group):
            group = []  # "the two companies"
        if {p.who for p in here} - {p.who for p in group}:  # the sentence itself names others
            here = [p for p in here if p.who not in s.taken]
            group = here if len(here) == number else []
    if s.taken & {p.who for p in group}:
        return None  # "Verdi reached an agreement with both firms": it is none of them
    return [s.again(one) for one in group] or None


def _facing_here(s: Sentence, word: Word, number: int) -> list[Party]:
    """Those of a number whom a clause around the word or before it sets against each other: "A sued B but the two sides"."""
    for up in s.tree.path(word):
        for verb in (up, *s.tree.children(up, "conj", "ccomp", "advcl")):
            if verb.pos != "VERB" or word in s.tree.children(verb) or verb.at > word.at:
                continue
            beside = [
                one for one in s.tree.children(verb, "obl") if s.lexicon.slots.get(one.case) in ("with", "against")
            ]
            doers = s.tree.children(verb, "nsubj")
            others = [
                one for one in (*s.tree.children(verb, "obj"), *beside) if one.pos == "PROPN" or is_people(s, one)
            ]
            told = [p for one in (*doers, *others) for p in s.parties(one)]
            named = {p.who: p for p in told if not human(s, p)}
            if doers and len(named) == number and len(told) == number:
                return list(named.values())
    return []


def _couple(s: Sentence, count: int, *, near: bool = False) -> list[Party]:
    """Whom "the two" and "the pair" mean: the subjects of the sentence before, else those who were told of together."""
    acted = s.discourse.actors[-1][1] if s.discourse.actors else []
    if len(acted) == count:
        return acted
    found, told = s.discourse.group(count, near=near), s.discourse
    persons = [one for one in told.recent if told.last.get(one.who) == told.number - 1]
    either = len(persons) == count and not any(one.kind == "person" for one in found)
    return [] if either else found  # the two bodies, or those who spoke for them in the sentence before


def _rank(s: Sentence, word: Word) -> frozenset[str]:
    """The titles of which those who are told of by it must bear one: "the ministers"; none for "the leaders"."""
    if s.lexicon.has("ministerial", word.lemma):  # a secretary of commerce is one of "the ministers"
        return s.lexicon.tables["ministerial"]
    return frozenset() if s.lexicon.has("any_rank", word.lemma) else frozenset((word.lemma,))


def _others(s: Sentence, word: Word) -> bool:
    """Whether several are counted who are new to the text: "two companies", "the two other companies"."""
    if s.tree.final:
        return False
    told = ("the", "both", "neither", "these", "all")
    known = any(one.text.lower() in told for one in s.tree.children(word, "det", "cc:preconj", "nmod:poss"))
    return not known or bool(s.tree.children(word, "amod"))


def holder(s: Sentence, word: Word) -> Party | None:
    """Whom a title alone means: 大臣は, said of the minister named before."""
    alone = len(run_of(s, word)) == 1 and not s.tree.children(word, "nmod", "nummod", "compound", "conj")
    if not s.tree.final or not alone or not s.lexicon.patterns["title"].fullmatch(word.text):
        return None
    if any(s.lexicon.has("new", one.text) for one in s.tree.children(word, "det")):
        return None  # 새 회장
    borne = [p for title, p in s.discourse.titles if title.endswith(word.text)]
    of_state = s.lexicon.code == "ja" and s.lexicon.patterns["minister"].search(word.text)
    return next(iter(borne if of_state else reversed(borne)), None)  # of two, 首相 alone is whom the text is about


def states_of(s: Sentence, word: Word) -> list[Party]:
    """The states whose government, ministers or delegation a description names."""
    minister = s.tree.final and s.lexicon.patterns["minister"].search(word.text)
    if not s.lexicon.has("of_state", word.lemma) and not minister:
        return []
    owners = s.tree.children(word, "nmod", "nmod:poss", "compound")
    found = [
        p
        for one in owners
        if s.lexicon.slots.get(one.case, "") in (("of", "from") if one.case else ("",))
        for p in s.parties(one, described=False)
    ]
    several = word.tag == "NNS" and len(found) > 1 and not any(p.kind == "person" for p in found)
    if s.lexicon.has("government", word.lemma) and len(found) == 1 and not human(s, found[0]):
        found[0].kind = "state"
    several = several or (s.tree.final and any(p.kind == "state" for p in found))  # 한국과 아르단의 당국
    found = [p for p in found if p.kind != "person"] if several else [p for p in found if p.kind == "state"]
    for one in s.tree.children(word, "amod"):
        for adjective in s.tree.conjuncts(one):
            state = s.discourse.names.states.get(s.discourse.names.adjectives.get(adjective.text, ""))
            if state is not None:
                found.append(s.at(adjective.start, adjective.end, state, "state"))
    if len(found) == 1 and s.lexicon.has("government", word.lemma):
        start, end = phrase(s, word)  # "the government of Tamberra" is the state, by the name that stands there
        return [s.at(start, end, found[0].known, "state") if not s.tree.final else found[0]]
    return found if word.tag == "NNS" or len(found) > 1 else []
