"""Where the phrase of a noun begins and ends, and the parts of a name that stand together."""

from __future__ import annotations

import re

from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: what stands before a noun to say that it is none or hardly one
_NONE = ("not", "no", "hardly", "scarcely", "barely", "neither", "never")
_TIES = ("case", "fixed", "mark", "cop", "aux")


def phrase(s: Sentence, word: Word, *, clauses: bool = False, people: bool = False) -> tuple[int, int]:
    """Where a noun's phrase begins and ends: without its article and, unless `clauses`, without clauses on it.

    `people`: of those who are only described, without where they are: "experts at the council".
    """
    ties = [one.at for one in s.tree.children(word, "nmod", "obl", "obl:unmarked") if s.dated(one)]
    if not clauses:
        ties += [
            min(part.at for part in s.tree.below(one))
            for told in (word, *(s.tree.children(word, "nmod") if people else ()))
            for one in s.tree.children(told, "nmod")
            if (one.case in ("in", "at") and ((people and told is word) or one.named == "place"))
            or (one.case in ("over", "about") and people)
            or (one.case == "for" and people and _charged(s, word))
        ]
    told = [word, *(one for one in s.tree.children(word, "nmod") if s.lexicon.has("understanding", one.lemma))]
    ties += [
        min(w.at for w in s.tree.below(one))
        for part in told
        for one in s.tree.children(part, "nmod", "obl")
        if (one.case in ("with", "between", "together with") and not s.lexicon.has("takes", f"{part.lemma}_{one.case}"))
        or s.lexicon.has("includes", one.case)
    ]
    own = () if clauses and s.tree.final else ("nsubj",)  # 赤字が続く工場
    but = ("conj", "cc", "punct", "appos", "acl:relcl", *_TIES, *own, "advcl", "parataxis")
    words = s.tree.below(word, but=but if clauses else (*but, "acl"))
    inside = [one for one in words if one is not word and s.lexicon.code != "ko"]  # "the mayors of Lyon and Turin"
    words += [part for one in inside for more in s.tree.children(one, "cc", "conj") for part in s.tree.below(more)]
    if not s.tree.final:
        names = [more for one in inside if one.tag == "NN" for more in s.tree.children(one, "appos")]
        words += [part for more in names if s.tree.words[more.at - 1].text != "," for part in s.tree.below(more)]
    words = sorted({one.at: one for one in words}.values(), key=lambda one: one.at)
    # branches that are left out must not stand within the span
    run = [word]
    for one in reversed([w for w in words if w.at < word.at]):
        if one.at == run[0].at - 1 or _quiet(s, one.at, run[0].at):
            run.insert(0, one)
        else:
            break
    for one in [w for w in words if w.at > word.at]:
        if ties and one.at >= min(ties):
            break
        if one.at == run[-1].at + 1 or _quiet(s, run[-1].at, one.at):
            run.append(one)
        else:
            break
    while s.tree.final and len(run) > 1 and (_left_of_date(s, run) or _left_over(s, run[0])):
        run.pop(0)  # 올해 하반기 중 공동비축 실무단
    while len(run) > 1 and (
        (run[0].pos == "DET" and (not s.tree.final or s.lexicon.has("definite", run[0].text)))
        or s.lexicon.has("article", run[0].text.lower())
        or s.lexicon.has("opens", run[0].text)
    ):
        run.pop(0)
    if run[0].text.lower() in _NONE and not s.tree.final:  # "not a single factory", "hardly any country"
        while (
            len(run) > 1 and run[0].at < word.at and (run[0].pos == "DET" or run[0].text.lower() in (*_NONE, "single"))
        ):
            run.pop(0)
    while len(run) > 1 and run[-1].at > word.at and not s.tree.final and _hangs_over(s, run[-1]):
        run.pop()
    while people and run[0].at < word.at and not s.tree.final and _before_name(s, run[0]):
        run.pop(0)  # "two years earlier the ballet", "neither the council"
    return s.tree.span(run)


def _left_over(s: Sentence, first: Word) -> bool:
    """Whether a phrase begins with what is left of a clause or a day before it: 2024年に|協定, やり取りするための|協定."""
    return first.relation in ("case", "mark", "punct") or (
        s.lexicon.code == "ja" and s.lexicon.has("opens", first.text)
    )


def _left_of_date(s: Sentence, run: list[Word]) -> bool:
    """Whether a phrase begins with a day, or the rest of one, that no clause in it has for its own: 올해 하반기 중 실무단."""
    first, above = run[0], s.tree.words[run[0].head]
    rest = first.tag == "NNB" and first.at and s.dated(s.tree.words[first.at - 1])
    hung = first.relation == "obl" and above in run and not above.form.strip("/")
    return (hung or not first.case) and (s.dated(first) or bool(rest)) and not (above in run and above.form.strip("/"))


def _hangs_over(s: Sentence, word: Word) -> bool:
    """Whether a phrase does not end with a word: "the ministry on Tuesday", "a rally originally planned for Saturday"."""
    return s.dated(word) or word.relation in ("case", "cc") or word.tag in ("VBN", "RB", ",")


def _charged(s: Sentence, word: Word) -> bool:
    """Whether what stands behind a noun is what it is sued, blamed or paid for: "sued its auditor for negligence"."""
    kind = s.lexicon.verbs.get(s.tree.words[word.head].lemma)
    return word.relation in ("obj", "obl") and kind in ("sue", "accuse", "pay")


def _before_name(s: Sentence, word: Word) -> bool:
    """Whether a word before a noun is no part of its name: a date, or what binds it to another."""
    return s.dated(word) or word.pos == "DET" or word.relation == "cc:preconj"


def _quiet(s: Sentence, first: int, last: int) -> bool:
    """Whether only function words of a phrase, or another name of it in brackets, stand between two of its words."""
    between = s.tree.text[s.tree.words[first].end : s.tree.words[last].start].strip()
    return bool(re.fullmatch(r"\([^()]*\)", between)) or all(
        s.tree.words[at].relation in ("case", "punct", "det", "cc", "fixed", "mark", "nmod:poss")
        or s.tree.words[at].tag == "TO"
        for at in range(first + 1, last)
    )


def run_of(s: Sentence, word: Word) -> list[Word]:
    """A noun with the compound parts that stand close before it."""
    run = [word]
    title = s.tree.final and s.lexicon.patterns["title"].search(s.tree.text[: word.end])
    for at in range(word.at - 1, -1, -1):
        one = s.tree.words[at]
        joined = one.relation in ("compound", "flat", "flat:name") and any(one.head == w.at for w in run)
        close = (
            title
            and (one.pos in ("NOUN", "PROPN", "SYM") or one.text == "・" or s.lexicon.has("former", one.lemma))
            and not one.case
            and run[0].start - one.end <= 1
            and one.relation not in ("conj", "obl" if s.lexicon.code == "ko" else "")  # 끝난 뒤 하야시 대신
        )
        if not (joined or close) or s.dated(one):
            break
        run.insert(0, one)
    return run


def clean(name: str) -> str:
    """A name without quotation marks and commas at its ends, nor one of a pair that it does not hold whole."""
    name = name.rstrip("」") if name.count("」") > name.count("「") else name
    return re.sub(r"^[\s,;“”\"'‘]+|[\s,;:“”\"‘]+$", "", name)
