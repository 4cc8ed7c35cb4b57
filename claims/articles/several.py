"""Several articles read at once, each in a process of its own where there is more than one."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from claims.articles.adding import Reading, read_article
from claims.errors import ClaimsError
from claims.extract.gazetteer import Names
from claims.records import Document, Source

_names: Names | None = None  # of a worker, given once


def read_articles(
    articles: Iterable[tuple[Source, Document] | ClaimsError],
    names: Names,
    options: dict[str, Any],
    *,
    processes: int | None = None,
) -> Iterator[Reading | ClaimsError]:
    """A reading of each article, or why it cannot be read, in the order given, as they are done.

    `options`: those of `read_article`, by name. What is given as an error comes out as it is. `processes`: at most so
    many; None = one for each core. No more than two for each process are taken from `articles` ahead of the answers.
    """
    count = processes or os.cpu_count() or 1
    with ProcessPoolExecutor(count, get_context("spawn"), _start, (names,)) as pool:
        waiting: deque[Future[Reading | ClaimsError] | ClaimsError] = deque()
        for one in articles:
            waiting.append(one if isinstance(one, ClaimsError) else pool.submit(_read, one, options))
            if len(waiting) > 2 * count:
                yield _outcome(waiting.popleft())
        while waiting:
            yield _outcome(waiting.popleft())


def _outcome(one: Future[Reading | ClaimsError] | ClaimsError) -> Reading | ClaimsError:
    return one if isinstance(one, ClaimsError) else one.result()


def _start(names: Names) -> None:
    global _names
    _names = names


def _read(article: tuple[Source, Document], options: dict[str, Any]) -> Reading | ClaimsError:
    assert _names is not None
    try:
        return read_article(*article, _names, **options)
    except ClaimsError as error:
        return ClaimsError(error.message, error.next_step)
