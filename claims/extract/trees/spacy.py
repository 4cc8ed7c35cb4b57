"""Trees from spaCy pipelines; the English labels of its models mapped to Universal Dependencies in one table."""

from __future__ import annotations

import re
from typing import Any

from claims.extract.trees.english import turned
from claims.extract.trees.japanese import head_final
from claims.extract.trees.tree import Tree, Word

#: spaCy's English labels (ClearNLP) -> Universal Dependencies; what is not listed has one name in both.
#: prep + pobj, acomp and attr also turn the tree: see `trees.english`.
_LABELS = """ROOT=root nsubjpass=nsubj:pass csubjpass=csubj:pass dobj=obj dative=iobj auxpass=aux:pass neg=advmod
    relcl=acl:relcl poss=nmod:poss npadvmod=obl:unmarked prt=compound:prt quantmod=advmod preconj=cc:preconj
    predet=det oprd=xcomp nmod=compound intj=discourse meta=dep nn=compound"""
LABELS = dict(pair.split("=") for pair in _LABELS.split())
#: kinds of named entity, of spaCy's models and of GiNZA's -> kinds of entity
NAMED = {
    label: kind
    for kind, labels in {
        "person": "PERSON Person PER PS",
        "place": "GPE LOC FAC City Province Location Location_Other GPE_Other Facility",
        "state": "Country",
        "organisation": "ORG Company Government International_Organization Political_Party Organization_Other"
        " Corporation_Other Political_Organization_Other Company_Group Show_Organization Sports_Organization_Other"
        " Pro_Sports_Organization Military Cabinet Ethnic_Group_Other School",
        "date": "DATE Date TIME Time",
        "people": "NORP",
        "money": "MONEY Money",
        "office": "Position_Vocation",
        "instrument": "LAW Treaty",
        "event": "EVENT",
    }.items()
    for label in labels.split()
}
#: what stands without a space and begins with a capital, or with a part that makes no word of its own
_JOINED = re.compile(
    r"(?<!\w)(?:[A-Z]\w*|vice|co|ex|re|by|e|al|el|ben|bin|ibn)(?:-\w+)+|(?<!\w)[A-Z]\w+(?:\.[A-Z]\w+)+(?!\w)"
)


def _joined(doc: Any) -> None:
    """Make one word of each that the parser parts at its hyphens: Governor-General, Jaish-e-Mohammad, Turin-based."""
    found = [doc.char_span(*one.span()) for one in _JOINED.finditer(doc.text)]
    with doc.retokenize() as parts:
        for span in found:
            if span is not None and len(span) > 1 and span[-1].tag_ != "POS":
                last = span[-1]  # "co-chaired" is to co-chair
                verb = last.pos_ == "VERB" or (span.text.islower() and last.text.endswith("ed"))
                unknown = {"POS": "PROPN", "TAG": "NNP"} if span.root.pos_ in ("NUM", "X", "SYM", "PUNCT") else {}
                told = {"POS": "VERB", "TAG": "VBD"} if verb and span.root.pos_ == "NOUN" else unknown
                stem = last.lemma_ if last.pos_ == "VERB" else last.text.removesuffix("ed") if verb else last.text
                stem = span.text[: -len(last.text)] + stem
                parts.merge(span, attrs={"LEMMA": stem.lower(), **told})


#: what stands in brackets
ASIDE = re.compile("[（(][^（）()]*[）)]")


def tree_of(doc: Any, sentence: str | None = None) -> Tree:
    """The tree of a parsed document that is one sentence; `sentence`: its text, of which it may lack what is in brackets."""
    if doc.lang_ == "en":
        _joined(doc)
    words = [
        Word(
            one.i,
            one.idx,
            one.idx + len(one.text),
            one.text,
            (one.lemma_ or one.text).lower(),
            one.pos_,
            LABELS.get(one.dep_, one.dep_).removesuffix("_bunsetu"),
            one.head.i,
            tag=one.tag_,
        )
        for one in doc
    ]
    number = 0
    for entity in doc.ents:
        for one in entity:
            if (one.text == "and" and entity.label_ == "PERSON") or (one.text == "," and doc.lang_ == "en"):
                number += 1  # "Lind and Berg", "the head of the Nordic Union, Lars Bekken" are two
                continue
            words[one.i].named, words[one.i].group = NAMED.get(entity.label_, ""), number
        number += 1
    if doc.lang_ == "en":
        turned(words)
    elif doc.lang_ == "ja":
        head_final(doc.text, words)
    else:
        universal(words, [str(one.morph) for one in doc])
    if sentence is not None and len(sentence) != len(doc.text):
        _shift(words, [one.span() for one in ASIDE.finditer(sentence)])
    return Tree(doc.text if sentence is None else sentence, words, final=doc.lang_ == "ja")


def _shift(words: list[Word], asides: list[tuple[int, int]]) -> None:
    """Let the offsets of words count in a text that holds those spans, too."""
    for word in words:
        for start, end in asides:
            if word.start >= start:
                word.start, word.end = word.start + end - start, word.end + end - start
            elif word.end > start:
                word.end += end - start


def universal(words: list[Word], features: list[str]) -> None:
    """Cases and endings of words whose relations are those of Universal Dependencies already.

    `features`: the morphological features of each word, as CoNLL-U writes them.
    """
    for word, told in zip(words, features, strict=True):
        parts = dict(part.split("=", 1) for part in told.split("|") if "=" in part)
        form, tense = parts.get("VerbForm", ""), parts.get("Tense", "")
        if word.pos in ("VERB", "AUX"):
            finite = "VBD" if tense in ("Past", "Imp") else "MD" if tense == "Fut" else "VBZ"
            word.tag = {"Inf": "VB", "Part": "VBN", "Ger": "VBG"}.get(form, finite)
        cases = [
            one.text.lower() for one in words if one.head == word.at and one.relation == "case" and one is not word
        ]
        word.case = " ".join(cases)
