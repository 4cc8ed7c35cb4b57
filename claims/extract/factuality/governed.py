"""What a head makes of what it governs: who says it, how sure, whether it came about."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extract.factuality.forms import TO_COME, State, Unread, first_joined, form_of, own_state, weaker
from claims.extract.lexicon import NO_EFFECT, Effect, Lexicon
from claims.extract.trees.tree import Tree, Word


def effect_of(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> Effect | None:
    if head.lemma == "have":  # "has yet to ratify"
        beside = (*tree.children(head, "advmod"), *tree.children(here, "advmod"))
        pending = (lexicon.heads.get(one.lemma, NO_EFFECT) for one in beside)
        if found := next((one for one in pending if one.name == "pending"), None):
            return found
    particles = [one.lemma for one in tree.children(head, "compound:prt")]
    tied = [
        f"{here.lemma}{here.case}{head.lemma}",
        f"{here.case}{head.lemma}",
        f"{here.form.split('/')[0][-1:]}{head.lemma}",  # -기로 하다 settles, -다고 하다 says
        head.lemma,
        head.text.lower(),
    ]
    for lemma in [f"{head.lemma}_{one}" for one in particles] or tied:  # to hold off is not to hold
        if lemma in lexicon.heads:
            return lexicon.heads[lemma]
    return None


def governed(tree: Tree, here: Word, head: Word, state: State, effect: Effect, lexicon: Lexicon) -> State:
    if effect.why:
        raise Unread(effect.why)
    passive = lexicon.patterns.get("passive") if tree.final else None
    told = lexicon.patterns.get("hearsay")
    said_so = bool(told and head.relation == "root" and told.search(f"{head.lemma}{head.form}"))
    told_by = any(lexicon.slots.get(one.case) == "according" for one in tree.words)
    if said_so and told_by:
        return replace(state, phase="intended" if state.phase == "open" else state.phase)  # ...によると、...という
    if said_so or (passive and lexicon.has("rumoured", head.lemma) and passive.search(head.form)):
        effect = lexicon.effect("rumour")  # ...とされる, 言われている
    if effect.name == "say" and re.search(r"\bhave\b", here.form) and tree.children(head, "aux:pass"):
        effect = lexicon.effect("rumour")  # "is said to have signed"
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
    if not verbal and any(lexicon.has("none_of", one.text.lower()) for one in tree.children(head, "det")):
        own = State(polarity="-")
    polarity, certainty = state.polarity, weaker(state.certainty, effect.certainty or "CT")
    again = state.act == "deny" and effect.name == "deny" and lexicon.code == "ko"  # 소문을 사실무근이라고 일축했다
    if effect.polarity == "flip" and not again:
        polarity = "-" if polarity == "+" else "+"
    phase = effect.phase or state.phase
    if tree.final and state.phase in ("cancelled", "failed") and effect.phase in TO_COME:
        phase = state.phase  # 인상을 철회하기로 합의했다, 철회할 가능성이 있다
    if effect.name == "expect" and tree.final and state.phase == "occurred":
        phase = state.phase  # 辞任したとみられる
    act = effect.act or state.act
    if effect.name == "say" and head.pos == "NOUN" and lexicon.has("report", head.lemma):
        effect = lexicon.effect("rumour")  # "reports that": nobody is named who says so
        certainty = weaker(certainty, effect.certainty)
    if effect.name in ("deny", "false"):
        certainty = state.certainty if state.certainty != "U" or not state.heads else "CT"
    if effect.name in ("likely", "unlikely"):
        certainty = "PR"
    if effect.name == "announce" and phase == "expected" and state.act == "predict" and state.certainty == "PR":
        phase, certainty = "scheduled", "CT"  # "announced that it would": said by those who will do it
    if effect.name == "say" and phase == "expected" and state.certainty == "PR" and _own_plan(tree, here, lexicon):
        phase, certainty, act = "intended", "CT", "report"
    if effect.name in ("agree", "promise") and state.phase == "expected" and state.act == "predict":
        certainty = "CT"
    if effect.name == "believe" and phase == "scheduled":
        phase = "expected"  # what analysts believe will come is announced by nobody
    if effect.name == "agree" and lexicon.class_of(here.lemma) == "plan" and here in state.heads:
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
    if phase == "open" and effect.name in ("begin", "say", "announce", "deny", "rumour", "true"):
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
    expects = not tree.final and bool(state.heads) and lexicon.class_of(state.heads[-1].lemma) == "expect"
    if expects and effect.name == "say" and state.asserter is not None:
        who = speaker_of(tree, head, lexicon) or who  # "Lind said the company did not expect to close it"
    elif effect.asserter and state.asserter is None:
        who = speaker_of(tree, head, lexicon)
        above = tree.head(head)
        if who is None and tree.final and head.pos == "NOUN" and head.relation == "obj" and above is not None:
            who = speaker_of(tree, above, lexicon) or speaker_of(
                tree, here, lexicon
            )  # 会社が引き上げるとの回答を示した
        if who is None and tree.final and effect.name != "expect":
            who = _topic(tree, here, head, lexicon)
        if (
            effect.name == "expect"
            and tree.final
            and not any(tree.children(one, "nsubj") for one in (state.top or here, here))
        ):
            who = None  # 취소될 것으로 보인다: its subject is what is expected
        if who is None and not tree.final and effect.name != "expect" and not _impersonal(tree, head, lexicon):
            raise Unread("it is not known who says so")
    tipped = effect.name == "likely" and form_of(tree, head).startswith("had been")
    if (tipped or (effect.name in ("schedule", "plan", "expect") and _past(tree, head))) and own.phase == "occurred":
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


def _own_plan(tree: Tree, here: Word, lexicon: Lexicon) -> bool:
    """Whether who says that something would be done will do it: "said it would sue", "said the army would leave"."""
    would = form_of(tree, here).split("/")[0].split()
    for one in tree.children(first_joined(tree, here), "nsubj", "nsubj:pass") if "would" in would else ():
        owned = tree.children(one, "nmod:poss", "det")
        body = any(lexicon.has(table, one.lemma) for table in ("body", "generic", "actor", "government", "sides"))
        if one.tag == "PRP" or (body and one.pos == "NOUN" and one.tag == "NN" and owned and not one.case):
            return True
    return False


def _topic(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> Word | None:
    """The topic of a sentence that ends in a saying is who says so, though the parser hung it on what is said."""
    for one in tree.words[: here.at]:
        inside = any(up is here for up in (tree.words[one.head], *tree.path(tree.words[one.head])))
        if one.relation == "nsubj" and lexicon.has("topic_mark", one.case) and inside and head.relation == "root":
            return one
    return None


def _impersonal(tree: Tree, head: Word, lexicon: Lexicon) -> bool:
    """Whether nobody is named as the one who says: "it was announced that", "the announcement that"."""
    passive = bool(tree.children(head, "aux:pass", "expl", "nsubj:pass")) or head.pos == "NOUN"
    return passive or any(lexicon.has("impersonal", one.lemma) for one in tree.children(head, "nsubj"))


def _past(tree: Tree, head: Word) -> bool:
    """Whether a plan is told of as one of the past: 予定だった, "was scheduled"."""
    form = form_of(tree, head)
    if tree.final:
        return head.pos not in ("VERB",) and form.endswith("/past")
    return form.split("/")[0].split()[:1] in (["was"], ["were"], ["had"])


def speaker_of(tree: Tree, head: Word, lexicon: Lexicon) -> Word | None:
    here: Word | None = head
    while here is not None:
        found = tree.children(here, "nsubj", "obl:agent") or tree.children(here, "nmod:poss")
        if found and lexicon.has("subject_mark", found[-1].case) and tree.children(here, "ccomp"):
            return found[-1]  # ...と外務省が発表した, whatever is the topic of what it says
        if found and not lexicon.has("impersonal", found[0].lemma):
            return found[0]
        chained = tree.final and here.relation == "advcl"
        here = tree.head(here) if chained or here.relation in ("conj", "xcomp") else None
    return None
