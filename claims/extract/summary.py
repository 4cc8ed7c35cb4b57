"""A plain English sentence for a claim of which only the parts are known, with canonical names."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.draft import Draft, Party
from claims.extract.phrases import CALLED_OFF, DENIED, DOING, OBJECTS, PASSIVE, PHASES, VERBS, ordinal, ranked

_SUBJECTS = ("participant", "signatory", "agent", "holder", "host")
_STATED = re.compile(
    r"(?i)statement|communiqu|declaration|report|document|fact sheet|声明|宣言|文書|報告|성명|선언|보고|문서"
)
#: what a text calls a topic with a verb of its own: "agreed (“step up patrols”)"
_DOING = re.compile(
    r"(?:and\s)?(?:to\s)?(?:rais|continu|begin|start|step|carry|giv|strengthen|mak|tak|hold|build|expand|work|develop|promot|creat|set|open|put"
    r"|provid|improv|increas|reduc|us|conclud|extend|support|shar|explor|pursu|ensur|maintain|keep|bring|seek|advanc|accept"
    r"|join|buy|sell|send|return|reach|find|resolv|prevent|protect|prepar|sign|lift|eas|cut)\w{0,4}\s"
)
_ARTICLE = re.compile(
    r"(?:United|European|Philippines|Netherlands|Czech Republic|Maldives|Bahamas|Solomon|Marshall|Seychelles|Gambia|Ministry"
    r"|Department|Bureau|National|U\.S\. Department|White House|World|International|Liberal|Organization|Association)\b"
)
_EVENT = re.compile(
    r"(?i)(?:meeting|summit|talks|dialogue|ministerial|conference|forum|consultations?|session|round)$|会|談|회|対話"
)
_SEVERAL = re.compile(r"(?i)(?:they|both|the|two|three)\b.*|.*[a-z]{2}s$|.*(?:両|双|者|々|ら|양|두|세|들|이들|3국).*")
#: what is denied in words with a verb of their own
_CLAUSE = re.compile(r"^[^“”]*\b(?:is|are|was|were|has|had|have|will|would|can|could|did|does|do|may|might)\b")
_PRONOUNS = {"they": "them", "he": "him", "she": "her"}


def summary(draft: Draft, words: str = "") -> str:
    """One sentence that says no more than the draft holds; names are canonical where they are known.

    `words`: those of the text that bear it, which say what a rank counts. Words that are no known name stand in
    quotation marks where they may be more than a name.
    """
    people = [p for p in draft.parties if p.role in _SUBJECTS and not (p.role == "holder" and draft.kind == "appoint")]
    subject = _listed(people)
    if draft.kind == "hold_office":
        office = next((_name(p) for p in draft.parties if p.role == "office"), "an office")
        return _sentence(f"{subject} holds the office of {office}", draft, dated=False)
    if draft.kind == "rank":
        what = _listed([p for p in draft.parties if p.role in ("framework", "instrument")])
        what = f"the {what}" if what.isascii() and what[:1].islower() and not what.startswith("the ") else what
        if not what:
            places = [p for p in draft.parties if p.role == "place"]
            counted = f"it was the {ordinal(draft.quantity or '')} {ranked(words, subject)}"
            return _sentence(counted + (f" to {_places(places)}" if places else ""), draft)
        number = "the last" if draft.quantity == "last" else f"number {draft.quantity}"
        return _sentence(f"{what} is {number} in its series", draft)
    if draft.act == "deny" and draft.kind != "state" and draft.polarity == "-" and (draft.asserter or subject):
        told = summary(replace(draft, polarity="+", act="report", asserter=None, date=None))
        return _sentence(f"{draft.asserter or subject} denied that {_inner(told)}", replace(draft, asserter=None))
    agents = [p for p in people if p.role == "agent"]
    if draft.kind == "visit" and draft.phase == "proposed" and agents and len(agents) < len(people):
        guests = _listed([p for p in people if p.role != "agent"])
        return _sentence(f"{_listed(agents)} proposed that {guests} {_told(draft, 1)}", draft)
    if draft.act == "urge" and (urged := [p for p in draft.parties if p.role == "affected"]):
        rest = replace(draft, parties=[p for p in draft.parties if p.role != "affected"])
        to = f"{'not ' if draft.polarity == '-' else ''}to {_told(rest, 1)}"
        by = (
            f"{subject} urged {_listed(urged)}"
            if subject
            else f"{_listed(urged)} {'were' if _several(urged) else 'was'} urged"
        )
        return _sentence(f"{by} {to}", draft)
    if draft.phase == "implemented":
        what = _listed([p for p in draft.parties if p.role == "instrument"]) or "what was agreed"
        return _sentence(f"{what} took effect{f' for {subject}' if subject else ''}", draft)
    if not people and draft.kind in ("provide", "base_on"):  # what provides is no party
        things = ("instrument", "framework")
        people = [p for p in draft.parties if p.role in things]
        subject = _listed(people)
    return _sentence(_with_subject(draft, subject, _several(people)) if subject else _alone(draft), draft)


def _inner(sentence: str) -> str:
    """A sentence as a clause: without its full stop, and in lower case where it begins with no name."""
    lower = re.match(r"(?:A|An|The|There|It|What)\b", sentence)
    return (sentence[0].lower() + sentence[1:] if lower else sentence).rstrip(".")


def _with_subject(draft: Draft, subject: str, several: bool) -> str:
    plain = _told(draft, 1)
    if draft.phase == "cancelled":
        return f"a plan for {subject} to {plain} {_called_off(draft)}"
    if draft.kind == "state" and draft.act == "deny":
        clauses = [p.name for p in draft.parties if p.role == "topic" and _CLAUSE.search(p.name)]
        return f"{subject} denied that {clauses[0]}" if clauses else f"{subject} issued a denial{_rest(draft)}"
    told = PHASES.get(draft.phase) if draft.kind != "discuss" or draft.phase != "discussed" else None
    if draft.polarity == "-":
        told = DENIED.get(draft.phase, told)
    if told:
        words = told[several].format(plain)
        if draft.phase == "failed" and draft.act == "predict":
            likely = "unlikely to" if draft.polarity == "-" else "likely to"
            words = f"{'may' if draft.certainty == 'PS' else f'are {likely}' if several else f'is {likely}'} fail to {plain}"
        if draft.phase == "expected" and draft.polarity == "+" and draft.certainty == "PS":
            words = f"may {plain}"
    elif draft.polarity == "-":
        words = f"did not {plain}"
    else:
        present = several and draft.kind in ("provide", "base_on")
        words = f"{'probably ' if draft.certainty in ('PR', 'PS') else ''}{_told(draft, 1 if present else 0)}"
    return f"{subject} {words}"


def _alone(draft: Draft) -> str:
    things = [p for p in draft.parties if p.role in ("instrument", "framework")]
    if draft.phase == "occurred" and draft.kind in PASSIVE and (objects := _object(draft.kind, _by_role(draft))):
        told = f"{'were' if len(things) > 1 else 'was'} {'not ' if draft.polarity == '-' else ''}{PASSIVE[draft.kind]}"
        where = [p for p in draft.parties if p.role == "place"]
        return f"{_things(objects[1])} {told}{f' in {_places(where)}' if where else ''}"
    if draft.kind == "base_on":
        return f"what is told here {_told(draft, 0)}"
    noun = _told(draft, 2)
    if draft.phase in ("occurred", "discussed"):
        be = "were" if noun.startswith("talks") else "was"
        return f"there {be} {f'no {_bare(noun)}' if draft.polarity == '-' else noun}"
    phases = (DENIED if draft.polarity == "-" else PHASES).get(draft.phase, PHASES[draft.phase])
    words = "is possible" if draft.phase == "expected" and draft.certainty == "PS" else phases[2]
    if draft.phase == "cancelled":
        words = _called_off(draft)
    elif draft.phase == "failed" and draft.act == "predict":
        words = "may come to nothing" if draft.certainty == "PS" else "is likely to come to nothing"
    return f"{noun} {words}"


def _called_off(draft: Draft) -> str:
    return CALLED_OFF[f"{draft.polarity} {draft.certainty}"]


def _bare(noun: str) -> str:
    return re.sub(r"^(?:an?|the)\s", "", noun)


def _by_role(draft: Draft) -> dict[str, list[Party]]:
    return {role: [p for p in draft.parties if p.role == role] for role in {p.role for p in draft.parties}}


def _object(kind: str, named: dict[str, list[Party]]) -> tuple[str, list[Party]] | None:
    """What the verb takes without a preposition: its role and the parties in it."""
    for role in OBJECTS.get(kind, ()):
        found = [p for p in named.get(role, ()) if not _is_doing(p)]
        if found and (kind != "state" or all(_STATED.search(_name(p)) for p in found)):
            return role, found
    return None


def _is_doing(party: Party) -> bool:
    return party.role == "topic" and party.known is None and _DOING.match(party.name) is not None


def _told(draft: Draft, form: int) -> str:
    """The verb or noun of the kind with what it is about, where and with whom."""
    named = _by_role(draft)
    doing = [f"“{p.name}”" for p in named.get("topic", ()) if _is_doing(p)]
    if doing:
        named["topic"] = [p for p in named["topic"] if not _is_doing(p)]
    role, objects = _object(draft.kind, named) or ("", [])
    what = f" {_places(objects) if role == 'place' else _things(objects)}" if role else ""
    rest = "".join(_more(draft.kind, other, named[other]) for other in _ORDER if other != role and named.get(other))
    verb = (DOING if doing and not role and draft.kind == "develop" else VERBS[draft.kind][0 if role else 1])[form]
    return verb.format(what) + rest + (f" ({_joined(doing)})" if doing else "")


def _rest(draft: Draft) -> str:
    topics = [p for p in draft.parties if p.role == "topic"]
    return f" (“{_listed(topics)}”)" if topics else ""


_ORDER = ("affected", "instrument", "framework", "basis", "partner", "topic", "witness", "place")


def _more(kind: str, role: str, parties: list[Party]) -> str:
    names = _things(parties)
    if role == "place":
        return f" in {_places(parties)}"
    if role in ("framework", "instrument") and kind in ("provide", "base_on"):
        return ""
    if kind == "assess" and role == "topic":
        return f" (“{_listed(parties)}”)"
    if kind == "state" and role == "instrument":
        return f" on {names}"
    if role in ("framework", "instrument"):
        return f" {'in' if kind == 'attend' else 'at' if _EVENT.search(names) else 'under'} {names}"
    prepositions = {"partner": "with", "topic": "on", "witness": "before", "basis": "on", "affected": "about"}
    word = "over" if kind in ("concern", "strike") and role == "topic" else prepositions[role]
    word = "against" if kind == "strike" and role == "affected" else word
    return f" {word} {names}"


def _several(people: list[Party]) -> bool:
    names = {_name(one) for one in people}
    return len(names) > 1 or any(one.known is None and _SEVERAL.fullmatch(one.name) for one in people)


def _places(parties: list[Party]) -> str:
    states = [p for p in parties if p.kind == "state"]
    cities = [p for p in parties if p.kind != "state"]
    if len(states) == 1 and len(cities) == 1:
        return f"{_name(cities[0])}, {_name(states[0])}"
    return _listed(parties)


def _things(parties: list[Party]) -> str:
    """Objects listed: with an article where they are common nouns, in quotation marks where they are the text's words."""
    found: list[str] = []
    for one in parties:
        name = _name(one)
        if one.known is None and name.isascii() and name[:1].islower():
            if one.role == "topic":
                name = name if " " not in name else f"“{name}”"
            elif not re.match(r"(?:an?|the|one|two|three|another|its|their|his|her)\s", name) and not name.endswith(
                "s"
            ):
                name = f"{'an' if name[0] in 'aeiou' else 'a'} {name}"
        found.append(name)
    whole = [name for name in dict.fromkeys(found) if not any(name != other and name in other for other in found)]
    return _joined(whole)


def _name(party: Party) -> str:
    name = party.known.canonical if party.known else party.name
    titled = (
        party.kind in ("framework", "series", "instrument") and " " in name and name.isascii() and name[0].isupper()
    )
    return f"the {name}" if titled or _ARTICLE.match(name) else name


def _listed(parties: list[Party]) -> str:
    return _joined(list(dict.fromkeys(_name(one) for one in parties)))


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def _sentence(words: str, draft: Draft, *, dated: bool = True) -> str:
    said = draft.asserter or ""
    alone = [p for p in draft.parties if p.role in _SUBJECTS]
    if said and len(alone) == 1 and alone[0].name == said:
        said = ""  # "A said that A would come"
    words += f" ({draft.date})" if dated and draft.date else ""
    words += f", according to {_PRONOUNS.get(said.lower(), said)}" if said else ""
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith('.') else '.'}"
