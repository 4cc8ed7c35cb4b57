"""Whom a text has told of so far: whom "she" and "the two ministers" mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from claims.extract.draft import Draft, Party
from claims.extract.gazetteer import Hit, Known, Names
from claims.extract.lexicon import sort
from claims.extract.surnames import family_of, inside_word, is_namesake, short_form, surnames
from claims.extract.timeline import Timeline

_NEAR = 2  # sentences after which a pronoun no longer means whoever was told of
_FAR = 6  # sentences after which "both sides" no longer means those who were told of together
#: "the European Rail Agency (ERA)", 国際鉄道機関（IRA）: a name, and the letters by which the text goes on to call it
_ABBREVIATED = re.compile(
    r"([A-Z][\w'’.&-]*(?: (?:of|for|and|the|on|in|[A-Z][\w'’.&-]*))*|[一-鿿ァ-ヴー]{3,}|[가-힣]{3,})\s?[(（]([A-Z][A-Z&-]{1,9})[)）]"
)
_LETTER = re.compile("[^\\W぀-ヿ一-鿿가-힣]|-")
_STATES = ("country", "nation", "state", "republic", "kingdom", "neighbour", "neighbor")
_STRANGERS = 200  # a longer list of strangers is no article, and would slow each sentence


class Discourse:
    """One document being read, sentence by sentence."""

    def __init__(self, names: Names, anchor: str | None, language: str, text: str = "") -> None:
        self.names, self.language, self.text = names, language, text
        self.timeline = Timeline(anchor, language)
        self.recent: list[Party] = []  # persons, the last named last
        self.times: Counter[str] = Counter()  # how often each was named
        self.seen: list[Party] = []  # whoever was named, the last last
        self.kinds: dict[str, str] = {}  # of unknown names, as they were first taken
        self.employers: dict[str, Party] = {}  # the company that a person heads
        self.gender: dict[str, str] = {}  # by which pronoun a person was called
        self.so_called: dict[tuple[str, str], int] = {}  # the same, and in which sentence last
        self.things: list[Party] = []  # organisations, the last named last
        self.subject: Party | None = None  # of what the last claim told, where that is one thing
        self.described: dict[str, Party] = {}  # the noun by which a name was introduced -> who bears it
        self.shared: set[str] = set()  # titles that several bear
        self.nameless: dict[str, int] = {}  # in which sentence "a firm" was told of last, by its noun
        self.ranks: dict[str, set[str]] = {}  # a person -> the titles that they were named with
        self.states: list[Party] = []  # in order of their last mention
        self.groups: list[tuple[int, list[Party]]] = []  # with the number of the sentence
        self.facing: list[list[Party]] = []  # those of them who met, agreed or quarrelled
        self.number = 0
        self.settled: tuple[int, list[Party]] = (-1, [])  # the pacts, bills and offers that the last sentence named
        self.places: tuple[int, list[Party]] = (-9, [])  # where the last event was that has a place
        self.live = False  # the sentence begins with the hour at which it was written
        self.local: dict[str, Known] = {}
        self.namesakes: set[str] = set()  # family names that two bear, and that mean neither
        self.people: list[Known] = []
        self.titles: list[tuple[str, Party]] = []  # titles with those who bear them, the last named last
        self.offices: set[tuple[str, str]] = set()
        self.speaker: str | None = None
        self.unnamed: tuple[int, Party] | None = None  # the last person who did something and has no name
        self.actors: list[tuple[int, list[Party]]] = []  # the subjects of the last sentences
        self.last: dict[str, int] = {}  # in which sentence each was named last
        self.borne: set[str] = set()  # persons who were named with a title, or told of by “who”
        self.texts: dict[str, list[Party]] = {}  # statements by name, with those who issued them
        self.sites: set[str] = set()  # whatever the text told to be somewhere in
        self.quotes: list[tuple[int, int]] = []  # where the text gives somebody's own words

    def hits(self, text: str) -> list[Hit]:
        """The known names of a sentence, with the shorter ones of those whom this text has introduced in full."""
        found = self.names.find(text, self.language)
        for full, short in _ABBREVIATED.findall(text):
            name = full.removeprefix("The ")
            if len(self.local) < _STRANGERS and (not name.isascii() or name[0] == short[0]):
                self.local.setdefault(short, self.names.known(name) or Known(None, name, "organisation", here=True))
        for name, known in self.local.items():
            at = text.find(name) if name not in self.namesakes else -1
            while at >= 0:
                end = at + len(name)
                clear = all(end <= hit.start or hit.end <= at for hit in found)
                if clear and not inside_word(text, at, end) and not _joined(text, at, end):
                    found.append(Hit(at, end, known))
                at = text.find(name, end)
        found.sort()
        return found

    def introduce(self, name: str, title: str = "", known: Known | None = None, family: str = "") -> Known:
        """Remember a person, so that the surname means them from here on. `family`: see `surnames`."""
        if known is None:
            known = (
                self.local.get(name)
                or family_of(name, self._bearing(name, title))
                or Known(None, name, "person", here=True)
            )
        if len(self.local) < _STRANGERS and name not in self.local:
            for form in filter(None, [*surnames(name, family), short_form(name, title)]):
                if is_namesake(name, self.local.setdefault(form, known).canonical):
                    self.namesakes.add(form)
        if known not in self.people:
            self.people.append(known)
        return known

    def _bearing(self, family: str, title: str) -> list[Known]:
        """Those of a family name who may be meant with a title: of several, only the one who was told of with it."""
        same = [one for one in self.people if one.canonical.startswith(family)]
        borne = {p.who for told, p in self.titles if title and (told.endswith(title) or title.endswith(told))}
        return same if len(same) < 2 else [one for one in same if one.canonical in borne][-1:]

    def mention(self, one: Party) -> None:
        """Remember that someone is named here, so that pronouns and descriptions find them."""
        self.times[one.who] += 1
        self.last[one.who] = self.number
        self.seen = [*[p for p in self.seen if p.who != one.who][-30:], one]
        if one.kind == "person":
            self.recent = [*[p for p in self.recent if p.who != one.who][-8:], one]
        elif one.kind == "state":
            self.states = [*[p for p in self.states if p.who != one.who][-8:], one]
        elif one.kind in ("organisation", "group") and (one.known or one.name[:1].isupper() or not one.name.isascii()):
            self.things = [*[p for p in self.things if p.who != one.who][-8:], one]

    def called(self, name: str) -> Known | None:
        """The person of whose full name a word is the first: Paetongtarn; None where several have it."""
        found = [one for one in self.people if one.canonical.split()[:1] == [name] != [one.canonical]]
        return found[0] if len(found) == 1 and self.language == "en" else None

    def firm(self, name: str) -> Known | None:
        """The organisation of whose name these are the first words: Solaria, of Solaria Group; None where two have them."""
        if self.language == "ko":
            return None  # 한결유통 이사회 is another body
        found = {p.who: p for p in self.things if p.kind == "organisation" and p.who.startswith(f"{name} ")}
        known = [p.known or Known(None, p.who, "organisation", here=True) for p in found.values()]
        return known[0] if len(known) == 1 else None

    def bears(self, title: str, one: Party) -> None:
        """Remember by which title a person is called; two who bear it are not meant by it alone."""
        if self.described.setdefault(title, one).who != one.who:
            self.shared.add(title)

    def meant(self, count: int, fits: Callable[[Party], bool] | None = None) -> list[Party]:
        """Whom 両社 (2), 同氏 (1) or 양측 means, where only they can be meant; else nobody.

        Those who were told of together last and no other since, else all of that sort that were named of late.
        `count`: 0 = several. `fits`: whether someone is of that sort; None = whoever was told of together.
        """
        named = [p for p in self.seen if fits is None or fits(p)]
        together = self.groups + [(number - 1, people) for number, people in self.actors]
        for number, people in sorted(together, key=lambda one: one[0], reverse=True) if count != 1 else ():
            who = {p.who: p for p in people}
            if count not in (len(who), 0) or len(who) < 2 or self.number - number > _FAR:
                continue
            if fits is not None and not all(map(fits, people)):
                continue
            kinds = {p.kind for p in people}
            later = any(self.last[p.who] > number + 1 and p.who not in who and p.kind in kinds for p in named)
            return [] if later else list(who.values())
        for far in () if fits is None else (1, _NEAR):
            near = [p for p in named if self.number - self.last[p.who] < far]
            if near and (len(near) == count or count == 1):
                return near if len(near) == count else []
        return []

    def talked(self, count: int = 0) -> list[Party]:
        """Those who talk with each other, where the text tells of one such group only; of one of `count`."""
        told = [people for _, people in self.groups if count and len(people) == count]
        if told and all({p.who for p in people} == {p.who for p in told[-1]} for people in told):
            return told[-1]
        meant = self.meant(0)
        kinds = {p.kind for p in meant}
        groups = [{p.who for p in people} for _, people in self.groups if {p.kind for p in people} & kinds]
        return meant if all(group == {p.who for p in meant} for group in groups) else []

    def met(self) -> list[Party]:
        """Those who talk with each other, where a claim told that they did, and no sentence only of them."""
        people = self.talked()
        who = {p.who for p in people}
        return people if any({p.who for p in group} == who for _, group in self.groups) else []

    def sides(self, count: int) -> list[Party] | None:
        """The states or bodies, and no persons, that met or agreed last: for them their ministers speak. None: of no such."""
        for number, people in reversed(self.groups):
            who = {p.who for p in people}
            if self.number - number > _FAR or len(who) != count or any(p.kind == "person" for p in people):
                continue
            acted = [p for at, one in self.actors if at > number for p in one if p.kind != "person"]
            return people if all(p.who in who for p in acted) else []  # others act since, of whom it may be told
        return None

    def quote_at(self, at: int) -> tuple[int, int] | None:
        """The direct speech in which a place of the text stands, from mark to mark; None outside of any."""
        return next((one for one in self.quotes if one[0] < at < one[1]), None)

    def thing(self, besides: Iterable[str]) -> Party | None:
        """The organisation that is named most and is none of `besides`; None where two are named as often."""
        fits = [p for p in self.things if p.kind == "organisation" and p.who not in besides]
        ranked = sorted(fits, key=lambda p: self.times[p.who], reverse=True)
        clear = len(ranked) == 1 or (len(ranked) > 1 and self.times[ranked[0].who] > self.times[ranked[1].who])
        return ranked[0] if clear else None

    def one(self, pronoun: str, besides: set[str], subject: bool, fits: Callable[[Party], bool]) -> Party | None:
        """Whom "he" or "she" means: for a subject, the person told of last; else the one person named of late.

        None where several could be meant. `fits`: whether a person can be called so.
        """

        def can(person: Party) -> bool:
            mine = self.gender.get(person.who, pronoun) == pronoun
            return person.who not in besides and mine and fits(person)

        near = [p for p in self.recent if can(p) and self.number - self.last.get(p.who, -9) <= _NEAR]
        actors = self.actors[-1][1] if self.actors else []
        acted = subject and len(actors) == 1 and can(actors[0]) and actors[0].kind == "person"
        just = [p for p in near if self.so_called.get((pronoun, p.who)) == self.number - 1]
        if acted and len(just) == 1 and (pronoun, actors[0].who) not in self.so_called:
            return just[0]  # "Jo Berg asked her to explain. She promised"
        return actors[0] if acted else near[0] if len(near) == 1 else None

    def near(self) -> list[Party]:
        """Whoever was named in the last sentences."""
        return [one for one in self.seen if self.number - self.last.get(one.who, -9) <= _NEAR]

    def told_of(self, people: list[Party]) -> None:
        """Remember whom a sentence tells of: the subject of its main clause."""
        self.actors = [*self.actors[-3:], (self.number, people)]

    def actor(self) -> Party | None:
        """Of whom alone the sentences before told, the last of them at the latest two ago; None where of several."""
        for number, people in reversed(self.actors):
            if self.number - number <= _NEAR and people:
                return people[0] if len(people) == 1 else None
        return None

    def group(
        self,
        count: int,
        persons: bool | None = None,
        *,
        sides: bool = False,
        near: bool = False,
        rank: frozenset[str] = frozenset(),
    ) -> list[Party]:
        """Whom "they" (0) or "the two ministers" (2) means: the last several who were told of together.

        `persons`: only persons, or only states. `sides`: rather those who are no persons.
        `near`: only those of the sentence before. `rank`: none who was named with other titles than these; with `sides`,
        the titles of those who speak for a state.
        """
        far = 1 if near else 2 * _FAR if count else _FAR
        recent = [people for number, people in reversed(self.groups) if self.number - number <= far]
        fits = [people for people in recent if count in (0, len(people))]
        fits = [people for people in fits if not rank or all(rank & (self.ranks.get(p.who) or rank) for p in people)]
        if persons is False:
            pure = [people for people in fits if all(p.kind in ("state", "place") for p in people)]
            firms = {one.who for noun, one in self.described.items() if noun not in _STATES}
            states = [people for people in fits if all(p.kind != "person" and p.who not in firms for p in people)]
            return next(iter(pure or states), self._alone_of(count or 2))
        if sides:
            faced = [people for people in reversed(self.facing) if count in (0, len(people))]
            bodies = [people for people in faced if all(p.kind != "person" for p in people)]
            named = next(iter(bodies), self._alone(count or 2))
            people = self.talked(count) if count and not named else []
            persons_only = len(people) == count and all(p.kind == "person" for p in people)
            ministers = persons_only and any(self.ranks.get(p.who, set()) & rank for p in people)
            return people if ministers else named  # "the two sides", of two ministers who met
        pure = [people for people in fits if persons and all(p.kind == "person" for p in people)]
        return next(iter(pure or fits), [])

    def _alone(self, count: int) -> list[Party]:
        """The states of the text, where they are so many and no other body did anything of late."""
        who = {one.who for one in self.states}
        told = [p for _, people in self.actors for p in people if p.kind != "person" and p.name[:1].isupper()]
        others = [p for p in told if p.who not in who]
        return self.states if len(who) == count and not (others and self.language == "en") else []

    def _alone_of(self, count: int) -> list[Party]:
        """The states of the text and those whose ministers and ministries it names, where they are so many."""
        found = {p.who: p for p in self.states if p.who not in self.sites}  # and not "met in Singapore"
        homes = {p.known.country: p for p in self.seen if p.known and p.known.slug and p.kind != "state"}
        for code in homes if self.language == "en" and len(found) < count else ():
            if code and (state := self.names.states.get(code)) is not None:
                found.setdefault(state.canonical, Party(state.canonical, state, "state"))
        return list(found.values()) if len(found) == count else []

    def follow(self, draft: Draft) -> None:
        """Remember of whom and of which day a claim tells."""
        doers = [p for p in draft.parties if p.role in ("participant", "signatory", "agent", "partner")]
        parties = list(doers)
        english = self.language == "en"
        bodies = ("organisation", "state", "person", "" if english else "group")
        if draft.kind in ("sue", "acquire") or (english and draft.kind in ("accuse", "urge")):
            parties += [p for p in draft.parties if p.role == "affected" and p.kind and p.kind in bodies]
        named = not any(p.known is None and p.name[:1].islower() for p in parties)
        if draft.polarity == "+" and draft.certainty == "CT" and named and len({p.who for p in parties}) > 1:
            self.groups = [*self.groups[-5:], (self.number, parties)]
            if draft.kind not in sort("beside") and not draft.aside:  # "a pact signed in May by Peru and Chile"
                self.facing = [*self.facing[-5:], parties]
        elif len(parties) == 1:
            self.mention(parties[0])
        if len({p.who for p in doers}) == 1:
            self.subject = doers[0] if doers[0].kind != "person" else self.subject
        elif not parties:
            self.subject = next((p for p in draft.parties if p.role == "topic"), self.subject)
        if draft.kind in ("state", "sign") and (draft.phase, draft.polarity) == ("occurred", "+"):
            self.texts |= {p.name: doers for p in draft.parties if p.role == "instrument" and doers}
        if places := [p for p in draft.parties if p.role == "place"]:
            self.places = self.number, places
        self.timeline.follow(draft, parties)


def _joined(text: str, start: int, end: int) -> bool:
    """Whether letters go on at either side of an ASCII name; a particle behind it is none of it: IRAは."""
    return text[start].isascii() and bool(
        _LETTER.match(text[end : end + 1]) or _LETTER.match(text[start - 1 : start] if start else "")
    )
