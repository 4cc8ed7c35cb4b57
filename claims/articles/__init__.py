"""Articles into the database: taken in as documents, read by an extractor, loaded.

Also a withheld document's text given back.
"""

from claims.articles.adding import Added, Reading, add_article, as_held, known_names, open_dates, read_article
from claims.articles.attaching import attach
from claims.articles.intake import read_document
from claims.articles.ledger import unread
from claims.articles.several import read_articles

__all__ = [
    "Added",
    "Reading",
    "add_article",
    "as_held",
    "attach",
    "known_names",
    "open_dates",
    "read_article",
    "read_articles",
    "read_document",
    "unread",
]
