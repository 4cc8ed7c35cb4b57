"""What a claim found says otherwise than the gold claim that it is paired with, and what it lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from claims.dates import bounds
from claims.evaluate.beside import Beside, words_of
from claims.records import Argument, Claim
from claims.vocabulary import ROLES

#: roles that make a party, and those of things: what was spoken of, signed, founded, or in what frame
PARTIES = {name for name, role in ROLES.items() if role.is_party}
_THINGS = set(ROLES) - PARTIES - {"affected", "place"}
#: phases of what has happened, and of what will not any more
DONE = {"occurred", "ongoing", "implemented", "discussed"}
_UNDONE = {"failed", "cancelled"}
#: bases of dates that the sentence itself does not give
_LENT = ("inherited", "published")


def contradictions(gold: Claim, found: Claim, beside: Beside) -> Iterable[str]:
    """What cannot stand beside the gold claim, each in words; none = nothing contradicts it."""
    if gold.polarity != found.polarity and not (gold.phase in _UNDONE or found.phase in _UNDONE):
        yield f"polarity {found.polarity}, not {gold.polarity}"
    told, meant = (found.phase, found.polarity), (gold.phase, gold.polarity)
    if (
        found.phase in DONE
        and found.polarity == "+"
        and meant != told
        and (gold.phase not in DONE or gold.polarity == "-")
    ) or (gold.phase in DONE and gold.polarity == "+" and (found.phase in _UNDONE)):
        yield f"told as {found.phase}, not {gold.phase}"
    if gold.certainty == "U" and found.certainty == "CT" and found.phase in DONE:
        yield "told as certain"
    yield from _wrong_parts(gold, found, beside)
    if found.asserter and gold.asserter and not _may_say(gold, found.asserter, beside):
        yield f"said by {gold.asserter}, not {found.asserter}"
    if (
        gold.date
        and found.date
        and _apart(gold.date, found.date)
        and not (gold.due and not _apart(gold.due, found.date))
    ):
        yield f"date {found.date}, not {gold.date}"


def _wrong_parts(gold: Claim, found: Claim, beside: Beside) -> Iterable[str]:
    """Strangers among those who take part, the doer told as the one it is done to, another place, another thing."""
    strangers = [
        one.name
        for one in _in(found, {*PARTIES, "affected"})
        if not _among(one, gold.arguments, gold, beside) and (not one.name.isascii() or one.name[:1].isupper())
    ]
    if strangers and _in(gold, PARTIES):
        yield f"{', '.join(strangers)} is no party"
    for one in found.arguments:
        turned = {"agent": "affected", "affected": "agent"}.get(one.role)
        meant = {other.role for other in gold.arguments if _same(other, one, gold, beside)}
        if turned in meant and one.role not in meant:
            yield f"{one.name} is {turned}, not {one.role}"
    places = [one.name for one in _in(found, {"place"}) if not _told_of(one, gold.arguments, gold, beside)]
    if places and _in(gold, {"place"}):
        yield f"place {', '.join(places)}, not {', '.join(one.name for one in _in(gold, {'place'}))}"
    for roles in ({"framework"}, _THINGS - {"framework"}):  # before which court stands against no charge
        mine, theirs = _in(gold, roles), _in(found, roles)
        if mine and theirs and all(one.name in _besides(gold, theirs, beside) for one in theirs):
            yield f"{'; '.join(one.name for one in theirs)}, not {'; '.join(one.name for one in mine)}"


def _besides(gold: Claim, things: Sequence[Argument], beside: Beside) -> list[str]:
    """The things among `things` of which the gold claim says nothing, neither as an argument nor as its quantity."""
    amount = _tokens(gold.quantity or "")
    return [
        one.name for one in things if not _told_of(one, gold.arguments, gold, beside) and not amount & _tokens(one.name)
    ]


def lacks(gold: Claim, found: Claim, beside: Beside) -> Iterable[str]:
    """What the gold claim says and the claim found does not, or that it says besides, each in words; none = whole."""
    if gold.phase != found.phase:
        yield f"phase {found.phase}, not {gold.phase}"
    if gold.polarity != found.polarity:
        yield f"polarity {found.polarity}, not {gold.polarity}"
    mine, theirs = _in(gold, PARTIES), _in(found, PARTIES)
    yield from _absent(gold, found, beside, mine, theirs)
    more = [one.name for one in theirs if not _among(one, mine, gold, beside)]
    if more:
        yield f"{', '.join(more)} besides"
    yield from _absent(gold, found, beside, _in(gold, {"affected"}), found.arguments)
    things = [one.name for one in _in(gold, _THINGS) if not _told_of(one, found.arguments, gold, beside)]
    if things:
        yield f"without {'; '.join(things)}"
    if things := _besides(gold, _in(found, _THINGS), beside) if _in(gold, _THINGS) else []:
        yield f"{'; '.join(things)} besides"
    if gold.asserter and not found.asserter and not _may_say(found, gold.asserter, beside):
        yield f"without {gold.asserter}, who says so"
    if found.asserter and not gold.asserter and not _may_say(gold, found.asserter, beside):
        yield f"said by {found.asserter} besides"
    if not _same_days(gold.date, found.date) and not (gold.date is None and found.date_basis in _LENT):
        yield f"date {found.date}, not {gold.date}"


def _absent(
    gold: Claim, found: Claim, beside: Beside, mine: Sequence[Argument], theirs: Sequence[Argument]
) -> Iterable[str]:
    absent = [one.name for one in mine if not _among(one, theirs, gold, beside)]
    if absent:
        yield f"without {', '.join(absent)}"


def _may_say(claim: Claim, asserter: str, beside: Beside) -> bool:
    """Whether a claim leaves room for that asserter: it names them as such, or as who acts (who announces, urges)."""
    if claim.asserter:
        return beside.same(claim.document, claim.asserter, asserter)
    return any(beside.same(claim.document, one.name, asserter) for one in _in(claim, PARTIES))


def _in(claim: Claim, roles: set[str]) -> list[Argument]:
    return [one for one in claim.arguments if one.role in roles]


def _among(one: Argument, others: Sequence[Argument], gold: Claim, beside: Beside) -> bool:
    return any(_same(one, other, gold, beside) for other in others)


def _same(one: Argument, other: Argument, gold: Claim, beside: Beside) -> bool:
    if one.entity is not None and other.entity is not None:
        return one.entity == other.entity
    return beside.same(gold.document, one.name, other.name)


def _told_of(one: Argument, others: Sequence[Argument], gold: Claim, beside: Beside) -> bool:
    """Whether a thing is that of another argument: they share a word, or two letters where words are not parted."""
    return any(_same(one, other, gold, beside) or _tokens(one.name) & _tokens(other.name) for other in others)


def _tokens(words: str) -> set[str]:
    if words.isascii():
        return {word[:5] for word in words_of(re.sub(r"[^\w\s]", " ", words)) if len(word) > 3 or word.isdigit()}
    solid = re.sub(r"\W", "", words)
    return {solid[at : at + 2] for at in range(len(solid) - 1)}


def _same_days(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and bounds(one) == bounds(other))


def _apart(one: str, other: str) -> bool:
    (start, end), (other_start, other_end) = bounds(one), bounds(other)
    return (start or "") > (other_end or "9999") or (other_start or "") > (end or "9999")
