"""Who and what the words of a tree name: known names, the parser's named entities, persons behind titles, descriptions."""

from __future__ import annotations

import re

from claims.extract.draft import Party
from claims.extract.own_days import main_days
from claims.extract.parties.antecedents import settled_things
from claims.extract.parties.bearers import bearer
from claims.extract.parties.described import described_as, nameless
from claims.extract.parties.meant import allied, counted, holder, same, states_of
from claims.extract.parties.named import compound, entity, proper, titled
from claims.extract.parties.pronouns import pronoun
from claims.extract.phrasing import phrase, run_of
from claims.extract.predicates.subjects import somebody
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_LONGEST = 90
_LASTING = re.compile("[0-9０-９](?:分|時間|日|週|年|[かカヵヶ]月)間?$")  # 約25分間
_LONGEST_NAME = 24
_TIME = re.compile(r"\d[\d:.,]*(?:[ap]m)?")  # "just before 10:00pm"


class Named(Sentence):
    """A sentence of which it is known who its nouns mean, from the names, titles and descriptions of its document."""

    def introduce(self) -> None:
        """Remember who is named in a sentence, whatever it tells; the person that is its subject as the one told of."""
        self.discourse.number += 1
        if self.tree.final:
            timeline = self.discourse.timeline
            plans = [one for one in self.tree.words if self.lexicon.patterns["will"].search(one.form)]
            ahead = {part.start for one in plans for part in self.tree.children(one)}  # 27일 결정하겠다고 말했다
            whole = [one.edtf for one in self.dates if len(one.edtf) == 10 and one.start not in ahead]
            days = [one for one in whole if not timeline.lies_ahead(one)]
            timeline.day = max([*days, *filter(None, [timeline.day])], default=None)
        self.discourse.timeline.tell(self.dates, main_days(self), self.discourse.number)
        for match in self.lexicon.patterns["headed_by"].finditer(self.tree.text):  # 산업부(장관 문지석)
            known = self.discourse.introduce(match["name"], match["title"])
            self.discourse.mention(self.at(*match.span("name"), known, "person"))
            self.discourse.titles.append((match["title"], self.discourse.seen[-1]))
        for word in self.tree.words:
            code = None
            if word.text[:1].isupper():
                before = self.tree.words[word.at - 1].text if word.at else ""
                adjectives = self.discourse.names.adjectives
                code = adjectives.get(f"{before} {word.text}") or adjectives.get(word.text)
            here = self.hit(word)
            sort = here.known.kind if here is not None else ""
            office = sort == "office" and not self.tree.final  # "Japanese Defense Minister"
            if code and (not sort or office) and (state := self.discourse.names.states.get(code)):
                self.discourse.mention(Party(state.canonical, state, "state"))
            if here is not None and sort == "state" and word.relation == "compound" and not self.tree.final:
                self.discourse.mention(self.at_hit(here))  # "U.S. Secretary Ana Lind"
            if word.relation in ("compound", "flat", "flat:name") or word.pos not in ("PROPN", "NOUN"):
                continue
            if nameless(self, word):
                self.discourse.nameless[word.lemma] = self.discourse.number
            titled = self.tree.final and self.lexicon.patterns["title"].search(word.text)
            run = run_of(self, word) if self.tree.final else []
            company = bool(run) and (self._told_as_firm(run) or self._company(self.tree.text[run[0].start : word.end]))
            if word.named not in ("person", "organisation", "state") and not (titled or company or word.pos == "PROPN"):
                continue
            told = self.party(word, described=company)
            if self.lexicon.slots.get(word.case) == "in" and not self.tree.final:
                self.discourse.sites |= {one.who for one in told}
        self.discourse.settled = self.discourse.number, settled_things(self, self.tree.words)
        root = next((one for one in self.tree.words if one.relation == "root"), None)
        subjects = self.tree.children(root, "nsubj", "nsubj:pass") if root is not None else []
        people = self.parties(subjects[0]) if subjects else []
        self.discourse.told_of(people)
        if len(people) == 1 and people[0].known is None and subjects[0].tag == "NN" and self._a_person(subjects[0]):
            self.discourse.unnamed = self.discourse.number, people[0]
        if len(people) == 1 and people[0].kind in ("organisation", "state"):
            self.discourse.subject = people[0]

    def _a_person(self, word: Word) -> bool:
        return self.lexicon.has("official", word.lemma) or self.lexicon.patterns["doer"].search(word.lemma) is not None

    def party(self, word: Word, *, described: bool = True) -> list[Party]:
        """Whom one noun names; several for "the two ministers", none for what is nobody."""
        asked = word.at, described
        if asked in self.asked:
            return []  # "met leaders, them": each of two that the parser joined would be told by the other
        self.asked.add(asked)
        try:
            return self._whom(word, described=described)
        finally:
            self.asked.remove(asked)

    def _whom(self, word: Word, *, described: bool) -> list[Party]:
        final, lexicon = self.tree.final, self.lexicon
        money = word.named == "money" or (final and lexicon.has("money", word.lemma))
        lasting = final and lexicon.code == "ja" and _LASTING.search(self.tree.text, 0, word.end)
        if money or self.dated(word) or _TIME.fullmatch(word.text) or lasting:
            return []
        apart = word.relation == "conj" and self.tree.text[word.end : word.end + 1] == "、"  # 飲料大手、清流ビバレッジ
        before = word.relation == "nmod" or (apart and not word.case)
        ends = lexicon.has("descriptor", word.lemma) or (
            apart and any(word.lemma.endswith(one) for one in lexicon.tables.get("descriptor", ()))
        )
        if final and before and word.text == word.lemma and ends:
            return []  # 同業のB社, バス会社、日南バス
        whole = self.tree.children(word, "nmod") if lexicon.has("all_of", word.lemma) and not final else []
        if whole and whole[0].case == "of":
            return self.party(whole[0], described=described)  # "none of the workers"
        same = self.tree.children(word, "nsubj") if self.tree.children(word, "cop") and not final else []
        if same and same[0].pos == "PROPN":
            return self.parties(same[0])  # "Peru is the third state with which Japan signed a pact"
        if (title := self._in_marks(word)) is not None:
            return [title]
        run = run_of(self, word) if final else []
        general = run and lexicon.patterns["class_only"].search(self.tree.text[run[0].start : word.end])
        if general and not self.tree.children(word, "nmod", "acl", "nummod"):
            return []  # 大手企業と契約した: nobody is told of
        side = self.party(run[-2], described=False) if len(run) > 1 and lexicon.has("side_of", word.lemma) else []
        if side and side[0].kind == "person":
            return side  # 梶谷氏側
        some = next((at for at, one in enumerate(run) if at and lexicon.has("and_so_on", one.text)), 0)
        if some and (first := self.party(run[some - 1], described=described and lexicon.code != "ja")):
            return first  # 박현수 씨 등 6명, 土屋誠会長ら
        for who in (pronoun, allied, Named._by_name, counted):
            if (found := who(self, word)) is not None:
                return found
        return states_of(self, word) or (self._by_description(word, run) if described else [])

    def _by_name(self, word: Word) -> list[Party] | None:
        """Whom a noun names by a name or a title; None where by neither."""
        final, lexicon, discourse = self.tree.final, self.lexicon, self.discourse
        hit = self.hit(word)
        told = self.tree.children(word, "compound", "amod") if word.pos == "NOUN" and not final else []
        if hit is not None and hit.known.kind != "office" and not (hit.known.kind == "group" and told):
            if hit.known.kind == "person":
                discourse.introduce(self.tree.text[hit.start : hit.end], known=hit.known)
            return self._remember(word, self.at_hit(hit))
        named = self.tree.head(word) if word.relation == "appos" and word.pos == "NOUN" and not final else None
        if named is not None and named.pos == "PROPN" and named.named in ("person", "organisation"):
            return self.party(named)  # "Hamid Karzai, a leader who has signed it"
        titles = word.pos in ("NOUN", "NUM") or (word.pos == "PROPN" and lexicon.has("official", word.lemma))
        if not final and titles and (borne := bearer(self, word)) is not None:
            return borne
        if (person := titled(self, word)) is not None:
            discourse.mention(person)
            return [person]
        if (meant := holder(self, word) or same(self, word)) is not None:
            return [self.again(meant)]
        if lexicon.has("same_person", word.text):
            return []  # and nobody knows who
        if final and (whole := compound(self, word)) is not None:
            return self._remember(word, whole)
        if word.named in ("person", "organisation", "place", "state", "people") and word.group >= 0:
            return self._remember(word, *entity(self, word))
        the = any(one.text.lower() == "the" for one in self.tree.children(word, "det"))
        if not final and the and word.tag == "NNP" and lexicon.has("official", lemma := word.lemma):
            first = discourse.described.get(lemma)  # of two, the one whose ministry tells it is named first
            acted = discourse.actors[-1][1] if discourse.actors and lemma in discourse.shared else []
            if first is None or (len(acted) == 1 and acted[0].kind == "person" and acted[0].who != first.who):
                return [self.at(word.start, word.end, None, "group")]
            return [self.again(first)]
        return self._remember(word, proper(self, word)) if word.pos == "PROPN" else None

    def _by_description(self, word: Word, run: list[Word]) -> list[Party]:
        """Whom a noun only describes, by the words of the text; none where it means a thing."""
        lexicon, lemma = self.lexicon, word.lemma
        thing = (
            any(lexicon.has(table, lemma) for table in ("others", "no_party", "instrument")) or lemma in lexicon.nouns
        )
        if thing or word.pos in ("PRON", "DET", "ADJ") or lexicon.class_of(lemma) == "thing":
            return []
        again = self.same.setdefault(word.at, described_as(self, word))
        if again is not None:
            return [self.again(again)]
        start, end = phrase(self, word, people=True)
        firm = self._told_as_firm(run)
        start = max(start, run[0].start) if firm else start
        found = self.at(start, end, None, "group")
        if end - start > _LONGEST:
            return []
        if self.tree.final and not somebody(self, word) and lexicon.patterns["thing"].search(found.name):
            return []  # 합의안은 투표를 거친다
        if self.tree.final and (firm or self._company(found.name)):
            found.kind = "organisation"
            self.discourse.mention(found)
        return [found]

    def _told_as_firm(self, run: list[Word]) -> bool:
        """Whether a noun for firms stands before a name: 部品大手のミナト電機, 時計メーカーのヴァルナ."""
        told = (one for part in run for one in self.tree.children(part, "nmod"))
        return any(one.case == "の" and self.lexicon.has("descriptor", one.lemma) for one in told)

    def _in_marks(self, word: Word) -> Party | None:
        """A body whose name stands in quotation marks, whatever clause it is made of: 「図書館を考える会」."""
        text = self.tree.text
        start = text.rfind("「", 0, word.start) + 1
        name = text[start : word.end]
        if not self.tree.final or text[word.end : word.end + 1] != "」" or not start or word.form.strip("/"):
            return None
        fits = len(name) <= _LONGEST_NAME and not re.search("[」、。]", name) and somebody(self, word)
        return self.at(start, word.end, None, "organisation") if fits else None

    def _company(self, name: str) -> bool:
        """Whether a name that the parser does not know is that of a body: told of so before, or by its ending."""
        suffix = self.lexicon.patterns["organisation"].search(name)
        told = self.discourse.kinds.get(name) == "organisation" or re.fullmatch("[A-Z][A-Z&.]+", name) is not None
        return told or (suffix is not None and suffix.start() > 1)

    def _remember(self, word: Word, *parties: Party) -> list[Party]:
        """Note a name, and the nouns by which it is introduced: "the dockers' union SLP", "Beta, a steel maker"."""
        for one in parties:
            self.discourse.mention(one)
            if one.kind == "person" and not self.tree.final:
                clauses = self.tree.children(word, "acl:relcl")
                if any(who.lemma == "who" for clause in clauses for who in self.tree.children(clause)):
                    self.discourse.borne.add(one.who)
                for noun in self.tree.children(word, "compound"):
                    if self.lexicon.has("official", noun.lemma):
                        self.discourse.bears(noun.lemma, one)
                        self.rank(one, noun.lemma)
            if one.kind in ("organisation", "place", "") or (one.kind == "group" and one.name[:1].isupper()):
                for noun in self.tree.children(word, "compound", "appos"):
                    if noun.pos == "NOUN" or noun.text.islower():
                        self.discourse.described[noun.lemma] = one
                head = self.tree.head(word)
                if word.relation == "appos" and head is not None and head.pos == "NOUN":
                    self.discourse.described[head.lemma] = one
                for noun_text in one.name.split()[-1:]:
                    if self.lexicon.has("body", noun_text.lower()):
                        self.discourse.described[noun_text.lower()] = one
        return list(parties)
