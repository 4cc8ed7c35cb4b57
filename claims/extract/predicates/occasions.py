"""Events that an English phrase beside the verb takes for granted: "after talks with Lind", "during a visit to Oslo"."""

from __future__ import annotations

from claims.extract.draft import Cue
from claims.extract.factuality.forms import TO_COME, Unread, own_state
from claims.extract.lexicon import sort
from claims.extract.predicates.slots import slots
from claims.extract.predicates.subjects import subject_of
from claims.extract.predicates.verbs import is_people
from claims.extract.sentence import Sentence
from claims.extract.series import place_of
from claims.extract.trees.tree import Word

#: whose an event is, by the case of the noun that tells it
_WHOSE = ("of", "by", "with", "between")


def occasion(s: Sentence, word: Word) -> Cue | None:
    """The event that a noun behind "after", "during" or "at" names, where the text tells who was there or on which day."""
    kind, head = s.lexicon.nouns.get(word.lemma), s.tree.head(word)
    if s.tree.children(word, "cop") and s.lexicon.has("sitting", word.lemma) and place_of(s, word) is not None:
        return Cue("rank", word, word)  # "It was the first summit of the three countries"
    if _has_day(s, word):
        return Cue("meet", word, word)
    if (
        kind not in sort("occasions")
        or head is None
        or not (head.pos == "VERB" or (word.relation == "nmod" and s.lexicon.nouns.get(head.lemma) == "meet"))
        or word.relation not in ("obl", "obl:unmarked", "nmod")
    ):
        return None
    if kind == s.lexicon.verbs.get(head.lemma) == "meet" and s.lexicon.slots.get(word.case) == "in":
        return None  # "met Lind at the first meeting of ministers": the same event
    on = s.lexicon.has("on_occasion", word.case) and kind == "visit"
    if not (on or s.lexicon.has("occasions", word.case)) or (head.lemma, word.lemma) in s.lexicon.pairs:
        return None
    if any(s.lexicon.has(table, head.lemma) for table in ("happen", "cancel", "collapse", "arrange")):
        return None
    if any(
        s.lexicon.has(table, one.text.lower()) for one in s.tree.children(word, "det") for table in ("any", "none_of")
    ):
        return None
    told = s.tree.children(word, "nmod", "nmod:poss", "compound")
    known = kind == "visit" and any(s.lexicon.slots.get(one.case) == "to" for one in told)
    named = kind == "meet" and s.lexicon.has("sitting", word.lemma) and place_of(s, word) is not None
    return Cue(kind, word, word if named else None) if known or any(_of_somebody(s, one) for one in told) else None


def _has_day(s: Sentence, word: Word) -> bool:
    """Whether a meeting is named in passing, with the day on which it was: "the Camp David summit of August 2023"."""
    head, timeline = s.tree.head(word), s.discourse.timeline
    if head is None or not _is_named(s, word) or s.lexicon.verbs.get(head.lemma) in ("meet", "attend"):
        return False
    passing = s.lexicon.has("recalls", head.lemma) if word.relation == "obj" else s.lexicon.has("passing", word.case)
    if word.relation not in ("obl", "nmod", "obj") or not passing:
        return False
    own = [one for one in s.tree.children(word, "nmod", "obl") if s.dated(one)]
    verbs = [one for one in s.tree.children(head, "obl") if s.dated(one)]
    beside = [one for one in verbs if 0 < one.at - word.at < 4]
    days = [day for day in s.dates for one in own or beside if day.start <= one.start < day.end]
    ahead = any(one.pos == "VERB" and _to_come(s, one) for one in s.tree.path(word))
    if (
        not days and word.relation == "obl" and word.case == "at" and not ahead
    ):  # "launched on Friday at a first summit"
        then = [day for day in s.dates for one in verbs if day.start <= one.start < day.end]
        days = then if len(then) == 1 and len(then[0].edtf) == 10 else []
    if ahead and any(day.basis != "stated" for day in days):
        return False  # "is to be signed at the May summit"
    return bool(days) and not any(timeline.lies_ahead(day.edtf) for day in days)


def _is_named(s: Sentence, word: Word) -> bool:
    """Whether a noun names a meeting that is not said to be planned or called off, and no press conference."""
    names = s.tree.children(word, "compound", "amod", "nmod:poss")
    days = [one for one in s.tree.children(word, "nmod", "obl") if s.dated(one)]
    clauses = [clause for one in (word, *days) for clause in s.tree.children(one, "acl", "acl:relcl")]
    told = {one.lemma for one in (*names, *clauses)}
    told |= {f"{one.lemma}_{part.lemma}" for one in clauses for part in s.tree.children(one, "compound:prt")}
    off = any(s.lexicon.class_of(one) in ("plan", "schedule", "propose", "cancel") for one in told)
    off = off or any(s.lexicon.has("cancel", one) or s.lexicon.verbs.get(one) == "postpone" for one in told)
    briefing = any(s.lexicon.has("briefing", one.lemma) for one in names)
    return bool(names) and s.lexicon.has("sitting", word.lemma) and not off and not briefing


def _persons_or_states(s: Sentence, one: Word) -> bool:
    return any(p.kind in ("person", "state") for p in s.parties(one, described=False)) or one.tag == "NNS"


def _to_come(s: Sentence, verb: Word) -> bool:
    to_do = any(one.text.lower() == "to" for one in s.tree.children(verb, "aux"))
    try:
        return to_do or own_state(s.tree, verb, s.lexicon).phase in TO_COME
    except Unread:
        return True


def _of_somebody(s: Sentence, one: Word) -> bool:
    """Whether a noun tells whose an event is; "their talks" are those of several subjects."""
    if s.lexicon.has("theirs", one.text.lower()):
        doer = subject_of(s, s.tree.words[one.head])
        return doer is not None and bool(s.tree.children(doer, "conj"))
    return one.case in _WHOSE or (one.relation == "nmod:poss" and one.pos == "PROPN" and not s.dated(one))


def slots_of_occasion(s: Sentence, cue: Cue) -> list[tuple[str, Word]]:
    """The slots of such a noun; who did it is the subject of the clause where the noun does not tell."""
    told = list(slots(s, cue.word))
    doers = cue.kind in (*sort("of_doers"), *sort("of_those")) and all(slot != "agent" for slot, _ in told)
    turned = {"of": "subject" if doers else "object", "agent": "subject"}
    found = [(turned.get(slot, slot), one) for slot, one in told if not s.lexicon.has("theirs", one.text.lower())]
    if cue.event is not None:  # of a body the meeting has its name, and no parties
        who = [(slot, one) for slot, one in found if slot in ("in", "with", "between") or _persons_or_states(s, one)]
        return [*(() if cue.kind == "rank" else who), ("event", cue.event)]
    if any(slot in ("subject", "between", "object") for slot, _ in found):
        return found
    doer = subject_of(s, cue.word)
    acts = doer is not None and (doer.pos in ("PROPN", "PRON") or is_people(s, doer))
    return [*found, ("subject", doer)] if doer is not None and acts else []
