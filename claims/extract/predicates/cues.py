"""Which words of a tree tell of something that is looked for, and of which kind."""

from __future__ import annotations

import re

from claims.extract.draft import Cue, Party
from claims.extract.factuality.forms import first_joined
from claims.extract.factuality.governed import effect_of
from claims.extract.lexicon import sort
from claims.extract.predicates.events import Predicate, compounded, event_cue, is_negated, predicate
from claims.extract.predicates.occasions import occasion
from claims.extract.predicates.subjects import is_passive, premises, somebody
from claims.extract.predicates.verbs import asks, is_sum, verb_cue
from claims.extract.sentence import Sentence
from claims.extract.trees.tree import Word

#: kinds of what parties settle with each other, where the words of the text give no other
_TOGETHER, _ALONE = "cooperate", "develop"
_SEVERAL = re.compile(
    r"(?i)^(?:they|both|two|three|four|the two|the three)\b|[a-z]{2}s$|両|双方|三者|四者|[2-9](?:[カか]国|[社者氏市党])"
    r"|^양[국측자사당]|^(?:두|세|네)\s|국들$"
)


def cue_of(s: Sentence, word: Word) -> Cue | None:
    """What a word tells of; None where it tells of nothing that is looked for."""
    tree, lexicon = s.tree, s.lexicon
    if tree.final and word.pos == "NOUN" and not word.form.strip("/"):
        return _nominal(s, word)
    if word.pos in ("NOUN", "PROPN") and not tree.final:
        return occasion(s, word)
    if word.pos not in ("VERB", "AUX") and not (tree.final and word.form.strip("/")):
        return None
    which = tree.head(word) if word.relation in ("acl", "acl:relcl") else None
    if which is not None and lexicon.has("unsaid", which.lemma):
        return None  # "the first of its kind that they signed"
    said = predicate(s, word, lemmas_of(s, word))
    if (cue := event_cue(s, said) or _beside(s, said)) is not None:
        return cue
    for lemma in said.lemmas:
        if lemma in lexicon.verbs and (cue := verb_cue(s, word, lexicon.verbs[lemma], said.objects)) is not None:
            return cue
        if lexicon.class_of(lemma) == "agree" and (settled := _settled_on(s, word)) is not None:
            own = _nominal(s, settled) if tree.final and settled.lemma not in lexicon.nouns else None
            if own is not None:
                continue  # 工場の閉鎖で合意した: that noun tells it
            if tree.final and lexicon.has("talks", settled.lemma):
                return Cue("sign", word)  # 임금협상에 합의했다: they are settled
            parts = (lexicon.nouns.get(one.lemma) for one in tree.children(settled, "compound") if tree.final)
            draft = "sign" if "sign" in parts else _TOGETHER  # 協定案で合意した
            return Cue(lexicon.nouns.get(settled.lemma, draft), word, None, "agreed")
        alone = lexicon.has("agrees_alone", lemma) and not tree.children(word, "ccomp", "xcomp", "acl", "obj")
        if alone or (lexicon.has("agrees", lemma) and _in_vain(s, word)):
            return Cue(_TOGETHER, word, None, "agreed")  # 양측은 합의했다
    first = first_joined(tree, word)
    head = tree.head(first)
    if first.relation in ("xcomp", "ccomp", "acl") and head is not None and first.tag == word.tag:
        return _settled(s, word, head)
    return None


def _beside(s: Sentence, said: Predicate) -> Cue | None:
    """What a verb tells of with what stands beside it, whatever it tells of alone: "left the union", "denied the charge"."""
    word, tree, lexicon = said.word, s.tree, s.lexicon
    beside = tree.children(word, "obl")
    if lexicon.has("leaves", word.lemma):
        hits = [hit for one in said.objects if (hit := s.hit(one)) is not None]
        known = any(hit.known.kind in ("framework", "organisation") for hit in hits)
        if known or any(one.named == "organisation" for one in said.objects):
            return Cue("withdraw", word)
    if word.lemma == "be" and lexicon.code == "en":  # "was in Oslo from Tuesday to Friday"
        who = tree.children(word, "nsubj")
        there = any(one.case == "in" and (one.named == "place" or s.hit(one)) for one in beside)
        return Cue("visit", word) if there and s.dates and who and who[0].pos == "PROPN" else None
    if lexicon.has("moves", word.lemma) and any(s.dated(one) and one.case in ("to", "until") for one in beside):
        return Cue("postpone", word)  # "has been moved to June 7"
    if any(_denies(s, word, lemma) for lemma in said.lemmas) and not tree.children(word, "ccomp", "xcomp", "advcl"):
        charges = (o for o in said.objects if any(is_charge(s, word, name) for name in (o.lemma, compounded(s, o))))
        denied = next(charges, None)
        if denied is not None and not tree.children(denied, "ccomp", "acl", "acl:relcl"):
            return Cue("state", word, None, "denied")
    if lexicon.has("works", word.lemma) and any(lexicon.has("jointly", o.lemma) for o in tree.children(word, "advmod")):
        return Cue(_TOGETHER, word)  # "will work closely on magnets"
    if lexicon.has("confirms", word.lemma):  # "confirmed cooperation on chips", 協力も確認した
        held = (*said.objects, *tree.children(word, "nsubj"), *(one for one in beside if one.case == "to"))
        together = next((one for one in held if lexicon.has("cooperation", one.lemma)), None)
        if together is not None and not tree.children(together, "acl"):
            return Cue(_TOGETHER, word, together, "agreed")
    if lexicon.class_of(word.lemma) == "promise" and any(is_sum(s, one) for one in tree.children(word, "obj")):
        return Cue("pay", word, None, "agreed")
    if lexicon.asserts(word.lemma) and not tree.final and (text := _stated_in(s, word)) is not None:
        return Cue("state", word, text)
    return Cue("urge", word) if not tree.final and asks(s, word) else None


def _stated_in(s: Sentence, word: Word) -> Word | None:
    """The text in which several say something of which no word tells: "in a joint statement they said chips matter"."""
    said = s.tree.children(word, "ccomp")
    texts = (o for o in s.tree.children(word, "obl") if o.case == "in" and s.lexicon.has("declaration", o.lemma))
    text = next((o for o in texts if any(one.lemma == "joint" for one in s.tree.children(o, "amod"))), None)
    told = any(cue_of(s, one) is not None for clause in said for one in s.tree.below(clause) if one.pos != "ADV")
    return text if said and not told else None


def _denies(s: Sentence, word: Word, lemma: str) -> bool:
    denies = s.lexicon.class_of(lemma) == "deny" or s.lexicon.has("disputes", lemma)
    return denies or (s.lexicon.has("admits", lemma) and is_negated(s, word))


def is_charge(s: Sentence, verb: Word, noun: str) -> bool:
    """Whether what is denied is a thing said: a report, a claim; "rejected it" may mean an offer."""
    return s.lexicon.has("charge", noun) and not (s.lexicon.has("rejects", verb.lemma) and s.lexicon.has("it", noun))


def _settled_on(s: Sentence, word: Word) -> Word | None:
    """What was agreed on, where a noun alone says so: "agreed on a truce", 停戦に合意した."""
    lexicon = s.lexicon
    clauses = [c for one in s.tree.children(word, "obl") if lexicon.has("nominaliser", one.lemma) for c in one.children]
    if s.tree.children(word, "ccomp", "xcomp", "acl") or any(s.tree.words[at].relation == "acl" for at in clauses):
        return None  # 枠組みについて、延長することで合意した: that clause tells it
    for one in s.tree.children(word, "obl"):
        slot = lexicon.slots.get(one.case, "")
        if not lexicon.has("settles", slot) or s.dated(one) or one.pos == "NUM" or lexicon.has("answered", one.lemma):
            continue
        somewhere = slot == "in" and (
            one.lemma in lexicon.heads
            or lexicon.patterns["meeting"].search(one.text)
            or somebody(s, one)
            or premises(s, one)
            or lexicon.nouns.get(one.lemma) == "meet"
            or one.named
            or s.hit(one)
        )
        if not somewhere:
            return one
    return None


def _in_vain(s: Sentence, word: Word) -> bool:
    """Whether somebody did not agree, and the text tells no more of it: "failed to agree"."""
    head = s.tree.head(word)
    failed = word.relation == "xcomp" and head is not None and s.lexicon.class_of(head.lemma) == "fail"
    told = [one for one in s.tree.children(word, "ccomp", "xcomp", "obl", "obj") if not s.dated(one)]
    return not told and (failed or is_negated(s, word))


def _nominal(s: Sentence, word: Word) -> Cue | None:
    """A noun that names an act of which the predicate above says what became: 脱退を表明した, 사임 의사를 밝혔다."""
    head, lexicon = s.tree.head(word), s.lexicon
    paired = (lexicon.pairs.get((word.lemma, one.lemma)) for one in s.tree.children(word, "nmod", "compound"))
    kind = next(filter(None, paired), None) or lexicon.verbs.get(word.lemma)
    tied = f"{word.case}{head.lemma}" if head is not None else ""  # 撤退は考えていない
    effect = lexicon.heads.get(tied) or lexicon.heads.get(head.lemma) if head is not None else None
    refused = effect is not None and effect.name == "refuse"
    told = lexicon.nouns.get(word.lemma)
    aimed = told == "sign" and effect is not None and effect.name in ("plan", "expect")  # 合意を目指す
    aimed = aimed and s.tree.final and not lexicon.has("instrument", word.lemma)
    kind = kind or (told if refused or told == "strike" or aimed else None)
    dropped = kind == "state" and effect is not None and effect.name == "cancel"  # 共同声明の採択を見送った
    if kind is None or head is None or (kind in sort("content") and not (refused and kind == "meet") and not dropped):
        return None
    if lexicon.has("thanks", word.lemma) and any(lexicon.slots.get(c.case) == "about" for c in s.tree.children(head)):
        return None  # 지지해 준 데 대해 사의를 표명했다: and no resignation
    planned = head.pos == "NOUN" and effect is not None and effect.name in ("plan", "schedule", "expect", "rumour")
    above = s.tree.head(head)
    if planned and s.tree.final and above is not None and above.pos == "VERB":
        known = above.lemma in lexicon.heads or any(lexicon.has(table, above.lemma) for table in ("neutral", "exists"))
        planned = known or above.relation == "acl"  # 統合計画を見直す: and it may be another's
    if (
        effect is None
        or effect.why
        or effect.name in ("thing", "say")
        or lexicon.verbs.get(head.lemma) in sort("content")
    ):
        return None
    if word.relation in ("nmod", "compound") and not (
        planned and (not word.case or lexicon.slots.get(word.case) == "of")
    ):
        return None
    voiced = any((head.lemma, one.lemma) in lexicon.pairs for one in s.tree.children(head, "obj") if one is not word)
    if s.tree.final and word.relation == "obl" and voiced:
        return None  # 支援に謝意を表明した
    if (head.lemma, word.lemma) in lexicon.pairs or not lexicon.has("told_of", word.case.split(" ")[0] or "-"):
        return None
    if (
        any(lexicon.has(table, head.lemma) for table in ("cancel", "collapse", "happen"))
        and word.lemma in lexicon.nouns
    ):
        return None
    if kind == _ALONE and effect.name == "agree" and _settled_on(s, head) is word:
        return None  # 規制の緩和で合意した: what several settle is joint work
    return Cue(kind, word)


def lemmas_of(s: Sentence, word: Word) -> list[str]:
    """The verb with its particle, and the verb alone."""
    particle = next((one.lemma for one in s.tree.children(word, "compound:prt")), "")
    if not particle and word.at + 1 < len(s.tree.words):
        after = s.tree.words[word.at + 1]
        if (
            after.head == word.at
            and after.relation in ("advmod", "case", "obl")
            and s.lexicon.has("particle", after.lemma)
        ):
            particle = after.lemma if not after.children else ""
    found = [f"{word.lemma}_{particle}", word.lemma] if particle else [word.lemma]
    if s.lexicon.has("other_verb", particle) or found[0] in s.lexicon.verbs:
        found = found[:1]  # "closed in on", "sent in tanks"
    found = [
        tied
        for one in s.tree.children(word, "obl")
        if (tied := f"{word.lemma}_{one.case.replace(' ', '_')}") in s.lexicon.verbs
        and not s.dated(one)
        and not s.lexicon.has("not_about", one.lemma)  # "called in on their way home"
        and (
            not (one.case in ("for", "over") and s.tree.children(word, "obj"))  # "called an election for May"
            or s.lexicon.has("asks_somebody", word.lemma)
        )
    ] + found
    if s.tree.final and is_passive(s, word):  # 訴えられた
        found = [f"{word.lemma}_られる", *found]
    if s.tree.final and (fused := compounded(s, word)) in s.lexicon.verbs:  # 子会社|化
        found = [fused, *found]
    if s.lexicon.has("ends_up", word.lemma):  # 中止になった
        found = [
            one.lemma
            for one in s.tree.children(word, "obl", "ccomp", "advcl")
            if s.lexicon.has("become_mark", one.case) and (one.relation == "obl" or one.pos != "VERB")
        ] + found
    if s.lexicon.has("does", word.lemma):  # 표결을 하다
        found = [one.lemma for one in s.tree.children(word, "obj")] + found
    fixed = [f"{word.lemma}_{one.lemma}" for one in s.tree.children(word, "obj")]  # "took place", "took part"
    fixed += [f"{word.lemma}_{one.case}_{one.lemma}" for one in s.tree.children(word, "obl")]  # "put it on hold"
    return [one for one in fixed if s.lexicon.has("happen", one) or one in s.lexicon.verbs] + found


def _settled(s: Sentence, word: Word, head: Word) -> Cue | None:
    effect = effect_of(s.tree, word, head, s.lexicon)
    if effect is not None and effect.name == "thing" and (above := s.tree.head(head)) is not None:
        effect = s.lexicon.heads.get(above.lemma)  # 進めることで一致した
    if effect is None or effect.name not in ("agree", "promise") or s.lexicon.has("does_so", word.lemma):
        return None
    if s.tree.final and s.lexicon.class_of(word.lemma) == "consider":
        return None  # 対象の拡大を検討すると応じた
    chosen = s.tree.children(head, "nsubj:pass", "obj") if not s.tree.final else []
    if any(one.pos == "PROPN" or (one.tag == "PRP" and not s.lexicon.has("it", one.lemma)) for one in chosen):
        return None  # "she was chosen to lead", "chose Acme to build it": somebody else settled it
    if s.lexicon.has("sells", word.lemma) and not s.tree.final:
        return None  # "agreed to sell it": goods, or what is no company
    if word.relation == "acl" and not s.tree.final and not s.tree.children(word, "aux", "mark"):
        return None  # "a deal backed by the bank"
    return Cue("", word)


def default_kind(parties: list[Party]) -> str:
    """The kind of what was settled in words that are no cue: by several, or by one."""
    several = len({one.who for one in parties}) > 1 or any(
        one.known is None and one.kind in ("", "group") and _SEVERAL.search(one.name) for one in parties
    )
    return _TOGETHER if several else _ALONE
