"""Who bears the name beside a title or a description."""

from __future__ import annotations

import itertools

from claims.extract.draft import Party
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def bearer(s: Sentence, word: Word) -> list[Party] | None:
    """Who bears the name beside a description: "the chairman, Ana Lind", "wind farm operator Beta", "A as minister"."""
    behind = s.tree.children(word, "appos")
    if s.lexicon.has("official", word.lemma):  # "the chief executive of Copperline, Peter Haas"
        behind += [
            last
            for one in s.tree.children(word, "nmod")
            if not s.tree.children(one, "cc")
            for last in s.tree.children(one, "conj", "appos")
            if last.named == "person" and not s.tree.children(last, "cc", "conj")
        ]
        behind += [one for one in s.tree.children(word, "nmod") if one.case == "for" and one.named == "person"]
    if word.pos == "NUM":  # "two of the town's clubs, A and B"
        behind += [
            one for of in s.tree.children(word, "nmod") if of.case == "of" for one in s.tree.children(of, "appos")
        ]
    for one in behind:
        if word.tag == "NNS" or word.pos == "NUM":  # "two members, Ana Lind and Jo Berg"
            names = s.tree.children(one, "appos") if one.pos == "NOUN" else []  # "the artist Mina Sorrell and Jo Paget"
            several = s.tree.conjuncts(names[0] if names else one)
            if (
                len(several) > 1
                and any(w.named in ("person", "organisation") for w in several)
                and all(w.pos == "PROPN" for w in several)
            ):
                return [p for w in several for p in s.party(w, described=False)]
        elif (one.pos == "PROPN" or one.text.isupper()) and (
            one.named in ("person", "organisation")
            or s.hit(one) is not None
            or (
                one.relation == "appos"
                and any(s.lexicon.has(table, word.lemma) for table in ("people", "body", "actor", "generic", "group"))
            )
        ):
            borne = s.party(one, described=False)
            for person in borne if s.lexicon.has("official", word.lemma) else ():
                s.rank(person, word.lemma)
            return borne or None
        elif one.relation == "appos" and one.pos == "NOUN" and (inner := bearer(s, one)) is not None:
            return inner  # "the largest shareholder, the pension fund Caledon"
    return _right_behind(s, word)


def _right_behind(s: Sentence, word: Word) -> list[Party] | None:
    """Who bears the name that stands right behind a description: "wind farm operator Beta"."""
    after = s.tree.words[word.at + 1] if word.at + 1 < len(s.tree.words) else None
    if (
        after is not None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and not s.dated(after)
        and after.relation in ("appos", "compound", "flat", "nsubj", "obj", "obl", "nmod", "dep", "pobj", "nsubj:pass")
    ):
        last = after
        for one, following in itertools.pairwise([*s.tree.words[after.at + 1 :], after]):
            if one.pos != "PROPN" and not (one.text == "&" and following.pos == "PROPN"):
                break
            last = one
        name = s.tree.text[after.start : last.end]
        known = s.discourse.names.known(name)
        kind = known.kind if known else s.discourse.kinds.setdefault(name, after.named or "organisation")
        if known is None and s.lexicon.has("official", word.lemma):
            kind, known = "person", s.discourse.introduce(name)
            s.discourse.borne.add(known.canonical)
        found = s.at(after.start, last.end, known, kind)
        s.discourse.mention(found)
        s.rank(found, word.lemma)
        s.discourse.described[word.lemma] = found
        return [found]
    return None
