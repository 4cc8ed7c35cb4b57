"""Texts: the form in which they are held, their sentences, the boilerplate around an article,
and the words by which search finds them.
"""

from claims.text.canonical import nfc, sha256
from claims.text.sentences import Span, split_sentences
from claims.text.words import search_query, search_words

__all__ = ["Span", "nfc", "search_query", "search_words", "sha256", "split_sentences"]
