"""Whether a text holds that a thing is so: read from each predicate between its word and the root of the sentence.

Values as in FactBank (Saurí and Pustejovsky 2009). A path that holds something unknown gives certainty U; a
construction that is not known gives no state but the reason, in words.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extract.factuality.denying import denied, untrue
from claims.extract.factuality.forms import TO_COME, State, Unread, form_of, is_nominal, own_state
from claims.extract.factuality.governed import effect_of, governed
from claims.extract.factuality.hanging import weighed
from claims.extract.factuality.nobody import done_by_nobody
from claims.extract.factuality.speakers import speaker_of
from claims.extract.factuality.subordinate import chained, clause_before, clause_beside, of_occasion, presupposed
from claims.extract.lexicon import Effect, Lexicon, sort
from claims.extract.trees.tree import Tree, Word

_COMPLEMENT = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")
_NOMINAL = ("obj", "obl", "nsubj", "nmod", "appos", "dep", "iobj", "compound")  # and what stands behind a colon


def state_of(tree: Tree, word: Word, lexicon: Lexicon) -> State:
    """The state of a predicate. Raises Unread, with the reason, for what is conditional, a question or not understood."""
    state = replace(own_state(tree, word, lexicon), top=word)
    if is_nominal(tree, word):
        state = replace(state, phase="open")
    first = tree.words[0]  # "Once 20 states have ratified it."
    under = lexicon.marks.get(first.text.lower()) == "condition" and tree.words[first.head].relation == "root"
    if under and first.relation == "advmod" and {"has", "have"} & set(form_of(tree, word).split("/")[0].split()):
        raise Unread("it is told under a condition")
    here = word
    if word.pos in ("NOUN", "PROPN") and not tree.final:
        state = of_occasion(tree, word, state, lexicon)
    for head in tree.path(word):
        step = _step(tree, here, head, state, lexicon)
        if step.fixed and not tree.final and (state.aside or tree.aside(here)):
            step = replace(step, aside=True, asserter=state.asserter)  # "X, which Y founded in 2008, ... Lind said"
        state, here = step, head
    if (
        tree.final
        and state.phase == "ongoing"
        and not (
            state.heads
            or lexicon.has("lasts", word.lemma)
            or lexicon.patterns["progressive"].search(form_of(tree, word))
        )
    ):
        state = replace(state, phase="occurred")  # 署名している is said of what is done
    if tree.final and state.phase == "ongoing" and state.polarity == "-" and not state.heads:
        state = replace(state, phase="occurred")  # 비준하지 않고 있다
    if state.phase == "open" and form_of(tree, _root_of(tree, word, lexicon)).endswith("/nonpast"):
        state = replace(state, phase="scheduled", act="announce")
    if state.phase == "open":
        raise Unread("nothing says whether it came about")
    return weighed(tree, word, state, lexicon)


def _root_of(tree: Tree, word: Word, lexicon: Lexicon) -> Word:
    """The last of a chain of predicates that share one ending."""
    while (head := tree.head(word)) is not None and chained(tree, word, lexicon):
        word = head
    return word


def _step(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    """The state with what one predicate or noun above says of it."""
    relation, effect = here.relation, effect_of(tree, here, head, lexicon)
    if (
        tree.final
        and relation in ("advcl", "conj")
        and not (state.fixed and lexicon.patterns["question"].search(form_of(tree, here)))
    ):
        return clause_before(tree, here, head, state, lexicon)
    if relation == "conj":
        return state
    if effect is None and (none := done_by_nobody(tree, here, head, state, lexicon)) is not None:
        return none
    goes_on = tree.final and lexicon.patterns["chain"].search(form_of(tree, here))
    if relation == "acl" and goes_on and state.phase == "ongoing" and here is state.top:
        return replace(state, fixed=True)  # 協議を進めており、契約を結びたい考えだ
    if relation == "acl" and goes_on and state.phase == "open":
        if head.pos == "NOUN" and effect is not None:
            return governed(tree, here, head, state, effect, lexicon)  # 来週にも会い、判断を伝える見通しだ
        root = next((one for one in tree.words if one.relation == "root"), head)
        return replace(state, phase=own_state(tree, root, lexicon).phase)  # goes on, and hangs on no noun: 会談し、...
    if state.fixed:
        if tree.final and effect is not None and effect.name in ("deny", "false", "doubt", "rumour"):
            raise Unread(f"it stands within what “{head.text}” tells of")
        which = (
            tree.final and state.top is not None and state.top.relation == "acl"
        )  # 해지한 은행에 소송을 내겠다고: the text's
        says = effect is not None and effect.asserter and state.asserter is None and not which
        if relation in _COMPLEMENT and says:
            return replace(state, asserter=speaker_of(tree, head, lexicon))
        return state
    if _told_of(tree, here, head, lexicon):
        raise Unread(f"it is what “{head.text}” tells of")
    if relation.startswith("advcl") and here.case == "of" and lexicon.class_of(head.lemma) == "plan":
        return governed(tree, here, head, state, lexicon.effect("plan"), lexicon)  # "has no intention of closing it"
    if relation.startswith("advcl"):
        return clause_beside(tree, here, head, state, lexicon)
    counted = any(lexicon.patterns["ordinal"].fullmatch(one.text) for one in tree.children(head, "amod"))
    if counted and state.phase == "open" and tree.children(head, "cop") and relation in ("acl", "acl:relcl", "xcomp"):
        own = own_state(tree, head, lexicon)  # "became the third country to ratify it"
        return replace(state, phase=own.phase, polarity=own.polarity, certainty=own.certainty, top=head)
    of_any = any(lexicon.has("any", one.text.lower()) for one in tree.children(head, "det"))
    if of_any and relation in ("acl", "acl:relcl"):
        raise Unread("it is told of any such thing")
    if relation == "acl:relcl":
        return presupposed(state, "a relative clause")
    if _apart(tree, here, head):
        return state
    told = lexicon.class_of(here.lemma)
    rumour = told == "rumour" or (told in ("expect", "possible") and here.pos == "NOUN" and tree.final)
    if state.heads and rumour and untrue(tree, head, here, lexicon):
        return denied(tree, head, state, lexicon)
    if rumour and tree.final and relation == "obl" and effect is not None and effect.name in ("say", "announce"):
        return state  # 보도에 대해 “들은 바 없다”고 말했다: not who says so
    if relation == "acl":
        return _on_noun(tree, here, head, state, effect, lexicon)
    if relation in _COMPLEMENT:
        return _complement(tree, here, head, state, effect, lexicon)
    if relation.split(":")[0] in _NOMINAL:
        return _nominal(tree, here, head, state, effect, lexicon)
    if relation in ("root", "discourse", "vocative", "dep"):
        return state
    raise _not_understood(here, head)


def _not_understood(here: Word, head: Word) -> Unread:
    return Unread(f"its place in the sentence ({here.relation} of “{head.text}”) is not understood")


def _told_of(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> bool:
    """Whether a clause is only the content of what somebody accuses, urges or votes."""
    inside = here.relation in ("ccomp", "xcomp", "advcl", "obl", "acl") and here.pos in ("VERB", "AUX")
    if not inside or not lexicon.has("content", head.lemma):
        return False
    after = any(lexicon.marks.get(one.text.lower()) == "after" for one in tree.children(here, "mark"))
    return not after and not any(one.text == ";" for one in tree.words[here.at : head.at])


def _apart(tree: Tree, here: Word, head: Word) -> bool:
    """Whether two clauses stand beside each other, of which the parser took one for a part of the other."""
    between = range(min(here.at, head.at), max(here.at, head.at))
    joins = any(k in between and tree.words[k].relation == "cc" for k in (*here.children, *head.children))
    goes_on = [one for one in tree.children(here, "conj") if one.at in between]  # "met but did not agree, A said"
    but = any(one.lemma == "but" for one in tree.children(here, "cc"))
    joins = joins and not (goes_on and but and all(one.text != ";" for one in tree.words))
    if here.relation == "ccomp" and here.at < head.at and joins:
        return True
    return here.relation in ("ccomp", "parataxis") and any(tree.words[k].text == ";" for k in between)


def _on_noun(tree: Tree, here: Word, head: Word, state: State, effect: Effect | None, lexicon: Lexicon) -> State:
    """The state of a clause on a noun: what the noun makes of it, or what it takes for granted."""
    if tree.final and lexicon.has("happen", here.lemma) and head.lemma in lexicon.nouns:
        if state.phase == "open" and any(lexicon.patterns["ahead"].search(one.text) for one in tree.children(here)):
            return replace(state, phase="scheduled", act="announce", fixed=True)  # 오는 8월 열리는 회의
        return presupposed(state, "what hangs on a noun")  # 開催した協議: no talk of holding it
    clause = form_of(tree, here).endswith("inf") or tree.children(here, "mark", "nsubj", "nsubj:pass")
    if effect is not None and (tree.final or clause):
        return governed(tree, here, head, state, effect, lexicon)
    if lexicon.has("remains", head.lemma) and state.polarity == "-":
        return replace(state, phase="occurred", fixed=True)  # 署名しないまま
    if lexicon.has("afterwards", head.lemma) and (above := _plan_above(tree, head, lexicon)) is not None:
        return replace(state, phase=above.phase, certainty=above.certainty, act=above.act)  # 방문한 뒤 떠날 예정이다
    if tree.final and here in state.heads and own_state(tree, here, lexicon).phase == "open":
        raise Unread("in what hangs on a noun nothing says whether it came about")  # 再稼働に同意する決議案
    return presupposed(state, "what hangs on a noun")


def _complement(tree: Tree, here: Word, head: Word, state: State, effect: Effect | None, lexicon: Lexicon) -> State:
    """The state of a clause that a predicate takes: what its class makes of it, U where that is not known."""
    if head.lemma == "be" and here.relation == "xcomp" and form_of(tree, here).startswith("to"):
        past = head.tag == "VBD"  # "is to sign", "was to sign"
        act, certainty = ("report", "U") if past else ("announce", "CT")
        return replace(state, phase="scheduled", act=act, certainty=certainty, top=head, heads=(*state.heads, head))
    if effect is not None:
        return governed(tree, here, head, state, effect, lexicon)
    if any(lexicon.marks.get(one.text.lower()) == "condition" for one in tree.children(here, "mark")):
        raise Unread("it is told under a condition")
    if here.relation == "parataxis":
        return state
    if state.phase == "open" or here.relation == "xcomp":
        raise Unread(f"it is not known what “{head.text}” says of it")
    return replace(state, certainty="U", act="report", top=head, heads=(*state.heads, head))


def _nominal(tree: Tree, here: Word, head: Word, state: State, effect: Effect | None, lexicon: Lexicon) -> State:
    """The state of a noun, or of what was said of one, with what its predicate makes of it."""
    over = tree.words[head.head]
    tells = lexicon.verbs.get(head.lemma), lexicon.pairs.get((over.lemma, head.lemma))  # ことに懸念を示した
    spoken = any(kind in (*sort("said"), "discuss", "support") for kind in tells)
    if tree.final and state.phase == "open" and here in state.heads and spoken:
        raise Unread(f"it is what “{head.text}” tells of")  # 재개하는 방안을 논의했다
    if here in state.heads and here.case == "で" and effect is None and lexicon.class_of(here.lemma) == "plan":
        return state  # 反対する構えで、承認は見通せない
    if lexicon.has("owns", head.lemma) and here in state.heads:  # "has plans to", "harbours no wish to"
        none = any(lexicon.has("none_of", one.text.lower()) for one in tree.children(here, "det"))  # counted already
        denied_so = own_state(tree, head, lexicon).polarity == "-" and not none
        return replace(state, polarity="-" if denied_so == (state.polarity == "+") else "+")
    told = (here is state.top and is_nominal(tree, here)) or here in (*state.heads, *state.said)
    if told and effect is not None and effect.name != "thing":
        return governed(tree, here, head, state, effect, lexicon)
    noun = head.pos in ("NOUN", "PROPN")
    if not (noun or lexicon.has("neutral", head.lemma) or here.pos in ("NOUN", "PROPN")):
        raise _not_understood(here, head)
    if head.pos not in ("VERB", "AUX", "ADJ") or own_state(tree, head, lexicon).polarity != "-":
        return state
    if lexicon.class_of(here.lemma) == "rumour" or (state.certainty == "U" and not tree.final):
        return state  # 보도는 확인되지 않았다, "had no information on reports that"
    if here is state.top and here not in state.heads:
        raise Unread("what is denied of it is not understood")
    return replace(state, polarity="-", top=head)


def _plan_above(tree: Tree, noun: Word, lexicon: Lexicon) -> State | None:
    """What is said of what follows "after", where that is still to come."""
    verb = tree.head(noun)
    try:
        state = state_of(tree, verb, lexicon) if verb is not None else None
    except Unread:
        return None
    return state if state is not None and state.phase in TO_COME else None
