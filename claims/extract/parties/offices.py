"""Who holds which office, as titles before names and appositions behind them tell."""

from __future__ import annotations

import re

from claims.extract.draft import Draft, Party
from claims.extract.parties.named import titled
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: what stands between a name and its title: 崔載源（チェ・ジェウォン）長官
_BETWEEN = re.compile("(?:[（(][^（()）]*[)）]|[ ・、氏])*")


def offices(s: Sentence) -> list[Draft]:
    """One claim for each person with a title, once in a document for each office of theirs."""
    pattern = s.lexicon.patterns["office"]
    found: list[Draft] = []
    done: set[str] = set()
    for word in s.tree.words:
        person = titled(s, word)
        if person is not None and person.end is not None:
            span = _title_of_head(s, word, person)
        elif word.pos == "PROPN" and word.relation not in ("compound", "flat", "flat:name"):
            people = [p for p in s.party(word) if p.kind == "person" and p.start is not None]
            if not people:
                continue
            person = people[0]
            span = _title_before(s, person) or _apposed(s, word) or _apposed_to(s, word)
        else:
            continue
        if span is None or person.who in done:
            continue
        title = s.tree.text[span[0] : span[1]]
        head = pattern.findall(title)
        first = title.split()[0].lower().rstrip(",") if title.split() else ""
        last = next((one for one in s.tree.words if one.end == span[1]), word)
        if not head or last.tag in ("NNS", "NNPS") or s.lexicon.has("former", first) or "counterpart" in title.lower():
            continue
        key = (person.who, head[-1].lower() if isinstance(head[-1], str) else head[-1][0])
        if key in s.discourse.offices:
            continue
        s.discourse.offices.add(key)
        done.add(person.who)
        parties = [person.as_("holder"), Party(title, None, "office", s.offset + span[0], s.offset + span[1], "office")]
        parties += [
            s.at_hit(h).as_("organisation")
            for h in s.hits
            if span[0] <= h.start and h.end <= span[1] and h.known.kind in ("state", "organisation")
        ][:1]
        start = min(span[0] + s.offset, person.start or 0)
        end = max(span[1] + s.offset, person.end or 0)
        found.append(Draft("hold_office", "occurred", (start, end), parties, summary=f"{person.who}: {title}"))
    return found


def left_office(s: Sentence, holder: Party) -> list[Party]:
    """The office of who leaves it, as the title tells, and whose it is: A社のB社長は辞任した; [] where none is told."""
    word = next((one for one in s.tree.words if s.offset + one.start >= (holder.end or 0)), None)
    while word is not None and word.relation == "compound" and word.head == word.at + 1:
        word = s.tree.words[word.head]
    if holder.start is None or holder.end is None or word is None or not s.tree.final:
        return []
    start, end = holder.end - s.offset, word.end
    if not s.lexicon.patterns["left_office"].search(s.tree.text[start:end]):
        before = s.lexicon.patterns["office_before"].search(s.tree.text[: holder.start - s.offset])
        if before is None:
            return []
        start, end = before.span("office")
        whose = s.tree.text[:start].removesuffix("前").removesuffix("の")
        owners = [p for p in s.discourse.seen if p.kind == "organisation" and whose.endswith(p.name)]
        if owners:
            s.discourse.employers.setdefault(holder.who, s.again(max(owners, key=lambda p: len(p.name))))
    firm = s.discourse.employers.get(holder.who)
    office = s.at(start, end, None, "office").as_("office")
    return [office, *([firm.as_("organisation")] if firm is not None else [])]


def _title_before(s: Sentence, person: Party) -> tuple[int, int] | None:
    """ "Norwegian Trade Minister" before a name: the words of the phrase that stand before it."""
    begin = (person.start or 0) - s.offset
    words = [one for one in s.tree.words if one.end <= begin]
    run: list[Word] = []
    while words and (
        words[-1].pos in ("PROPN", "NOUN", "ADJ") or words[-1].text in ("and", "of", "for", "&", "'s", "’s")
    ):
        if (
            words[-1].text == "and"
            and len(words) > 1
            and (words[-2].named == "person" or words[-2].text in s.discourse.local)
        ):
            break  # "Prime Minister A and President B"
        run.insert(0, words.pop())
    while run and (run[0].text in ("and", "of", "for", "&", "'s", "’s") or s.dated(run[0])):
        run.pop(0)
    while (of := next((at for at, one in enumerate(run) if one.text == "of"), 0)) and not s.lexicon.patterns[
        "office"
    ].search(s.tree.text[run[0].start : run[of].start]):
        run = run[of + 1 :]  # "the resignation of Finance Minister Ana Lind"
    if not run or begin - run[-1].end > 2 or s.lexicon.patterns["office"].search(run[-1].text) is None:
        return None
    if words and s.lexicon.has("former", words[-1].lemma.strip("-")):
        return None
    return run[0].start, run[-1].end


def _apposed(s: Sentence, word: Word) -> tuple[int, int] | None:
    for one in s.tree.children(word, "appos"):
        if one.pos not in ("NOUN", "PROPN"):
            continue
        words = list(s.tree.below(one, but=("acl", "acl:relcl", "advcl", "punct", "appos", "conj", "cc", "case_")))
        words = [w for w in words if w.at > word.at]
        while words and words[0].pos == "DET":
            words.pop(0)
        run = words[:1]
        for w in words[1:]:
            if w.at - run[-1].at > 2:
                break
            run.append(w)
        if run and s.lexicon.patterns["office"].search(s.tree.text[run[0].start : run[-1].end]):
            return run[0].start, run[-1].end
    return None


def _apposed_to(s: Sentence, word: Word) -> tuple[int, int] | None:
    """ "Chile's transport minister, Ana Lind": the phrase behind which a name stands, with whose office it is."""
    head = s.tree.head(word)
    if s.tree.final or head is None or head.pos not in ("NOUN", "PROPN") or head.at > word.at:
        return None
    if next(iter(s.tree.children(head, "appos")), None) is not word:
        return None  # one name stands behind what it is: a second one is somebody else
    words = [
        one for one in s.tree.below(head, but=("appos", "conj", "cc", "acl", "acl:relcl", "punct")) if one.at < word.at
    ]
    while words and (words[0].pos in ("DET", "PRON") or words[0].relation == "case"):
        words.pop(0)
    whose = [one for one in words if one.relation == "nmod:poss" and one.pos != "PROPN"]
    words = [one for one in words if not whose or one.at > whose[-1].at + 1]  # "the party's leader"
    if not words or not s.lexicon.patterns["office"].search(s.tree.text[words[0].start : words[-1].end]):
        return None
    return words[0].start, words[-1].end


def _title_of_head(s: Sentence, word: Word, person: Party) -> tuple[int, int] | None:
    """The title that ends a phrase behind a name."""
    begin = (person.end or 0) - s.offset
    between = _BETWEEN.match(s.tree.text, begin, word.start)
    start = between.end() if between else begin
    return (start, word.end) if start < word.end else None
