"""Trees from CoNLL-U, the format in which parsers of Universal Dependencies record what they found."""

from __future__ import annotations

from claims.extract.trees.spacy import universal
from claims.extract.trees.tree import Tree, Word

_NAMED = {"PER": "person", "ORG": "organisation", "LOC": "place"}


def tree_from_conllu(text: str, lines: str) -> Tree:
    """The tree of a sentence of which each line gives a word: number, form, lemma, UPOS, XPOS, features, head, relation.

    Words are found in `text` one behind the other. A NER=PER, ORG or LOC in the last column, with the entity's number
    behind a hyphen (PER-1), says of which named entity a word is a part.
    """
    words: list[Word] = []
    features: list[str] = []
    at = 0
    for line in lines.strip().splitlines():
        number, form, lemma, pos, tag, told, head, relation, *more = line.split("\t")
        start = text.index(form, at)
        at = start + len(form)
        index = int(number) - 1
        target = int(head) - 1 if head != "0" else index
        words.append(Word(index, start, at, form, lemma.lower(), pos, relation, target, tag=tag))
        features.append(told)
        named = next((part[4:] for part in "|".join(more).split("|") if part.startswith("NER=")), "")
        kind, _, group = named.partition("-")
        if kind in _NAMED:
            words[-1].named, words[-1].group = _NAMED[kind], int(group or 0)
    universal(words, features)
    return Tree(text, words)
