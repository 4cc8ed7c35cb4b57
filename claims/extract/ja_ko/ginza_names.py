"""Persons and organisations of a Japanese sentence that neither the alias table nor a title tells, by GiNZA.

GiNZA (`pip install 'claims[ginza]'`) knows many names and takes other things for names too. So only its labels for
persons and organisations count, without titles, and only where the table and the rules read nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from claims.errors import ClaimsError
from claims.extract.gazetteer import Hit, Known
from claims.extract.ja_ko.titles import TITLE_HEAD
from claims.extract.mentions import Mention

#: a spaCy pipeline: a text to a document whose `ents` are spans of tokens
Recogniser = Callable[[str], Any]

_ORGANISATIONS = {
    "Cabinet",
    "Company",
    "Company_Group",
    "Corporation_Other",
    "Government",
    "International_Organization",
    "Military",
    "Organization_Other",
    "Political_Organization_Other",
    "Political_Party",
    "Public_Institution",
    "Research_Institute",
    "School",
}
_UNUSED = ("parser", "attribute_ruler", "morphologizer", "compound_splitter", "bunsetu_recognizer")
_HONORIFIC = re.compile(r"(?:氏|さん|様|ら|側)+$")
_NATION = re.compile("(?<=[ァ-ヴー])[米英仏独伊中韓豪比印加露][一-鿿]*$")  # レモンド|米商務
_KATAKANA = re.compile("[ァ-ヴー]{2,}(?:[・=＝][ァ-ヴー]+)*")
_PERSON = re.compile(
    rf"{_KATAKANA.pattern}|[一-鿿々]{{2,8}}|[一-鿿々]{{1,4}}[ 　]?[ぁ-ゖァ-ヴー]{{1,6}}[一-鿿]?|[ァ-ヴー]{{2,}}・?[一-鿿々]{{2,4}}"
)
# not an acronym, which is as often a framework (JUCIP, IPEF)
_ORGANISATION = re.compile(r"(?![A-Z]{2,6}$)[^\W\d_ぁ-ゖ](?:[^\W\d_]|[・&＆ 　]){1,29}")
_MEETING = re.compile("(?:会合|会談|会議|サミット|対話|協定|条約|声明|枠組み|パートナーシップ|フォーラム|閣僚|首脳)$")


@cache
def recogniser() -> Recogniser:
    """GiNZA's pipeline, of which only the names are used; loaded once, in some seconds, from the disk.

    Raises ClaimsError where GiNZA or its model is not installed.
    """
    try:
        import_module("ginza")
        pipeline: Recogniser = import_module("ja_ginza").load(exclude=_UNUSED)
    except ImportError:
        raise ClaimsError(
            "the extractor rules-ja+ginza needs GiNZA and its model", "pip install 'claims[ginza]'"
        ) from None
    return pipeline


def strangers(text: str, hits: Sequence[Hit], found: Sequence[Mention], recognise: Recogniser) -> list[Hit]:
    """The names that GiNZA sees in a sentence, apart from the known names `hits` and the mentions that the rules `found`."""
    taken = [(hit.start, hit.end) for hit in hits] + [(m.outer_start, m.outer_end) for m in found]
    return [one for one in _names(text, recognise) if all(one.end <= start or end <= one.start for start, end in taken)]


def leave_unknown(found: Sequence[Mention], unknown: Sequence[Hit]) -> None:
    """Take away the meaning that stood for "unknown" while the sentence was read: these names mean no entity."""
    for one in found:
        if any(one.means == (hit.known,) for hit in unknown):
            one.means = ()


def _names(text: str, recognise: Recogniser) -> Iterator[Hit]:
    for entity in recognise(text).ents:
        start, end, label = entity.start_char, entity.end_char, entity.label_
        whole = text[start:end]
        name = _HONORIFIC.sub("", whole)
        if label != "Person" and label not in _ORGANISATIONS and (label != "Position_Vocation" or name == whole):
            continue
        name = _untitled(text, start, start + len(name))
        tags = [token.tag_ for token in entity]
        if label == "Person" or name != whole:
            name = _NATION.sub("", name)
            kind, shape = "person", _PERSON
            proper = _KATAKANA.fullmatch(name) or any("人名" in tag for tag in tags)
        else:
            kind, shape = "organisation", _ORGANISATION
            proper = any("固有名詞" in tag for tag in tags) and not _MEETING.search(name)  # not サプライチェーン
        if proper and shape.fullmatch(name):
            yield Hit(start, start + len(name), Known(None, name, kind))


def _untitled(text: str, start: int, end: int) -> str:
    """The name up to a title that begins in it, even one that GiNZA cut through: 安長|官."""
    for title in TITLE_HEAD.finditer(text, start, end + 4):
        if title.start() < end <= title.end():
            return text[start : title.start()]
    return text[start:end]
