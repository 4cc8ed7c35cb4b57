"""What was settled, asked for or said, in the text's own words."""

from __future__ import annotations

import re

from claims.extract.draft import Cue, Party
from claims.extract.factuality.forms import State
from claims.extract.lexicon import sort
from claims.extract.phrasing import clean
from claims.extract.predicates.beside import asked_of, things_asked
from claims.extract.predicates.subjects import somebody, subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_LONGEST_TOPIC = 240


def content_of(s: Sentence, cue: Cue, state: State, parties: list[Party]) -> list[Party]:
    """What was settled, asked for or said, in the text's own words."""
    tree = s.tree
    clause: Word | None = None
    if cue.phase == "denied" or (s.tree.final and cue.kind in sort("clausal")):
        before = tree.children(cue.word, "ccomp", "xcomp", "acl") + things_asked(s, cue.word)
        before += things_asked(s, cue.event) if cue.event is not None else []
        if cue.phase == "denied" and tree.final:
            told = tree.children(cue.word, "obl", "obj")
            reports = [one for one in told if s.lexicon.class_of(one.lemma) == "rumour"]
            before = [one for report in reports for one in tree.children(report, "acl")] + before
        clause = next(iter(before), None)
        if clause is not None and s.tree.final:
            asked = [w for _, one in asked_of(s, cue.word) for w in tree.below(one)] if cue.kind == "urge" else []
            begin = max((one.at for one in asked), default=-1)
            run = [one for one in tree.below(clause) if begin < one.at <= clause.at]
            while len(run) > 1 and (s.dated(run[0]) or run[0].text == "、"):
                run.pop(0)
            apart = [at for at, one in enumerate(run) if at and _topic_between(s, run[at - 1], one)]
            start, end = tree.span(run[apart[-1] if apart else 0 :])
            name = clean(tree.text[start : end + (_said_to(clause) or _korean_ending(s, clause))])
            more: list[Party] = []
            if cue.kind == "accuse" and not any(p.role == "affected" for p in parties):
                who = subject_of(s, clause)
                doers = {p.who for p in parties}
                accused = s.parties(who) if who is not None and somebody(s, who) else []
                more = [p.as_("affected") for p in accused if p.who not in doers]
            start = tree.text.index(name, start)
            return [*more, Party(name, None, "topic", s.offset + start, s.offset + start + len(name), "topic")]
    elif cue.kind in sort("clausal"):
        clause = next((one for one in tree.children(cue.word, "ccomp", "xcomp", "advcl") if one.at > cue.word.at), None)
        marks = {one.text.lower() for one in tree.children(clause, "mark")} if clause is not None else set()
        by_the_way = cue.kind not in ("accuse", "urge") or any(
            s.lexicon.marks.get(one) in ("after", "before") for one in marks
        )
        if clause is not None and clause.relation == "advcl" and by_the_way:
            clause = None
    elif (state.heads and state.phase in ("agreed", "proposed", "discussed")) or not cue.kind:
        clause = cue.word
    if clause is None:
        return []
    but = ("nsubj", "mark", "aux") if clause is cue.word else ()
    words = [one for one in _alone(s, clause, but) if one.at >= clause.at]
    if clause is not cue.word:  # "how to carry it out" keeps its first words
        words = _alone(s, clause, but)
        while len(words) > 1 and words[0].text.lower() in ("that", "to", "of", "for", ","):
            words.pop(0)
    run = list(words)
    for at, one in enumerate(run[1:], 1):
        if any(
            tree.words[k].relation == "conj" and tree.words[k].head == clause.at
            for k in range(run[at - 1].at + 1, one.at)
        ):
            run = run[:at]
            break
    aside = {w.at for one in run for c in tree.children(one, "acl:relcl") if _behind_comma(s, c) for w in tree.below(c)}
    run = [one for one in run if one.at not in aside or one.at < clause.at]  # ", which he denies" is no part of it
    while len(run) > 1 and (s.dated(run[-1]) or run[-1].relation in ("case", "punct")):
        run.pop()
    start, end = tree.span(run)
    name = clean(tree.text[start:end])
    if not 3 < len(name) <= _LONGEST_TOPIC or (clause is cue.word and len(run) < 2):
        return []
    start = tree.text.index(name, start)
    topic = Party(name, None, "topic", s.offset + start, s.offset + start + len(name), "topic")
    return [topic] if all(p.name != name for p in parties) else []


def _topic_between(s: Sentence, one: Word, other: Word) -> bool:
    """Whether the topic of the sentence stands between two words of a clause: 반면 A는 B가 어겼다고 비난했다."""
    return any(s.lexicon.has("topic_mark", w.case) for w in s.tree.words[one.at + 1 : other.at])


def _behind_comma(s: Sentence, clause: Word) -> bool:
    first = min(one.at for one in s.tree.below(clause))
    return first > 0 and "," in (s.tree.words[first].text, s.tree.words[first - 1].text)


def _said_to(clause: Word) -> int:
    """How many letters of the ending of a clause belong to what is said: the だ of 「歴史的な一歩だ」と."""
    said = re.sub("(?:よう(?:に)?|と(?:の|いう)?)$", "", clause.form.split("/")[0].rstrip("」』、"))
    return len(said) if "+" not in said and said not in ("する", "し") else 0


def _korean_ending(s: Sentence, clause: Word) -> int:
    """How many letters behind a Korean stem belong to what is said: 하고 있다 of 하고 있다고."""
    ending = s.lexicon.patterns["ending"].match(s.tree.text, clause.end)
    words = ending.group() if ending is not None and "+" in clause.form else ""
    if s.tree.text[clause.end + len(words) :][:1] in ("”", '"', "’"):
        return len(words)
    said = re.sub("(?:이?라|(?<=[다자냐]))(?:고|며|면서|는)(?: .*)?$", "", words)
    return len(said) if said != words else 0


def _alone(s: Sentence, clause: Word, but: tuple[str, ...]) -> list[Word]:
    """A clause without those that are joined to it, and with all that is joined within it."""
    tree = s.tree
    joined = [
        one
        for word in tree.below(clause, but=but)
        for one in tree.children(word, "conj", "cc")
        if word is clause or (one.relation == "conj" and one.pos in ("VERB", "AUX"))
    ]
    without = {one.at for branch in joined for one in tree.below(branch)}
    return [one for one in tree.below(clause, but=but) if one.at not in without]
