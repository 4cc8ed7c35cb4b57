"""Trees of Korean sentences: kiwipiepy's morphemes, one word for each spaced group, hung on heads by particle and ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.metadata import version

from claims.errors import ClaimsError
from claims.extract.trees.korean_groups import groups_of
from claims.extract.trees.korean_heads import Heads
from claims.extract.trees.korean_names import named
from claims.extract.trees.tree import Tree


class KoreanParser:
    """kiwipiepy as a parser: see `claims.extract.parsers.Parser`."""

    name = "kiwipiepy"

    def __init__(self) -> None:
        try:
            from kiwipiepy import Kiwi

            self._kiwi = Kiwi(num_workers=1)
        except Exception as error:  # a missing model raises what the binding gives
            raise ClaimsError(f"kiwipiepy does not load: {error}", "pip install 'claims[parse]'") from error
        self.version = version("kiwipiepy")

    def trees(self, sentences: Iterable[str]) -> Iterator[Tree]:
        texts = list(sentences)
        for text, tokens in zip(texts, named(texts, [self._kiwi.tokenize(text) for text in texts]), strict=True):
            yield Heads(text, groups_of(text, tokens)).tree()
