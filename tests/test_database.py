"""The Python face: the examples of its docstrings give what they say."""

from __future__ import annotations

import doctest

from claims import database


def test_the_examples_of_the_docstrings() -> None:
    told = doctest.testmod(database)
    assert (told.failed, told.attempted >= 6) == (0, True)
