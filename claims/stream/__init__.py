"""From whatever a person has (files, tables, DataFrames, Python's values) to the stream of records that the loader takes.

Nothing here knows the database: each way in gives records with the lines that they came from.
"""

from claims.stream.given import Stream, records_in, stream
from claims.stream.mapping import Columns

__all__ = ["Columns", "Stream", "records_in", "stream"]
