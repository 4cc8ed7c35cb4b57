"""Who says what a claim tells, what its verb makes of its state, and the words that bear it."""

from __future__ import annotations

from dataclasses import replace

from claims.extract.draft import DOERS, Cue, Party
from claims.extract.factuality.forms import State, Unread, form_of
from claims.extract.lexicon import frames, sort
from claims.extract.phrasing import phrase
from claims.extract.predicates.subjects import is_passive
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word


def phased(s: Sentence, state: State, cue: Cue) -> State:
    """The state with what the cue's own verb makes of it: called off, come to nothing."""
    if cue.phase == "denied":
        return replace(state, act="deny", polarity="+", phase="occurred" if state.phase == "ongoing" else state.phase)
    if cue.phase == "scheduled":  # "a meeting is planned for June"
        past = form_of(s.tree, cue.word).split("/")[0].split()[:1] in (["was"], ["were"], ["had"])
        return replace(state, phase="scheduled", act="announce", certainty="U" if past else state.certainty)
    if (
        cue.kind == "postpone"
        and state.phase in ("intended", "scheduled")
        and state.act == "announce"
        and state.said
        and s.tree.final
    ):
        return replace(state, phase="occurred")  # who announces that it is put off puts it off
    if cue.phase == "agreed" and state.act == "deny":
        return replace(state, phase="occurred")
    if cue.phase == "agreed":
        asks = s.lexicon.telling("urge") | s.lexicon.telling("propose")
        asked = [one for one in s.tree.children(cue.word, "obl") if one.lemma in asks]
        if s.lexicon.has("consents", cue.word.lemma) and asked:
            raise Unread(f"of what “{asked[0].text}” asked for it tells nothing")  # 要望には応じなかった
        never = state.polarity == "-" and any(s.lexicon.class_of(one.lemma) == "thing" for one in state.heads)
        if never and s.lexicon.has("undecided", cue.word.lemma):
            raise Unread("it is not decided")  # 결정된 바 없다
        if never and s.lexicon.has("knows", "듣"):
            return replace(state, phase="occurred")  # 합의한 적이 없다
        if state.polarity == "-" and s.lexicon.has("consents", cue.word.lemma) and state.phase != "occurred":
            raise Unread("who will not consent leaves nothing open")  # 補償に応じない方針だ
        if state.polarity == "-" and s.tree.final and s.lexicon.has("confirms", cue.word.lemma):
            raise Unread("it is not confirmed")  # 欠陥は現時点で確認されていない
        if state.polarity == "-":  # 決めていない is undecided, "did not agree" came to nothing
            return replace(state, phase="failed" if state.phase == "occurred" else "pending", polarity="+")
        act = "promise" if cue.kind == "pay" else state.act
        return replace(state, phase="agreed", act=act) if state.phase == "occurred" else state
    if cue.phase:
        if state.polarity == "-" and s.lexicon.has("ending", cue.word.lemma):
            state = replace(state, polarity="+")  # "ended with no agreement"
        if state.polarity == "-" or state.phase in ("failed", "cancelled"):
            return replace(state, phase=cue.phase, certainty="U", polarity="+")
        certainty = (
            state.certainty
            if state.phase in ("occurred", "agreed") or (state.act == "announce" and s.tree.final)
            else max(state.certainty, "PR", key=("CT", "PR", "PS", "U").index)
        )
        return replace(state, phase=cue.phase, certainty=certainty)
    if (
        cue.kind == "sign"
        and cue.event is not None
        and state.polarity == "-"
        and state.phase == "occurred"
        and state.act != "deny"
        and not (
            s.lexicon.has("instrument", cue.event.lemma)  # 협정은 체결되지 않았다, 계약을 맺지 않았다
            and s.tree.final
            and (is_passive(s, cue.word) or s.lexicon.patterns["simply_not"].search(cue.word.form))
        )
    ):
        return replace(state, phase="failed", polarity="+")
    if s.tree.final and state.phase == "proposed" and cue.kind == "urge":
        state = replace(state, phase="occurred")  # 選任を求める提案を提出した: to propose it is to ask for it
    if s.tree.final and state.phase == "agreed" and cue.kind == "concern":
        state = replace(state, phase="occurred")  # 反対することを確認した: to agree on it is to say it
    performed = cue.kind in sort("said") or s.lexicon.has("performed", cue.word.lemma)
    if s.tree.final and state.phase in ("intended", "scheduled") and performed and _spoken(s, cue, state):
        state = replace(state, phase="occurred", act="report")
    if state.phase == "ongoing" and (cue.kind in sort("said") or (cue.kind == "discuss" and s.tree.final)):
        state = replace(state, phase="occurred")  # "is calling for"
    if cue.kind == "attend" and s.lexicon.has("absent", cue.word.lemma):
        return replace(state, polarity="-" if state.polarity == "+" else "+")
    return state


def _spoken(s: Sentence, cue: Cue, state: State) -> bool:
    """Whether to say so is to do it: 支持すると述べた, 반대한다고 밝혔다, 中止を求める声明, 反対する考えを示した."""
    act = cue.kind == "urge" or s.lexicon.has("whole", cue.word.lemma)
    if act and s.tree.final and not state.said and not state.heads and cue.word.relation == "root":
        return False  # 返還を求める, 遅れを謝罪する: it is to come
    stance = s.lexicon.has("performed", cue.word.lemma) and all(s.lexicon.has("stance", h.lemma) for h in state.heads)
    form = form_of(s.tree, cue.word)
    heads = [one for one in state.heads if s.lexicon.class_of(one.lemma) != "thing"]  # 지지한다는 점을 재확인했다
    planned = s.lexicon.patterns["will"].search(form)  # 고발하겠다고 밝혔다
    return (stance or not heads) and not planned and (form.endswith(("/nonpast", "/link")) or (stance and not form))


def asserter_of(s: Sentence, state: State) -> str | None:
    if state.asserter is None:
        if state.aside:
            return None
        if s.tree.final and s.discourse.quote_at(s.offset + s.tree.words[0].start):
            return s.discourse.speaker  # a paragraph that is nothing but somebody's words
        return (
            _according(s, state.top or s.tree.words[0])
            or _held_in(s, state)
            or (s.discourse.speaker if s.tree.final and state.said and state.said[-1].pos == "VERB" else None)
        )
    people = s.parties(state.asserter, described=False)
    if people and people[0].start is not None and state.asserter.pos == "PRON":
        return None  # "they", and it is not clear who
    if len(people) > 1 and not s.tree.final:
        ends = [(p.start - s.offset, p.end - s.offset) for p in people if p.start is not None and p.end is not None]
        if state.asserter.pos == "PRON":
            return " and ".join(p.who for p in people)
        start, end = (ends[0][0], ends[-1][1]) if len(ends) == len(people) else phrase(s, state.asserter)
        return s.tree.text[start:end][:120]
    if people:
        return people[0].who if people[0].start is None else people[0].told
    if state.asserter.pos == "PRON":
        return None  # "she", and nobody is known whom that means
    start, end = phrase(s, state.asserter)
    name = s.tree.text[start:end]
    return name if len(name) <= 120 else None


def _held_in(s: Sentence, state: State) -> str | None:
    """The text that a sentence names as what holds something: 선언문에는 ...한다는 내용이 담겼다."""
    if not any(s.lexicon.has("contains", one.lemma) for one in state.said):
        return None
    texts = [one for one in s.tree.words if s.lexicon.has("declaration", one.lemma) and one.relation == "obl"]
    return s.tree.text[slice(*phrase(s, texts[0]))] if texts else None


def declaration_of(s: Sentence, cue: Cue, state: State) -> Word | None:
    """The statement that says what a cue tells of, as its subject or where nobody else does: 声明では...を確認した."""
    if state.asserter is not None or not s.tree.final:
        text = state.asserter
        return text if text is not None and s.tree.final and s.lexicon.has("declaration", text.lemma) else None
    for verb in (cue.word, *s.tree.path(cue.word)) if s.lexicon.code == "ja" else ():
        texts = [one for one in s.tree.children(verb, "obl") if s.lexicon.has("declaration", one.lemma)]
        if texts and s.lexicon.slots.get(texts[0].case) == "in" and not s.tree.children(verb, "nsubj"):
            return texts[0]
    return None


def _according(s: Sentence, top: Word) -> str | None:
    """Whom a sentence names as its source; not of what only describes that source."""
    for word in s.tree.words:
        first, last = sorted((top.at, word.at))
        apart = any(one.text in (";", ":") for one in s.tree.words[first:last]) or word in s.tree.path(top)
        if s.lexicon.slots.get(word.case) == "according" and not apart:
            people = s.party(word, described=False) or [
                p for one in s.tree.below(word) if one.relation == "appos" for p in s.party(one, described=False)
            ]
            start, end = phrase(s, word)
            return people[-1].told if people else s.tree.text[start:end]
    return None


def check_needs(s: Sentence, kind: str, parties: list[Party], *, settled: bool = False) -> None:
    """Raises Unread where a claim of a kind lacks what it cannot do without; `settled`: it tells what was agreed."""
    roles = {one.role for one in parties}
    someone = {one.who for one in parties if one.role in DOERS}
    things = roles & {"topic", "instrument", "framework", "affected"}
    if s.tree.final and settled and kind == "cooperate" and not things:
        raise Unread("nothing tells what was settled")
    for need in frames().get(kind, {}).get("needs", ["party"]):
        options = need.split("|")
        two = len(someone) > 1 or any(map(s.lexicon.patterns["counted_word"].fullmatch, someone))
        if ("party" in options and someone) or ("two" in options and two) or roles & set(options):
            continue
        raise Unread(
            "nobody is named"
            if "party" in options
            else f"it has no {' or '.join(o for o in options if o not in ('party', 'two'))}"
        )


def span_of(s: Sentence, cue: Cue, top: Word) -> tuple[int, int]:
    """The words that bear a claim: from its subject to the end of its clause, without clauses that are joined to it."""
    keep = {cue.word.at, *(one.at for one in s.tree.path(cue.word))}
    words: list[Word] = []
    todo = [top]
    while todo:
        one = todo.pop()
        words.append(one)
        for child in s.tree.children(one):
            if (
                child.relation in ("conj", "cc", "parataxis")
                and child.at not in keep
                and one.pos in ("VERB", "AUX", "ADJ")
            ):
                continue
            todo.append(child)
    words.sort(key=lambda one: one.at)
    start, end = s.tree.span(words)
    more = s.lexicon.patterns["ending"].match(s.tree.text, end)
    return start, more.end() if more else end
