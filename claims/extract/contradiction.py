"""Whether the words that bear a claim say another thing than it does: denied, planned or doubted, and told as a fact."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claims.errors import ClaimsError
from claims.extract.extractors import extract
from claims.extract.gazetteer import Names
from claims.extract.lexicon import lexicon
from claims.records import Claim, Document

_SO = ("occurred", "ongoing", "implemented")
_ENDED = ("failed", "cancelled")
_SURE = {"CT": 3, "PR": 2, "PS": 1, "U": 0}


def _compiled(patterns: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {language: re.compile(pattern, re.I) for language, pattern in patterns.items()}


#: what is said of a report to say that it is wrong
_CALLED_FALSE = _compiled(
    {
        "en": r"\b(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|it is)\b.{0,200}\b"
        r"(?:false|untrue|unfounded|baseless|fabricated)\b"
        r"|\b(?:denied|denies|dismissed|rejected) (?:\w+ ){0,3}(?:reports?|claims?|rumou?rs?|allegations?)\b",
        "ja": r"(?:報道|うわさ|噂|情報|主張).{0,40}(?:否定|誤り|虚偽|事実(?:では|で)な)",
        "ko": r"(?:보도|소문|주장).{0,40}(?:부인|사실이 아니|거짓|사실무근)",
    }
)
#: a negation; "not only" is none
_NOT = _compiled(
    {
        "en": r"\b(?:not(?! only| just)|never|no(?! doubt| later| less| more| fewer)|neither|nor|without|denie[sd]|den(?:y|ying)"
        r"|refus\w+|fail(?:s|ed|ing)? to|false)\b|n['’]t\b",
        "ja": r"ない|なかっ|なく|ません|ず(?=[、。に])|否定|拒否|拒ん|見送",
        "ko": r"않|없[다었는이음]|못[하했한]|부인|거부|무산",
    }
)
#: further words by which a thing is not so
_ABSENT = _compiled(
    {
        "en": r"\b(?:none|nobody|nothing|un(?:able|willing|likely|success\w+)"
        r"|absent|skip\w*|declin\w*|lack\w*|avoid\w*|reject\w*|rul\w* out|cannot)\b",
        "ja": r"[不無未非]|欠席|断[っら]|避け|中止|外れ|なし|ぬ(?=[、。])",
        "ko": r"불[참발허가]|미[정달]|거절|아니|없|제외|취소",
    }
)
#: words that make a thing one to come, or doubted
_NOT_YET = _compiled(
    {
        "en": r"\b(?:would|could|might|(?-i:may)|will|if|unless|whether|expect\w*|plan(?:s|ned|ning)? to|hop(?:e|es|ed|ing) to"
        r"|intend\w* to|seek\w* to|want\w* to|aim\w* to|(?:is|are|was|were) to|scheduled|likely"
        r"|reportedly|allegedly|rumou?r\w*|agreed to)\b",
        "ja": r"予定|見通し|見込|可能性|方針|意向|検討|れば|なら|とみられ|目指|計画|ことで合意|かもしれ|という(?:報道|情報|うわさ)",
        "ko": r"예정|전망|가능성|방침|계획|검토|경우|것으로 보|기로|겠다|알려졌",
    }
)


def contradiction(claim: Claim, sentence: str, quote: str, language: str, names: Names) -> str | None:
    """What the words say instead, where the claim's phase, polarity or certainty is another; None where they agree.

    `sentence` are the whole sentences in which `quote` stands, as a "not" may stand before it. A fact that they call
    false is none. Else the offline reader reads them, where its parser is installed; where it finds the claim's kind, its
    reading decides, and where not the quote's own words do. None for other languages than English, Japanese and Korean.
    """
    known = language[:2]
    if known not in _NOT:
        return None
    as_fact = claim.polarity == "+" and _standing(claim) == "so" and claim.certainty == "CT"
    if as_fact and (found := _CALLED_FALSE[known].search(sentence)):
        return f"its words call it false: {found.group()!r}"
    own = [one for one in _read(sentence, known, names) if one.kind == claim.kind and _overlap(one, sentence, quote)]
    if own:
        if any(_agree(claim, one) for one in own):
            return None
        return f"its words say {_told(own[0])}, not {_told(claim)}"
    if claim.polarity == "-" and not (_NOT[known].search(sentence) or _ABSENT[known].search(sentence)):
        return "its words deny nothing"
    open_ = _standing(claim) == "ahead" and claim.phase != "discussed"
    if open_ and not (_NOT_YET[known].search(sentence) or _opens(known, sentence)):
        return f"its words tell nothing to come, and it is told as {claim.phase}"
    if claim.polarity == "+" and claim.phase not in (*_ENDED, "pending") and claim.speech_act != "deny":
        if found := _NOT[known].search(quote):
            return f"its words hold {found.group()!r}, which it leaves out"
        if as_fact and (found := _NOT_YET[known].search(quote)):
            return f"its words hold {found.group()!r}, and it is told as done"
    return None


def _opens(language: str, sentence: str) -> bool:
    """Whether some word of the lexicon leaves what the sentence tells open: a plan, a proposal, an agreement."""
    return _opening(language).search(sentence) is not None


@cache
def _opening(language: str) -> re.Pattern[str]:
    heads = lexicon(language).heads.items()
    words = {word for word, effect in heads if effect.phase and effect.phase not in (*_SO, *_ENDED)}
    if language == "en":  # an inflected verb begins with its stem
        return re.compile(
            rf"\b(?:{'|'.join(re.escape(re.split('_', one)[0].removesuffix('e')) for one in words)})", re.I
        )
    stems = {one[:-1] if len(one) > 2 and "ぁ" <= one[-1] <= "ん" else one for one in words if len(one) > 1}
    return re.compile("|".join(map(re.escape, sorted(stems, key=len, reverse=True))))


@lru_cache(maxsize=64)
def _read(sentence: str, language: str, names: Names) -> list[Claim]:
    if not sentence.strip():
        return []
    try:
        return extract(Document(slug="-", source="-", title="-", language=language, text=sentence), names, least=0)
    except ClaimsError:  # no parser
        return []


def _overlap(one: Claim, sentence: str, quote: str) -> bool:
    """Whether a claim of the sentence stands in the quote, or the quote is too changed to say where it stands."""
    at = sentence.find(quote)
    return at < 0 or any((e.start or 0) < at + len(quote) and at < (e.end or 0) for e in one.evidence)


def _agree(claim: Claim, own: Claim) -> bool:
    return (
        claim.polarity == own.polarity
        and _standing(claim) == _standing(own)
        and _SURE[claim.certainty] <= max(_SURE[own.certainty], _standing(own) == "ahead")
    )


def _standing(claim: Claim) -> str:
    """Whether a thing is so, came to nothing, is agreed, or lies ahead."""
    if claim.phase in _SO or (claim.phase == "discussed" and claim.kind == "discuss"):
        return "so"
    return "ended" if claim.phase in _ENDED else "agreed" if claim.phase == "agreed" else "ahead"


def _told(claim: Claim) -> str:
    return " ".join([claim.phase, claim.polarity, claim.certainty])
