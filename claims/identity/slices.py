"""What documents tell of happenings, read by document and day: what a small load touches is few of these slices.

Claims of two days are never of one occasion, so that what a slice tells can be told without the rest of its document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from claims.identity.occasions import Occasion, Slice, Telling, occasions
from claims.identity.reading import Reader

_AT_ONCE = 50  # documents whose claims are read together: what is made of them is smaller


class Slices:
    """Occasions that were read, and are kept. Each that names no event is given to `learn`, once."""

    def __init__(self, reader: Reader, learn: Callable[[Occasion], None]) -> None:
        self._reader = reader
        self._learn = learn
        self._told: dict[Slice, list[Occasion]] = {}
        self._whole: dict[int, list[Slice]] = {}  # by document, of those that were read whole

    def read(self, slices: Iterable[Slice]) -> None:
        """What these tell, as far as it was not read."""
        fresh = [one for one in dict.fromkeys(slices) if one not in self._told and one[0] not in self._whole]
        if fresh:
            self._keep(self._reader.tellings(fresh))
            for one in fresh:
                self._told.setdefault(one, [])

    def read_whole(self, documents: Iterable[int]) -> None:
        """What these documents tell, of all days and of none."""
        fresh = sorted(set(documents) - self._whole.keys())
        if fresh:
            found = self._keep(self._reader.tellings_of(fresh))
            self._whole |= {document: [] for document in fresh}
            for one in found:
                self._whole[one[0]].append(one)

    def forget(self) -> None:
        """Keep nothing of what was read."""
        self._told.clear()
        self._whole.clear()

    def told(self, slices: Iterable[Slice]) -> list[Occasion]:
        """What these slices, which were read, tell."""
        return [one for place in dict.fromkeys(slices) for one in self._told.get(place, ())]

    def free(self, slices: Iterable[Slice]) -> list[Occasion]:
        """What of it names no event."""
        return [one for one in self.told(slices) if one.event is None]

    def of(self, documents: Iterable[int]) -> list[Slice]:
        """The slices in which these documents, which were read whole, tell anything."""
        return [place for document in documents for place in self._whole[document]]

    def _keep(self, tellings: Iterable[Telling]) -> Iterable[Slice]:
        found: dict[Slice, list[Occasion]] = defaultdict(list)
        for one in _together(tellings):
            found[one.slice].append(one)
        for place in found.keys() - self._told.keys():
            self._told[place] = found[place]
            for one in found[place]:
                if one.event is None:
                    self._learn(one)
        return found


def told(reader: Reader, documents: list[int]) -> Iterator[Occasion]:
    """All that these documents tell, some documents at a time, in the same order whenever they are asked; nothing is kept."""
    for some in parts(documents):
        yield from _together(reader.tellings_of(some))


def parts(documents: list[int]) -> Iterator[list[int]]:
    """Documents that are read together."""
    for start in range(0, len(documents), _AT_ONCE):
        yield documents[start : start + _AT_ONCE]


def _together(tellings: Iterable[Telling]) -> Iterator[Occasion]:
    """The occasions of these claims: of each document, those that name no event and those of each event apart."""
    apart: dict[tuple[int, int], list[Telling]] = defaultdict(list)
    for telling in tellings:
        apart[telling.document, telling.event or 0].append(telling)
    for place in sorted(apart):
        yield from occasions(apart[place])
