"""What was settled, asked for or said, in the text's own words."""

from __future__ import annotations

import re

from claims.extract.draft import Cue, Party
from claims.extract.factuality.forms import State, form_of
from claims.extract.lexicon import frames, sort
from claims.extract.phrasing import clean, phrase
from claims.extract.predicates.beside import asked_of, things_asked
from claims.extract.predicates.cues import cue_of
from claims.extract.predicates.events import is_negated
from claims.extract.predicates.subjects import somebody, subject_of
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

_LONGEST_TOPIC = 240
_THINGS = ("instrument", "framework", "topic")

#: what of a Korean ending belongs to what is settled
_STEM = re.compile("기|[가-힣]*(?=고(?:$|\\s))")


def content_of(s: Sentence, cue: Cue, state: State, parties: list[Party]) -> list[Party]:
    """What was settled, asked for or said, as a topic; before it those who are accused of it. [] where nothing is told."""
    clause = _clause_of(s, cue, state)
    reason = s.tree.final and cue.kind == "concern" and clause is not None and clause.head != cue.word.at
    if clause is None or (reason and any(p.role == "topic" for p in parties)):
        return []  # 説明が不十分だとして協定に反対した
    if clause is cue.word and cue.kind and any(p.start is None and p.role in _THINGS for p in parties):
        return []  # "promised to sign it"
    if s.tree.final and clause is not cue.word:
        start, name = _said(s, cue, clause)
    elif _of_relative(s, cue.word, clause):
        start, end = phrase(s, s.tree.words[cue.word.head])
        name = s.tree.text[start:end]
    elif s.tree.final and not cue.kind:
        start, name = _settled(s, clause)
        if not name:
            return []
    else:
        start, name = _words_of(s, cue, clause)
        if not 3 < len(name) <= _LONGEST_TOPIC or any(p.name == name for p in parties):
            return []
    accused = _accused(s, clause, parties) if s.tree.final and cue.kind == "accuse" else []
    start = s.offset + s.tree.text.index(name, start)
    accused += _settled_before(s, clause) if clause is cue.word and not cue.kind and state.phase == "agreed" else []
    return [*accused, Party(name, None, "topic", start, start + len(name), "topic")]


def _clause_of(s: Sentence, cue: Cue, state: State) -> Word | None:
    """The predicate of the clause that tells it; the cue's own word where that is settled itself."""
    tree, word = s.tree, cue.word
    if cue.phase == "denied" or (tree.final and cue.kind in sort("clausal")):
        asserted = tree.children(word, "obj", "nsubj:pass") if not tree.final else []
        clauses = [c for one in asserted for c in tree.children(one, "acl", "ccomp") if tree.children(c, "mark")]
        denied = cue.phase == "denied" and tree.final
        clauses += _denied_there(s, word) if denied else tree.children(word, "ccomp", "xcomp")
        clauses += tree.children(word, "acl") + things_asked(s, word)
        clauses += things_asked(s, cue.event) if cue.event is not None else []
        if cue.kind in ("concern", "accuse"):  # 無断で調査を行ったとして抗議した
            reasons = [one for one in tree.children(word, "advcl") if s.lexicon.has("does", one.lemma)]
            clauses += [said for one in reasons for said in tree.children(one, "ccomp")]
        return next(
            (one for one in clauses if cue.kind != "urge" or s.lexicon.patterns["asks"].search(one.form)),
            next(iter(clauses), None),
        )
    if cue.kind not in sort("clausal"):
        told = not cue.kind or (state.heads and state.phase in ("agreed", "proposed", "discussed"))
        return word if told else None
    clauses = tree.children(word, "ccomp", "xcomp", "advcl")
    whom = tree.children(word, "obj", "nsubj:pass") if not tree.final else []
    clauses += [c for one in whom for c in tree.children(one, "advcl", "acl") if _of_verb(s, cue, c)]
    if cue.event is not None and not tree.final:  # "voiced concern that"
        clauses += [
            c for c in tree.children(cue.event, "acl") if any(m.lemma == "that" for m in tree.children(c, "mark"))
        ]
    clause = next((one for one in clauses if one.at > word.at), None)
    if clause is None or clause.relation in ("ccomp", "xcomp", "acl"):
        return clause
    told = cue.kind in ("accuse", "urge") and not _marks(s, clause) & {"after", "before"}
    return clause if told or _of_verb(s, cue, clause) else None


def _of_relative(s: Sentence, word: Word, clause: Word) -> bool:
    """Whether what is asked for is done to the noun on which a clause hangs: "a plant that it was ordered to build"."""
    return word.relation == "acl:relcl" and any(
        s.lexicon.has("relative", one.lemma) for one in s.tree.children(clause, "obj")
    )


def _of_verb(s: Sentence, cue: Cue, clause: Word) -> bool:
    """Whether a clause tells what is urged, or stands where a topic of that kind does: "accused him of lying"."""
    if cue.kind == "urge" and form_of(s.tree, clause).endswith("to/inf"):
        return True
    roles = frames().get(cue.kind, {})
    marks = [one.text.lower() for one in s.tree.children(clause, "mark", "case")]
    return any(roles.get(s.lexicon.slots.get(one, "")) == "topic" for one in marks)


def _denied_there(s: Sentence, word: Word) -> list[Word]:
    """What a clause before a verb of denying says is not so; none of “사실과 다르다”고 반박했다, which tells nothing of it."""
    beside = s.tree.children(word, "obl", "obj", "nsubj")
    before = [
        two for one in s.tree.children(word, "advcl") for two in s.tree.children(one, "nsubj")
    ]  # 情報もあったが、
    reports = [one for one in (*beside, *before) if s.lexicon.class_of(one.lemma) == "rumour"]
    found = [one for report in reports for one in s.tree.children(report, "acl")]
    about = (o for o in beside if s.lexicon.slots.get(o.case) == "about" and not s.lexicon.has("it", o.lemma))
    if reports or any(one.relation == "obj" for one in beside) or any(about):
        return found
    for one in s.tree.children(word, "ccomp", "xcomp"):
        if s.lexicon.class_of(f"{one.form.split('/')[0][-1:]}{word.lemma}") == "say" and not is_negated(s, one):
            continue  # 약속을 어겼다고 반박했다: what is said, and not what is denied
        facts = [w for w in s.tree.children(one, "nsubj", "obl") if s.lexicon.has("truth", w.lemma) or _never(s, w)]
        false = s.lexicon.has("untrue", one.lemma) or s.lexicon.class_of(one.lemma) in ("false", "deny", "rumour")
        inside = [w for w in s.tree.below(one) if s.lexicon.class_of(w.lemma) == "rumour"] if false else facts
        told = [clause for noun in inside for clause in s.tree.children(noun, "acl")]
        whole = not (false or facts) or any(s.tree.children(noun, "nmod") for noun in facts)  # 談合の事実はない
        found += [one] if whole else [w for w in told if s.lexicon.class_of(w.lemma) != "consider"]  # 검토한 바 없다
    return found


def _never(s: Sentence, noun: Word) -> bool:
    return s.lexicon.class_of(noun.lemma) == "thing" and bool(s.tree.children(noun, "acl"))


def _settled_before(s: Sentence, word: Word) -> list[Party]:
    """What is settled in the clauses that go on into one: 압박에 대응하고 연락망을 만들기로 했다."""
    found: list[Party] = []
    for one in s.tree.children(word, "advcl"):
        goes_on = s.lexicon.patterns["also_settled"].search(one.form) and not s.tree.children(one, "nsubj")
        if goes_on and cue_of(s, one) is None:
            start, name = _settled(s, one)
            found += [s.at(start, start + len(name), None, "topic").as_("topic")] if name else []
    return found


def _settled(s: Sentence, word: Word) -> tuple[int, str]:
    """What is done to what, where a verb that is no cue tells what was settled: 대출을 집행, of 대출을 집행하지 않기로 했다."""
    others = ("with", "in", "agent", "against", "after", "before")
    told = [one for one in s.tree.children(word, "obj", "obl", "ccomp") if s.lexicon.slots.get(one.case) not in others]
    upon = [
        one for one in told if s.lexicon.code == "ko" and s.lexicon.slots.get(one.case) == "to"
    ]  # 압박에 대응하기로
    if s.lexicon.has("does", word.lemma) or (all(one.relation != "obj" for one in told) and not upon):
        return word.end, ""
    topics = [one.at for one in s.tree.words[: word.at] if s.lexicon.has("topic_mark", one.case)]
    doer = max([*topics, *(one.at for one in s.tree.children(word, "nsubj"))], default=-1)
    words = [w for one in told if not _of_day(s, one) for w in s.tree.below(one) if doer < w.at < word.at]
    words = _without_day(s, words, word) if any(one.relation == "obj" or one in words for one in told) else []
    start = min((one.start for one in words), default=word.end)
    stem = word.tag[:1] == "V" and s.lexicon.code == "ko"
    rest = _STEM.match(s.tree.text, word.end) if stem else None  # 본부를 이곳에 두기, 의견을 듣겠다
    return start, clean(s.tree.text[start : rest.end() if rest else word.end]) if words else ""


def _without_day(s: Sentence, run: list[Word], clause: Word) -> list[Word]:
    """The words of a clause without the day of its predicate that they begin with, and without its particle."""
    day = next((at for at, one in enumerate(run) if not s.dated(one)), 0)
    head = s.tree.head(run[day - 1]) if day else None
    if head is not None and s.lexicon.code == "ja" and run[day - 1].case not in ("", "の") and head is not clause:
        return run  # 18日に切れる期限を延長する
    while (
        day and day < len(run) and (run[day].text == "、" or (run[day].relation == "case" and s.lexicon.code == "ja"))
    ):
        day += 1
    return run[day:]


def _of_day(s: Sentence, word: Word) -> bool:
    """Whether a word is a day, or the noun behind one: 6월 안에."""
    return s.dated(word) or (word.tag == "NNB" and word.at > 0 and s.dated(s.tree.words[word.at - 1]))


def _said(s: Sentence, cue: Cue, clause: Word) -> tuple[int, str]:
    """The words of a clause before its predicate, with what of their ending is said; and from where."""
    tree = s.tree
    asked = [w.at for _, one in asked_of(s, cue.word) for w in tree.below(one)] if cue.kind == "urge" else []
    run = [one for one in tree.below(clause) if one.at <= clause.at]
    while len(run) > 1 and run[0].at in asked:  # and not 建設費を国が負担するよう
        run.pop(0)
    run = _without_day(s, run, clause)
    apart = [at for at, one in enumerate(run) if at and _topic_between(s, run[at - 1], one)]
    start, end = tree.span(run[apart[-1] if apart else 0 :])
    return start, clean(tree.text[start : end + (_said_to(clause) or _korean_ending(s, clause))])


def _words_of(s: Sentence, cue: Cue, clause: Word) -> tuple[int, str]:
    """The words of a clause behind its predicate, or all where they are what is said; "" where there are none."""
    if clause is cue.word:
        words = [one for one in _alone(s, clause, ("nsubj", "mark", "aux")) if one.at >= clause.at]
        # why or when: "agreed to cut it, as prices fall"
        reasons = [one for one in s.tree.children(clause, "advcl") if "after" in _marks(s, one)]
        others = (*s.tree.children(clause, "conj", "cc"), *reasons)  # each is told by itself
        ends = min((s.tree.below(one)[0].at for one in others if one.at > clause.at), default=len(s.tree.words))
        words = [one for one in words if one.at < ends]
    else:  # "how to carry it out" keeps its first words
        words = _alone(s, clause, (), goes_on=True)
        while len(words) > 1 and words[0].text.lower() in ("that", "to", "of", "for", "with", "against", ",", "``"):
            words.pop(0)
    clauses = [c for one in words for c in s.tree.children(one, "acl:relcl") if s.tree.aside(c)]
    aside = {one.at for c in clauses for one in s.tree.below(c)}  # ", which he denies" is no part of it
    run = [one for one in words if one.at not in aside]
    days = {one.at for one in run for day in s.dates if day.start <= one.start < day.end}  # and not "once a year"
    while len(run) > 1 and (run[-1].at in days or run[-1].relation in ("case", "punct")):
        run.pop()
    start, end = s.tree.span(run)
    if cue.phase == "denied" and clause.head != cue.word.at:  # "reports that it had paid"
        start = phrase(s, s.tree.words[clause.head])[0]
    return start, "" if clause is cue.word and len(run) < 2 else clean(s.tree.text[start:end])


def _marks(s: Sentence, clause: Word) -> set[str]:
    """What the words that begin a clause make of it: see [marks] in a lexicon."""
    return {s.lexicon.marks.get(one.text.lower(), "") for one in s.tree.children(clause, "mark")}


def _accused(s: Sentence, clause: Word, parties: list[Party]) -> list[Party]:
    """Who is accused, where only the clause tells: its subject."""
    who = subject_of(s, clause) if not any(p.role == "affected" for p in parties) else None
    doers = {p.who for p in parties}
    accused = s.parties(who) if who is not None and somebody(s, who) else []
    return [p.as_("affected") for p in accused if p.who not in doers]


def _topic_between(s: Sentence, one: Word, other: Word) -> bool:
    """Whether the topic of the sentence stands between two words of a clause: 반면 A는 B가 어겼다고 비난했다."""
    return any(s.lexicon.has("topic_mark", w.case) for w in s.tree.words[one.at + 1 : other.at])


def _said_to(clause: Word) -> int:
    """How many letters of the ending of a clause belong to what is said: the だ of 「歴史的な一歩だ」と."""
    form = clause.form.removeprefix("ない") if clause.lemma in ("ない", "無い") else clause.form
    said = re.sub("(?:よう(?:に)?|と(?:の|いう)?)$", "", form.split("/")[0].rstrip("」』、"))
    return len(said) if "+" not in said and said not in ("する", "し") else 0


def _korean_ending(s: Sentence, clause: Word) -> int:
    """How many letters behind a Korean stem belong to what is said: 하고 있다 of 하고 있다고."""
    ending = s.lexicon.patterns["ending"].match(s.tree.text, clause.end)
    words = ending.group() if ending is not None and "+" in clause.form else ""
    if s.tree.text[clause.end + len(words) :][:1] in ("”", '"', "’"):
        return len(words)
    said = re.sub("(?:이?라|(?<=[다자냐]))(?:고|며|면서|는)(?: .*)?$", "", words)
    return len(said) if said != words else 0


def _alone(s: Sentence, clause: Word, but: tuple[str, ...], *, goes_on: bool = False) -> list[Word]:
    """A clause without those that are joined to it, and with all that is joined within it.

    `goes_on`: with those of its own form: "accused it of looking on and doing nothing".
    """
    tree = s.tree
    joined = [
        one
        for word in tree.below(clause, but=but)
        for one in tree.children(word, "conj", "cc")
        if word is clause or (one.relation == "conj" and one.pos in ("VERB", "AUX"))
    ]
    own = [
        one for one in tree.children(clause, "conj") if any(w.tag == "MD" for w in tree.children(one, "aux", "nsubj"))
    ]
    alike = [one for one in tree.children(clause, "conj") if one.tag == clause.tag and one not in own]
    if goes_on and alike and alike == tree.children(clause, "conj"):
        joined = [one for one in joined if tree.head(one) is not clause]
    without = {one.at for branch in joined for one in tree.below(branch)}
    return [one for one in tree.below(clause, but=but) if one.at not in without]
