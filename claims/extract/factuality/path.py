"""Whether a text holds that a thing is so: read from each predicate between its word and the root of the sentence.

Values as in FactBank (Saurí and Pustejovsky 2009). A path that holds something unknown gives certainty U; a
construction that is not known gives no state but the reason, in words.
"""

from __future__ import annotations

from dataclasses import replace

from claims.extract.factuality.denying import denied, untrue
from claims.extract.factuality.forms import TO_COME, State, Unread, form_of, is_nominal, own_state
from claims.extract.factuality.governed import effect_of, governed, speaker_of
from claims.extract.factuality.hanging import weighed
from claims.extract.factuality.subordinate import chained, clause_before, clause_beside, of_occasion, presupposed
from claims.extract.lexicon import Lexicon, sort
from claims.extract.trees.tree import Tree, Word

_COMPLEMENT = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")
_NOMINAL = ("obj", "obl", "nsubj", "nmod", "appos", "dep", "iobj", "compound")  # and what stands behind a colon


def state_of(tree: Tree, word: Word, lexicon: Lexicon) -> State:
    """The state of a predicate. Raises Unread, with the reason, for what is conditional, a question or not understood."""
    state = replace(own_state(tree, word, lexicon), top=word)
    if is_nominal(tree, word):
        state = replace(state, phase="open")
    here = word
    if word.pos == "NOUN" and not tree.final:
        state = of_occasion(tree, word, state, lexicon)
    for head in tree.path(word):
        state = _step(tree, here, head, state, lexicon)
        here = head
    if tree.final and state.phase == "ongoing" and not state.heads:
        state = replace(state, phase="occurred")  # 署名している is said of what is done
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
    relation = here.relation
    if tree.final and relation in ("advcl", "conj"):
        return clause_before(tree, here, head, state, lexicon)
    if relation == "conj":
        return state
    chain = lexicon.patterns.get("chain")
    if relation == "acl" and tree.final and state.phase == "open" and chain and chain.search(form_of(tree, here)):
        if head.pos == "NOUN" and (effect := effect_of(tree, here, head, lexicon)) is not None:
            return governed(tree, here, head, state, effect, lexicon)  # 来週にも会い、判断を伝える見通しだ
        root = next((one for one in tree.words if one.relation == "root"), head)
        return replace(state, phase=own_state(tree, root, lexicon).phase)  # goes on, and hangs on no noun: 会談し、...
    if state.fixed:
        effect = effect_of(tree, here, head, lexicon)
        if tree.final and effect is not None and effect.name in ("deny", "false", "doubt", "rumour"):
            raise Unread(f"it stands within what “{head.text}” tells of")
        if relation in _COMPLEMENT and effect is not None and effect.asserter and state.asserter is None:
            return replace(state, asserter=speaker_of(tree, head, lexicon))
        return state
    if (
        relation in ("ccomp", "xcomp", "advcl", "obl", "acl")
        and lexicon.has("content", head.lemma)
        and here.pos in ("VERB", "AUX")
        and not any(one.text == ";" for one in tree.words[here.at : head.at])
    ) and not any(lexicon.marks.get(one.text.lower()) == "after" for one in tree.children(here, "mark")):
        raise Unread(f"it is what “{head.text}” tells of")
    counted = any(lexicon.patterns["ordinal"].fullmatch(one.text) for one in tree.children(head, "amod"))
    if relation == "ccomp" and counted and lexicon.has("circumstance", head.lemma):
        return replace(state, heads=(*state.heads, head))  # "the first time that a minister has visited it"
    if relation.startswith("advcl"):
        return clause_beside(tree, here, head, state, lexicon)
    if counted and state.phase == "open" and tree.children(head, "cop") and relation in ("acl", "acl:relcl", "xcomp"):
        own = own_state(tree, head, lexicon)  # "became the third country to ratify it"
        return replace(state, phase=own.phase, polarity=own.polarity, certainty=own.certainty, top=head)
    if relation in ("acl", "acl:relcl") and any(
        lexicon.has("any", one.text.lower()) for one in tree.children(head, "det")
    ):
        raise Unread("it is told of any such thing")
    if relation == "acl:relcl":
        return presupposed(state, "a relative clause")
    if (
        relation == "ccomp"
        and here.at < head.at
        and any(
            here.at < tree.words[k].at < head.at and tree.words[k].relation == "cc"
            for k in (*here.children, *head.children)
        )
    ):
        return state  # two clauses with "but" between them, which the parser took for one within the other
    if relation in ("ccomp", "parataxis") and any(
        one.text == ";" for one in tree.words[min(here.at, head.at) : max(here.at, head.at)]
    ):
        return state
    effect = effect_of(tree, here, head, lexicon)
    told = lexicon.class_of(here.lemma)
    rumour = told == "rumour" or (told in ("expect", "possible") and here.pos == "NOUN" and tree.final)
    if state.heads and rumour and untrue(tree, head, here, lexicon):
        return denied(tree, head, state, lexicon)
    if rumour and tree.final and relation == "obl" and effect is not None and effect.name in ("say", "announce"):
        return state  # 보도에 대해 “들은 바 없다”고 말했다: not who says so
    if head.lemma == "be" and relation == "xcomp" and form_of(tree, here).startswith("to"):
        past = head.tag == "VBD"
        return replace(
            state,
            phase="scheduled",
            act="report" if past else "announce",
            certainty="U" if past else "CT",
            top=head,
            heads=(*state.heads, head),
        )
    if relation == "acl":
        if tree.final and lexicon.has("happen", here.lemma) and head.lemma in lexicon.nouns:
            return presupposed(state, "what hangs on a noun")  # 開催した協議: no talk of holding it
        if (
            (effect is not None and tree.final)
            or (effect is not None and form_of(tree, here).endswith("inf"))
            or (effect is not None and _has_that(tree, here))
        ):
            return governed(tree, here, head, state, effect, lexicon)
        if lexicon.has("remains", head.lemma) and state.polarity == "-":
            return replace(state, phase="occurred", fixed=True)  # 署名しないまま
        if lexicon.has("afterwards", head.lemma) and (above := _plan_above(tree, head, lexicon)) is not None:
            return replace(
                state, phase=above.phase, certainty=above.certainty, act=above.act
            )  # 방문한 뒤 떠날 예정이다
        kinds = (lexicon.class_of(one.lemma) for one in tree.path(head) if one.pos == "NOUN")
        if not tree.final and tree.children(here, "mark") and {"say", "rumour"} & set(kinds):
            return replace(state, heads=(*state.heads, head))  # "a report by the newspaper that ..."
        if tree.final and here in state.heads and own_state(tree, here, lexicon).phase == "open":
            raise Unread("in what hangs on a noun nothing says whether it came about")  # 再稼働に同意する決議案
        return presupposed(state, "what hangs on a noun")
    if relation in _COMPLEMENT:
        if effect is None and any(
            lexicon.marks.get(one.text.lower()) == "condition" for one in tree.children(here, "mark")
        ):
            raise Unread("it is told under a condition")
        if effect is None:
            if relation == "parataxis":
                return state
            if state.phase == "open" or relation == "xcomp":
                raise Unread(f"it is not known what “{head.text}” says of it")
            return replace(state, certainty="U", act="report", top=head, heads=(*state.heads, head))
        return governed(tree, here, head, state, effect, lexicon)
    if relation.split(":")[0] in _NOMINAL:
        over = tree.words[head.head]
        tells = lexicon.verbs.get(head.lemma), lexicon.pairs.get((over.lemma, head.lemma))  # ことに懸念を示した
        spoken = any(kind in (*sort("said"), "discuss", "support") for kind in tells)
        if tree.final and state.phase == "open" and here in state.heads and spoken:
            raise Unread(f"it is what “{head.text}” tells of")  # 재개하는 방안을 논의했다
        nominal = here is state.top and is_nominal(tree, here)
        if (nominal or here in (*state.heads, *state.said)) and effect is not None and effect.name != "thing":
            return governed(tree, here, head, state, effect, lexicon)
        if head.pos in ("NOUN", "PROPN") or lexicon.has("neutral", head.lemma) or here.pos in ("NOUN", "PROPN"):
            if head.pos in ("VERB", "AUX", "ADJ") and own_state(tree, head, lexicon).polarity == "-":
                if lexicon.class_of(here.lemma) == "rumour" or (state.certainty == "U" and not tree.final):
                    return state  # 보도는 확인되지 않았다, "had no information on reports that"
                if here is state.top and here not in state.heads:
                    raise Unread("what is denied of it is not understood")
                return replace(state, polarity="-", top=head)
            return state
    if relation in ("root", "discourse", "vocative", "dep"):
        return state
    raise Unread(f"its place in the sentence ({relation} of “{head.text}”) is not understood")


def _plan_above(tree: Tree, noun: Word, lexicon: Lexicon) -> State | None:
    """What is said of what follows "after", where that is still to come."""
    verb = tree.head(noun)
    try:
        state = state_of(tree, verb, lexicon) if verb is not None else None
    except Unread:
        return None
    return state if state is not None and state.phase in TO_COME else None


def _has_that(tree: Tree, here: Word) -> bool:
    return bool(tree.children(here, "mark")) or bool(tree.children(here, "nsubj", "nsubj:pass"))
