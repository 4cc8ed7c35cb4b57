"""What was found in a file: its text, and what it says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contents:
    """The text, and what the file tells of title, author, day (ISO), address and language; None where it tells nothing.

    `note`: what a reader of the document should know of how it was read.
    """

    text: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    note: str | None = None
