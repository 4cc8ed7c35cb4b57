"""The `llm` extractor: claims read by a language model, each checked against the text as hard as our own.

The model comes from the `llm` package (`pip install 'claims[llm]'`), or from any server with OpenAI's protocol.
"""

from claims.extract.llm.answer import schema
from claims.extract.llm.reading import ModelRun, Unread, extract_with_model
from claims.extract.llm.server import Asking

__all__ = ["Asking", "ModelRun", "Unread", "extract_with_model", "schema"]
