"""The English words of which the summary of a claim is made, by kind and phase."""

from __future__ import annotations

import re
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
    "appoint": (
        Verb("appointed{}", "appoint{}", "the appointment of{}"),
        Verb("made an appointment", "make an appointment", "an appointment"),
    ),
    "resign": (Verb("resigned{}", "resign{}", "a resignation{}"),) * 2,
    "vote": (Verb("voted{}", "vote{}", "a vote{}"),) * 2,
    "ratify": (Verb("ratified{}", "ratify{}", "the ratification of{}"), Verb("ratified", "ratify", "a ratification")),
    "withdraw": (
        Verb("withdrew from{}", "withdraw from{}", "a withdrawal from{}"),
        Verb("withdrew{}", "withdraw{}", "a withdrawal{}"),
    ),
    "terminate": (
        Verb("ended{}", "end{}", "the end of{}"),
        Verb("ended an agreement", "end an agreement", "the end of an agreement"),
    ),
    "postpone": (
        Verb("put off{}", "put off{}", "the postponement of{}"),
        Verb("put something off", "put something off", "a postponement"),
    ),
    "sue": (Verb("sued{}", "sue{}", "a suit against{}"), Verb("went to court", "go to court", "a suit")),
    "accuse": (
        Verb("accused{}", "accuse{}", "an accusation against{}"),
        Verb("made an accusation", "make an accusation", "an accusation"),
    ),
    "urge": (Verb("urged{}", "urge{}", "an appeal to{}"), Verb("called for action", "call for action", "an appeal")),
    "strike": (Verb("went on strike{}", "go on strike{}", "a strike{}"),) * 2,
    "pay": (Verb("paid{}", "pay{}", "a payment to{}"), Verb("made a payment", "make a payment", "a payment")),
    "acquire": (Verb("acquired{}", "acquire{}", "the acquisition of{}"), Verb("merged", "merge", "a merger")),
    "open": (Verb("opened{}", "open{}", "the opening of{}"), Verb("opened something", "open something", "an opening")),
    "close": (
        Verb("closed{}", "close{}", "the closure of{}"),
        Verb("closed something", "close something", "a closure"),
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
#: (polarity, certainty) -> what is said of a plan that came, or is to come, to nothing
CALLED_OFF = {
    ("+", "CT"): "was called off",
    ("+", "PR"): "is likely to be called off",
    ("+", "PS"): "may be called off",
    ("-", "CT"): "was not called off",
    ("-", "PR"): "is unlikely to be called off",
    ("-", "PS"): "may not be called off",
}
_ORDINALS = dict(
    enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1)
)


def ordinal(number: str) -> str:
    """The English ordinal of a number in digits; other words ("last") as they are."""
    if not number.isdigit():
        return number
    n = int(number)
    ending = "th" if n % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return _ORDINALS.get(n, f"{n}{ending}")


def ranked(words: str, who: str) -> str:
    """What words of a text count ("the second visit", 3回目) and whose it is; "of its kind" where they do not say what.

    `who` may be "".
    """
    for pattern, noun in (("visit|trip|訪|방문|순방", "visit"), ("agreement|treaty|協定|条約|협정|조약", "agreement")):
        if re.search(pattern, words, re.I):
            return f"{noun} of {who}" if who else noun
    if "kind" not in words and re.search(
        "meeting|talks|summit|session|round|dialogue|ministerial|会[談合議]|協議|회의|회담", words, re.I
    ):
        return f"meeting of {who}" if who else "meeting in its series"
    return f"of its kind for {who}" if who else "of its kind"


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
    "appoint": ("holder",),
    "ratify": ("instrument",),
    "terminate": ("instrument",),
    "postpone": ("topic", "framework"),
    "sue": ("affected",),
    "urge": ("affected",),
    "withdraw": ("framework", "place"),
    "accuse": ("affected",),
    "pay": ("affected",),
    "acquire": ("affected",),
    "open": ("topic",),
    "close": ("topic",),
}
#: of a thing, where nobody is named
PASSIVE = {
    "state": "issued",
    "sign": "signed",
    "establish": "established",
    "develop": "carried forward",
    "support": "backed",
    "ratify": "ratified",
    "terminate": "ended",
    "postpone": "put off",
    "acquire": "acquired",
    "open": "opened",
    "close": "closed",
    "appoint": "appointed",
}
