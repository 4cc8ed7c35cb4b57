"""Loading: records into the database, in one transaction, nothing twice, with a receipt.

Every door hands its stream to `load`.
"""

from claims.load.loading import load
from claims.load.receipt import Receipt, Reject, Row

__all__ = ["Receipt", "Reject", "Row", "load"]
