"""The English words of which the summary of a claim is made, by kind and phase."""

from __future__ import annotations

from typing import NamedTuple


class Verb(NamedTuple):
    """How a kind is told: the past, the infinitive, and a noun for where nobody is named; `{}` takes what it is about."""

    past: str
    plain: str
    noun: str


#: each with an object, and without one
VERBS = {
    "meet": (Verb("met{}", "meet{}", "a meeting{}"),) * 2,
    "attend": (Verb("took part{}", "take part{}", "attendance{}"),) * 2,
    "visit": (Verb("visited{}", "visit{}", "a visit to{}"), Verb("made a visit", "make a visit", "a visit")),
    "discuss": (Verb("discussed{}", "discuss{}", "discussion of{}"), Verb("held talks", "hold talks", "talks")),
    "concern": (Verb("voiced concern or disapproval{}", "voice concern or disapproval{}", "concern{}"),) * 2,
    "state": (
        Verb("issued{}", "issue{}", "the issue of{}"),
        Verb("made a statement{}", "make a statement{}", "a statement{}"),
    ),
    "cooperate": (Verb("worked together{}", "work together{}", "cooperation{}"),) * 2,
    "develop": (
        Verb("carried forward{}", "carry forward{}", "work on{}"),
        Verb("carried forward a policy or programme", "carry forward a policy or programme", "work on a policy"),
    ),
    "support": (Verb("backed{}", "back{}", "support for{}"), Verb("gave support", "give support", "support")),
    "sign": (
        Verb("signed{}", "sign{}", "the signing of{}"),
        Verb("reached an agreement{}", "reach an agreement{}", "an agreement{}"),
    ),
    "join": (Verb("joined{}", "join{}", "accession to{}"), Verb("joined", "join", "accession")),
    "establish": (
        Verb("established{}", "establish{}", "the founding of{}"),
        Verb("launched something new", "launch something new", "a launch"),
    ),
    "provide": (
        Verb("provides for{}", "provide for{}", "provision for{}"),
        Verb("lays something down", "lay something down", "a provision"),
    ),
    "base_on": (Verb("rests on or follows{}", "rest on or follow{}", "a link to{}"),) * 2,
    "elect": (Verb("took part in an election{}", "take part in an election{}", "an election{}"),) * 2,
    "harm": (Verb("harmed{}", "harm{}", "harm to{}"), Verb("did harm", "do harm", "harm")),
    "assess": (
        Verb("gave a judgement on{}", "give a judgement on{}", "a judgement on{}"),
        Verb("gave a judgement", "give a judgement", "a judgement"),
    ),
}
#: of what the text tells with a verb of its own
DOING = Verb("acted", "act", "action")
#: phase -> what is said of those who do it, of one and of several; and of a noun without them. {} = the infinitive
PHASES = {
    "agreed": ("agreed to {}", "agreed to {}", "was agreed"),
    "intended": ("intends to {}", "intend to {}", "is intended"),
    "proposed": ("proposed to {}", "proposed to {}", "was proposed"),
    "scheduled": ("is scheduled to {}", "are scheduled to {}", "is scheduled"),
    "expected": ("is expected to {}", "are expected to {}", "is expected"),
    "pending": ("has yet to {}", "have yet to {}", "is pending"),
    "failed": ("failed to {}", "failed to {}", "came to nothing"),
    "cancelled": ("", "", "was called off"),
    "ongoing": ("continues to {}", "continue to {}", "is under way"),
    "discussed": ("discussed whether to {}", "discussed whether to {}", "was discussed"),
}
DENIED = {
    "agreed": ("did not agree to {}", "did not agree to {}", "was not agreed"),
    "intended": ("does not intend to {}", "do not intend to {}", "is not intended"),
    "proposed": ("did not propose to {}", "did not propose to {}", "was not proposed"),
    "scheduled": ("is not to {}", "are not to {}", "is not to take place"),
    "expected": ("is unlikely to {}", "are unlikely to {}", "is unlikely"),
    "ongoing": ("does not {}", "do not {}", "is not under way"),
}
#: roles that the verb takes without a preposition, by kind; the first that is filled
OBJECTS = {
    "visit": ("place",),
    "discuss": ("topic", "instrument", "framework"),
    "state": ("instrument",),
    "develop": ("topic", "instrument", "framework"),
    "support": ("affected", "instrument", "framework", "topic"),
    "sign": ("instrument",),
    "join": ("instrument", "framework", "affected"),
    "establish": ("framework", "instrument"),
    "provide": ("topic", "affected"),
    "base_on": ("basis",),
    "harm": ("affected",),
    "assess": ("affected", "instrument", "framework", "topic"),
}
#: of a thing, where nobody is named
PASSIVE = {
    "state": "issued",
    "sign": "signed",
    "establish": "established",
    "develop": "carried forward",
    "support": "backed",
}
