"""The verbs of an English sentence, which governs which, and who is said to say it."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.extract.cues import cues, word_beginnings
from claims.extract.en.sentence import Predicate, Sentence
from claims.extract.mentions import Mention

SUBORDINATE = re.compile(
    r";|,?\s(?:which|who|while|but|where|although|whereas|after which|because|as(?= the| it| they))\b|\s[–—]\s|:\s"
)


_CONJUNCT = re.compile(r",?\sand\s(?:also\s)?(?:to\s)?|,\s(?:to\s)|;\s|,\s(?=(?:[a-z]+ing)\s)")


_VERB = re.compile(
    r"(?:pursue|explore|identify|continue|begin|start|hold|ensure|maintain|reduce|prioriti[sz]e|complete|make|put|bring|seek"
    r"|expand|conduct|intensify|carry|speed|use|keep|resume|increase|consider|respond|protect|prevent|set|work|double|cut|open)\s"
)


_SAID = re.compile(
    r"(?:,|^|\b)\s?(?P<subject>[^,;]{2,80}?)\s(?P<verb>said|says|told [^,]{2,30}|reported|reports"
    r"|announced|stated|added|explained|disclosed|revealed|wrote|argued|claimed|insisted|warned|held)"
    r"(?:\s(?:on\s)?[A-Z]\w+day(?:,\s[A-Z]\w+\.?\s\d+(?:,\s\d{4})?)?|\son\s[A-Z]\w+\.?\s\d+(?:,\s\d{4})?|\son\s\d+\s[A-Z]\w+(?:\s\d{4})?"
    r"|\sin a statement)?(?P<that>\sthat\b|\sthe(?=\s)|\s(?=(?:[a-z]{2,}\s){1,3}(?:is|are|was|were|will|would|had"
    r"|have|has)\b)|,|\.?$|\s(?=they|he|she|it|both)|\s(?=[A-Z]))"
)


#: "The minister, Ana Lind, said that"
_APPOSED_SAID = re.compile(
    r",\s(?P<subject>[A-Z][\w'’.-]+(?:\s[\w'’.-]+){0,3}),\s(?P<verb>said|says|told [^,]{2,30}|announced|stated|added|warned"
    r"|explained)(?P<that>\sthat\b|\s(?=[A-Z]|the\s|it\s|they\s|he\s|she\s))"
)
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|told|reports?|reported|announced|stated|added|explained|disclosed|revealed|wrote"
    r"|argued|claimed|insisted|warned|held)\b"
)


_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<subject>(?:the\s)?[^,]{2,60}?)(?=,|\.$|$)")


#: behind these, a form that is no finite one tells of what was not: "did not meet"
_NOT = re.compile(r"\b(?:did not|could not|couldn['’]t|didn['’]t|does not|do not|never) $")
#: behind these, a form that looks finite ("cut", "signs") is an infinitive
_AUXILIARY = re.compile(r"\b(?:to|will|would|shall|should|may|might|could|can|must)(?: (?:not|also|soon))? $")


def predicates_in(s: Sentence) -> list[Predicate]:
    table = cues("en")
    found: list[Predicate] = []
    begins = word_beginnings(s.text)
    for stance in table.stances:
        if not s.said and stance.pattern.words.startswith("(?:would"):
            continue  # "would" tells of a plan only in what someone said
        found += [Predicate(*m.span(), None, stance, True, []) for m in stance.pattern.in_words(s.text, begins)]
    for base in table.bases:
        for m in base.finite.in_words(s.text, begins):
            infinitive = _AUXILIARY.search(s.text, max(0, m.start() - 14), m.start()) is not None
            found.append(Predicate(*m.span(), base, None, not infinitive, []))
        if base.plain:
            for m in base.plain.in_words(s.text, begins):
                denied = _NOT.search(s.text, max(0, m.start() - 14), m.start()) is not None
                found.append(Predicate(*m.span(), base, None, denied, []))
    found.sort(key=lambda p: (p.start, not p.finite, -p.end))
    kept: list[Predicate] = []
    for one in found:
        inside = any(m.start <= one.start and one.end <= m.end and not m.reference for m in s.mentions)
        if inside or (kept and one.start < kept[-1].end):
            continue
        if in_title(s, one):
            continue
        kept.append(one)
    for last, one in pairwise(kept):
        purpose = one.base is not None and one.base.kind == "discuss" and s.text[: one.start].endswith(" to ")
        if purpose and last.finite and last.base and last.base.kind in ("meet", "visit"):
            one.finite = True  # "met to discuss"
    return kept


def in_title(s: Sentence, one: Predicate) -> bool:
    return any(m.office and m.office[0] <= one.start < m.office[1] for m in s.mentions)


def govern(s: Sentence, one: Predicate, found: list[Predicate], at: int) -> None:
    """A base is governed by the last stance before it, where the words between do not end its reach; a denial governs
    a stance, too: "denied that it had agreed"."""
    if one.base is None:
        last = found[at - 1] if at else None
        if last and last.stance and last.stance.act == "deny" and not SUBORDINATE.search(s.text, last.end, one.start):
            one.denied = True
        return
    for earlier in range(at - 1, -1, -1):
        stance = found[earlier]
        if stance.stance is None:
            continue
        if SUBORDINATE.search(s.text, stance.end, one.start):
            return
        takes_finite = stance.stance.act == "deny"
        if not one.finite or takes_finite or stance.stance.phase in ("cancelled", "failed", "pending"):
            one.governed, one.governor = stance.stance, earlier
        return


def asserted(s: Sentence) -> tuple[str | None, str, tuple[int, int] | None]:
    report = cues("en").other["report"]
    match = _ACCORDING.search(s.text)
    if match:
        return match["subject"], "report", None
    if not _SAYS.search(s.text):
        return None, "report", None
    for match in (*_SAID.finditer(s.text), *_APPOSED_SAID.finditer(s.text)):
        verb_start = match.start("verb")
        subject = [
            m
            for m in s.mentions
            if (m.is_party or m.kind == "instrument") and match.start("subject") <= m.start < verb_start
        ]
        said_last = match["that"] in (",", ".", "") or match.end() >= len(s.text) - 1
        if match["verb"] == "held" and not match["that"].strip().startswith("that"):
            continue
        if not subject:
            continue
        first = _speaker(s, subject, verb_start) if not said_last else subject[-1]
        if first is None:
            return None, "report", None
        if s.text[first.end : verb_start].strip() and len(s.text[first.outer_end : verb_start]) > 45:
            continue
        act = "announce" if re.match(report["announce"], match["verb"]) else "report"
        act = "assess" if re.match(report["assess"], match["verb"]) else act
        name = s.text[first.start : first.end]
        if first.reference == 1 and s.reader.speaker:
            name = s.reader.speaker
        elif not first.reference:
            s.reader.speaker = name
        return name, act, (first.outer_start, match.end("verb"))
    return None, "report", None


def _speaker(s: Sentence, subject: list[Mention], verb: int) -> Mention | None:
    """Who stands before the verb of saying: the head of the last list there, not what hangs on it ("of", "in")."""
    at = len(subject) - 1
    while at and (subject[at].listed or subject[at].tie not in ("", "for")):
        at -= 1
    one = subject[at] if verb - subject[at].outer_end <= 45 and subject[at].tie in ("", "for") else subject[0]
    return one if one.tie in ("", "for") else None  # "farmers in Kenya said": Kenya did not


def cut_at(s: Sentence, start: int, end: int) -> int:
    """Where the objects end: before the clause that the next predicate belongs to."""
    reason = re.compile(r",?\s(?:because|although|though|whereas)\s").search(s.text, start, end)
    end = reason.start() if reason else end
    clause = [m.start() for m in re.finditer(r",\s(?:and|but|while|which|who|after)\s|;\s", s.text[start:end])]
    return start + clause[-1] if clause and end < len(s.text) else end


def chunks_of(s: Sentence, one: Predicate, found: list[Predicate], at: int) -> list[tuple[int, int]]:
    """The parts of a stance's complement: "to identify X", "to put it into operation"."""
    end = len(s.text)
    match = SUBORDINATE.search(s.text, one.end)
    if match:
        end = match.start()
    for later in found[at + 1 :]:
        if later.start >= end:
            break
        if later.stance or (
            later.finite and not later.governed and later.base and not (one.stance and one.stance.act == "deny")
        ):
            cut = max(s.text.rfind(" and ", one.end, later.start), s.text.rfind(", ", one.end, later.start))
            end = cut if cut > one.end else later.start
            break
    starts = [one.end]
    for conjunct in _CONJUNCT.finditer(s.text, one.end, end):
        rest = s.text[conjunct.end() : end]
        verb = (
            conjunct.group().rstrip().endswith("to")
            or any(
                b.plain and b.plain.match(s.text, conjunct.end(), end) and b.kind != "sign" for b in cues("en").bases
            )
            or _VERB.match(s.text, conjunct.end(), end)
        )
        if verb and len(rest) > 8:
            starts.append(conjunct.start())
    return [(first, last) for first, last in zip(starts, [*starts[1:], end], strict=True) if last - first > 3]
