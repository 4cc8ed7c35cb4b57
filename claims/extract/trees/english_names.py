"""Names in English trees, where the parser hung or parted them wrongly."""

from __future__ import annotations

from claims.extract.lexicon import lexicon
from claims.extract.trees.tree import Word
from claims.extract.trees.turning import Turning


def set_names_right(t: Turning) -> None:
    for word in t.words:
        _minister_of(t, word)
        head = t.words[word.head]
        _two_names(t, word, head)
        head = t.words[word.head]
        if word.named == "date" and word.relation == "compound" and head.pos == "PROPN" and not head.named:
            verb, on = t.words[head.head], t.of(head, "case")  # "On Tuesday ERA met": no firm of that name
            if on and on[0].at == word.at - 1 and verb.pos == "VERB" and not t.of(verb, "nsubj", "nsubj:pass"):
                t.move(word, verb.at, head.relation)
                word.case, head.case = head.case, ""
                t.move(on[0], word.at)
                head.relation = "nsubj"
        if (
            word.relation == "compound"
            and word.named == "person" != head.named
            and "-" in head.text
            and head.pos == "PROPN"
        ):
            head.named, head.group = "person", word.group  # "Anna Lind-Berg", of which the last is taken for a place
        if word.pos == "PRON" and len(word.text) > 1 and word.text.isupper():
            word.pos, word.tag, word.lemma = "PROPN", "NNP", word.text  # WHO
            after = t.words[word.at + 1] if word.at + 1 < len(t.words) else word
            if after.pos == "PROPN" and after.head == word.head and after.at != word.head:
                t.move(word, after.at, "compound")
        if word.pos == "PROPN" and word.text.islower() and not word.named and word.relation not in ("compound", "flat"):
            word.pos, word.tag = "NOUN", "NNS" if word.tag == "NNPS" else "NN"  # "China's foreign ministry"
        if word.relation == "appos" and word.pos == head.pos == "PROPN" and _listed(t, word, head):
            word.relation = "conj"  # "A, B and C"
        elif (
            word.relation == "compound"
            and word.pos == "PROPN"
            and head.pos == "NOUN"
            and all(one.head == head.at and one.text.islower() for one in t.words[word.at + 1 : head.at])
            and t.of(word, "compound")
            and not t.of(head, "det", "nmod:poss")
            and (t.of(head, "nmod") or lexicon("en").has("official", head.lemma))
            and t.words[head.head].pos == "VERB"
            and head.at > t.words[head.head].at
            and head.relation == "obj"
        ):
            t.move(word, head.head, head.relation)  # "appointed Ana Lind governor of the bank"
            t.move(head, word.head, "xcomp")
        alone = not t.of(head, "conj", "cc", "appos")[1:] and t.of(head, "det", "nmod:poss") and not head.named
        if word.relation in ("conj", "appos") and word.named == "person" and alone:
            begin = t.begin(word)
            if begin == head.at + 2 and t.words[begin - 1].text == ",":
                word.relation = "appos"  # "the local MP, Ana Lind, backed"
                head.pos, head.tag = "NOUN", "NN" if head.tag == "NNP" else head.tag
    for word in t.words:  # "the two ministers, A and B"
        head = t.words[word.head]
        behind = word.named == "person" and word.relation == "conj" and word.at > head.at
        between = behind and head.tag == "NNS" and t.words[head.at + 1].text == ","
        if between and not any(one.at < word.at for one in t.of(head, "cc")):
            word.relation = "appos"
    for word in t.words:  # "by union leader A and Health Minister B", where B hangs on the verb
        first = min([word, *t.of(word, "compound", "flat")], key=lambda one: one.at)
        title = t.words[first.at - 1] if first.at else word
        if (
            word.named == "person"
            and word.relation in ("obl:unmarked", "dep", "nmod", "appos")
            and title.relation == "conj"
            and title.pos in ("PROPN", "NOUN")
            and word.head != title.at
            and not word.case
        ):
            t.move(word, title.at, "appos")


def _minister_of(t: Turning, word: Word) -> None:
    """ "Secretary of State Marcus Bell": State is no part of the name."""
    head = t.words[word.head]
    name = t.words[head.head]
    title = word.relation == "nmod" and head.relation == "compound" and lexicon("en").has("official", head.lemma)
    if title and name.pos == "PROPN" and name.group == word.group >= 0 and name.at > word.at:
        word.named, word.group = "", -1
        for one in t.words[word.at + 1 : name.at + 1]:
            one.named = "person"


def beside(t: Turning, word: Word, head: Word) -> None:
    """A noun beside another that only says who that is, where the parser hung it elsewhere."""
    begin = min([word.at, *(one.at for one in t.of(word, "compound") if one.pos == "PROPN")])
    before = t.words[begin - 1] if begin and t.words[begin - 1].head != word.at else t.words[word.at - 1]
    if word.relation.startswith("nsubj"):
        first = next((one for one in t.of(head, word.relation) if one.at < word.at), None)
        if first is not None and (before.pos == "NOUN" or before.text == ","):
            t.move(word, before.at if before.pos == "NOUN" else first.at, "appos")  # "experts at the council ICES warn"
        elif first is not None and t.of(word, "det") and t.words[word.at - 2].text == ",":
            t.move(word, first.at, "appos")  # "Belcanto's sponsor, the insurer Assura, is owned"
        start = t.begin(word)
        behind = [one for one in t.of(word, "appos") if t.words[one.at - 1].pos == "DET"]
        said = bool(behind) and any(one.at < start for one in t.of(head, "ccomp"))
        if said and start and t.words[start - 1].pos == "NOUN":  # "buy it from the fund Acme, a source said"
            t.move(behind[0], head.at, "nsubj")
            t.move(word, start - 1, "appos")
    elif word.relation == "appos" and before.pos == "NOUN" and before is not head and not t.of(word, "det"):
        if not t.holds(word, before):  # "scientists at the council ICES": no comma parts it from what it names
            t.move(word, before.at)
    elif word.relation == "appos" and head.relation == "nmod" and _of_head(t, word, head):
        t.move(word, head.head)
    elif word.named == "person" and word.relation == "obl:unmarked" and head.pos == "VERB":
        for thing in t.of(head, "obj"):
            t.move(word, thing.at, "appos")  # "received the Ambassador of Hungary, Ildikó Barta"


def _of_head(t: Turning, name: Word, body: Word) -> bool:
    """Whether a person's name behind a body is that of its head: "the head of the pension fund, Ana Lind"."""
    words, title = lexicon("en"), t.words[body.head]
    first = min([name, *t.of(name, "compound")], key=lambda one: one.at).text.lower()
    person = name.named == "person" or words.has("men", first) or words.has("women", first)
    return (
        person and body.pos == "NOUN" and words.has("official", title.lemma) and not words.has("official", body.lemma)
    )


def _two_names(t: Turning, word: Word, head: Word) -> None:
    """ "Peru's Inca Holding and Chile's Condor", "President A and Commission chief B", taken for one long name."""
    if word.relation != "compound" or word.pos != "PROPN" or not t.of(word, "cc"):
        return
    while head.relation == "compound" and head.head != head.at:
        head = t.words[head.head]
    joined = [one for one in t.of(word, "conj") if word.at < one.at < head.at]
    owned = [one for one in joined if t.words[one.at + 1].tag == "POS"]
    if head.pos == "PROPN" and (owned or word.named == head.named == "person"):
        for one in joined:
            t.move(one, head.at, "nmod:poss" if one in owned else "compound")
        t.move(word, head.head, head.relation)
        t.move(head, word.at, "conj")


def _listed(t: Turning, word: Word, head: Word) -> bool:
    """Whether names that the parser took for one and the same are a list: no person is another, and "and" goes on."""
    return word.named == head.named == "person" or (
        any(one.pos == "PROPN" for one in t.of(word, "conj"))
        and word.named != "place"
        and (head.named != "place" or head.relation.startswith("nsubj"))
    )
