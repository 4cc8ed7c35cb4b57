"""Where the files lie that ship beside the code: `MIGRATIONS` and `DB`, in a checkout and in an installed wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent

#: True where the package runs from a checkout (an editable install), so that db/claims.db is built there.
IN_CHECKOUT = (_CHECKOUT / "db" / "vocabulary").is_dir() and (_CHECKOUT / "migrations").is_dir()

_SHIPPED = _CHECKOUT if IN_CHECKOUT else _PACKAGE / "shipped"
MIGRATIONS = _SHIPPED / "migrations"
DB = _SHIPPED / "db"
