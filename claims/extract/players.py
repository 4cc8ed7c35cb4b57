"""Who and what plays a part in a claim, and the kind that follows from them."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.arguments import parties_in
from claims.extract.asserting import declaration_of
from claims.extract.draft import DOERS, Cue, Draft, Party
from claims.extract.factuality.forms import TO_COME, State, Unread, form_of
from claims.extract.lexicon import sort
from claims.extract.phrasing import phrase
from claims.extract.predicates.beside import shared
from claims.extract.predicates.cues import default_kind
from claims.extract.predicates.filling import slots_of
from claims.extract.predicates.slots import Slots
from claims.extract.predicates.subjects import is_passive, subject_of
from claims.extract.sentence import Sentence
from claims.extract.sides import present, sides_of
from claims.extract.trees.tree import Word


def players(s: Sentence, cue: Cue, state: State, earlier: list[Draft]) -> tuple[str, Slots, list[Party]]:
    """The kind of a claim, the slots of its words, and the parties in them; `earlier`: the drafts of the sentence so far.

    Raises Unread where the slots belong to two clauses, or nobody in particular does it.
    """
    found = slots_of(s, cue)
    for head in state.heads if not s.tree.final else ():  # "agreed with Peru to open the border"
        agrees = s.lexicon.has("agrees", head.lemma)
        found += [("with", one) for one in s.tree.children(head, "obl") if agrees and one.case == "with"]
    if s.tree.final:
        found += shared(s, cue, found)
    if any(_ill_joined(s, one) for _, one in found):
        raise Unread("its parties stand on both sides of a “but”")
    kind, parties = _kind_of(s, cue, state, found)
    parties = present(parties, sides_of(s, cue))
    if _usual(s, cue, kind):
        raise Unread("it tells of what is usual")
    if s.tree.final and kind == "discuss" and not any(slot in ("about", "object") for slot, _ in found):
        kind = "meet"  # 来月また協議する: of nothing that is told
        if len(_doers(parties)) == 1 and not any(slot == "with" for slot, _ in found) and state.phase in TO_COME:
            raise Unread("it is not known who talks, and of what")
    by_both = kind in (*sort("by_both"), "cooperate") or cue.phase == "agreed"
    unsigned = kind == "sign" and state.polarity == "-" and not state.said and not is_passive(s, cue.word)
    told = state.phase in ("failed", "agreed") or unsigned or (state.phase == "scheduled" and kind != "sign")
    told = told and state.certainty != "U" and (bool(state.heads) or cue.word.relation != "acl")  # 통화에서 합의한 대화
    new = cue.event is not None and any(s.lexicon.has("first", one.text) for one in s.tree.children(cue.event, "det"))
    told = told and not new  # 첫 회의는 7월 열린다: of whom, the text does not tell
    alone = [one for _, one in found if s.lexicon.has("subject_mark", one.case)] if state.phase == "failed" else []
    before = [one for one in earlier if one.kind in sort("by_both") and len(alone) == 1 == len(_doers(parties))]
    if before and not {p.who for p in _doers(parties)} & {p.who for p in before[-1].parties}:
        parties = [one for one in parties if one not in _doers(parties)]  # 労使は交渉したが、会社側が応じず、決裂した
    counted = any(slot == "subject" and s.tree.children(one, "nummod") for slot, one in found)  # 3氏は, of four who met
    text = declaration_of(s, cue, state)
    missing = by_both and told and not _doers(parties) and not counted and text is None
    if s.tree.final and missing and not (kind == "sign" and is_passive(s, cue.word)):
        # 合意できず、来月また協議する: those of whom the sentence told already, else those who talked
        held = next((_doers(one.parties) for one in reversed(earlier) if one.kind in sort("by_both")), [])
        role = "signatory" if kind == "sign" else "participant"
        # 次回の評議会は5月に開く, and not 다음 회의는 5월에 열기로 했다: that they settled
        body = kind == "meet" and state.phase != "agreed" and any(one.role == "framework" for one in parties)
        talked = [one for one in s.discourse.talked() if not (body or (unsigned and one.kind == "person"))]
        parties += [one.as_(role) for one in held or talked]
    with_whom = kind in sort("by_several") and any(slot == "with" for slot, _ in found)  # B社とは協定を結んだ
    if s.tree.final and (with_whom or (kind in sort("elided") and not _doers(parties))):
        mine = {one.who for one in parties}
        parties += [one.as_(_role(kind)) for one in _elided(s, cue) if one.who not in mine]
    if s.tree.final and with_whom and len(_doers(parties)) == 1:  # A사는 B사와의 협상이 결렬되자 행사를 미뤘다
        topics = (one for up in s.tree.path(cue.word) for one in s.tree.children(up, "nsubj"))
        marked = [one for one in topics if s.lexicon.has("topic_mark", one.case) and one.lemma not in s.lexicon.heads]
        others = [one for topic in marked[:1] for one in s.parties(topic)]
        mine = {one.who for one in parties}
        parties += [one.as_(_role(kind)) for one in others if one.who not in mine]
    texts = [one.lemma for slot, one in found if slot == "text" and s.lexicon.code == "ko"]
    if texts and not _doers(parties):  # 성명은 우려를 공유한다고 밝혔다: whose statement it is
        issued = (people for name, people in reversed(s.discourse.texts.items()) if texts[0] in name)
        parties += [s.again(one).as_(_role(kind)) for one in next(issued, [])]
    told = any(one.role == "instrument" for one in parties)
    if text is not None and not (told or _doers(parties)):
        parties += _who_declare(s, kind, text)
    if s.tree.final and kind == "attend" and earlier and earlier[-1].kind == "meet":  # 会合が開かれ、3人が出席した
        held = [] if any(one.role == "framework" for one in parties) else earlier[-1].parties
        parties += [one for one in held if one.role == "framework"]
    if s.tree.final and kind == "appoint" and not any(one.role == "office" for one in parties):
        parties += _vacated(s, earlier)
    if s.tree.final and kind == "resign" and not any(one.role == "office" for one in parties):
        parties += [one for slot, word in found if slot == "subject" for one in _title(s, word, parties)]
    parties = [_without_clause(s, cue, one) for one in parties]
    parties = _together(s, kind, state, parties, earlier)
    if s.tree.final and kind == "meet" and cue.event is not None and _is_alone(s, parties):
        parties = [one for one in parties if one.role != "participant"]  # 理事長は会合を開く: who calls it
    if s.tree.final and not cue.kind:
        kind = default_kind(_doers(parties))  # what A, who met B, agreed
    several = sum(p.role == "agent" for p in parties) > 1 or any(_several(s, one) for one in parties)
    merged = s.tree.final and kind == "acquire" and several and not any(p.role == "affected" for p in parties)
    if kind != "sign" and (state.phase == "agreed" or merged) and several:
        parties = [p.as_("participant") if p.role == "agent" else p for p in parties]
    return kind, found, parties


def _who_declare(s: Sentence, kind: str, text: Word) -> list[Party]:
    """Who does what a joint statement says: those who talked; what it deplores or welcomes, it says itself."""
    if kind in (*sort("said"), "support"):
        return [s.at(*phrase(s, text), None, "").as_("instrument")]
    return [one.as_(_role(kind) if kind == "sign" else "participant") for one in s.discourse.met()]


def _without_clause(s: Sentence, cue: Cue, one: Party) -> Party:
    """A thing without the clause that tells of it: "the bill passed in May bans cages"."""
    noun, at = s.tree.head(cue.word), s.offset + cue.word.start
    if (
        s.tree.final
        or noun is None
        or not one.covers(at, at + 1)
        or not one.covers(s.offset + noun.start, s.offset + noun.end)
    ):
        return one
    return s.at(*phrase(s, noun), one.known, one.kind).as_(one.role)


def _role(kind: str) -> str:
    return {"sign": "signatory", "meet": "participant", "discuss": "participant", "cooperate": "participant"}.get(
        kind, "agent"
    )


def _elided(s: Sentence, cue: Cue) -> list[Party]:
    """Who does what a sentence tells without a subject: those of whom the sentence before told."""
    number, people = s.discourse.actors[-1] if s.discourse.actors else (-9, [])
    near = len(people) == 1 or (bool(people) and all(one.kind != "group" for one in people))
    nobody = s.lexicon.patterns["nobody"]
    near = near and s.discourse.number - number <= 1 and not any(nobody.search(one.name) for one in people)
    planned = (
        cue.word.relation == "acl" and s.tree.words[cue.word.head].lemma in s.lexicon.heads
    )  # 提訴する考えを示した
    bare = (planned or cue.word.relation in ("root", "advcl", "conj")) and not is_passive(s, cue.word)
    alone = all(one.relation != "nsubj" for one in s.tree.words)
    others_say = any(s.lexicon.slots.get(one.case) == "according" for one in s.tree.words)
    return [s.again(one) for one in people] if near and bare and alone and not others_say else []


def _kind_of(s: Sentence, cue: Cue, state: State, found: Slots) -> tuple[str, list[Party]]:
    """The kind of a cue whose verb leaves it to those who do it, and the parties in the roles of that kind."""
    parties = parties_in(s, cue.kind or "cooperate", found)
    in_vain = state.phase == "failed" or (cue.kind == "cooperate" and state.polarity == "-")
    if cue.phase == "agreed" and in_vain and (cue.kind == "cooperate" or not s.tree.final):
        cue = replace(cue, kind="sign")
        parties = parties_in(s, "sign", found)
    kind = cue.kind or default_kind(_doers(parties))
    if not s.tree.final and kind == "cooperate" and cue.phase == "agreed" and cue.word.lemma in s.lexicon.heads:
        kind = default_kind(_doers(parties))  # one who decides on a thing
    return kind, parties if kind in ("cooperate", cue.kind) else parties_in(s, kind, found)


def _title(s: Sentence, word: Word, parties: list[Party]) -> list[Party]:
    """The office of the title behind the name of the one who leaves it: 교통국장, of 김태온 교통국장."""
    alone = len(_doers(parties)) == 1 and s.lexicon.patterns["title"].search(word.text)
    former = any(s.lexicon.has("former", one.lemma) for one in s.tree.words[max(0, word.at - 3) : word.at])
    if not alone or former or s.lexicon.has("no_office", word.lemma):
        return []
    firm = s.discourse.employers.get(_doers(parties)[0].who) if s.lexicon.code == "ja" else None
    office = s.at(word.start, word.end, None, "").as_("office")
    return [office, *([firm.as_("organisation")] if firm is not None else [])]


def _vacated(s: Sentence, earlier: list[Draft]) -> list[Party]:
    """The office of whoever leaves it in a sentence that appoints a successor: A監督を解任し、後任にB氏を選んだ."""
    if not any(s.lexicon.has("next_one", one.lemma) for one in s.tree.words):
        return []
    for party in (one for draft in reversed(earlier) if draft.kind == "resign" for one in draft.parties):
        if party.role == "office":
            return [party]
    gone = [one for one in s.tree.words if s.lexicon.has("dismisses", one.lemma)]
    for who in (one for verb in gone for one in s.tree.children(verb, "obj", "nsubj")):
        if s.lexicon.patterns["title"].search(who.text) and not s.lexicon.has("no_office", who.lemma):
            return [s.at(who.start, who.end, None, "").as_("office")]
    return []


def _several(s: Sentence, one: Party) -> bool:
    """Whether somebody is several who can agree with each other: "the ministers", "four states"."""
    last = one.name.split()[-1] if one.role == "agent" and one.kind == "group" else ""
    word = next((w for w in s.tree.words if w.text == last and w.tag == "NNS"), None)
    return word is not None and any(
        s.lexicon.has(t, word.lemma) for t in ("official", "sides", "countries", "government")
    )


def _doers(parties: list[Party]) -> list[Party]:
    """Those of them who do something."""
    return [one for one in parties if one.role in DOERS]


def _is_alone(s: Sentence, parties: list[Party]) -> bool:
    """Whether one person, or one title, is all who is named of those who do something."""
    doers = _doers(parties)
    title = s.lexicon.patterns["title" if s.lexicon.code == "ko" else ""]
    return len(doers) == 1 and (
        doers[0].kind == "person"
        or (title.search(doers[0].name) is not None and not s.lexicon.patterns["several"].search(doers[0].name))
    )


def _ill_joined(s: Sentence, noun: Word) -> bool:
    """ "Forty states back it, but the US has not ratified it": nouns that the parser joined across two clauses."""
    but = any(s.lexicon.has("but", one.lemma) for one in s.tree.children(noun, "cc"))
    return but and not any(
        s.lexicon.has("not", one.lemma) or s.lexicon.has("only", one.lemma) for one in s.tree.below(noun)
    )


def _usual(s: Sentence, cue: Cue, kind: str) -> bool:
    """Whether something is told in the present of no one in particular: "companies that sign the pledge pay less"."""
    word, subject = cue.word, subject_of(s, cue.word)
    bare = subject is not None and subject.tag == "NNS" and not s.tree.children(subject, "det", "nmod:poss", "nummod")
    present = word.tag in ("VBZ", "VBP") and not s.tree.children(word, "aux", "aux:pass")
    which = word.relation == "acl:relcl" and form_of(s.tree, word) == "/pres"  # "which pays for half of all operations"
    return (
        present
        and (bare or which)
        and kind not in sort("lasting")
        and not any(s.dated(one) for one in s.tree.below(word))
    )


def _together(s: Sentence, kind: str, state: State, parties: list[Party], earlier: list[Draft]) -> list[Party]:
    """ "A met B and agreed ...": what they agreed and talked of is B's, too."""
    alone = s.tree.final and any(s.lexicon.class_of(one.lemma) == "promise" for one in state.heads)
    if alone or (state.act == "promise" and not s.tree.final):
        return parties  # "met B and promised to pay", B를 만나 지급하겠다고 약속했다
    held = kind == "meet" and any(one.role == "framework" for one in parties)  # Bと会談し、第3回会合を開いた
    if (
        kind in ("visit", "attend")
        or state.polarity == "-"
        or not (state.phase in ("agreed", "discussed", "scheduled") or kind in ("discuss", "sign", "urge") or held)
    ):
        return parties
    mine = _doers(parties)
    who = {one.who for one in mine}
    for draft in reversed(earlier):
        met = {one.who: one for one in draft.parties if one.role in ("participant", "signatory")}
        same = draft.phase in ("occurred", state.phase)
        if (
            draft.kind in (("meet", "discuss", "visit") if s.tree.final else ("meet", "sign"))
            and same
            and draft.polarity == "+"
            and who
            and who < set(met)
        ):
            others = [one for name, one in met.items() if name not in who]
            ends = {one.end for one in mine}
            many = any(w.tag in ("NNS", "NNPS") and s.offset + w.end in ends for w in s.tree.words)
            if not s.tree.final and (len(who) > 1 or many):
                return parties  # "the two sides met a mediator but could not agree"
            if kind == "urge":  # 知事は社長と会談し、説明するよう求めた
                alone = len(who) == len(others) == 1 and not any(one.role == "affected" for one in parties)
                return [*parties, *(one.as_("affected") for one in others)] if s.tree.final and alone else parties
            return [*parties, *(one.as_(mine[0].role) for one in others)]
    return parties
