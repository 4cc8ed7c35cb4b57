"""Claims as a folder of Parquet: written from a database, and asked there by engines that scan.

The questions are those of the catalogue; what the engines spell otherwise stands in `spelling`.
"""

from importlib.util import find_spec

from claims.errors import ClaimsError

if find_spec("pyarrow") is None:
    raise ClaimsError("Parquet needs pyarrow", "pip install 'claims[duckdb]', or 'claims[spark]'")

from claims.scan.asking import Scan
from claims.scan.writing import Written, write_parquet

__all__ = ["Scan", "Written", "write_parquet"]
