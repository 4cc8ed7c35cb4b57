"""What a head makes of what it governs: who says it, how sure, whether it came about."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.factuality.forms import TO_COME, State, Unread, first_joined, form_of, own_state, weaker
from claims.extract.factuality.speakers import sayer_of, speaker_of
from claims.extract.lexicon import NO_EFFECT, Effect, Lexicon
from claims.extract.trees.tree import Tree, Word


def effect_of(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> Effect | None:
    if head.lemma == "have":  # "has yet to ratify"
        beside = (*tree.children(head, "advmod"), *tree.children(here, "advmod"))
        pending = (lexicon.heads.get(one.lemma, NO_EFFECT) for one in beside)
        if found := next((one for one in pending if one.name == "pending"), None):
            return found
    if lexicon.has("confirms", head.lemma) and _theirs_to_do(tree, here, head):
        return lexicon.effect("agree")
    particles = [one.lemma for one in tree.children(head, "compound:prt")]
    tied = [
        f"{here.form.split('/')[0][-1:] or ' '}{head.lemma}",  # -기로 하다 settles, -다고 하다 says
        f"{here.lemma}{here.case}{head.lemma}",
        f"{here.case}{head.lemma}",
        head.lemma,
        head.text.lower(),
    ]
    for lemma in [f"{head.lemma}_{one}" for one in particles] or tied:  # to hold off is not to hold
        if lemma in lexicon.heads:
            return lexicon.heads[lemma]
    return None


def _theirs_to_do(tree: Tree, here: Word, head: Word) -> bool:
    """Whether several say that they will do a thing: "both sides confirmed that they would set standards"."""
    they = any(one.lemma == "they" for one in tree.children(here, "nsubj"))
    will = any(one.lemma in ("will", "would") for one in tree.children(here, "aux"))
    who = tree.children(head, "nsubj")
    several = bool(who) and (
        who[0].tag in ("NNS", "NNPS") or who[0].lemma == "they" or bool(tree.children(who[0], "conj"))
    )
    return not tree.final and here.relation == "ccomp" and they and will and several


def governed(tree: Tree, here: Word, head: Word, state: State, effect: Effect, lexicon: Lexicon) -> State:
    """The state of what stands at `here` under a head of a class: who says it, how sure, whether it came about.

    Raises Unread, with the reason, for what the head leaves open.
    """
    if effect.why:
        raise Unread(effect.why)
    if effect.name == "agree" and here.relation == "xcomp" and tree.children(head, "obj") and not tree.final:
        raise Unread(f"it is what another is to do by what “{head.text}” tells")  # "chose Skadi to build the line"
    wished = effect.name == "plan" and here.relation == "ccomp" and not tree.final
    if wished and any(one.tag != "PRP" for one in tree.children(here, "nsubj", "nsubj:pass")):
        raise Unread(f"it is what “{head.text}” wishes of another")  # "want the state to pay"
    unwilling = effect.name in ("agree", "promise") and re.search(r"\bwould not\b", form_of(tree, head))
    if unwilling and not tree.final:
        raise Unread("it is not said")  # "would not promise to return"
    told_by = any(lexicon.slots.get(one.case) == "according" for one in tree.words)
    if told_by and _hearsay(head, lexicon):
        return replace(state, phase="intended" if state.phase == "open" else state.phase)  # ...によると、...という
    if effect.name != "rumour" and _rumoured(tree, here, head, effect, lexicon):
        effect = lexicon.effect("rumour")
    verbal = head.pos in ("VERB", "AUX", "ADJ") or tree.children(head, "cop")
    own = own_state(tree, head, lexicon) if verbal or head.form else State()
    if head.pos == "NOUN" and any(lexicon.has("none_of", one.text.lower()) for one in tree.children(head, "det")):
        own = replace(own, polarity="-")  # "has no plans to", "there are no plans to"
    marks = {one.text.lower() for one in tree.children(here, "mark")}
    if any(lexicon.marks.get(one) == "question" for one in marks):
        if effect.name == "question" or (effect.negated == "drop" and own.polarity == "-"):
            return replace(state, certainty="U", top=head, heads=(*state.heads, head))
        if effect.name != "discuss":
            raise Unread("it is left open")
    elif "if" in marks and here.relation == "ccomp":
        raise Unread("it is left open")
    made = _made(tree, here, head, state, effect, own, lexicon)
    if own.polarity == "-" and effect.name == "agree":  # "has not agreed to pay", "did not agree to", 합의되지 않았다
        perfect = bool({"has", "have", "had"} & set(form_of(tree, head).split("/")[0].split()))
        made = replace(made, phase="pending") if perfect else replace(made, phase="occurred", polarity="-")
    elif own.polarity == "-":
        made = _not_so(state, made, effect)
    coming = own.phase in TO_COME and own.phase != "open"
    if coming and effect.asserter:
        made = replace(made, certainty="U")
    elif own.phase != "open":
        made = replace(made, certainty=weaker(made.certainty, own.certainty))
        made = replace(made, phase=own.phase) if coming or own.phase == "failed" else made
        made = replace(made, act=own.act) if coming else made
    tipped = effect.name == "likely" and form_of(tree, head).startswith("had been")
    if (tipped or (effect.name in ("schedule", "plan", "expect") and _past(tree, head))) and own.phase == "occurred":
        none = effect.name == "plan" and own.polarity == "-"  # "there was no plan to"
        made = made if none else replace(made, certainty="U")  # what was to come: nothing says whether it came
    made = replace(made, asserter=sayer_of(tree, here, head, state, effect, lexicon))
    if effect.asserter and effect.name != "expect":
        made = replace(made, said=(*state.said, head))
    if effect.asserter and effect.name in ("say", "announce"):
        return made  # a saying is no part of what is said, unless its denial or doubt is what makes the state
    return replace(made, top=head, heads=(*state.heads, head))


def _made(tree: Tree, here: Word, head: Word, state: State, effect: Effect, own: State, lexicon: Lexicon) -> State:
    """The state with what the class of a head makes of it, whatever the form of that head."""
    name, phase, act = effect.name, effect.phase or state.phase, effect.act or state.act
    certainty, polarity = weaker(state.certainty, effect.certainty or "CT"), state.polarity
    again = state.act == "deny" and name == "deny" and lexicon.code == "ko"  # 소문을 사실무근이라고 일축했다
    if effect.polarity == "flip" and not again:
        polarity = "-" if polarity == "+" else "+"
    if name in ("deny", "false") and phase == "failed" and polarity != state.polarity and not tree.final:
        phase, polarity = "occurred", state.polarity  # "denied that he had failed to pay"
    over = state.phase in ("cancelled", "failed") and effect.phase in TO_COME  # 인상을 철회하기로 합의했다
    if tree.final and (over or (name == "expect" and state.phase in ("occurred", "ongoing"))):  # 辞任したとみられる
        phase = state.phase
    if name in ("deny", "false"):
        certainty = state.certainty if state.certainty != "U" or not state.heads else "CT"
    if name in ("likely", "unlikely"):
        certainty = "PR"
    would = phase == "expected" and state.certainty == "PR"
    if name == "announce" and would and state.act == "predict":
        phase, certainty = "scheduled", "CT"  # "announced that it would": said by those who will do it
    if name == "say" and would and _own_plan(tree, state.top or here, head, lexicon):
        phase, certainty, act = "intended", "CT", "report"
    if name in ("agree", "promise") and state.phase == "expected" and state.act == "predict":
        certainty = "CT"
    if name in ("believe", "doubt") and phase == "scheduled":
        phase = "expected"  # what analysts believe will come is announced by nobody
    if name == "agree" and lexicon.class_of(here.lemma) == "plan" and here in state.heads:
        phase = phase if lexicon.has("settled", head.lemma) else state.phase  # 辞任する意向を固めた, 方針で一致した
    if phase == "open":
        phase = _closed(tree, here, head, state, effect, own, lexicon)
    if name == "say" and re.search(r"\b(?:was|were)\b.*/ger$", form_of(tree, here)) and phase == "occurred":
        phase = "ongoing"  # "said that it was cooperating"
    return replace(state, phase=phase, polarity=polarity, certainty=certainty, act=act)


def _closed(tree: Tree, here: Word, head: Word, state: State, effect: Effect, own: State, lexicon: Lexicon) -> str:
    """The phase of what its own form leaves open, under a head of no phase of its own."""
    if effect.name == "thing" and tree.final and head.relation == "nsubj":
        above = tree.head(head)
        if above is None or above.lemma not in lexicon.heads:
            raise Unread("nothing says whether it came about")  # 融資するのは4件目となる
    if effect.name in ("say", "deny") and form_of(tree, here).endswith("to/inf") and here is state.top:
        raise Unread(f"it is not known what “{head.text}” says of it")  # "confirmed the interest to take part"
    if effect.name == "begin":
        return own.phase
    told = effect.name in ("say", "announce", "deny", "rumour", "true")
    if told and tree.final and effect.name in ("say", "announce") and _of_another(tree, here, head, lexicon):
        return "expected"  # A는 B가 참여하지 않을 것이라고 말했다
    if effect.name == "announce" and lexicon.has("proclaims", head.lemma):
        return "scheduled"
    return "open" if not told else "intended" if tree.final else "occurred"


def _of_another(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> bool:
    """Whether it is said of another than who says it that they will do something."""
    clauses = tree.children(here, "acl") if lexicon.has("nominaliser", here.lemma) else []
    will = [one for one in clauses if lexicon.patterns["to_come"].search(one.form)]
    doers = [who for one in will for who in tree.children(one, "nsubj") if lexicon.has("subject_mark", who.case)]
    return bool(doers) and any(lexicon.has("topic_mark", who.case) for who in tree.children(head, "nsubj"))


def _not_so(state: State, made: State, effect: Effect) -> State:
    """The state under a head that is denied itself."""
    if effect.negated == "drop":
        raise Unread("it is not said")
    if effect.negated in ("undo", "keep"):  # 構えを崩していない
        return replace(made, phase="occurred" if effect.negated == "undo" else state.phase)
    if effect.negated != "unknown":
        made = replace(made, certainty=state.certainty) if effect.name == "consider" else made  # 考えていない
        return replace(made, polarity="-" if made.polarity == "+" else "+")
    if effect.polarity == "flip":  # who does not deny it says neither
        made = replace(made, polarity=state.polarity, act=state.act)
    return replace(made, certainty="U")


def _hearsay(head: Word, lexicon: Lexicon) -> bool:
    """Whether a sentence ends in words that leave it to others: ...という, 알려졌다."""
    told = lexicon.patterns["hearsay"]
    return head.relation == "root" and told.search(f"{head.lemma}{head.form}") is not None


def _rumoured(tree: Tree, here: Word, head: Word, effect: Effect, lexicon: Lexicon) -> bool:
    """Whether a thing is only said by somebody unnamed: ...とされる, "is said to have signed", "reports that"."""
    if effect.name == "say" and head.pos == "NOUN" and lexicon.has("report", head.lemma):
        return True
    passive = tree.final and lexicon.has("rumoured", head.lemma) and lexicon.patterns["passive"].search(head.form)
    said = effect.name == "say" and re.search(r"\bhave\b", here.form) and tree.children(head, "aux:pass")
    return bool(passive or said) or _hearsay(head, lexicon)


def _own_plan(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> bool:
    """Whether who says that something would be done speaks for who will do it, and does not only foresee it.

    "Said it would sue", "said the army would leave", "the minister said Peru would sign", and not "analysts said".
    """
    who = speaker_of(tree, head, lexicon)
    foresees = who is None or lexicon.has("people", who.lemma)
    would = form_of(tree, here).split("/")[0].split()
    for one in tree.children(first_joined(tree, here), "nsubj", "nsubj:pass") if "would" in would else ():
        owners = tree.children(one, "nmod:poss")  # and not "the envoy said the bank's board would meet"
        owned = all(whose.tag == "PRP$" for whose in owners) and [*owners, *tree.children(one, "det")]
        body = any(lexicon.has(table, one.lemma) for table in ("body", "generic", "actor", "government", "sides"))
        named = one.pos == "PROPN" or (lexicon.has("official", one.lemma) and any(w.tag == "PRP$" for w in owners))
        if (
            one.tag == "PRP"
            or (named and not foresees and not owners[1:])
            or (body and one.pos == "NOUN" and one.tag == "NN" and owned and not one.case)
        ):
            return True
    return False


def _past(tree: Tree, head: Word) -> bool:
    """Whether a plan is told of as one of the past: 予定だった, "was scheduled"."""
    form = form_of(tree, head)
    if tree.final:
        return head.pos not in ("VERB",) and form.endswith("/past")
    return form.split("/")[0].split()[:1] in (["was"], ["were"], ["had"])
