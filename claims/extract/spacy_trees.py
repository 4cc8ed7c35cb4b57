"""Trees from spaCy pipelines; the English labels of its models mapped to Universal Dependencies in one table."""

from __future__ import annotations

from typing import Any

from claims.extract.tree import Tree, Word

#: spaCy's English labels (ClearNLP) -> Universal Dependencies; what is not listed has one name in both.
#: prep + pobj, acomp and attr also turn the tree: see _turned.
LABELS = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "dative": "iobj",
    "auxpass": "aux:pass",
    "neg": "advmod",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "npadvmod": "obl:unmarked",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "preconj": "cc:preconj",
    "predet": "det",
    "oprd": "xcomp",
    "nmod": "compound",
    "intj": "discourse",
    "meta": "dep",
    "expl": "expl",
    "nn": "compound",
}
#: kinds of named entity -> kinds of entity
NAMED = {
    **dict.fromkeys(("PERSON", "Person", "PER", "PS"), "person"),
    **dict.fromkeys(
        ("GPE", "LOC", "FAC", "City", "Province", "Location", "Location_Other", "GPE_Other", "Facility"), "place"
    ),
    **dict.fromkeys(("Country",), "state"),
    **dict.fromkeys(
        (
            "ORG",
            "Company",
            "Government",
            "International_Organization",
            "Political_Party",
            "Organization_Other",
            "Corporation_Other",
            "Political_Organization_Other",
            "Company_Group",
            "Show_Organization",
            "Sports_Organization_Other",
            "Pro_Sports_Organization",
            "Military",
            "Cabinet",
            "Ethnic_Group_Other",
            "School",
        ),
        "organisation",
    ),
    **dict.fromkeys(("DATE", "Date", "TIME", "Time"), "date"),
    "NORP": "people",
    "MONEY": "money",
    "Money": "money",
    "Position_Vocation": "office",
    "LAW": "instrument",
    "Treaty": "instrument",
    "EVENT": "event",
}


def tree_of(doc: Any) -> Tree:
    """The tree of a parsed document that is one sentence."""
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
    for number, entity in enumerate(doc.ents):
        for one in entity:
            words[one.i].named, words[one.i].group = NAMED.get(entity.label_, ""), number
    if doc.lang_ == "en":
        _turned(words)
    elif doc.lang_ == "ja":
        head_final(doc.text, words)
    else:
        universal(words, [str(one.morph) for one in doc])
    return Tree(doc.text, words, final=doc.lang_ == "ja")


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


_TAIL = ("aux", "aux:pass", "cop", "mark", "case", "fixed")
_LISTED = ("", "と", "や", "及び", "および", "並びに", "とともに", "ら")


def head_final(text: str, words: list[Word]) -> None:
    """Particles become cases, what follows a predicate its form, lists of nouns conjuncts, clauses that go on joined ones."""
    kids: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.at:
            kids.setdefault(word.head, []).append(word)
    for word in words:
        behind = _behind(word, kids)
        if not behind:
            word.form = f"/{_ending(word, [])}"
            continue
        if word.pos in ("VERB", "AUX", "ADJ") or any(one.relation in ("aux", "cop") for one in behind):
            word.form = f"{text[word.end : behind[-1].end]}/{_ending(word, behind)}"
            word.case = "".join(one.text for one in behind if one.relation in ("case", "fixed"))
        else:
            word.case = "".join(one.text for one in behind if one.relation in ("case", "fixed"))
        if word.lemma in ("ない", "無い") and word.pos in ("ADJ", "VERB", "AUX"):
            word.form = f"ない{word.form}"
        if word.case not in ("は", "も", "では", "には") and word.case[-1:] in ("は", "も") and len(word.case) > 1:
            word.case = word.case[:-1]
    for word in words:  # heads stand to the right: one on the left is a slip of the parser
        if word.pos == "VERB" and word.head < word.at and word.relation in ("acl", "dep", "nmod"):
            behind = _behind(word, kids)
            after = words[behind[-1].at + 1 if behind else word.at + 1 :]
            if after and after[0].pos == "NOUN":
                word.head, word.relation = after[0].at, "acl"
    for word in words:
        head = words[word.head]
        nominal = (
            word.pos in ("NOUN", "PROPN", "NUM")
            and head.pos in ("NOUN", "PROPN", "NUM")
            and not word.form.startswith(("し", "す"))
        )
        if word.relation == "nmod" and nominal and word.case in _LISTED and head.at > word.at and word.head != word.at:
            after = [one for one in kids.get(word.at, ()) if one.text in ("、", "・")]
            if word.case or after:
                top = head
                while top.relation == "nmod" and top.case == "の" and word.named == "office" != top.named:
                    top = words[top.head]  # "A市長と B社の C社長": the two who hold offices are joined
                if top.named == word.named == "office":
                    word.head = top.at
                word.relation = "conj"
        elif word.pos in ("VERB", "ADJ") or word.form.split("/")[0]:
            if (
                word.relation in ("advcl", "nmod", "obl", "nsubj", "dep", "ccomp")
                and word.pos in ("VERB", "ADJ", "NOUN")
                and word.case[:1] == "と"
                and word.case not in ("として", "とともに")
                and (word.pos != "NOUN" or word.form)
            ):
                word.relation = "acl" if word.case.endswith("の") or word.case.endswith("という") else "ccomp"
            elif word.relation in ("nmod", "dep") and word.pos == "VERB" and head.pos in ("NOUN", "PROPN"):
                word.relation = "acl"


def _behind(word: Word, kids: dict[int, list[Word]]) -> list[Word]:
    """The function words that follow a word, each close behind the one before."""
    found = [
        one for one in kids.get(word.at, ()) if one.at > word.at and one.relation in (*_TAIL, "compound", "advmod")
    ]
    found = [one for one in found if one.relation in _TAIL or one.lemma in ("こと", "事")]
    for one in list(found):
        found += [inner for inner in kids.get(one.at, ()) if inner.relation in (*_TAIL,) and inner.at > one.at]
    found.sort(key=lambda one: one.at)
    run: list[Word] = []
    at = word.at
    for one in found:
        if one.at - at > 2:
            break
        run.append(one)
        at = one.at
    return run


def _ending(word: Word, behind: list[Word]) -> str:
    inflected = [one for one in behind if one.relation in ("aux", "cop") or one.pos == "AUX"]
    if any(one.lemma in ("た", "だ") and one.text in ("た", "だ") and one.relation == "aux" for one in inflected):
        return "past"
    last = inflected[-1] if inflected else word
    if last.text in ("で", "し", "て") or (last.text != last.lemma and last.pos in ("VERB", "AUX")):
        return "link"
    return "nonpast" if word.pos in ("VERB", "ADJ") or inflected else ""


def _turned(words: list[Word]) -> None:
    """Prepositions hang on their nouns, and a form of "be" on what it links its subject to, as in UD."""
    kids: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.at:
            kids.setdefault(word.head, []).append(word)

    def move(word: Word, head: int) -> None:
        kids[word.head].remove(word)
        word.head = head
        kids.setdefault(head, []).append(word)

    for word in words:
        if word.relation in ("prep", "agent") or (word.relation == "iobj" and word.pos == "ADP"):
            objects = [one for one in kids.get(word.at, ()) if one.relation in ("pobj", "pcomp")]
            inner = [one for one in kids.get(word.at, ()) if one.relation == "prep"]
            if not objects and len(inner) == 1 and word.head != word.at:
                # "based on", "according to", "ahead of": one preposition of two words
                objects = [one for one in kids.get(inner[0].at, ()) if one.relation in ("pobj", "pcomp")]
                if objects:
                    inner[0].relation = "fixed"
                    for one in objects:
                        move(one, word.at)
                        one.case = f"{word.text.lower()} {inner[0].text.lower()}"
            if not objects or word.head == word.at:
                continue
            first, head = objects[0], words[word.head]
            agent = word.relation == "agent"
            clause = first.relation == "pcomp" and first.pos in ("VERB", "AUX")
            first.case = first.case or word.text.lower()
            verbal = head.pos in ("VERB", "AUX", "ADJ", "ADV")
            first.relation = "advcl" if clause else "obl:agent" if agent else "obl" if verbal else "nmod"
            for one in objects[1:]:
                one.relation, one.case = first.relation, first.case
            for one in list(kids[word.at]):
                move(one, word.head if one in objects else first.at)
            move(word, first.at)
            word.relation = "mark" if clause else "case"
    for word in words:
        if word.lemma not in ("be", "remain", "become") or word.pos not in ("AUX", "VERB"):
            continue
        linked = next((one for one in kids.get(word.at, ()) if one.relation in ("acomp", "attr")), None)
        if linked is None:
            continue
        for one in list(kids[word.at]):
            if one is not linked:
                move(one, linked.at)
        linked.relation = word.relation
        if word.head == word.at:
            linked.head = linked.at
            kids[word.at].remove(linked)
        else:
            move(linked, word.head)
            kids[word.head].remove(word)
        word.head, word.relation = linked.at, "cop"
        kids.setdefault(linked.at, []).append(word)
        linked.case = ""
    for word in words:  # "Never before have they signed": the parser takes "have" for the verb
        parts = kids.get(word.at, ())
        verb = next((one for one in parts if one.relation == "ccomp" and one.tag in ("VBN", "VBD")), None)
        if (
            word.lemma != "have"
            or verb is None
            or word.at > verb.at
            or any(one.relation.startswith("nsubj") for one in parts)
        ):
            continue
        for one in list(parts):
            if one is not verb:
                move(one, verb.at)
        verb.relation = word.relation
        if word.head == word.at:
            verb.head = verb.at
            kids[word.at].remove(verb)
        else:
            move(verb, word.head)
            kids[word.head].remove(word)
        word.head, word.relation, verb.tag = verb.at, "aux", "VBN"
        kids.setdefault(verb.at, []).append(word)
    for word in words:  # "agreed to cut tariffs, to launch a fund and to meet": a list, not an aim
        head = words[word.head]
        marks = [one for one in kids.get(word.at, ()) if one.text.lower() == "to" and one.relation == "aux"]
        if (
            word.relation == "advcl"
            and word.tag == head.tag == "VB"
            and head.relation == "xcomp"
            and head.at < word.at
            and marks
        ):
            before = words[marks[0].at - 1]
            if before.text == ",":
                word.relation = "conj"
    for word in words:
        if word.relation in ("acomp", "attr", "pcomp"):
            word.relation = "xcomp"
        elif word.relation in ("prep", "pobj", "agent"):
            word.relation = "obl"
