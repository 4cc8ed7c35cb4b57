"""Tokens by which programs write over HTTP: kept as hashes in a file beside the database, each with its scopes and its end.

A database that has no such file takes nothing over HTTP.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import os
import secrets
from pathlib import Path

import msgspec

from claims.errors import ClaimsError, NotFoundError

#: scope -> what its bearer may send
SCOPES = {
    "load": "records of every type but reviews and judgements",
    "review": "reviews of claims",
    "merge": "judgements whether two entities are one",
}
#: By this a token is told from those of others.
PREFIX = "claims_"
_BYTES = 32  # of chance: too many to be guessed, so that the hash needs no salt and may be fast


class Token(msgspec.Struct, kw_only=True):
    """What is kept of a token. `expires_at`: UTC, YYYY-MM-DDTHH:MM:SSZ, from which on it is taken no more."""

    name: str
    scopes: list[str]
    expires_at: str
    sha256: str

    @property
    def is_over(self) -> bool:
        return _now().isoformat(timespec="seconds").replace("+00:00", "Z") >= self.expires_at


def tokens_file(database: str | Path) -> Path:
    """Where the tokens of a database are kept: claims.db.tokens beside claims.db."""
    return Path(f"{database}.tokens")


def tokens(database: str | Path) -> list[Token]:
    """Those of a database, in the order in which they were made. Raises ClaimsError where the file is not as it was written."""
    path = tokens_file(database)
    try:
        return msgspec.json.decode(path.read_bytes(), type=list[Token])
    except FileNotFoundError:
        return []
    except (msgspec.MsgspecError, OSError) as error:
        raise ClaimsError(f"{path} cannot be read ({error})", "delete it, and make its tokens anew") from None


def add_token(database: str | Path, name: str, scopes: list[str], days: int) -> str:
    """Make a token for `days` days and return it: only its hash is kept. Raises ClaimsError where the name is taken."""
    held = tokens(database)
    if any(one.name == name for one in held):
        raise ClaimsError(f"there is a token {name!r} already", f"`claims token remove {name}` takes it back")
    word = PREFIX + secrets.token_urlsafe(_BYTES)
    until = (_now() + datetime.timedelta(days=days)).isoformat(timespec="seconds").replace("+00:00", "Z")
    held.append(Token(name=name, scopes=sorted(set(scopes)), expires_at=until, sha256=_sha256(word)))
    _write(database, held)
    return word


def remove_token(database: str | Path, name: str) -> None:
    """Take a token back: from now on it is nobody's. Raises NotFoundError where there is none of the name."""
    held = tokens(database)
    left = [one for one in held if one.name != name]
    if len(left) == len(held):
        raise NotFoundError(f"there is no token {name!r}", "`claims token list` names them")
    _write(database, left)


def token_of(database: str | Path, word: str) -> Token | None:
    """What is kept of the token that `word` is, over or not; None where it is none of this database."""
    digest = _sha256(word)
    return next((one for one in tokens(database) if hmac.compare_digest(one.sha256, digest)), None)


def _sha256(word: str) -> str:
    return hashlib.sha256(word.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _write(database: str | Path, held: list[Token]) -> None:
    """Whole or not at all; nobody else may read it."""
    path = tokens_file(database)
    beside = path.with_name(f"{path.name}.new")
    try:
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(held)) + b"\n")
        beside.replace(path)
    except OSError as error:
        raise ClaimsError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}", "name another database with --db"
        ) from None
