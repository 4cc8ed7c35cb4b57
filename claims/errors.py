"""The errors that this package raises: each carries its facts and the next step."""

from __future__ import annotations


class ClaimsError(Exception):
    """Anything that went wrong with what the user gave.

    `message` says what was wrong and where, `next_step` what to do; `str()` joins them in one line. The command line
    prints that line and exits with 1.
    """

    def __init__(self, message: str, next_step: str = "") -> None:
        self.message = message
        self.next_step = next_step
        super().__init__(f"{message}; {next_step}" if next_step else message)


class RecordError(ClaimsError):
    """A record that is not taken in.

    `field` is where ("evidence[0].quote", "" for the whole line), `value` what stood there (None = nothing, or the whole
    line), `reason` why it cannot be. `told` is the reason with the value.
    """

    def __init__(self, field: str, reason: str, value: object = None) -> None:
        self.field = field
        self.reason = reason
        self.value = value
        is_shown = value is None or _short(value) in reason
        self.told = reason if is_shown else f"{reason} (got {_short(value)})"
        super().__init__(f"{field}: {self.told}" if field else self.told)


class DateError(ClaimsError):
    """A date that is not EDTF or not in the calendar."""


class AlignmentError(ClaimsError):
    """A quote that stands in more than one place of the text. `places` are its spans."""

    def __init__(self, message: str, places: tuple[tuple[int, int], ...] = ()) -> None:
        self.places = places
        super().__init__(message, "quote more of the sentence, or give the span")


class DatabaseError(ClaimsError):
    """A database that cannot be opened, or is at another revision than this version needs."""


class ReplicaError(ClaimsError):
    """A replica that cannot be pulled: its source cannot be read, it is of another source or slice, or the two do not agree."""


class NotFoundError(ClaimsError):
    """A name, key or slug that the database does not hold."""


class QueryError(ClaimsError):
    """An unknown query, an unknown parameter, or SQL that did not run."""


class ReadOnlyError(ClaimsError):
    """A write through a session that only reads."""

    def __init__(self) -> None:
        super().__init__(
            "a session only reads",
            "write with Database.load: it makes the keys, supersedes what a record corrects, and derives what is asked",
        )


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}..."
