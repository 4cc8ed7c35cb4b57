"""Why an item of an answer is no claim."""

from __future__ import annotations


class Refused(Exception):
    """An item that is not taken; `str()` is the reason."""
