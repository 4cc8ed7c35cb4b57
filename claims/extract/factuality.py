"""Whether a text holds that a thing is so: read from each predicate between its word and the root of the sentence.

Values as in FactBank (Saurí and Pustejovsky 2009). A path that holds something unknown gives certainty U; a
construction that is not known gives no state but the reason, in words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.forms import State, Unread, first_joined, form_of, is_nominal, own_state, weaker
from claims.extract.lexicon import Effect, Lexicon
from claims.extract.tree import Tree, Word

#: phases of what has not come about
TO_COME = ("intended", "proposed", "scheduled", "expected", "agreed", "pending", "open")
_COMPLEMENT = ("ccomp", "xcomp", "csubj", "csubj:pass", "parataxis")
_NOMINAL = ("obj", "obl", "nsubj", "nmod", "appos", "dep", "iobj", "compound")  # and what stands behind a colon


def state_of(tree: Tree, word: Word, lexicon: Lexicon) -> State:
    """The state of a predicate. Raises Unread, with the reason, for what is conditional, a question or not understood."""
    state = replace(own_state(tree, word, lexicon), top=word)
    if is_nominal(tree, word):
        state = replace(state, phase="open")
    here = word
    for head in tree.path(word):
        state = _step(tree, here, head, state, lexicon)
        here = head
    if tree.final and state.phase == "ongoing" and not state.heads:
        state = replace(state, phase="occurred")  # 署名している is said of what is done
    if state.phase == "open" and form_of(tree, _root_of(tree, word, lexicon)).endswith("/nonpast"):
        state = replace(state, phase="scheduled", act="announce")
    if state.phase == "open":
        raise Unread("nothing says whether it came about")
    return _weighed(tree, word, state, lexicon)


def _root_of(tree: Tree, word: Word, lexicon: Lexicon) -> Word:
    """The last of a chain of predicates that share one ending."""
    while (head := tree.head(word)) is not None and _chained(tree, word, lexicon):
        word = head
    return word


def _chained(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """Whether a predicate goes on into the next one, which gives it its tense: 会談し、一致した."""
    pattern = lexicon.patterns.get("chain")
    return (
        word.relation in ("advcl", "conj") and pattern is not None and pattern.search(form_of(tree, word)) is not None
    )


def _weighed(tree: Tree, word: Word, state: State, lexicon: Lexicon) -> State:
    """The state with what hangs beside the path: a condition, "... but did not"."""
    chain = [word, *state.heads, *(first_joined(tree, one) for one in (word, *state.heads))]
    denied = next((one for one in tree.words if state.said and _called_false(tree, one, state, lexicon)), None)
    if denied is not None and not tree.final and state.polarity == "+":
        who = _speaker(tree, denied)
        return replace(state, polarity="-", act="deny", certainty="CT", asserter=who, top=denied)
    undone = next((one for one in chain if _undone(tree, one, lexicon)), None)
    if undone is not None and (tree.final or not state.fixed):
        top = tree.head(undone) if tree.final else state.top  # the words that undo it stand in the clause after
        return replace(state, phase="occurred", polarity="-", certainty="CT", act="report", top=top)
    if (
        not tree.final
        and state.phase in ("scheduled", "expected", "intended")
        and any(_called_off(tree, one, lexicon) for one in chain)
    ):
        return replace(state, phase="cancelled", certainty="CT", act="report")
    dropped = next((table for one in chain if (table := _dropped(tree, one, lexicon))), "")
    if tree.final and dropped and state.phase in TO_COME and state.polarity == "+":
        return replace(state, phase=dropped, certainty="CT", act="report")
    told = [one for one in state.said if one.at > word.at] if tree.final else []  # 実現すれば引き上げる考えを示した
    conditional = any(_conditions(tree, one, lexicon) for one in (*chain, *told))
    if conditional and tree.final and state.phase in TO_COME and form_of(tree, word).endswith("/past"):
        raise Unread("it is told as what would have been")
    if conditional and tree.final and re.match("て(?:い|お)?た", form_of(tree, word)):
        raise Unread("it is told as what would have been")
    if conditional and (tree.final or not state.fixed):
        reported = _would(tree, chain) or (tree.final and not state.heads)
        phase = "intended" if state.phase in ("expected", "occurred", "scheduled") and reported else state.phase
        if phase == "occurred":
            raise Unread("it is told under a condition")
        act = "report" if phase == "intended" else state.act
        return replace(state, certainty="U", phase=phase, act=act)
    return state


def _called_false(tree: Tree, word: Word, state: State, lexicon: Lexicon) -> bool:
    """ "Newspapers reported that ...; the ministry called the reports false": what was said before, and who denies it."""
    if word in state.said or word.pos != "VERB" or any(word in (*tree.path(one),) for one in state.heads):
        return False
    reports = [one for one in tree.children(word, "obj", "nsubj:pass") if one.at > state.said[-1].at]
    if not any(lexicon.heads.get(one.lemma, _NONE).name in ("rumour", "say") for one in reports):
        return False
    names = {lexicon.heads.get(one.lemma, _NONE).name for one in (word, *tree.children(word, "xcomp", "ccomp"))}
    return bool(names & {"false", "deny"})


def _called_off(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """ "... was to visit Lima, but the trip was cancelled": joined to it, and said of it or of an event."""
    for one in tree.children(word, "conj"):
        told = tree.children(one, "nsubj:pass")
        of_it = bool(told) and (told[0].lemma in lexicon.nouns or lexicon.has("it", told[0].lemma))
        if of_it and lexicon.has("cancel", one.lemma) and own_state(tree, one, lexicon).polarity == "+":
            return True
    return False


def _dropped(tree: Tree, word: Word, lexicon: Lexicon) -> str:
    """What became of a plan in the clause behind it, which tells of no other thing: 検討していたが、撤回した."""
    head = tree.head(word)
    if head is None or word.relation not in ("advcl", "conj") or tree.children(head, "obj"):
        return ""
    if any(one.at > word.at for one in tree.children(head, "nsubj")):
        return ""
    if own_state(tree, head, lexicon) != State(phase="occurred"):
        return ""
    found = [
        phase for table, phase in (("collapse", "failed"), ("cancel", "cancelled")) if lexicon.has(table, head.lemma)
    ]
    return found[-1] if found else ""


def _would(tree: Tree, chain: list[Word]) -> bool:
    return any("would" in form_of(tree, one) or "’d" in form_of(tree, one) for one in chain)


def _conditions(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """Whether a clause of condition hangs on a predicate."""
    for one in tree.children(word, "advcl", "advcl:relcl", "ccomp", "dep", "obl"):
        if one.relation == "ccomp" and one.at > word.at:
            continue
        if form_of(tree, one).startswith("inverted"):
            return True
        for mark in tree.children(one, "mark", "case", "advmod") if not tree.final else ():
            if lexicon.marks.get(mark.text.lower()) == "condition":
                return True
        if lexicon.patterns.get("condition") and lexicon.patterns["condition"].search(form_of(tree, one)):
            return True
    return False


def _undone(tree: Tree, word: Word, lexicon: Lexicon) -> bool:
    """ "... but did not": a bare denied "do" joined to a predicate."""
    head = tree.head(word)
    if tree.final:  # 署名する見通しだったが、署名しなかった
        if head is None or word.relation not in ("advcl", "conj") or own_state(tree, head, lexicon).polarity == "+":
            return False
        return any(one.lemma == head.lemma and one is not head for one in tree.below(word))
    for one in tree.children(word, "conj"):
        rest = [c for c in one.children if tree.words[c].relation not in ("punct", "advmod", "nsubj", "aux")]
        if (
            one.lemma in ("do", "be", "have")
            and not rest
            and any(c.text.lower() in ("not", "n't", "n’t", "never") for c in tree.children(one))
        ):
            return True
    return False


def _step(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    relation = here.relation
    if tree.final and relation in ("advcl", "conj"):
        return _clause_before(tree, here, head, state, lexicon)
    if relation == "conj":
        return state
    chain = lexicon.patterns.get("chain")
    if relation == "acl" and tree.final and state.phase == "open" and chain and chain.search(form_of(tree, here)):
        root = next((one for one in tree.words if one.relation == "root"), head)
        return replace(state, phase=own_state(tree, root, lexicon).phase)  # goes on, and hangs on no noun: 会談し、...
    if state.fixed:
        effect = _effect(tree, here, head, lexicon)
        if tree.final and effect is not None and effect.name in ("deny", "false", "doubt", "rumour"):
            raise Unread(f"it stands within what “{head.text}” tells of")
        if relation in _COMPLEMENT and effect is not None and effect.asserter and state.asserter is None:
            return replace(state, asserter=_speaker(tree, head))
        return state
    if (
        relation in ("ccomp", "xcomp", "advcl", "obl", "acl")
        and lexicon.has("content", head.lemma)
        and here.pos in ("VERB", "AUX")
        and not any(one.text == ";" for one in tree.words[here.at : head.at])
    ) and not any(lexicon.marks.get(one.text.lower()) == "after" for one in tree.children(here, "mark")):
        raise Unread(f"it is what “{head.text}” tells of")
    if relation.startswith("advcl"):
        return _clause(tree, here, head, state, lexicon)
    if relation == "acl:relcl":
        return _presupposed(state, "a relative clause")
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
    effect = _effect(tree, here, head, lexicon)
    told = lexicon.heads.get(here.lemma, _NONE).name
    rumour = told == "rumour" or (told in ("expect", "possible") and here.pos == "NOUN" and tree.final)
    if state.heads and rumour and _untrue(tree, head, here, lexicon):
        flipped = "-" if state.polarity == "+" else "+"
        return replace(
            state,
            polarity=flipped,
            act="deny",
            certainty="CT",
            asserter=_sayer(tree, head, lexicon),
            heads=(*state.heads, head),
            top=head,
        )
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
        if (
            (effect is not None and tree.final)
            or (effect is not None and form_of(tree, here).endswith("inf"))
            or (effect is not None and _has_that(tree, here))
        ):
            return _governed(tree, here, head, state, effect, lexicon)
        if lexicon.has("remains", head.lemma) and state.polarity == "-":
            return replace(state, phase="occurred", fixed=True)  # 署名しないまま
        if lexicon.has("afterwards", head.lemma) and (above := _plan_above(tree, head, lexicon)) is not None:
            return replace(
                state, phase=above.phase, certainty=above.certainty, act=above.act
            )  # 방문한 뒤 떠날 예정이다
        kinds = (lexicon.heads.get(one.lemma, _NONE).name for one in tree.path(head) if one.pos == "NOUN")
        if not tree.final and tree.children(here, "mark") and {"say", "rumour"} & set(kinds):
            return replace(state, heads=(*state.heads, head))  # "a report by the newspaper that ..."
        return _presupposed(state, "what hangs on a noun")
    if relation in _COMPLEMENT:
        if effect is None:
            if relation == "parataxis":
                return state
            if state.phase == "open" or relation == "xcomp":
                raise Unread(f"it is not known what “{head.text}” says of it")
            return replace(state, certainty="U", act="report", top=head, heads=(*state.heads, head))
        return _governed(tree, here, head, state, effect, lexicon)
    if relation.split(":")[0] in _NOMINAL:
        nominal = here is state.top and is_nominal(tree, here)
        if (nominal or here in (*state.heads, *state.said)) and effect is not None and effect.name != "thing":
            return _governed(tree, here, head, state, effect, lexicon)
        if head.pos in ("NOUN", "PROPN") or lexicon.has("neutral", head.lemma) or here.pos in ("NOUN", "PROPN"):
            if head.pos in ("VERB", "AUX", "ADJ") and own_state(tree, head, lexicon).polarity == "-":
                if lexicon.heads.get(here.lemma, _NONE).name == "rumour":
                    return state  # 보도는 확인되지 않았다
                if here is state.top and here not in state.heads:
                    raise Unread("what is denied of it is not understood")
                return replace(state, polarity="-", top=head)
            return state
    if relation in ("root", "discourse", "vocative", "dep"):
        return state
    raise Unread(f"its place in the sentence ({relation} of “{head.text}”) is not understood")


def _effect(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> Effect | None:
    if head.lemma == "have":  # "has yet to ratify"
        beside = (*tree.children(head, "advmod"), *tree.children(here, "advmod"))
        pending = (lexicon.heads.get(one.lemma, _NONE) for one in beside)
        if found := next((one for one in pending if one.name == "pending"), None):
            return found
    particles = [one.lemma for one in tree.children(head, "compound:prt")]
    tied = f"{here.lemma}{here.case}{head.lemma}"
    for lemma in (
        tied,
        f"{here.case}{head.lemma}",
        f"{here.form.split('/')[0][-1:]}{head.lemma}",  # -기로 하다 settles, -다고 하다 says
        *(f"{head.lemma}_{one}" for one in particles),
        head.lemma,
        head.text.lower(),
    ):
        if lemma in lexicon.heads:
            return lexicon.heads[lemma]
    return None


_NONE = Effect("")


def _untrue(tree: Tree, head: Word, besides: Word, lexicon: Lexicon) -> bool:
    """Whether what is said there of a report is that it is untrue: 報道について「事実ではない」と述べた."""
    for one in (head, *tree.children(head, "ccomp", "advcl", "nsubj", "obl", "xcomp")):
        name = lexicon.heads.get(one.lemma, _NONE).name
        if one is besides:
            continue
        if name == "false" or name == "deny":
            return True
        around = [one, *tree.children(one, "nsubj", "obl", "obj", "dep")]
        other = lexicon.has("untrue", one.lemma) or own_state(tree, one, lexicon).polarity == "-"
        if any(lexicon.has("truth", w.lemma) for w in around) and other:
            return True
    return False


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


def _presupposed(state: State, where: str) -> State:
    """What stands in a clause that is taken for granted holds whatever becomes of the sentence around it."""
    if state.phase == "open":
        raise Unread(f"in {where} nothing says whether it came about")
    return replace(state, fixed=True)


def _clause_before(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    """The state of a clause before another one: it shares the ending of that one where it has none of its own."""
    effect, form = lexicon.heads.get(head.lemma, _NONE), form_of(tree, here)
    if lexicon.patterns["question"].search(form):
        decided = effect.name in ("agree", "pending") and own_state(tree, head, lexicon).polarity == "-"
        if not decided and effect.name != "question":
            raise Unread("it is left open")  # 撤退するかどうかを決めていない, 사임할지는 불투명하다
        left = replace(state, phase="pending") if decided else replace(state, phase="occurred", certainty="U")
        return replace(left, top=head, heads=(*state.heads, head), fixed=True)
    of_it = all(lexicon.has("it", one.lemma) for one in tree.children(head, "obj", "ccomp"))
    if effect.name == "deny" and (here in state.said or here in state.heads) and of_it:
        return _governed(tree, here, head, state, effect, lexicon)  # ...と伝えたが、同社は否定した
    if (
        _chained(tree, here, lexicon) and head.pos == "NOUN" and effect.phase and here not in state.said
    ):  # 방문해 만날 예정이다
        return _governed(tree, here, head, state, effect, lexicon)
    if not _chained(tree, here, lexicon):
        if not form.endswith(("past", "nonpast")):
            raise Unread("its clause is not understood")
        return replace(state, phase="scheduled" if state.phase == "open" else state.phase, fixed=True)
    if state.phase != "open":
        return replace(state, fixed=True)  # 求めており、...
    own = own_state(tree, head, lexicon)
    if any(one.at > here.at for one in tree.children(head, "nsubj")):
        if form_of(tree, head).endswith("/past") and own.polarity == "+":
            return replace(state, phase="occurred", fixed=True)
        if head.head == head.at and form_of(tree, head).endswith("/nonpast") and own.phase == "open":
            return replace(state, phase="scheduled", act="announce", fixed=True)
        raise Unread("nothing says whether it came about")
    return replace(state, phase=own.phase, certainty=weaker(state.certainty, own.certainty))


def _clause(tree: Tree, here: Word, head: Word, state: State, lexicon: Lexicon) -> State:
    marks = [one.text.lower() for one in tree.children(here, "mark", "case", "advmod", "fixed")]
    kinds = [lexicon.marks[one] for one in marks if one in lexicon.marks]
    if "condition" in kinds or "question" in kinds:
        raise Unread("it is told under a condition")
    if "without" in kinds:
        return replace(state, phase="occurred", polarity="-", fixed=True)
    if form_of(tree, here).startswith("inverted"):
        raise Unread("it is told under a condition")
    if "after" in kinds and not tree.final and own_state(tree, head, lexicon).phase in TO_COME:
        words = form_of(tree, here).split("/")
        if words[-1] in ("pres", "") or {"have", "has"} & set(words[0].split()):  # "when 60 states have ratified it"
            raise Unread("nothing says whether it came about")
    if "before" in kinds:
        raise Unread("nothing says whether it came about")
    if lexicon.verbs.get(here.lemma) == "discuss" and lexicon.verbs.get(head.lemma) == "meet":
        planned = own_state(tree, head, lexicon)  # "met to discuss", "will meet to discuss"
        return (
            replace(planned, top=head, heads=(head,)) if planned.phase in TO_COME else replace(state, phase="discussed")
        )
    if "after" in kinds and state.phase == "open" and form_of(tree, here).endswith("ger"):
        if own_state(tree, head, lexicon).phase in TO_COME and not tree.final:
            raise Unread("nothing says whether it came about")
        return replace(state, phase="occurred", fixed=True)
    if state.phase == "open" and form_of(tree, here).endswith("inf"):
        planned = own_state(tree, head, lexicon)
        goes = lexicon.verbs.get(head.lemma) == "visit" and lexicon.verbs.get(here.lemma) == "meet" and not tree.final
        if goes and planned.phase in TO_COME and planned.polarity == "+":  # "will travel to Oslo to meet Lind"
            return replace(state, phase=planned.phase, certainty=planned.certainty, act=planned.act, top=head)
        raise Unread("it is told as an aim")
    if state.phase == "open":
        raise Unread("nothing says whether it came about")
    return state


def _governed(tree: Tree, here: Word, head: Word, state: State, effect: Effect, lexicon: Lexicon) -> State:
    if effect.why:
        raise Unread(effect.why)
    passive = lexicon.patterns.get("passive") if tree.final else None
    said_so = lexicon.has("hearsay", head.lemma) and head.relation == "root" and head.form == "/nonpast"
    told_by = any(lexicon.slots.get(one.case) == "according" for one in tree.words)
    if said_so and told_by:
        return replace(state, phase="intended" if state.phase == "open" else state.phase)  # ...によると、...という
    if said_so or (passive and lexicon.has("rumoured", head.lemma) and passive.search(head.form)):
        effect = lexicon.effect("rumour")  # ...とされる, 言われている
    marks = {one.text.lower() for one in tree.children(here, "mark")}
    if marks & {word for word, kind in lexicon.marks.items() if kind == "question"}:
        if effect.name == "question" or (effect.negated == "drop" and own_state(tree, head, lexicon).polarity == "-"):
            return replace(state, certainty="U", top=head, heads=(*state.heads, head))
        if effect.name != "discuss":
            raise Unread("it is left open")
    elif marks & {"if"} and here.relation == "ccomp":
        raise Unread("it is left open")
    verbal = head.pos in ("VERB", "AUX", "ADJ") or tree.children(head, "cop")
    own = own_state(tree, head, lexicon) if verbal or head.form else State()
    if not verbal and any(one.text.lower() in ("no", "any", "neither") for one in tree.children(head, "det")):
        own = State(polarity="-")
    polarity, certainty = state.polarity, weaker(state.certainty, effect.certainty or "CT")
    if effect.polarity == "flip":
        polarity = "-" if polarity == "+" else "+"
    phase = effect.phase or state.phase
    if effect.name == "expect" and tree.final and state.phase == "occurred":
        phase = state.phase  # 辞任したとみられる
    act = effect.act or state.act
    if effect.name == "say" and head.pos == "NOUN" and not tree.final and head.lemma in ("report", "claim", "hint"):
        effect = lexicon.effect("rumour")  # "reports that": nobody is named who says so
        certainty = weaker(certainty, effect.certainty)
    if effect.name in ("deny", "false"):
        certainty = state.certainty if state.certainty != "U" or not state.heads else "CT"
    if effect.name in ("likely", "unlikely"):
        certainty = "PR"
    if effect.name == "announce" and phase == "expected" and state.act == "predict" and state.certainty == "PR":
        phase, certainty = "scheduled", "CT"  # "announced that it would": said by those who will do it
    if effect.name in ("agree", "promise") and state.phase == "expected" and state.act == "predict":
        certainty = "CT"
    if effect.name == "believe" and phase == "scheduled":
        phase = "expected"  # what analysts believe will come is announced by nobody
    if effect.name == "agree" and lexicon.heads.get(here.lemma, _NONE).name == "plan":
        phase = state.phase  # 辞任する意向を固めた
    if effect.name == "thing" and phase == "open" and tree.final and head.relation == "nsubj":
        above = tree.head(head)
        if above is None or above.lemma not in lexicon.heads:
            raise Unread("nothing says whether it came about")  # 融資するのは4件目となる
    if (
        phase == "open"
        and effect.name in ("say", "deny")
        and form_of(tree, here).endswith("to/inf")
        and here is state.top
    ):
        raise Unread(f"it is not known what “{head.text}” says of it")  # "confirmed the interest to take part"
    if phase == "open" and effect.name in ("begin", "say", "announce", "deny", "rumour"):
        phase = own.phase if effect.name == "begin" else "intended" if tree.final else "occurred"
    if effect.name == "say" and re.search(r"\b(?:was|were)\b.*/ger$", form_of(tree, here)) and phase == "occurred":
        phase = "ongoing"  # "said that it was cooperating"
    if own.polarity == "-":
        if effect.negated == "drop":
            raise Unread("it is not said")
        if effect.negated == "unknown":
            certainty = "U"
            if effect.name in ("deny", "doubt", "false"):  # who does not deny it says neither
                polarity, act = state.polarity, state.act
        elif effect.negated == "undo":
            phase = "occurred"
        else:
            polarity = "-" if polarity == "+" else "+"
    if own.phase in TO_COME and own.phase != "open" and not effect.asserter:
        phase, act = own.phase, own.act
        certainty = weaker(certainty, own.certainty)
    elif own.phase in ("failed",):
        phase = "failed"
    elif own.phase in TO_COME and own.phase != "open" and effect.asserter:
        certainty = "U"
    elif own.phase == "open":
        pass
    else:
        certainty = weaker(certainty, own.certainty)
    who = state.asserter
    if effect.asserter and state.asserter is None:
        who = _speaker(tree, head)
        above = tree.head(head)
        if who is None and tree.final and head.pos == "NOUN" and head.relation == "obj" and above is not None:
            who = _speaker(tree, above) or _speaker(tree, here)  # 会社が引き上げるとの回答を示した
        if who is None and tree.final and effect.name != "expect":
            who = _topic(tree, here, head)
        if (
            effect.name == "expect"
            and tree.final
            and not any(tree.children(one, "nsubj") for one in (state.top or here, here))
        ):
            who = None  # 취소될 것으로 보인다: its subject is what is expected
        if who is None and not tree.final and effect.name != "expect" and not _impersonal(tree, head):
            raise Unread("it is not known who says so")
    if effect.name in ("schedule", "plan", "expect") and _past(tree, head) and own.phase == "occurred":
        certainty = "U"  # what was to come: nothing says whether it came
    # a saying is no part of what is said, unless its denial or doubt is what makes the state
    said = effect.asserter and effect.name in ("say", "announce")
    return State(
        phase,
        polarity,
        certainty,
        act,
        asserter=who,
        top=state.top if said else head,
        heads=state.heads if said else (*state.heads, head),
        said=(*state.said, head) if effect.asserter and effect.name != "expect" else state.said,
    )


def _sayer(tree: Tree, head: Word, lexicon: Lexicon) -> Word | None:
    """Who says that a report is untrue: the subject of the saying above the words "it is not true"."""
    while lexicon.heads.get(head.lemma, _NONE).name not in ("say", "announce", "deny") and head.relation in (
        "ccomp",
        "advcl",
    ):
        up = tree.head(head)
        if up is None:
            break
        head = up
    return _speaker(tree, head)


def _topic(tree: Tree, here: Word, head: Word) -> Word | None:
    """The topic of a sentence that ends in a saying is who says so, though the parser hung it on what is said."""
    for one in tree.words[: here.at]:
        inside = any(up is here for up in (tree.words[one.head], *tree.path(tree.words[one.head])))
        if one.relation == "nsubj" and one.case in ("は", "은", "는") and inside and head.relation == "root":
            return one
    return None


def _impersonal(tree: Tree, head: Word) -> bool:
    """Whether nobody is named as the one who says: "it was announced that", "the announcement that"."""
    passive = bool(tree.children(head, "aux:pass", "expl", "nsubj:pass")) or head.pos == "NOUN"
    return passive or any(one.lemma in ("it", "there") for one in tree.children(head, "nsubj"))


def _past(tree: Tree, head: Word) -> bool:
    """Whether a plan is told of as one of the past: 予定だった, "was scheduled"."""
    form = form_of(tree, head)
    if tree.final:
        return head.pos not in ("VERB",) and form.endswith("/past")
    return form.split("/")[0].split()[:1] in (["was"], ["were"], ["had"])


def _speaker(tree: Tree, head: Word) -> Word | None:
    here: Word | None = head
    while here is not None:
        found = tree.children(here, "nsubj", "obl:agent") or tree.children(here, "nmod:poss")
        if tree.final and found and found[-1].case in ("が", "이", "가") and tree.children(here, "ccomp"):
            return found[-1]  # ...と外務省が発表した, whatever is the topic of what it says
        if found and found[0].lemma not in ("it", "there"):
            return found[0]
        chained = tree.final and here.relation == "advcl"
        here = tree.head(here) if chained or here.relation in ("conj", "xcomp") else None
    return None
