"""One sentence as it is read: its tree, its known names, its dates, and those whom a list of nouns names."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field

from claims.dates import FoundDate
from claims.extract.discourse import Discourse
from claims.extract.draft import Party
from claims.extract.gazetteer import Hit, Known
from claims.extract.lexicon import Lexicon
from claims.extract.surnames import is_namesake
from claims.extract.trees.tree import Tree, Word


@dataclass
class Sentence(ABC):
    """One sentence as it is read: its tree, where it stands in the document, its known names and its dates."""

    tree: Tree
    offset: int
    discourse: Discourse
    lexicon: Lexicon
    hits: list[Hit] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    speaker: list[Party] = field(default_factory=list)  # who says what is read now
    same: dict[int, Party | None] = field(
        default_factory=dict
    )  # whom "the company" means here, by the place of the word
    taken: set[str] = field(default_factory=set)  # who plays a part already in the claim that is read now
    asked: set[tuple[int, bool]] = field(default_factory=set)  # of which words it is being found out whom they mean

    @abstractmethod
    def party(self, word: Word, *, described: bool = True) -> list[Party]:
        """Whom one noun names; several for "the two ministers", none for what is nobody."""

    def __post_init__(self) -> None:
        self.before = {one.who for one in self.discourse.recent}  # persons of whom the text told before it
        if self.tree.final:
            self.hits = [one for one in self.hits if not self._abroad(one)]
        else:
            self.hits = [one for one in self.hits if not (self._namesake(one) or self._ends_a_name(one))]

    def _abroad(self, hit: Hit) -> bool:
        """Whether a known body of one state is here that of another: 中国商務省, where the known one is American."""
        before = [one for one in self.hits if one.end <= hit.start]
        of = before[-1] if before and self.tree.text[before[-1].end : hit.start] in ("の", " ", "") else hit
        mine, theirs = hit.known.country, of.known.country
        return of.known.kind == "state" and hit.known.kind == "organisation" and bool(mine) and mine != theirs

    def _namesake(self, hit: Hit) -> bool:
        """Whether a known family name is here that of another: "her brother, Jo Lind", in a text of Ana Lind."""
        for first, last in zip(self.tree.words, self.tree.words[1:], strict=False):
            if last.start == hit.start and last.named == "person" and first.group == last.group >= 0:
                title = self.lexicon.has("official", first.lemma) or self.lexicon.has("name_particle", first.lemma)
                return hit.known.here and not title and is_namesake(f"{first.text} {last.text}", hit.known.canonical)
        return False

    def _ends_a_name(self, hit: Hit) -> bool:
        """Whether the name of a state is only the last word of that of a body: Global Affairs Canada."""
        word = next((one for one in self.tree.words if one.end == hit.end), None)
        if word is None or hit.known.kind != "state" or word.named != "organisation":
            return False
        before = [
            one for one in self.tree.children(word, "compound") if one.group == word.group and one.end <= hit.start
        ]
        return len(before) > 0 and all(one.pos == "PROPN" for one in before)

    def hit(self, word: Word) -> Hit | None:
        """The known name of which a word is a part."""
        return next((one for one in self.hits if one.start <= word.start and word.end <= one.end), None)

    def dated(self, word: Word) -> bool:
        """Whether a word is a part of a date."""
        if self.tree.final and word.text in ("付", "付け") and word.at and word.case:
            return self.dated(self.tree.words[word.at - 1])  # 13日付で
        rest = word.tag == "NNB" or self.lexicon.patterns["day"].search(word.text)
        if self.lexicon.code == "ko" and rest and word.at and self.dated(self.tree.words[word.at - 1]):
            return True  # 이달 안에
        return any(one.start <= word.start < one.end for one in self.dates) or (
            word.named == "date"
            and word.lemma not in self.lexicon.nouns
            and (not self.tree.final or re.search(r"[\d年月日週春夏秋冬前後]", word.text) is not None)
        )

    def parties(self, word: Word, *, described: bool = True) -> list[Party]:
        """Those whom a noun and what is joined to it names, one each; without `described`, only by name."""
        found: list[Party] = []
        for one in self._joined(word):
            found += self.party(one, described=described)
        unique: dict[str, Party] = {}
        for party in found:
            unique.setdefault(party.who, party)
        return list(unique.values())

    def _joined(self, word: Word) -> list[Word]:
        """A noun and its conjuncts; for "A and B's ministers" and 日米韓の, those who modify it stay with it."""
        found = self.conjuncts(word)
        for one in found[1:] if not self.tree.final else ():  # "its founder and chief executive, Ana Lind": one person
            borne = [name for name in self.tree.children(one, "appos") if name.named == "person"]
            titles = all(self.lexicon.has("official", two.lemma) and two.named != "person" for two in (word, one))
            mine = [name for name in self.tree.children(word, "appos") if name.pos == "PROPN"]
            alone = word.tag == one.tag == "NN" and borne and not mine
            if (titles or alone) and word in found and not self.tree.children(one, "det", "nmod:poss"):
                found.remove(word if self.tree.children(one, "appos") else one)
        for one in list(found) if not self.tree.final else ():  # "union leader A and Health Minister B"
            found += [
                more
                for name in self.tree.children(one, "appos")
                if name.pos == "PROPN" and one.tag != "NNS"
                for more in self.tree.conjuncts(name)[1:]
            ]
        for one in list(found) if not self.tree.final else ():  # "ministers, including Ana Lind"
            found += [
                more
                for name in self.tree.children(one, "nmod", "obl")
                if name.pos == "PROPN" and self.lexicon.has("includes", name.case)
                for more in self.tree.conjuncts(name)
            ]
        for one in list(found) if self.tree.final else ():
            found += [
                c for c in self.tree.children(one, "appos") if c.pos == "PROPN" and one.pos == "NOUN" and c not in found
            ]
        return found

    def conjuncts(self, word: Word) -> list[Word]:
        """A noun and those joined to it, without those with whom a thing is made: 2社と契約を結ぶ."""
        joined = self.tree.conjuncts(word)
        without = ("not", "n't", "without", "excluding")  # "France, but not Italy"
        return [
            one
            for one in joined
            if one is word
            or not (
                self.partner(one, word) or any(c.lemma in without and c.at < one.at for c in self.tree.children(one))
            )
        ]

    def partner(self, one: Word, thing: Word) -> bool:
        """Whether a noun joined by と to a treaty, contract or meeting is a party to it."""
        if not self.tree.final or one.case != "と":
            return False

        def made(noun: Word) -> bool:
            return noun.lemma in self.lexicon.nouns or self.lexicon.has("instrument", noun.lemma)

        return made(thing) and not made(one)

    def at(self, start: int, end: int, known: Known | None, kind: str) -> Party:
        if self.tree.final and "(" in (name := self.tree.text[start:end]) and ")" not in name:
            end = start + name.index("(")
        if self.tree.final and "「" in (name := self.tree.text[start:end]) and "」" not in name:
            start += name.index("「") + 1  # 環境団体「緑の会」
        if self.tree.final and "」" in (name := self.tree.text[start:end]) and "「" not in name:
            start = max(self.tree.text.rfind("「", 0, start), 0) or start  # 「みなも4号」の打ち上げ
        name = self.tree.text[start:end]
        if not self.tree.final and (name.count('"') % 2 or name.count("“") != name.count("”")):
            if start and self.tree.text[start - 1] in '"“':  # "two-plus-two" talks
                start -= 1
            elif name[:1] in '"“':  # the “council of elders”
                start += 1
            else:
                end = start + len(name.rstrip('"”'))
        while self.tree.final and self.tree.text[start : start + 1] == "・":
            start += 1  # 野党・民族党
        return Party(self.tree.text[start:end], known, kind, self.offset + start, self.offset + end)

    def at_hit(self, hit: Hit) -> Party:
        """Whom or what a known name means, where it stands."""
        return self.at(hit.start, hit.end, hit.known, hit.known.kind)

    def rank(self, one: Party, title: str) -> None:
        """Remember by which title somebody was named, where it says of what sort they are."""
        if not self.lexicon.has("no_rank", title):
            self.discourse.ranks.setdefault(one.who, set()).add(title)

    def again(self, one: Party) -> Party:
        """Someone named before, meant by a pronoun: the name, without a place in this sentence."""
        return Party(one.name, one.known, one.kind)
