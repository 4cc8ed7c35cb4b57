"""The shorter forms of a name, and whether a name found is only a part of another word."""

from __future__ import annotations

import re

from claims.extract.gazetteer import Known
from claims.names import FAMILY_NAMES

#: words that a family name may begin with: Ould Cheikh, van den Berg
_PARTICLES = {
    "van",
    "von",
    "der",
    "den",
    "de",
    "da",
    "das",
    "dos",
    "del",
    "della",
    "di",
    "du",
    "ould",
    "mint",
    "bin",
    "bint",
    "ben",
    "ibn",
}


def surnames(name: str, family: str = "") -> list[str]:
    """The forms by which a text goes on to call whom it has named in full; the full name first. `family`: as parsed."""
    if name[:1].isascii() or re.match("[\u00c0-\u024f]", name):
        words = name.split()
        if len(words) < 2:
            return [name]
        first = words[0].lower()
        family = words[0] if first in FAMILY_NAMES or (len(words) == 2 and re.search("-[a-z]", words[1])) else words[-1]
        forms = [name, family] if len(family) > 2 or first in FAMILY_NAMES else [name]
        at = len(words) - 1
        while at > 1 and words[at - 1].lower() in _PARTICLES:
            at -= 1
        if at < len(words) - 1:
            whole = " ".join(words[at:])
            forms += [whole, whole[:1].upper() + whole[1:]]
        return [*forms, family.replace("al-", "Al-")] if family.startswith("al-") else forms
    if re.fullmatch("[ァ-ヴー・=]+", name):
        return [name, *(part for part in re.split("[・=]", name) if len(part) > 2)]
    if re.fullmatch("[가-힣]{3}", name):
        return [name]
    if re.fullmatch("[가-힣]+(?: [가-힣]+){1,2}", name):
        parts = name.split()  # of three, the last may be a country: 이네스 코르도바 파멜리아
        return [name, *(parts[1:] if len(parts) == 2 else []), *(word for word in parts[:-1] if len(word) > 2)]
    family = family or (name[:2] if len(name) in (3, 4) and re.fullmatch("[一-鿿々]+", name) else "")
    return [one for one in (name, family) if len(one) > 1]


def short_form(name: str, title: str) -> str:
    """The family name with the title, as Korean goes on to call someone: 김 장관; "" for other names."""
    return f"{name[0]} {title.split()[-1]}" if re.fullmatch("[가-힣]{2,3}", name) and title else ""


def family_of(name: str, people: list[Known]) -> Known | None:
    """Whom a family name before a title means: 王部長, after 王毅外交部長, 大河内大臣; 오 부행장, after 오세라 부행장."""
    if not re.fullmatch("[一-鿿々]{1,3}|[가-힣]", name):
        return None
    return next((one for one in reversed(people) if one.canonical.startswith(name)), None)


def is_namesake(one: str, other: str) -> bool:
    """Whether two full names share the family name alone: Jo Lind and Ana Lind."""
    mine, theirs = one.split(), other.split()
    return one.isascii() and min(len(mine), len(theirs)) > 1 and mine[-1] == theirs[-1] and mine[0] != theirs[0]


def inside_word(text: str, start: int, end: int) -> bool:
    """Whether katakana or Hangul goes on before the name, or katakana behind it: it is then a part of another word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    katakana = bool(re.match("[ァ-ヴー]", text[start])) and bool(
        re.match("[ァ-ヴー]", before) or re.match("[ァ-ヴー]", after)
    )
    return katakana or bool(re.match("[가-힣]", text[start]) and re.match("[가-힣]", before))
