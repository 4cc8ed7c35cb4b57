"""What a source is called where it is told, and where its replica lies by default."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import URL, make_url

from claims.replica.slices import Slice

_SECRET = re.compile(r"pass|secret|token|key", re.IGNORECASE)


def shown(url: str | Path) -> str:
    """The address of a database without passwords: of a file its whole path."""
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return str(Path(address.database or "").absolute())
    query = {name: value for name, value in address.query.items() if not _SECRET.search(name)}
    bare = URL.create(address.drivername, address.username, None, address.host, address.port, address.database, query)
    return bare.render_as_string(hide_password=False)


def cache_file(url: str | Path, part: Slice) -> Path:
    """Where the replica of this source and slice lies unless another file is named: in the user's cache directory."""
    name = Path(_address(url).database or "claims").stem
    told = "\n".join((shown(url), part.topic, part.entity, part.since))
    return user_cache_path("claims") / f"{name}-{hashlib.sha256(told.encode()).hexdigest()[:8]}.db"


def _address(url: str | Path) -> URL:
    return make_url(str(url)) if "://" in str(url) else URL.create("sqlite", database=str(url))
