"""Articles: a file taken in as a document, read by an extractor, and added to the database.

Also a withheld document's text given back.
"""

from claims.articles.adding import Added, Reading, add_article, known_names, read_article
from claims.articles.attaching import attach
from claims.articles.intake import read_document

__all__ = ["Added", "Reading", "add_article", "attach", "known_names", "read_article", "read_document"]
