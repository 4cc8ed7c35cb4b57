"""A sentence as a tree of Universal Dependencies, whichever parser made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """A word of a tree: `start` and `end` are offsets into the text that was parsed, `head` is its own number at a root.

    `relation` is one of Universal Dependencies. `case` are the adpositions or particles that tie it to its head,
    `form` what its function words and endings say of it as a predicate. `named` is the kind of entity that the parser
    takes it for a part of ("" = none), `group` the number of that entity.
    """

    at: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    relation: str
    head: int
    case: str = ""
    form: str = ""
    named: str = ""
    group: int = -1
    tag: str = ""
    children: list[int] = field(default_factory=list)


class Tree:
    """The words of one sentence, and the ways between them; `final`: heads stand last, and the parser gave the forms."""

    def __init__(self, text: str, words: list[Word], *, final: bool = False) -> None:
        self.text, self.words, self.final = text, words, final
        for word in words:
            word.children.clear()
        for word in words:
            if word.head != word.at:
                words[word.head].children.append(word.at)

    def children(self, word: Word, *relations: str) -> list[Word]:
        """The words that hang on a word, in order; of these relations, where some are given."""
        found = [self.words[at] for at in word.children]
        return [one for one in found if one.relation in relations] if relations else found

    def head(self, word: Word) -> Word | None:
        """The word on which a word hangs; None at a root."""
        return self.words[word.head] if word.head != word.at else None

    def path(self, word: Word) -> Iterator[Word]:
        """The heads of a word, the nearest first, to the root."""
        seen = {word.at}
        while word.head not in seen:
            word = self.words[word.head]
            seen.add(word.at)
            yield word

    def below(self, word: Word, *, but: tuple[str, ...] = ()) -> list[Word]:
        """A word and all that hangs on it, in the order of the text, without the branches of the relations `but`."""
        found: list[Word] = []
        todo = [word.at]
        seen = {word.at}
        while todo:
            one = self.words[todo.pop()]
            found.append(one)
            for at in one.children:
                if at not in seen and self.words[at].relation not in but:
                    seen.add(at)
                    todo.append(at)
        return sorted(found, key=lambda one: one.at)

    def aside(self, word: Word) -> bool:
        """Whether a word heads a clause on a noun behind a comma: ", which he denies"."""
        first = self.below(word)[0].at if word.relation in ("acl", "acl:relcl") else 0
        return first > 0 and "," in (self.words[first].text, self.words[first - 1].text)

    def conjuncts(self, word: Word) -> list[Word]:
        """A word and those joined to it by "and"."""
        found = [word]
        for one in self.children(word, "conj"):
            found += self.conjuncts(one)
        return found

    def span(self, words: list[Word]) -> tuple[int, int]:
        """From the first letter of these words to the last, without punctuation at either end."""
        kept = list(words)
        while len(kept) > 1 and kept[-1].pos == "PUNCT" and kept[-1].text not in ")）」”’":
            kept.pop()
        while len(kept) > 1 and kept[0].pos == "PUNCT" and kept[0].text not in "(（「“‘":
            kept.pop(0)
        return kept[0].start, kept[-1].end
