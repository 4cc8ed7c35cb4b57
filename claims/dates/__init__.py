"""Dates: EDTF strings as pairs of days that an index can hold, and dates as sentences write them.

What a text says stays beside what it was taken to mean.
"""

from claims.dates.edtf import Bounds, bounds, day
from claims.dates.resolving import Anchor
from claims.dates.written import FoundDate, dates_in

__all__ = ["Anchor", "Bounds", "FoundDate", "bounds", "dates_in", "day"]
