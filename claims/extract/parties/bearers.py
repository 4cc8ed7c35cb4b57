"""Who bears the name beside a title or a description."""

from __future__ import annotations

from claims.extract.draft import Party
from claims.extract.parties.named import entity
from claims.extract.phrasing import name_goes_on
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
                and any(s.lexicon.has(table, word.lemma) for table in ("people", "body", "actor"))
            )
        ):
            borne = s.party(one, described=False)
            if len(borne) == 1 and borne[0].known is None and s.lexicon.has("official", word.lemma):
                borne[0].kind, borne[0].known = "person", s.discourse.introduce(borne[0].name)
                s.discourse.kinds[borne[0].name] = "person"
                s.discourse.mention(borne[0])
            for person in borne if s.lexicon.has("official", word.lemma) else ():
                s.discourse.ranks.setdefault(person.who, set()).add(word.lemma)
            return borne or None
        elif one.relation == "appos" and one.pos == "NOUN" and (inner := bearer(s, one)) is not None:
            return inner  # "the largest shareholder, the pension fund Caledon"
    after = s.tree.words[word.at + 1] if word.at + 1 < len(s.tree.words) else None
    if (
        after is not None
        and after.pos == "PROPN"
        and after.text[:1].isupper()
        and not s.dated(after)
        and after.relation in ("appos", "compound", "flat", "nsubj", "obj", "obl", "nmod", "dep", "pobj", "nsubj:pass")
    ):
        last = after
        while last.at + 1 < len(s.tree.words):
            following = s.tree.words[last.at + 1]
            if following.pos == "PROPN" or name_goes_on(s, following):
                last = following
            else:
                break
        name = s.tree.text[after.start : last.end]
        known = s.discourse.names.known(name)
        kind = known.kind if known else s.discourse.kinds.setdefault(name, after.named or "organisation")
        if known is None and s.lexicon.has("official", word.lemma):
            kind, known = "person", s.discourse.introduce(name)
            s.discourse.borne.add(known.canonical)
        found = s.at(after.start, last.end, known, kind)
        s.discourse.mention(found)
        s.discourse.ranks.setdefault(found.who, set()).add(word.lemma)
        s.discourse.described[word.lemma] = found
        return [found]
    if s.lexicon.has("official", word.lemma):
        for one in s.tree.children(word, "compound"):
            if one.named == "person" and one.at < word.at:
                return entity(s, one)
        first = last = s.tree.words[word.at - 1] if word.at else word
        while first.pos == "PROPN" and first.at and s.tree.words[first.at - 1].pos == "PROPN":
            first = s.tree.words[first.at - 1]
        if last.pos == "PROPN" and first is not last and last.relation == "compound" and not last.named:
            name = s.tree.text[first.start : last.end]  # "appointed Rina Hadi ambassador"
            return [s.at(first.start, last.end, s.discourse.introduce(name), "person")]
    return None
