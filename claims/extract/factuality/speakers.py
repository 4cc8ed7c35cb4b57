"""Who says what a predicate tells of."""

from __future__ import annotations

from claims.extract.factuality.forms import State, Unread
from claims.extract.lexicon import Effect, Lexicon
from claims.extract.trees.tree import Tree, Word


def sayer_of(tree: Tree, here: Word, head: Word, state: State, effect: Effect, lexicon: Lexicon) -> Word | None:
    """Who says what stands at `here`, where `head` governs it; None where nobody is named.

    Raises Unread where somebody says it of whom the sentence does not tell.
    """
    expects = bool(state.heads) and lexicon.class_of(state.heads[-1].lemma) == "expect"
    if expects and not tree.final and effect.name == "say" and state.asserter is not None:
        return speaker_of(tree, head, lexicon) or state.asserter  # "Lind said the firm did not expect to close it"
    if not effect.asserter or state.asserter is not None:
        return state.asserter
    who = speaker_of(tree, head, lexicon)
    if effect.name == "expect":  # 취소될 것으로 보인다: its subject is what is expected
        own = any(tree.children(one, "nsubj") for one in (state.top or here, here))
        return who if own or not tree.final else None
    voiced = tree.head(head) if head.pos == "NOUN" and head.relation == "obj" else None
    if who is None and voiced is not None:
        who = speaker_of(
            tree, voiced, lexicon
        )  # "shared the view that it had failed", 会社が引き上げるとの回答を示した
    if who is None and tree.final:
        who = speaker_of(tree, here, lexicon) if voiced is not None else None
        who = who or _topic(tree, here, head, lexicon)
        if who is None and head.relation == "advcl":
            return next(iter(tree.children(here, "nsubj")), None)
        return who
    if who is None and not _impersonal(tree, head, lexicon):
        raise Unread("it is not known who says so")
    return who


def sayer(tree: Tree, head: Word, lexicon: Lexicon) -> Word | None:
    """Who says that a report is untrue: the subject of the saying above the words "it is not true"."""
    while lexicon.class_of(head.lemma) not in ("say", "announce", "deny") and (
        head.relation in ("ccomp", "advcl") or lexicon.has("remarks", head.lemma)
    ):
        up = tree.head(head)
        if up is None:
            break
        head = up
    return speaker_of(tree, head, lexicon)


def _topic(tree: Tree, here: Word, head: Word, lexicon: Lexicon) -> Word | None:
    """The topic of a sentence that ends in a saying is who says so, though the parser hung it on what is said."""
    for one in tree.words[: here.at]:
        inside = any(up is here for up in (tree.words[one.head], *tree.path(tree.words[one.head])))
        above = head.relation == "acl" and one.head == head.head  # A는 ...하겠다고 밝힌 상태다
        told = (inside and head.relation == "root") or above
        if one.relation == "nsubj" and lexicon.has("topic_mark", one.case) and told:
            return one
    return None


def _impersonal(tree: Tree, head: Word, lexicon: Lexicon) -> bool:
    """Whether nobody is named as the one who says: "it was announced that", "the announcement that"."""
    passive = bool(tree.children(head, "aux:pass", "expl", "nsubj:pass")) or head.pos == "NOUN"
    return passive or any(lexicon.has("impersonal", one.lemma) for one in tree.children(head, "nsubj"))


def speaker_of(tree: Tree, head: Word, lexicon: Lexicon) -> Word | None:
    here: Word | None = head
    if not tree.final and head.relation == "advcl" and head.tag == "VBG":  # "said A had left, adding that"
        said = (one for one in tree.path(head) if lexicon.asserts(one.lemma))
        here = next(said, head)
    if not tree.final and tree.children(head, "aux:pass"):  # "will visit Oslo and is expected to sign"
        return next(iter(tree.children(head, "obl:agent")), None)
    while here is not None:
        found = tree.children(here, "nsubj", "obl:agent") or tree.children(here, "nmod:poss")
        if tree.final:  # ...했다는 소문은 사실이 아니다
            found = [one for one in found if lexicon.class_of(one.lemma) not in ("rumour", "thing")]
            found = [one for one in found if here is head or one.at < head.at]  # 정부가 ...했다고 밝히자 야당은
        if found and lexicon.has("subject_mark", found[-1].case) and tree.children(here, "ccomp"):
            return found[-1]  # ...と外務省が発表した, whatever is the topic of what it says
        if found and not lexicon.has("impersonal", found[0].lemma):
            return found[0]
        chained = here.relation == "advcl" and (tree.final or here.tag == "VBG")  # "said, adding that"
        here = tree.head(here) if chained or here.relation in ("conj", "xcomp") else None
    return None
