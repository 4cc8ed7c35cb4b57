"""The record format: one JSON object a line, decoded and validated here once; nothing downstream checks again.

*METI says that Saito and Raimondo met in Washington on 26 June 2024* becomes

    {"record": "claim", "document": "meti-jucip4-en", "kind": "meet", "phase": "occurred", "date": "2024-06-26",
     "arguments": [{"role": "participant", "name": "Saito Ken"}, {"role": "participant", "name": "Gina Raimondo"}],
     "evidence": [{"quote": "held in Washington, D.C. on Wednesday, June 26, 2024"}],
     "summary": "Saito and Raimondo met in Washington on 26 June 2024."}

References name a slug or a key; what they name must stand earlier in the stream, or in the database. Offsets count
Unicode code points from 0, half-open. A field left out means null, or the default that stands here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from claims.vocabulary import KINDS, ROLES, TERMS

if TYPE_CHECKING:
    KindName: TypeAlias = str
    RoleName: TypeAlias = str
    Phase: TypeAlias = str
    Polarity: TypeAlias = str
    Certainty: TypeAlias = str
    SpeechAct: TypeAlias = str
    DateBasis: TypeAlias = str
    AlignmentStatus: TypeAlias = str
    EntityKind: TypeAlias = str
    AliasKind: TypeAlias = str
    SourceKind: TypeAlias = str
    Reliability: TypeAlias = str
    JudgementVerdict: TypeAlias = str
    ReviewVerdict: TypeAlias = str
    LinkType: TypeAlias = str
    LinkVerdict: TypeAlias = str
    RelationType: TypeAlias = str
else:
    KindName, RoleName = Literal[tuple(KINDS)], Literal[tuple(ROLES)]
    Phase, Polarity, Certainty = (Literal[tuple(TERMS[name])] for name in ("phase", "polarity", "certainty"))
    SpeechAct, DateBasis = Literal[tuple(TERMS["speech_act"])], Literal[tuple(TERMS["date_basis"])]
    AlignmentStatus, EntityKind = Literal[tuple(TERMS["alignment"])], Literal[tuple(TERMS["entity_kind"])]
    AliasKind, SourceKind = Literal[tuple(TERMS["alias_kind"])], Literal[tuple(TERMS["source_kind"])]
    Reliability, JudgementVerdict = Literal[tuple(TERMS["reliability"])], Literal[tuple(TERMS["judgement"])]
    ReviewVerdict, LinkType = Literal[tuple(TERMS["verdict"])], Literal[tuple(TERMS["link_type"])]
    LinkVerdict, RelationType = Literal[tuple(TERMS["link_verdict"])], Literal[tuple(TERMS["relation_type"])]

Text = Annotated[str, Meta(min_length=1, pattern=r"\S")]
Slug = Annotated[str, Meta(pattern=r"^[^\s/?#%]{1,100}$", description="1 to 100 characters without spaces, / ? # %")]
Key = Annotated[str, Meta(pattern=r"^[a-z2-7]{26}$", description="a public key; checked against the one computed")]
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description="ISO 3166 code")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47 code")]
Offset = Annotated[int, Meta(ge=0, lt=2**31)]
Instant = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", description="UTC, YYYY-MM-DDTHH:MM:SS.mmmZ")
]


class _Record(Struct, tag_field="record", forbid_unknown_fields=True, omit_defaults=True):
    pass


class Source(_Record, tag="source", kw_only=True):
    """Who publishes. `origin`: name of the source that it repeats."""

    name: Text
    kind: SourceKind = "other"
    country: Country | None = None
    reliability: Reliability = "F"
    origin: Text | None = None


class Document(_Record, tag="document", kw_only=True):
    """One article. Without `text` it is withheld; `text_sha256` and `text_length` (code points) then keep its spans checkable."""

    key: Key | None = None
    slug: Slug | None = None
    source: Text
    url: Text | None = None
    title: Text
    language: Language
    published_on: Annotated[str, Meta(description="YYYY-MM-DD, YYYY-MM or YYYY")] | None = None
    origin: Annotated[Text, Meta(description="name of the source that this one document repeats")] | None = None
    restates: Annotated[Text, Meta(description="slug or key of the document that this one retells")] | None = None
    text: Text | None = None
    text_sha256: Sha256 | None = None
    text_length: Offset | None = None
    note: Text | None = None


class Sentence(_Record, tag="sentence", kw_only=True):
    """An entry of a document's ledger. `reason`: why the sentence bears no claim."""

    document: Text
    start: Offset
    end: Offset
    reason: Text | None = None
    note: Text | None = None


class Alias(Struct, forbid_unknown_fields=True, omit_defaults=True):
    name: Text
    language: Language | None = None
    kind: AliasKind = "variant"


class Entity(_Record, tag="entity", kw_only=True):
    """Someone or something named. `name` is the canonical English name and need not stand among the aliases."""

    key: Key | None = None
    slug: Slug | None = None
    name: Text
    kind: EntityKind
    country: Country | None = None
    wikidata: Annotated[str, Meta(pattern=r"^Q[1-9]\d*$")] | None = None
    aliases: tuple[Alias, ...] = ()


class Relation(_Record, tag="relation", kw_only=True):
    """What `other` is to `entity` (slugs or keys): its broader or narrower topic, or a synonym, in the terms of SKOS."""

    entity: Annotated[Text, Meta(description="slug or key of the one topic")]
    type: Annotated[RelationType, Meta(description="what the other is to it")]
    other: Annotated[Text, Meta(description="slug or key of the other topic")]
    related_at: Annotated[Instant, Meta(description="when; given by export; left out = now")] | None = None
    withdrawn_at: Annotated[Instant, Meta(description="when it was taken back; left out = it stands")] | None = None


class Event(_Record, tag="event", kw_only=True):
    """A meeting, signing or launch that claims can speak of. `series`: slug or key of an entity."""

    key: Key | None = None
    slug: Slug | None = None
    name: Text
    kind: KindName
    series: Text | None = None
    ordinal: Annotated[int, Meta(ge=1, lt=2**31)] | None = None


class Argument(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """`name` as written; `entity`: slug or key of whom it means, left out where the name itself tells."""

    role: RoleName
    name: Text
    entity: Text | None = None
    start: Offset | None = None
    end: Offset | None = None


class Evidence(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Either a `quote`, found in the text or refused, or a span. `document`: where the words stand, if not in the claim's own."""

    quote: Text | None = None
    start: Offset | None = None
    end: Offset | None = None
    alignment: AlignmentStatus | None = None
    document: Text | None = None


class Claim(_Record, tag="claim", kw_only=True):
    """One statement of one document."""

    key: Key | None = None
    slug: Slug | None = None
    document: Text
    kind: KindName
    phase: Phase
    polarity: Polarity = "+"
    certainty: Certainty = "CT"
    speech_act: SpeechAct = "report"
    asserter: Annotated[Text, Meta(description="who says it, as written; left out = the document")] | None = None
    date: Annotated[str, Meta(description="EDTF")] | None = None
    date_text: Annotated[Text, Meta(description="the date as written")] | None = None
    date_basis: DateBasis | None = None
    due: Annotated[str, Meta(description="EDTF: when a promised thing is to happen")] | None = None
    due_text: Text | None = None
    quantity: Annotated[Text, Meta(description="rank, count or amount: '4', 'last', '60 min'")] | None = None
    event: Text | None = None
    arguments: tuple[Argument, ...] = ()
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=1)]
    summary: Text
    confidence: Annotated[float, Meta(ge=0, le=1)] | None = None
    supersedes: Annotated[Text, Meta(description="key or slug of the claim that this one corrects")] | None = None
    retraction: Annotated[Text, Meta(description="why the claim is withdrawn; left out = it is held")] | None = None
    recorded_at: Annotated[Instant, Meta(description="given by export; left out = now")] | None = None
    retracted_at: Instant | None = None


class Judgement(_Record, tag="judgement", kw_only=True):
    """Whether two entities are one. `left` is the one whose name stays."""

    left: Text
    right: Text
    verdict: JudgementVerdict
    who: Text
    why: Text
    judged_at: Instant | None = None
    withdrawn_at: Instant | None = None


class Placement(_Record, tag="placement", kw_only=True):
    """A claim placed on an event otherwise than by its own record."""

    claim: Text
    event: Text
    who: Text
    why: Text
    placed_at: Instant | None = None
    withdrawn_at: Instant | None = None


class Link(_Record, tag="link", kw_only=True):
    """`source` bears on `target` (slugs or keys of claims) in the way that `type` says, or was judged not to."""

    source: Text
    type: LinkType
    target: Text
    verdict: Annotated[LinkVerdict, Meta(description="refused: no rule brings the two together again")] = "accepted"
    who: Annotated[Text, Meta(description="who judged; left out = whoever wrote the claims")] | None = None
    why: Annotated[Text, Meta(description="on what grounds")] | None = None
    linked_at: Annotated[Instant, Meta(description="when; given by export; left out = now")] | None = None
    withdrawn_at: Annotated[Instant, Meta(description="when it was taken back; left out = it stands")] | None = None


class Review(_Record, tag="review", kw_only=True):
    """A person's verdict on a claim (slug or key)."""

    claim: Text
    verdict: ReviewVerdict
    reviewer: Text
    note: Text | None = None
    reviewed_at: Instant | None = None


Record = Source | Document | Sentence | Entity | Relation | Event | Claim | Judgement | Placement | Link | Review


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A line of claims"}
    return schema | msgspec.json.schema(Record)


def encode(record: Record) -> bytes:
    """The record as one line of JSON, without the newline; fields at their default are left out."""
    return msgspec.json.encode(record)
