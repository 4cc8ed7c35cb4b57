"""Who does a thing together, and who alone."""

from __future__ import annotations

from claims.extract.draft import DOERS, Draft, Party
from claims.extract.factuality.forms import State
from claims.extract.sentence import Sentence


def doers(parties: list[Party]) -> list[Party]:
    """Those of them who do something."""
    return [one for one in parties if one.role in DOERS]


def is_alone(parties: list[Party]) -> bool:
    """Whether one person is all who is named of those who do something."""
    return [one.kind for one in doers(parties)] == ["person"]


def are_several(s: Sentence, one: Party) -> bool:
    """Whether somebody is several who can agree with each other: "the ministers", "four states"."""
    last = one.name.split()[-1] if one.role == "agent" and one.kind == "group" else ""
    word = next((w for w in s.tree.words if w.text == last and w.tag == "NNS"), None)
    return word is not None and any(
        s.lexicon.has(t, word.lemma) for t in ("official", "sides", "countries", "government")
    )


def met_nobody(s: Sentence, parties: list[Party], state: State) -> bool:
    """Whether only one is named of those who meet, and none who is several."""
    who = {one.who: one for one in parties if one.role == "participant"}
    several = s.lexicon.patterns["several"]
    return state.phase == "occurred" and len(who) < 2 and not any(several.search(one.name) for one in who.values())


def together(s: Sentence, kind: str, state: State, parties: list[Party], earlier: list[Draft]) -> list[Party]:
    """ "A met B and agreed ...": what they agreed and talked of is B's, too."""
    if state.act == "promise" and not s.tree.final:
        return parties  # "met B and promised to pay"
    held = kind == "meet" and any(one.role == "framework" for one in parties)  # Bと会談し、第3回会合を開いた
    if state.polarity == "-" or not (
        state.phase in ("agreed", "discussed", "scheduled") or kind in ("discuss", "sign", "urge") or held
    ):
        return parties
    mine = doers(parties)
    who = {one.who for one in mine}
    for draft in reversed(earlier):
        met = {one.who: one for one in draft.parties if one.role in ("participant", "signatory")}
        same = draft.phase in ("occurred", state.phase)
        if (
            draft.kind in (("meet",) if s.tree.final else ("meet", "sign"))
            and same
            and draft.polarity == "+"
            and who
            and who < set(met)
        ):
            others = [one for name, one in met.items() if name not in who]
            if kind == "urge":  # 知事は社長と会談し、説明するよう求めた
                alone = len(who) == len(others) == 1 and not any(one.role == "affected" for one in parties)
                return [*parties, *(one.as_("affected") for one in others)] if s.tree.final and alone else parties
            return [*parties, *(one.as_(mine[0].role) for one in others)]
    return parties
