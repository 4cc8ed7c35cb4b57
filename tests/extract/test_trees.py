"""Parsers' labels as Universal Dependencies, Korean trees without a trained parser, and a language from its lexicon alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from claims.extract import shipped_names
from claims.extract.lexicon import lexicon
from claims.extract.reading import read
from claims.extract.trees.english import turned
from claims.extract.trees.tree import Tree, Word
from claims.records import Document
from tests.extract.conllu import tree_from_conllu
from tests.extract.reader import missing, named


def english(*rows: tuple[str, str, str, str, int]) -> dict[str, tuple[str, str, str]]:
    """text -> (relation, head's text, case), of words given with lemma, part of speech, spaCy's label and head."""
    words = [Word(at, 0, 0, text, lemma, pos, label, head) for at, (text, lemma, pos, label, head) in enumerate(rows)]
    turned(words)
    return {one.text: (one.relation, words[one.head].text, one.case) for one in words}


def test_prepositions_hang_on_their_nouns() -> None:
    found = english(
        ("met", "meet", "VERB", "root", 0), ("in", "in", "ADP", "prep", 0), ("Oslo", "oslo", "PROPN", "pobj", 1)
    )
    assert found["Oslo"] == ("obl", "met", "in")
    assert found["in"] == ("case", "Oslo", "")


def test_a_form_of_be_hangs_on_what_it_links() -> None:
    found = english(
        ("Reports", "report", "NOUN", "nsubj", 1),
        ("are", "be", "AUX", "root", 1),
        ("false", "false", "ADJ", "acomp", 1),
    )
    assert found["are"] == ("cop", "false", "")
    assert found["Reports"][1] == "false"


def test_korean_is_hung_by_particle_and_ending() -> None:
    if missing("ko"):
        import pytest

        pytest.skip(missing("ko"))
    from claims.extract.trees.korean import KoreanParser

    (tree,) = KoreanParser().trees(["양국은 협정에 서명하지 않기로 합의했다."])
    found = {one.text: (one.relation, tree.words[one.head].text) for one in tree.words}
    assert found == {
        "양국": ("nsubj", "합의"),
        "협정": ("obl", "서명"),
        "서명": ("ccomp", "합의"),
        "합의": ("root", "합의"),
    }
    assert tree.words[2].form == "하+지+않+기/nonpast"


#: as a French pipeline parses it
FRENCH = """
1	La	le	DET	_	_	2	det	_
2	ministre	ministre	NOUN	_	_	6	nsubj	_
3	Anna	Anna	PROPN	_	_	2	appos	NER=PER-1
4	Lind	Lind	PROPN	_	_	3	flat:name	NER=PER-1
5	a	avoir	AUX	_	VerbForm=Fin|Tense=Pres	6	aux	_
6	démenti	démentir	VERB	_	VerbForm=Part|Tense=Past	0	root	_
7	avoir	avoir	AUX	_	VerbForm=Inf	8	aux	_
8	rencontré	rencontrer	VERB	_	VerbForm=Part|Tense=Past	6	xcomp	_
9	Jo	Jo	PROPN	_	_	8	obj	NER=PER-2
10	Berg	Berg	PROPN	_	_	9	flat:name	NER=PER-2
11	à	à	ADP	_	_	12	case	_
12	Lima	Lima	PROPN	_	_	8	obl	NER=LOC-3
13	.	.	PUNCT	_	_	6	punct	_
"""


class Recorded:
    """A parser that gives a recorded parse."""

    name, version = "recorded", "1"

    def trees(self, sentences: Iterable[str]) -> Iterator[Tree]:
        for sentence in sentences:
            yield tree_from_conllu(sentence, FRENCH)


def test_a_language_is_a_lexicon_and_a_parser() -> None:
    text = "La ministre Anna Lind a démenti avoir rencontré Jo Berg à Lima."
    page = Document(slug="t", source="s", title="t", language="fr", text=text)
    (claim,) = [c for c in read(page, shipped_names(), lexicon("fr"), Recorded(), None, 0).claims if c.kind == "meet"]
    assert (claim.polarity, claim.speech_act, claim.asserter) == ("-", "deny", "Anna Lind")
    assert named(claim, "participant") == ["Anna Lind", "Jo Berg"]
    assert named(claim, "place") == ["Lima"]
