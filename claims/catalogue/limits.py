"""How a statement says that its first rows are all that is asked for."""

from __future__ import annotations

import re

_LIMIT = re.compile(r"\nlimit (\d+)\s*\Z")


def limited(sql: str, most: int | None) -> str:
    """The statement for its first `most` rows; None is all."""
    return sql if most is None else f"{sql.rstrip()}\nlimit {most}"


def limit_of(sql: str) -> int | None:
    """For how many rows `limited` made the statement; None is all."""
    found = _LIMIT.search(sql)
    return None if found is None else int(found[1])
