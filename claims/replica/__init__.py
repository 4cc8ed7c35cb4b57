"""Replicas: a database, or a slice of it, copied from another and kept up with it.

A replica takes what its source settled: `pull` brings what is new, and compares it there and here by its hash.
"""

from claims.replica.address import cache_file, shown
from claims.replica.keeping import Keeper
from claims.replica.opening import source_of
from claims.replica.pulling import Pull, pull
from claims.replica.slices import Slice
from claims.replica.standing import Standing, standing

__all__ = ["Keeper", "Pull", "Slice", "Standing", "cache_file", "pull", "shown", "source_of", "standing"]
