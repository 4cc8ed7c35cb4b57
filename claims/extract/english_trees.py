"""spaCy's English trees turned into those of Universal Dependencies, and slips of small parsers set right."""

from __future__ import annotations

from claims.extract.tree import Word


def turned(words: list[Word]) -> None:
    """Prepositions hang on their nouns, and a form of "be" on what it links its subject to, as in UD."""
    kids: dict[int, list[Word]] = {}
    for word in words:
        if word.head != word.at:
            kids.setdefault(word.head, []).append(word)

    def move(word: Word, head: int) -> None:
        kids[word.head].remove(word)
        word.head = head
        kids.setdefault(head, []).append(word)

    for word in words:
        if word.relation in ("prep", "agent") or (word.relation == "iobj" and word.pos == "ADP"):
            objects = [one for one in kids.get(word.at, ()) if one.relation in ("pobj", "pcomp")]
            inner = [one for one in kids.get(word.at, ()) if one.relation == "prep"]
            if not objects and len(inner) == 1 and word.head != word.at:
                # "based on", "according to", "ahead of": one preposition of two words
                objects = [one for one in kids.get(inner[0].at, ()) if one.relation in ("pobj", "pcomp")]
                if objects:
                    inner[0].relation = "fixed"
                    for one in objects:
                        move(one, word.at)
                        one.case = f"{word.text.lower()} {inner[0].text.lower()}"
            if not objects or word.head == word.at:
                continue
            first, head = objects[0], words[word.head]
            agent = word.relation == "agent"
            clause = first.relation == "pcomp" and first.pos in ("VERB", "AUX")
            first.case = first.case or word.text.lower()
            verbal = head.pos in ("VERB", "AUX", "ADJ", "ADV")
            first.relation = "advcl" if clause else "obl:agent" if agent else "obl" if verbal else "nmod"
            for one in objects[1:]:
                one.relation, one.case = first.relation, first.case
            for one in list(kids[word.at]):
                move(one, word.head if one in objects else first.at)
            move(word, first.at)
            word.relation = "mark" if clause else "case"
    for word in words:
        if word.lemma not in ("be", "remain", "become") or word.pos not in ("AUX", "VERB"):
            continue
        linked = next((one for one in kids.get(word.at, ()) if one.relation in ("acomp", "attr")), None)
        if linked is None:
            continue
        for one in list(kids[word.at]):
            if one is not linked:
                move(one, linked.at)
        linked.relation = word.relation
        if word.head == word.at:
            linked.head = linked.at
            kids[word.at].remove(linked)
        else:
            move(linked, word.head)
            kids[word.head].remove(word)
        word.head, word.relation = linked.at, "cop"
        kids.setdefault(linked.at, []).append(word)
        linked.case = ""
    for word in words:  # "Never before have they signed": the parser takes "have" for the verb
        parts = kids.get(word.at, ())
        verb = next((one for one in parts if one.relation == "ccomp" and one.tag in ("VBN", "VBD")), None)
        if (
            word.lemma != "have"
            or verb is None
            or word.at > verb.at
            or any(one.relation.startswith("nsubj") for one in parts)
        ):
            continue
        for one in list(parts):
            if one is not verb:
                move(one, verb.at)
        verb.relation = word.relation
        if word.head == word.at:
            verb.head = verb.at
            kids[word.at].remove(verb)
        else:
            move(verb, word.head)
            kids[word.head].remove(word)
        word.head, word.relation, verb.tag = verb.at, "aux", "VBN"
        kids.setdefault(verb.at, []).append(word)
    for word in words:  # "agreed to cut tariffs, to launch a fund and to meet": a list, not an aim
        head = words[word.head]
        marks = [one for one in kids.get(word.at, ()) if one.text.lower() == "to" and one.relation == "aux"]
        if (
            word.relation == "advcl"
            and word.tag == head.tag == "VB"
            and head.relation == "xcomp"
            and head.at < word.at
            and marks
        ):
            before = words[marks[0].at - 1]
            if before.text == ",":
                word.relation = "conj"
    for word in words:
        if word.relation in ("acomp", "attr", "pcomp"):
            word.relation = "xcomp"
        elif word.relation in ("prep", "pobj", "agent"):
            word.relation = "obl"
