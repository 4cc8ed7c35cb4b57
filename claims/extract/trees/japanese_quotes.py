"""What is said, in Japanese trees: it hangs on the verb of saying, and what stands in its marks hangs on nothing outside."""

from __future__ import annotations

import re

from claims.extract.lexicon import lexicon
from claims.extract.trees.tree import Word

_CLAUSES = ("advcl", "nmod", "obl", "nsubj", "dep", "ccomp", "acl")
_HEARSAY = lexicon("ja").patterns["hearsay"]
_OF_CASE = {"を": "obj", "が": "nsubj", "は": "nsubj", "も": "nsubj"}


def set_quotes(word: Word) -> None:
    """What ends in ば is a condition, what ends in と is what somebody says or thinks, what ends in よう what somebody is asked to do."""
    said = word.form.split("/")[0].rstrip("」』、")
    if word.pos not in ("VERB", "ADJ", "NOUN", "AUX") or word.relation not in _CLAUSES or not said:
        return
    if word.relation == "acl" and re.search("(?:ば|たら)$", said):
        word.relation = "advcl"
    elif re.search("と(?:の|いう|する|した)$", said):
        word.relation = "acl"
    elif said.endswith("と") or (said.endswith(("よう", "ように")) and word.relation == "advcl"):
        word.relation = "ccomp"


def leave_hearsay(word: Word, words: list[Word]) -> None:
    """Nobody says what ends in …という: whoever stands before it did what is said: 社長は「…」と述べたという."""
    last = words[word.head]
    if word.relation != "nsubj" or last.relation != "root" or not _HEARSAY.search(f"{last.lemma}{last.form}"):
        return
    said = next((one for one in words[word.at :] if one.head == last.at and one.relation == "ccomp"), None)
    if said is not None and all(one.head != said.at or one.relation != "nsubj" for one in words):
        word.head = said.at


def keep_apart(words: list[Word]) -> None:
    """No word within quotation marks hangs on one outside but the last, and none before them on one within."""
    begin = -1
    for mark in words:
        if mark.text == "「":
            begin = mark.at
        if mark.text != "」" or begin < 0:
            continue
        inside = [one for one in words[begin + 1 : mark.at] if not begin < one.head < mark.at]
        last = inside[-1] if inside else mark
        if "」" in last.form:
            for one in inside[:-1]:
                one.head, one.relation = last.at, _OF_CASE.get(one.case, "obl")
            for one in words[:begin]:
                if begin < one.head < mark.at and last.head > mark.at and one.pos != "PUNCT":
                    one.head, one.relation = last.head, _OF_CASE.get(one.case, one.relation)
        begin = -1
