"""The closed vocabularies as types, for editors and type checkers; the records themselves read db/vocabulary.

Written by `python -m tests.records.test_terms`.
"""

# fmt: off
from typing import Literal, TypeAlias

KindName: TypeAlias = Literal[
    "meet",
    "attend",
    "visit",
    "discuss",
    "concern",
    "state",
    "cooperate",
    "develop",
    "support",
    "sign",
    "join",
    "establish",
    "provide",
    "base_on",
    "rank",
    "hold_office",
    "elect",
    "harm",
    "assess",
    "appoint",
    "resign",
    "vote",
    "ratify",
    "withdraw",
    "terminate",
    "postpone",
    "sue",
    "accuse",
    "urge",
    "strike",
    "pay",
    "acquire",
    "open",
    "close",
]
RoleName: TypeAlias = Literal[
    "participant",
    "signatory",
    "agent",
    "holder",
    "host",
    "witness",
    "partner",
    "affected",
    "office",
    "organisation",
    "framework",
    "instrument",
    "basis",
    "topic",
    "place",
]
Phase: TypeAlias = Literal[
    "intended",
    "proposed",
    "scheduled",
    "expected",
    "discussed",
    "agreed",
    "occurred",
    "ongoing",
    "pending",
    "failed",
    "cancelled",
    "implemented",
]
Polarity: TypeAlias = Literal[
    "+",
    "-",
]
Certainty: TypeAlias = Literal[
    "CT",
    "PR",
    "PS",
    "U",
]
SpeechAct: TypeAlias = Literal[
    "report",
    "announce",
    "promise",
    "predict",
    "assess",
    "urge",
    "deny",
]
DateBasis: TypeAlias = Literal[
    "stated",
    "completed",
    "relative",
    "inherited",
    "published",
]
AlignmentStatus: TypeAlias = Literal[
    "exact",
    "folded",
    "gapped",
    "fuzzy",
    "unverified",
]
EntityKind: TypeAlias = Literal[
    "person",
    "organisation",
    "state",
    "place",
    "office",
    "framework",
    "series",
    "instrument",
    "group",
    "material",
    "topic",
]
AliasKind: TypeAlias = Literal[
    "official",
    "romanised",
    "variant",
    "garbled",
]
SourceKind: TypeAlias = Literal[
    "ministry",
    "government",
    "wire",
    "outlet",
    "aggregator",
    "reference",
    "other",
]
Reliability: TypeAlias = Literal[
    "A",
    "B",
    "C",
    "D",
    "E",
    "F",
]
JudgementVerdict: TypeAlias = Literal[
    "same",
    "different",
    "unsure",
]
ReviewVerdict: TypeAlias = Literal[
    "accepted",
    "rejected",
    "unsure",
]
LinkType: TypeAlias = Literal[
    "outcome_of",
    "part_of",
    "corrects",
    "repeats",
    "counts_from",
]
LinkVerdict: TypeAlias = Literal[
    "accepted",
    "refused",
]
RelationType: TypeAlias = Literal[
    "broader",
    "narrower",
    "synonym",
]
