"""Loading: records into the database, in one transaction, nothing twice, with a receipt.

Every door hands its stream to `load`; a replica takes what its source settled by `copy`.
"""

from claims.load.copying import copy
from claims.load.loading import load, writing
from claims.load.receipt import Receipt, Reject, Row

__all__ = ["Receipt", "Reject", "Row", "copy", "load", "writing"]
