"""Who and what the words of a tree name: known names, the parser's named entities, persons behind titles, descriptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claims.dates import FoundDate
from claims.extract.discourse import Discourse
from claims.extract.draft import Party
from claims.extract.gazetteer import Hit, Known
from claims.extract.lexicon import Lexicon
from claims.extract.tree import Tree, Word

_MODIFIERS = ("compound", "amod", "nmod:poss", "nummod", "flat", "flat:name", "nmod", "det", "case", "advmod")
_COUNTS = {
    "neither": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "both": 2,
    "2": 2,
    "3": 3,
    "4": 4,
    "両": 2,
    "양": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "5": 5,
    "두": 2,
    "세": 3,
    "네": 4,
}
_LONGEST = 90


@dataclass
class Sentence:
    """One sentence as it is read: its tree, where it stands in the document, its known names and its dates."""

    tree: Tree
    offset: int
    discourse: Discourse
    lexicon: Lexicon
    hits: list[Hit] = field(default_factory=list)
    dates: list[FoundDate] = field(default_factory=list)
    speaker: list[Party] = field(default_factory=list)  # who says what is read now
    taken: set[str] = field(default_factory=set)  # who plays a part already in the claim that is read now

    def hit(self, word: Word) -> Hit | None:
        """The known name of which a word is a part."""
        return next((one for one in self.hits if one.start <= word.start and word.end <= one.end), None)

    def dated(self, word: Word) -> bool:
        """Whether a word is a part of a date."""
        return any(one.start <= word.start < one.end for one in self.dates) or word.named == "date"

    def introduce(self) -> None:
        """Remember who is named in a sentence, whatever it tells; the person that is its subject as the one told of."""
        self.discourse.number += 1
        for word in self.tree.words:
            code = self.discourse.names.adjectives.get(word.text) if word.text[:1].isupper() else None
            if code and self.hit(word) is None and (state := self.discourse.names.states.get(code)):
                self.discourse.mention(Party(state.canonical, state, "state"))
            if word.relation in ("compound", "flat", "flat:name") or word.pos not in ("PROPN", "NOUN"):
                continue
            titled = (
                self.tree.final
                and "title" in self.lexicon.patterns
                and self.lexicon.patterns["title"].search(word.text)
            )
            if word.named not in ("person", "organisation", "state") and word.pos != "PROPN" and not titled:
                continue
            people = self.party(word, described=False)
            if word.relation.startswith("nsubj") and len(people) == 1 and people[0].kind == "person":
                self.discourse.doer = people[0]
        for word in self.tree.words:
            head = self.tree.head(word)
            if (
                word.relation.startswith("nsubj")
                and head is not None
                and head.relation == "root"
                and word.tag not in ("NNS", "NNPS")
            ):
                found = self.party(word)
                if len(found) == 1 and found[0].kind == "person":
                    self.discourse.doer = found[0]
                elif len(found) == 1 and found[0].kind in ("organisation", "state"):
                    self.discourse.subject = found[0]

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
        for one in list(found):  # "between Minister A and Secretary B", taken for one long name
            for part in self.tree.below(one, but=("nmod", "acl", "acl:relcl", "advcl", "conj", "appos")):
                if (
                    part.named == "person"
                    and part.group != one.group
                    and part.relation == "compound"
                    and self.tree.head(part) is one
                ):
                    found.append(part)
        for one in list(found) if self.tree.final else ():
            found += [
                c for c in self.tree.children(one, "appos") if c.pos == "PROPN" and one.pos == "NOUN" and c not in found
            ]
        return found

    def conjuncts(self, word: Word) -> list[Word]:
        """A noun and those joined to it, without those with whom a thing is made: 2社と契約を結ぶ."""
        return [one for one in self.tree.conjuncts(word) if one is word or not self.partner(one, word)]

    def partner(self, one: Word, thing: Word) -> bool:
        """Whether a noun joined by と to a treaty, contract or meeting is a party to it."""
        if not self.tree.final or one.case != "と":
            return False

        def made(noun: Word) -> bool:
            return noun.lemma in self.lexicon.nouns or self.lexicon.has("instrument", noun.lemma)

        return made(thing) and not made(one)

    def party(self, word: Word, *, described: bool = True) -> list[Party]:
        """Whom one noun names; several for "the two ministers", none for what is nobody."""
        lexicon, discourse = self.lexicon, self.discourse
        lemma = word.lemma
        if self.dated(word) or word.named in ("money",):
            return []
        if (lexicon.has("he", lemma) or lexicon.has("she", lemma)) and len(self._run(word)) == 1:
            pronoun = "she" if lexicon.has("she", lemma) or word.text.lower() in ("her", "she") else "he"
            subject = word.relation.startswith("nsubj")
            people = self._subjects_above(word)
            above = (
                people[0] if len(people) == 1 and (people[0].kind == "person" or _like_a_person(people[0])) else None
            )
            if above is not None and above.who not in self.taken:
                discourse.gender[above.who] = pronoun
                return [self._again(above)]
            who = next((p for p in self.speaker if p.kind == "person" and p.who not in self.taken and subject), None)
            person = who or discourse.one(pronoun, self.taken, subject)
            return [self._again(person)] if person else []
        if lexicon.has("they", lemma):
            several = self._subjects_above(word, plural=True)
            if several:
                return [self._again(one) for one in several]
            return [self._again(one) for one in discourse.group(0)] or [self._at(word.start, word.end, None, "group")]
        if lexicon.has("it", lemma):
            if not word.relation.startswith("nsubj") and not self.tree.final:
                return []  # what was named last, and that may be anything
            if self.speaker:  # "Brightway said it would sue", whatever the parser takes Brightway for
                thing = self.speaker[0] if len(self.speaker) == 1 and not self._human(self.speaker[0]) else None
            else:
                subjects = [] if self.tree.final else self._subjects_above(word)
                fits = len(subjects) == 1 and not self._human(subjects[0])
                thing = subjects[0] if fits else discourse.subject or discourse.thing(())
            if (
                thing
                and thing.kind == "group"
                and thing.known is None
                and thing.name.isascii()
                and thing.name[-1:] == "s"
            ):
                return []  # "it" is not several
            return [self._again(thing)] if thing and thing.who not in self.taken else []
        hit = self.hit(word)
        if hit is not None and hit.known.kind != "office":
            if hit.known.kind == "person":
                discourse.introduce(self.tree.text[hit.start : hit.end], known=hit.known)
            found = self._at(hit.start, hit.end, hit.known, hit.known.kind)
            self._remember(word, found)
            return [found]
        if not self.tree.final and word.pos == "NOUN" and (bearer := self._bearer(word)) is not None:
            return bearer
        person = self._titled(word)
        if person is not None:
            self.discourse.mention(person)
            return [person]
        holder = self._holder(word)
        if holder is not None:
            return [self._again(holder)]
        same = self._same(word)
        if same is not None:
            return [self._again(same)]
        if self.tree.final and (whole := self._compound(word)) is not None:
            self._remember(word, whole)
            return [whole]
        if word.named in ("person", "organisation", "place", "state", "people") and word.group >= 0:
            found_entity = self._entity(word)
            self._remember(word, *found_entity)
            return found_entity
        if word.pos == "PROPN":
            proper = self._proper(word)
            self._remember(word, proper)
            return [proper]
        if word.pos not in ("NOUN", "NUM", "PRON", "ADJ", "DET"):
            return []
        counted = self._counted(word)
        if counted is not None:
            return counted
        states = self._states_of(word)
        if states:
            return states
        if (
            lemma in ("other", "another", "one")
            or not described
            or word.pos in ("PRON", "DET")
            or lexicon.has("no_party", lemma)
            or lemma in lexicon.nouns
        ):
            return []
        head = lexicon.heads.get(lemma)
        if lexicon.has("instrument", lemma) or (head is not None and head.name == "thing"):
            return []
        again = self._described(word)
        if again is not None:
            return [self._again(again)]
        start, end = self.phrase(word)
        name = self.tree.text[start:end]
        return [self._at(start, end, None, "group")] if len(name) <= _LONGEST else []

    def _human(self, one: Party) -> bool:
        """Whether somebody is a person for certain: in the alias table, with a pronoun of its own or a name of two words."""
        slug = one.known.slug if one.known else None
        return one.kind == "person" and (slug is not None or one.who in self.discourse.gender or " " in one.who)

    def _subjects_above(self, word: Word, *, plural: bool = False) -> list[Party]:
        """The subject of the clause around that of a pronoun: "Lind will go to Oslo, where she ...".

        `plural`: several, or a description of several, and not of those who only say it.
        """
        clause = self.tree.head(word)
        if clause is None or not word.relation.startswith(("nsubj", "nmod:poss")):
            return []
        for one in self.tree.path(clause):
            effect = self.lexicon.heads.get(one.lemma)
            if plural and effect is not None and effect.asserter:
                continue
            for subject in self.tree.children(one, "nsubj", "nsubj:pass"):
                if subject.pos not in ("PROPN", "NOUN") or (subject.at > word.at and one.relation != "root"):
                    continue
                several = subject.tag in ("NNS", "NNPS") or bool(self.tree.children(subject, "conj"))
                people = self.party(subject, described=plural) if not plural or several else []
                if people:
                    return self.parties(subject) if plural else people
        return []

    def _bearer(self, word: Word) -> list[Party] | None:
        """Who bears the name beside a description: "the chairman, Ana Lind", "wind farm operator Beta", "A as minister"."""
        behind = self.tree.children(word, "appos")
        if self.lexicon.has("official", word.lemma):  # "the chief executive of Copperline, Peter Haas"
            behind += [
                last
                for one in self.tree.children(word, "nmod")
                if not self.tree.children(one, "cc")
                for last in self.tree.children(one, "conj", "appos")
                if last.named == "person" and not self.tree.children(last, "cc", "conj")
            ]
        for one in behind:
            if one.pos == "PROPN" and (one.named in ("person", "organisation") or self.hit(one) is not None):
                return self.party(one, described=False) or None
        after = self.tree.words[word.at + 1] if word.at + 1 < len(self.tree.words) else None
        if (
            after is not None
            and after.pos == "PROPN"
            and after.text[:1].isupper()
            and not self.dated(after)
            and after.relation
            in ("appos", "compound", "flat", "nsubj", "obj", "obl", "nmod", "dep", "pobj", "nsubj:pass")
        ):
            last = after
            while last.at + 1 < len(self.tree.words):
                following = self.tree.words[last.at + 1]
                if following.pos == "PROPN" or self._name_goes_on(following):
                    last = following
                else:
                    break
            name = self.tree.text[after.start : last.end]
            known = self.discourse.names.known(name)
            kind = known.kind if known else self.discourse.kinds.setdefault(name, after.named or "organisation")
            if known is None and self.lexicon.has("official", word.lemma):
                kind, known = "person", self.discourse.introduce(name)
            found = self._at(after.start, last.end, known, kind)
            self.discourse.mention(found)
            self.discourse.described[word.lemma] = found
            return [found]
        if self.lexicon.has("official", word.lemma):
            for one in self.tree.children(word, "compound"):
                if one.named == "person" and one.at < word.at:
                    return self._entity(one)
            first = last = self.tree.words[word.at - 1] if word.at else word
            while first.pos == "PROPN" and first.at and self.tree.words[first.at - 1].pos == "PROPN":
                first = self.tree.words[first.at - 1]
            if last.pos == "PROPN" and first is not last and last.relation == "compound" and not last.named:
                name = self.tree.text[first.start : last.end]  # "appointed Rina Hadi ambassador"
                return [self._at(first.start, last.end, self.discourse.introduce(name), "person")]
        return None

    def _name_goes_on(self, word: Word) -> bool:
        """Whether a small word stands inside a name: Ventos do Norte, Banco de Chile; "&"."""
        if word.at + 1 >= len(self.tree.words) or word.at == 0:
            return False
        before, after = self.tree.words[word.at - 1], self.tree.words[word.at + 1]
        small = word.text == "&" or (
            word.text in ("do", "da", "dos", "das", "de", "del", "di", "von", "van", "der") and word.text.islower()
        )
        return small and before.text[:1].isupper() and after.text[:1].isupper() and after.pos == "PROPN"

    def _run(self, word: Word) -> list[Word]:
        """A noun with the compound parts that stand close before it."""
        run = [word]
        title = (
            self.tree.final and "title" in self.lexicon.patterns and self.lexicon.patterns["title"].search(word.text)
        )
        for at in range(word.at - 1, -1, -1):
            one = self.tree.words[at]
            joined = one.relation in ("compound", "flat", "flat:name") and any(one.head == w.at for w in run)
            close = (
                title
                and one.pos in ("NOUN", "PROPN")
                and not one.case
                and run[0].start - one.end <= 1
                and one.relation != "conj"
            )
            if not (joined or close) or self.dated(one):
                break
            run.insert(0, one)
        return run

    def _compound(self, word: Word) -> Party | None:
        """A name of several parts of which the parser took only some for one: 瀬戸内プラント."""
        run = self._run(word)
        for at, one in enumerate(run[:-1]):
            if self.lexicon.has("descriptor", one.lemma) and not self.lexicon.has(
                "sides", run[at + 1].lemma
            ):  # "the tile maker X"
                start = run[at + 1].start
                return self._at(
                    start, word.end, self.discourse.names.known(self.tree.text[start : word.end]), "organisation"
                )
        parts = [one for one in run if one.group == word.group] if word.group >= 0 else []
        if len(run) < 2 or len(parts) == len(run) or word.named in ("date", "money"):
            return None
        if not any(one.pos == "PROPN" or one.named in ("organisation", "place", "state") for one in run):
            return None
        start, end = run[0].start, word.end
        known = self.discourse.names.known(self.tree.text[start:end])
        return self._at(start, end, known, known.kind if known else "organisation")

    def _same(self, word: Word) -> Party | None:
        """Whom 同社, 同市 or 市 alone means: the one named last whose name ends so; None where there is none."""
        pattern = self.lexicon.patterns.get("same_word")
        match = pattern.fullmatch(self.tree.text[self._run(word)[0].start : word.end]) if pattern else None
        if match is None or self.tree.children(word, "nmod", "nummod"):
            return None
        suffix = next(filter(None, match.groups()))
        found = self.discourse.ending(
            suffix, 1, self.lexicon.has("companies", suffix), self.lexicon.has("persons", suffix)
        )
        return found[0] if found else None

    def _remember(self, word: Word, *parties: Party) -> None:
        """Note a name, and the nouns by which it is introduced: "the dockers' union SLP", "Beta, a steel maker"."""
        for one in parties:
            self.discourse.mention(one)
            if one.kind in ("organisation", "place", "") or (one.kind == "group" and one.name[:1].isupper()):
                for noun in self.tree.children(word, "compound", "appos"):
                    if noun.pos == "NOUN":
                        self.discourse.described[noun.lemma] = one
                head = self.tree.head(word)
                if word.relation == "appos" and head is not None and head.pos == "NOUN":
                    self.discourse.described[head.lemma] = one
                for noun_text in one.name.split()[-1:]:
                    if self.lexicon.has("body", noun_text.lower()):
                        self.discourse.described[noun_text.lower()] = one

    def _described(self, word: Word) -> Party | None:
        """ "The union", "the company": who was introduced so, or the organisation named last."""
        definite = any(
            one.text.lower() in ("the", "this", "that", "이", "그", "この", "その")
            for one in self.tree.children(word, "det")
        )
        rest = [
            c
            for c in self.tree.children(word)
            if c.relation not in ("det", "case", "punct", "conj", "cc", "acl:relcl", "advmod")
        ]
        if not definite or rest or word.tag in ("NNS", "NNPS"):
            return None
        if word.lemma in self.discourse.described:
            return self.discourse.described[word.lemma]
        if self.lexicon.has("generic", word.lemma):
            subject = self.discourse.subject
            if self.tree.final and subject is not None and subject.kind in ("organisation", "group"):
                return subject
            return self.discourse.thing([p.who for noun, p in self.discourse.described.items() if noun != word.lemma])
        return None

    def _at(self, start: int, end: int, known: Known | None, kind: str) -> Party:
        return Party(self.tree.text[start:end], known, kind, self.offset + start, self.offset + end)

    def _again(self, one: Party) -> Party:
        """Someone named before, meant by a pronoun: the name, without a place in this sentence."""
        return Party(one.name, one.known, one.kind)

    def _entity(self, word: Word) -> list[Party]:
        words = [one for one in self.tree.words if one.group == word.group]
        start, end = words[0].start, words[-1].end
        if words[0].pos in ("DET",) and len(words) > 1:
            start = words[1].start
        if words[-1].tag == "POS" or words[-1].text in ("'s", "’s"):
            end = words[-2].end if len(words) > 1 else end
        first = words[0]
        while first.at >= 2 and self._name_goes_on(self.tree.words[first.at - 1]):
            first = self.tree.words[first.at - 2]
            start = first.start
        name = self.tree.text[start:end]
        kind = self._kind(word, {"people": "group"}.get(word.named, word.named))
        kind = kind if kind == "person" and word.named != "person" else self.discourse.kinds.setdefault(name, kind)
        if kind == "person":
            self.discourse.kinds[name] = kind
            return [self._at(start, end, self.discourse.introduce(name), "person")]
        return [self._at(start, end, self.discourse.names.known(name), kind)]

    def _proper(self, word: Word) -> Party:
        first = last = word
        for at in range(word.at - 1, -1, -1):
            one = self.tree.words[at]
            if one.head != word.at or one.relation not in ("compound", "flat", "flat:name") or one.pos != "PROPN":
                break
            first = one
        while first.at >= 2 and self._name_goes_on(self.tree.words[first.at - 1]):
            first = self.tree.words[first.at - 2]
        for at in range(word.at + 1, len(self.tree.words)):
            one = self.tree.words[at]
            if one.head != word.at or one.relation not in ("flat", "flat:name"):
                break
            last = one
        known = self.discourse.names.known(self.tree.text[first.start : last.end])
        kind = known.kind if known else self._kind(word, "organisation")
        name = self.tree.text[first.start : last.end]
        if known is None and kind == "person":
            known = self.discourse.introduce(name)
        return self._at(first.start, last.end, known, kind)

    def _kind(self, word: Word, kind: str) -> str:
        """The kind of a name, where its last word or a "which" behind it tells better than the parser."""
        if word.lemma in self.lexicon.nouns or self.lexicon.has("instrument", word.lemma):
            return "instrument"
        officials = [
            one for one in self.tree.children(word, "compound", "appos") if self.lexicon.has("official", one.lemma)
        ]
        head = self.tree.head(word)
        if head is not None and word.relation == "appos" and self.lexicon.has("official", head.lemma):
            officials.append(head)
        if officials and kind in ("organisation", "place", "", "people"):
            return "person"
        if kind == "person" and any(
            inner.lemma == "which"
            for one in self.tree.children(word, "acl:relcl")
            for inner in self.tree.children(one, "nsubj")
        ):
            return "organisation"
        return kind

    def _titled(self, word: Word) -> Party | None:
        """The person before a title that ends the phrase: ベルグ外相, 박영호 외교부 장관."""
        pattern = self.lexicon.patterns.get("title")
        if pattern is None or not pattern.search(word.text):
            return None
        names = self._run(word)[:-1]
        hit = next((h for one in names if (h := self.hit(one)) and h.known.kind == "person"), None)
        if hit is not None:
            self.discourse.introduce(self.tree.text[hit.start : hit.end], known=hit.known)
            found = self._at(hit.start, hit.end, hit.known, "person")
            self.discourse.titles.append((word.text, found))
            return found
        named = [
            one
            for one in names
            if one.named == "person" or (one.pos == "PROPN" and one.named in ("", "office") and not self.hit(one))
        ]
        if (
            not named
            and names
            and self.tree.words[names[0].at].pos == "NOUN"
            and re.fullmatch("[ァ-ヴー・=]+", names[0].text)
        ):
            named = names[:1]  # a foreign name that the parser does not know
        if not named:
            return None
        start, end = named[0].start, named[-1].end
        name = self.tree.text[start:end]
        organisation = self.lexicon.patterns.get("organisation")
        if self.lexicon.has("portfolio", name):
            return None  # エネルギー相
        if organisation is not None and organisation.search(name):
            return None  # 안데스광업 사장
        if len(name.strip()) < 1 or any(h.start < end and start < h.end for h in self.hits):
            return None
        found = self._at(start, end, self.discourse.introduce(name, self.tree.text[word.start : word.end]), "person")
        self.discourse.titles.append((word.text, found))
        return found

    def _holder(self, word: Word) -> Party | None:
        """Whom a title alone means: 大臣は, said of the minister named before."""
        pattern = self.lexicon.patterns.get("title")
        alone = len(self._run(word)) == 1 and not self.tree.children(word, "nmod", "nummod", "compound", "conj")
        if not self.tree.final or pattern is None or not alone or not pattern.fullmatch(word.text):
            return None
        return next((p for title, p in reversed(self.discourse.titles) if title.endswith(word.text)), None)

    def _counted(self, word: Word) -> list[Party] | None:
        """ "The two ministers", "both sides", 両氏, 3か国: those of whom the text spoke; None where nobody is counted."""
        counts = [one for one in self.tree.children(word, "nummod", "det", "cc:preconj") if one.text.lower() in _COUNTS]
        if word.pos == "NUM" and word.text.lower() in _COUNTS and not self.tree.children(word, "nmod"):
            again = [self._again(one) for one in self.discourse.group(_COUNTS[word.text.lower()])]
            return again or [self._at(word.start, word.end, None, "group")]
        if (
            not counts
            and word.tag == "NNS"
            and self.lexicon.has("sides", word.lemma)
            and not self.tree.children(word, "nmod", "amod", "nmod:poss", "compound")
        ):
            return [self._again(one) for one in self.discourse.group(0, sides=True)] or None
        pattern = self.lexicon.patterns.get("counted_word")
        match = pattern.fullmatch(self.tree.text[self._run(word)[0].start : word.end]) if pattern else None
        if not counts and match is None:
            return None
        if not match and not self.lexicon.has("group", word.lemma):
            return None
        if self.tree.children(word, "nmod", "nmod:poss", "acl", "acl:relcl"):
            owners = [
                p
                for one in self.tree.children(word, "nmod", "nmod:poss")
                for p in self.parties(one, described=self.tree.final)
            ]
            if owners:
                return owners
            return None
        number = _COUNTS[counts[0].text.lower()] if counts else _COUNTS.get(match.group(1), 2) if match else 2
        if match and match.lastindex == 2 and not self.lexicon.has("countries", word.text):
            ended = self.discourse.ending(
                match.group(2),
                number,
                self.lexicon.has("companies", match.group(2)),
                self.lexicon.has("persons", match.group(2)),
            )
            if len(ended) == number:
                return [self._again(one) for one in ended]
        persons = None
        if self.lexicon.has("countries", word.lemma) or (match and self.lexicon.has("countries", word.text)):
            persons = False
        elif self.lexicon.has("official", word.lemma):
            persons = True
        sides = self.lexicon.has("sides", word.lemma) or self.lexicon.has("generic", word.lemma)
        return [self._again(one) for one in self.discourse.group(number, persons, sides=sides)] or None

    def _states_of(self, word: Word) -> list[Party]:
        """The states whose government, ministers or delegation a description names."""
        if not self.lexicon.has("of_state", word.lemma):
            return []
        owners = self.tree.children(word, "nmod", "nmod:poss", "compound")
        found = [
            p
            for one in owners
            if one.case in ("", "of", "from", "の", "의")
            for p in self.parties(one, described=False)
        ]
        found = [p for p in found if p.kind == "state"]
        for one in self.tree.children(word, "amod"):
            for adjective in self.tree.conjuncts(one):
                state = self.discourse.names.states.get(self.discourse.names.adjectives.get(adjective.text, ""))
                if state is not None:
                    found.append(self._at(adjective.start, adjective.end, state, "state"))
        return found if word.tag == "NNS" or len(found) > 1 or self.lexicon.has("government", word.lemma) else []

    def phrase(self, word: Word, *, clauses: bool = False) -> tuple[int, int]:
        """Where a noun's phrase begins and ends: without its article and, unless `clauses`, without clauses on it."""
        ties = [one.at for one in self.tree.children(word, "nmod", "obl", "obl:unmarked") if self.dated(one)]
        if not clauses:
            ties += [
                one.at for one in self.tree.children(word, "nmod") if one.case in ("in", "at") and one.named == "place"
            ]
        ties += [
            min(w.at for w in self.tree.below(one))
            for one in self.tree.children(word, "nmod", "obl")
            if one.case in ("with", "between", "together with")
        ]
        but: tuple[str, ...] = (
            "conj",
            "cc",
            "punct",
            "appos",
            "acl:relcl",
            "case",
            "fixed",
            "mark",
            "cop",
            "nsubj",
            "aux",
            "advcl",
            "parataxis",
        )
        words = self.tree.below(word, but=but if clauses else (*but, "acl"))
        # branches that are left out must not stand within the span
        run = [word]
        for one in reversed([w for w in words if w.at < word.at]):
            if one.at == run[0].at - 1 or self._quiet(one.at, run[0].at):
                run.insert(0, one)
            else:
                break
        for one in [w for w in words if w.at > word.at]:
            if ties and one.at >= min(ties):
                break
            if one.at == run[-1].at + 1 or self._quiet(run[-1].at, one.at):
                run.append(one)
            else:
                break
        while self.tree.final and run[0].at and self._cut(self.tree.words[run[0].at - 1], run[0]):
            run.insert(0, self.tree.words[run[0].at - 1])
        while len(run) > 1 and (
            run[0].pos == "DET" or run[0].text.lower() in ("the", "a", "an", "its", "their", "his", "her")
        ):
            run.pop(0)
        return self.tree.span(run)

    def _cut(self, before: Word, first: Word) -> bool:
        """Whether a name goes on before a phrase, though the parser cut it there: 北陸電|鉄の労組."""
        joined = before.end == first.start and before.pos == first.pos == "PROPN" and not before.case
        return joined and not self.dated(before) and self.hit(before) is None

    def _quiet(self, first: int, last: int) -> bool:
        """Whether only function words of a phrase stand between two of its words."""
        return all(
            self.tree.words[at].relation in ("case", "punct", "det", "cc", "fixed", "mark", "nmod:poss")
            for at in range(first + 1, last)
        )


def _like_a_person(one: Party) -> bool:
    """Whether an unknown name has the look of a person's: two or three words, each with a capital."""
    words = one.name.split()
    return (
        one.known is None and 2 <= len(words) <= 3 and all(word[:1].isupper() and not word.isupper() for word in words)
    )


def clean(name: str) -> str:
    """A name without quotation marks and commas at its ends."""
    return re.sub(r"^[\s,;“”\"'‘]+|[\s,;:“”\"‘]+$", "", name)
