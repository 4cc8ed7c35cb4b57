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

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from claims.records.fields import (
    Body,
    Country,
    End,
    Instant,
    Key,
    Language,
    Line,
    Name,
    Offset,
    Settings,
    Sha256,
    Slug,
    Start,
    Text,
    Url,
    Version,
)
from claims.resources import DB
from claims.vocabulary import KINDS, ROLES, TERMS

if TYPE_CHECKING:
    from claims.records.terms import (
        AliasKind,
        AlignmentStatus,
        Certainty,
        DateBasis,
        EntityKind,
        JudgementVerdict,
        KindName,
        LinkType,
        LinkVerdict,
        Phase,
        Polarity,
        RelationType,
        Reliability,
        ReviewVerdict,
        RoleName,
        SourceKind,
        SpeechAct,
    )
else:
    KindName, RoleName = Literal[tuple(KINDS)], Literal[tuple(ROLES)]
    Phase, Polarity, Certainty = (Literal[tuple(TERMS[name])] for name in ("phase", "polarity", "certainty"))
    SpeechAct, DateBasis = Literal[tuple(TERMS["speech_act"])], Literal[tuple(TERMS["date_basis"])]
    AlignmentStatus, EntityKind = Literal[tuple(TERMS["alignment"])], Literal[tuple(TERMS["entity_kind"])]
    AliasKind, SourceKind = Literal[tuple(TERMS["alias_kind"])], Literal[tuple(TERMS["source_kind"])]
    Reliability, JudgementVerdict = Literal[tuple(TERMS["reliability"])], Literal[tuple(TERMS["judgement"])]
    ReviewVerdict, LinkType = Literal[tuple(TERMS["verdict"])], Literal[tuple(TERMS["link_type"])]
    LinkVerdict, RelationType = Literal[tuple(TERMS["link_verdict"])], Literal[tuple(TERMS["relation_type"])]


class _Record(Struct, tag_field="record", forbid_unknown_fields=True, omit_defaults=True):
    pass


class Source(_Record, tag="source", kw_only=True):
    """Who publishes. `origin`: name of the source that it repeats."""

    name: Annotated[Name, Meta(description="name of the publisher")]
    kind: Annotated[SourceKind, Meta(description="sort of publisher")] = "other"
    country: Country | None = None
    reliability: Annotated[Reliability, Meta(description="Admiralty code; F = cannot be judged")] = "F"
    origin: Annotated[Name, Meta(description="name of the source that it repeats; left out = itself")] | None = None


class Document(_Record, tag="document", kw_only=True):
    """One article. Without `text` it is withheld; `text_sha256` and `text_length` (code points) then keep its spans checkable."""

    key: Key | None = None
    slug: Slug | None = None
    source: Annotated[Name, Meta(description="name of the publisher")]
    url: Annotated[Url, Meta(description="address; left out = unknown")] | None = None
    title: Annotated[Line, Meta(description="title")]
    author: Annotated[Line, Meta(description="who wrote it, as the page or file says")] | None = None
    language: Language
    published_on: Annotated[str, Meta(description="YYYY-MM-DD, YYYY-MM or YYYY")] | None = None
    origin: Annotated[Name, Meta(description="name of the source that this one document repeats")] | None = None
    restates: Annotated[Text, Meta(description="slug or key of the document that this one retells")] | None = None
    text: Annotated[Body, Meta(description="the whole text; left out = withheld")] | None = None
    text_sha256: Sha256 | None = None
    text_length: Annotated[Offset, Meta(description="length of the text in code points")] | None = None
    note: Annotated[Text, Meta(description="what a reader should know of it")] | None = None


class Sentence(_Record, tag="sentence", kw_only=True):
    """An entry of a document's ledger. `reason`: why the sentence bears no claim."""

    document: Annotated[Text, Meta(description="slug or key of the document")]
    start: Start
    end: End
    reason: Annotated[Text, Meta(description="why it bears no claim; left out = it bears some")] | None = None
    note: Annotated[Text, Meta(description="what is garbled in it, or how it was read")] | None = None


class Alias(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """A name seen for an entity."""

    name: Annotated[Name, Meta(description="the name as written")]
    language: Language | None = None
    kind: Annotated[AliasKind, Meta(description="sort of name")] = "variant"


class Entity(_Record, tag="entity", kw_only=True):
    """Someone or something named. `name` is the canonical English name and need not stand among the aliases."""

    key: Key | None = None
    slug: Slug | None = None
    name: Annotated[Name, Meta(description="canonical name, in English")]
    kind: Annotated[EntityKind, Meta(description="sort of entity")]
    country: Country | None = None
    wikidata: Annotated[str, Meta(pattern=r"^Q[1-9]\d*$", description="Wikidata item, e.g. Q17")] | None = None
    aliases: Annotated[tuple[Alias, ...], Meta(max_length=2000, description="its other names")] = ()


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
    name: Annotated[Name, Meta(description="name of the event, in English")]
    kind: Annotated[KindName, Meta(description="kind of the claims that tell of it")]
    series: Annotated[Text, Meta(description="slug or key of the series that it belongs to")] | None = None
    ordinal: Annotated[int, Meta(ge=1, lt=2**31, description="its number in the series, from 1")] | None = None
    made_by: Annotated[Text, Meta(description="the rule that made it; left out = its record tells it")] | None = None


class Argument(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """`name` as written; `entity`: slug or key of whom it means, left out where the name itself tells."""

    role: Annotated[RoleName, Meta(description="the part that it plays")]
    name: Annotated[Name, Meta(description="the name as written, garbled or not")]
    entity: Annotated[Text, Meta(description="slug or key of whom it means; left out = the name tells")] | None = None
    start: Start | None = None
    end: End | None = None


class Evidence(Struct, forbid_unknown_fields=True, omit_defaults=True):
    """Where a document says it: a `quote`, or a span of its text.

    A quote is found in the text, or refused. Where the text is not held, it is kept as given and shown as unverified
    until the text is there. `page` alone, or `alignment` "unverified" alone, cites the document without its words.
    `document`: where the words stand, if not in the claim's own.
    """

    quote: (
        Annotated[Text, Meta(description="words of the text; found in it, or refused; unverified where it is not held")]
        | None
    ) = None
    page: Annotated[Text, Meta(description="page or place in the document, as given")] | None = None
    start: Start | None = None
    end: End | None = None
    alignment: Annotated[AlignmentStatus, Meta(description="how the quote was found; given by export")] | None = None
    document: Annotated[Text, Meta(description="where the words stand; left out = the claim's document")] | None = None


class Claim(_Record, tag="claim", kw_only=True):
    """One statement of one document."""

    key: Key | None = None
    slug: Slug | None = None
    document: Annotated[Text, Meta(description="slug or key of the document that makes the statement")]
    kind: Annotated[KindName, Meta(description="what it is about, whatever has become of it")]
    phase: Annotated[Phase, Meta(description="what has become of it")]
    polarity: Annotated[Polarity, Meta(description="whether it is so, by the text")] = "+"
    certainty: Annotated[Certainty, Meta(description="how sure the one who says it is")] = "CT"
    speech_act: Annotated[SpeechAct, Meta(description="what is done by saying it")] = "report"
    asserter: Annotated[Text, Meta(description="who says it, as written; left out = the document")] | None = None
    date: Annotated[str, Meta(description="EDTF: when it took or takes place; for a promise, when made")] | None = None
    date_text: Annotated[Text, Meta(description="the date as written")] | None = None
    date_basis: Annotated[DateBasis, Meta(description="how the date is known")] | None = None
    due: Annotated[str, Meta(description="EDTF: when a promised thing is to happen")] | None = None
    due_text: Annotated[Text, Meta(description="the due date as written")] | None = None
    quantity: Annotated[Text, Meta(description="rank, count or amount: '4', 'last', '60 min'")] | None = None
    event: Annotated[Text, Meta(description="slug or key of the event that it speaks of")] | None = None
    arguments: Annotated[tuple[Argument, ...], Meta(max_length=500, description="who and what takes part")] = ()
    evidence: Annotated[tuple[Evidence, ...], Meta(min_length=1, max_length=500, description="where the text says it")]
    summary: Annotated[Line, Meta(description="the statement in one plain English sentence")]
    confidence: (
        Annotated[float, Meta(ge=0, le=1, description="how sure the reading is; left out = not said")] | None
    ) = None
    run: Annotated[Text, Meta(description="key of the run that read it; left out = the load itself")] | None = None
    supersedes: Annotated[Text, Meta(description="key or slug of the claim that this one corrects")] | None = None
    retraction: Annotated[Text, Meta(description="why the claim is withdrawn; left out = it is held")] | None = None
    recorded_at: Annotated[Instant, Meta(description="UTC, given by export; left out = now")] | None = None
    retracted_at: Annotated[Instant, Meta(description="UTC, given by export; left out = now, or held")] | None = None


class Run(_Record, tag="run", kw_only=True):
    """An extraction or a load that claims came by, with its settings (`parameters`, JSON) and counts of records."""

    key: Key | None = None
    tool: Annotated[Text, Meta(description="what ran: load, rules-ja, llm ...")]
    version: Annotated[Text, Meta(description="version of the tool")]
    model: Annotated[Text, Meta(description="language model; left out = none")] | None = None
    parameters: Annotated[Settings, Meta(description="settings as JSON; left out = none")] | None = None
    anchor_on: Annotated[str, Meta(description="YYYY-MM-DD: what relative dates were counted from")] | None = None
    input_sha256: Annotated[Sha256, Meta(description="SHA-256 of the file that was read")] | None = None
    started_at: Annotated[Instant, Meta(description="UTC")]
    finished_at: Annotated[Instant, Meta(description="UTC")]
    inserted: Annotated[Offset, Meta(description="records that were new")] = 0
    unchanged: Annotated[Offset, Meta(description="records that were there already")] = 0
    superseded: Annotated[Offset, Meta(description="records that replaced an earlier one")] = 0
    rejected: Annotated[Offset, Meta(description="lines that were not taken in")] = 0


class Judgement(_Record, tag="judgement", kw_only=True):
    """Whether two entities are one. `left` is the one whose name stays."""

    left: Annotated[Text, Meta(description="slug or key of the entity whose name stays")]
    right: Annotated[Text, Meta(description="slug or key of the other")]
    verdict: Annotated[JudgementVerdict, Meta(description="same, different or unsure")]
    who: Annotated[Text, Meta(description="who judged")]
    why: Annotated[Text, Meta(description="on what grounds")]
    judged_at: Annotated[Instant, Meta(description="UTC; left out = now")] | None = None
    withdrawn_at: Annotated[Instant, Meta(description="UTC; left out = it stands")] | None = None


class Placement(_Record, tag="placement", kw_only=True):
    """A claim placed on an event otherwise than by its own record."""

    claim: Annotated[Text, Meta(description="slug or key of the claim")]
    version: Version | None = None
    event: Annotated[Text, Meta(description="slug or key of the event")]
    who: Annotated[Text, Meta(description="who placed it: a rule's name or a person")]
    why: Annotated[Text, Meta(description="on what grounds")]
    placed_at: Annotated[Instant, Meta(description="UTC; left out = now")] | None = None
    withdrawn_at: Annotated[Instant, Meta(description="UTC; left out = it stands")] | None = None


class Link(_Record, tag="link", kw_only=True):
    """`source` bears on `target` (slugs or keys of claims) in the way that `type` says, or was judged not to."""

    source: Annotated[Text, Meta(description="slug or key of the claim that bears on the other")]
    type: Annotated[LinkType, Meta(description="in which way")]
    target: Annotated[Text, Meta(description="slug or key of the claim that it bears on")]
    verdict: Annotated[LinkVerdict, Meta(description="refused: no rule brings the two together again")] = "accepted"
    who: Annotated[Text, Meta(description="who judged; left out = whoever wrote the claims")] | None = None
    why: Annotated[Text, Meta(description="on what grounds")] | None = None
    linked_at: Annotated[Instant, Meta(description="when; given by export; left out = now")] | None = None
    withdrawn_at: Annotated[Instant, Meta(description="when it was taken back; left out = it stands")] | None = None


class Review(_Record, tag="review", kw_only=True):
    """A person's verdict on a claim (slug or key)."""

    claim: Annotated[Text, Meta(description="slug or key of the claim")]
    version: Version | None = None
    verdict: Annotated[ReviewVerdict, Meta(description="what the reviewer found")]
    reviewer: Annotated[Text, Meta(description="who reviewed")]
    note: Annotated[Text, Meta(description="why")] | None = None
    reviewed_at: Annotated[Instant, Meta(description="UTC; left out = now")] | None = None


Record = Source | Document | Sentence | Entity | Relation | Event | Run | Claim | Judgement | Placement | Link | Review


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line, with examples of each record that load in their order."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A line of claims"}
    schema |= msgspec.json.schema(Record)
    for line in (DB / "examples" / "records.jsonl").read_text("utf-8").splitlines():
        example = msgspec.json.decode(line)
        schema["$defs"][example["record"].capitalize()].setdefault("examples", []).append(example)
    return schema


def encode(record: Record) -> bytes:
    """The record as one line of JSON, without the newline; fields at their default are left out."""
    return msgspec.json.encode(record)
