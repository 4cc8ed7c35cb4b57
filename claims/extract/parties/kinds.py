"""Of which kind a name is: what its last word, its titles and the noun before it tell better than the parser."""

from __future__ import annotations

from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def has_a_first_name(s: Sentence, name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 3 and any(s.lexicon.has(table, words[0].lower()) for table in ("men", "women"))


def kind_of(s: Sentence, word: Word, kind: str) -> str:
    """The kind of a name, where its last word tells better than the parser."""
    if word.lemma in s.lexicon.nouns or s.lexicon.has("instrument", word.lemma):
        return "instrument"
    body = s.lexicon.patterns["organisation"].search(s.tree.text[: word.end]) if s.tree.final else None
    if body and kind == "place":
        return "organisation"  # 瀬戸製薬
    if (body or s.lexicon.has("corporate", word.lemma)) and kind in ("person", "organisation"):
        return "organisation"
    head = s.tree.head(word) if word.relation == "appos" else None
    trades = [*s.tree.children(word, "compound"), *([head] if head is not None else [])]
    if kind == "person" and not s.tree.final and any(_trade(s, one) for one in trades):
        return "organisation"  # "carrier Savanna Wings"
    if titles_of(s, word) and kind in ("organisation", "place", "", "people"):
        return "person"
    return kind


def _trade(s: Sentence, word: Word) -> bool:
    """Whether a noun before a name says that it is a firm or a body: the carrier, the insurer."""
    people = s.lexicon.has("official", word.lemma) or s.lexicon.has("people", word.lemma)
    return word.pos == "NOUN" and not people and any(s.lexicon.has(table, word.lemma) for table in ("generic", "group"))


def titles_of(s: Sentence, word: Word) -> list[Word]:
    """The titles before and behind a name."""
    found = [one for one in s.tree.children(word, "compound", "appos") if s.lexicon.has("official", one.lemma)]
    head = s.tree.head(word)
    if head is not None and word.relation == "appos" and s.lexicon.has("official", head.lemma):
        found.append(head)
    return found


def part_of_name(s: Sentence, word: Word) -> bool:
    """Whether a word before a name of one word is the first of it, and no title."""
    return (
        word.pos == "PROPN"
        and word.relation == "compound"
        and not word.named
        and not s.lexicon.has("official", word.lemma)
    )
