"""A plain English sentence for a claim that rules found, built from its parts and canonical names."""

from __future__ import annotations

from claims.extract.mention import Draft, Party

# By kind: the verb after the subject in the past; in the infinitive; for a passive without a subject.
_VERBS = {
    "meet": ("met", "meet", "there was a meeting"),
    "attend": ("took part", "take part", "there was attendance"),
    "visit": ("visited", "visit", "there was a visit"),
    "discuss": ("discussed", "discuss", "there was discussion of"),
    "concern": ("voiced concern or disapproval", "voice concern", "there was concern"),
    "state": ("made a statement", "make a statement", "a statement was made"),
    "cooperate": ("worked together", "work together", "there was cooperation"),
    "develop": ("carried forward", "carry forward", "there was work on"),
    "support": ("backed", "back", "there was support for"),
    "sign": ("signed", "sign", "there was a signing of"),
    "join": ("joined", "join", "there was accession to"),
    "establish": ("established", "establish", "was established:"),
    "provide": ("provides for", "provide for", "it is laid down:"),
    "base_on": ("rests on or follows", "rest on", "it rests on or follows"),
    "elect": ("took part in an election", "take part in an election", "there was an election"),
    "harm": ("harmed", "harm", "there was harm to"),
    "assess": ("gave a judgement on", "give a judgement on", "there was a judgement on"),
}
_PHASES = {
    "agreed": "agreed to {verb}",
    "intended": "intend to {verb}",
    "proposed": "proposed to {verb}",
    "scheduled": "are scheduled to {verb}",
    "expected": "are expected to {verb}",
    "pending": "have not yet decided to {verb}",
    "failed": "failed to {verb}",
    "cancelled": "called off plans to {verb}",
    "ongoing": "continue to {verb}",
    "discussed": "discussed whether to {verb}",
}
_SUBJECTS = ("participant", "signatory", "agent", "holder", "host")


def summary(draft: Draft) -> str:
    """One sentence that says no more than the draft holds; names are canonical where they are known."""
    subject = _listed([p for p in draft.parties if p.role in _SUBJECTS])
    after = _tail(draft)
    if draft.kind == "hold_office":
        office = next((_name(p) for p in draft.parties if p.role == "office"), "an office")
        return _capital(f"{subject} holds the office of {office}{_said(draft)}.")
    if draft.kind == "rank":
        what = (
            _listed([p for p in draft.parties if p.role in ("framework", "instrument")]) or f"The meeting of {subject}"
        )
        number = "the last" if draft.quantity == "last" else f"number {draft.quantity}"
        return _capital(f"{what} is {number} in its series{_when(draft)}{_said(draft)}.")
    past, plain, nobody = _VERBS[draft.kind]
    unlikely = draft.phase == "expected" and draft.polarity == "-"
    verb = past
    if draft.phase in _PHASES and not (draft.kind == "discuss" and draft.phase == "discussed"):
        verb = _PHASES[draft.phase].format(verb=plain)
    if unlikely:
        verb = f"are unlikely to {plain}"
    elif draft.polarity == "-":
        verb = f"did not {plain}" if draft.phase == "occurred" else f"{verb} (denied)"
    hedge = ""
    if draft.certainty in ("PR", "PS") and not unlikely:
        hedge = " (probably)" if draft.certainty == "PR" else " (possibly)"
    if not subject:
        subject, verb = "", nobody if verb == past else f"it is {draft.phase}: {nobody}"
    return _capital(f"{subject} {verb}{hedge}{after}{_when(draft)}{_said(draft)}.".strip())


def _tail(draft: Draft) -> str:
    objects = [p for p in draft.parties if p.role == "instrument"]
    topics = [p for p in draft.parties if p.role == "topic"]
    parts = ""
    if objects:
        parts += f" {_listed(objects)}"
    for role, word in (("affected", ""), ("partner", "with "), ("framework", "in "), ("basis", "")):
        named = [p for p in draft.parties if p.role == role]
        if named:
            parts += f" {word}{_listed(named)}"
    if topics:
        word = " over" if draft.kind == "concern" else "" if draft.kind == "discuss" and not parts else ", on"
        parts += f"{word} {_listed(topics)}"
    places = [p for p in draft.parties if p.role == "place"]
    return parts + (
        f" in {_listed(places)}" if places and draft.kind != "visit" else f" {_listed(places)}" if places else ""
    )


def _when(draft: Draft) -> str:
    return f" ({draft.date})" if draft.date else ""


def _said(draft: Draft) -> str:
    return f", according to {draft.asserter}" if draft.asserter else ""


def _name(party: Party) -> str:
    return party.known.canonical if party.known else party.name


def _listed(parties: list[Party]) -> str:
    names = list(dict.fromkeys(_name(one) for one in parties))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
