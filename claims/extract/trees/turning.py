"""The words of a sentence while they are hung anew."""

from __future__ import annotations

from claims.extract.trees.tree import Word


class Turning:
    """The words of a sentence while they are hung anew."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.kids: dict[int, list[Word]] = {one.at: [] for one in words}
        for word in words:
            if word.head != word.at:
                self.kids[word.head].append(word)

    def of(self, word: Word, *relations: str) -> list[Word]:
        return [one for one in self.kids[word.at] if one.relation in relations]

    def holds(self, word: Word, inner: Word) -> bool:
        """Whether another word is this one or hangs on it, at any depth: a word moved there would hang on itself."""
        for _ in self.words:
            if inner is word or inner.head == inner.at:
                break
            inner = self.words[inner.head]
        return inner is word

    def begin(self, word: Word) -> int:
        """The first word of a noun's phrase: its article, its adjectives, or the first part of a name."""
        parts = ("det", "amod", "compound", "flat", "nmod:poss", "nummod")
        return min([word.at, *(self.begin(one) for one in self.of(word, *parts) if one.at < word.at)])

    def move(self, word: Word, head: int, relation: str = "") -> None:
        if word.head != word.at:
            self.kids[word.head].remove(word)
        word.head = head
        word.relation = relation or word.relation
        if head != word.at:
            self.kids[head].append(word)

    def promote(self, word: Word, relation: str) -> None:
        """A word takes the place of its head, which hangs on it from here on."""
        head = self.words[word.head]
        for one in list(self.kids[head.at]):
            if one is not word:
                self.move(one, word.at)
        was, above = head.relation, head.head
        self.move(word, word.at if above == head.at else above, was)
        self.move(head, word.at, relation)
