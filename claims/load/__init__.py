"""Loading: records into the database, in one transaction, nothing twice, with a receipt.

Every door hands its stream to `load`.
"""

from claims.load.loading import load, records_in
from claims.load.receipt import Receipt, Reject

__all__ = ["Receipt", "Reject", "load", "records_in"]
