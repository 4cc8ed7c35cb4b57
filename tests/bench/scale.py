"""What bounds an archive of a billion claims, as far as it can be tried small: `python -m tests.bench.scale FOLDER`.

How often keys of so many bits are given twice, drawn and as the formula has it; and what asking of the most famous entity of FOLDER
(`tests.bench.big`: Zipf's law) costs on DuckDB beside one in the middle; how uneven a famous topic's acts make the pieces of Citus.
"""

from __future__ import annotations

import hashlib
import sys
import time
from pathlib import Path

import numpy

from claims.scan import Scan

_FAMOUS = """
select r.name, count(*) as claims
from participation as p join referents as r on r.id = p.referent_id
where p.referent_id > 0 and p.is_party = 1
group by r.id, r.name order by claims desc, r.id
"""


def collisions(count: int, bits: int) -> tuple[float, int]:
    """(expected, found) pairs among `count` keys that have the same first `bits` of SHA-256: n² / 2^(bits + 1)."""
    drawn = numpy.fromiter(
        (int.from_bytes(hashlib.sha256(str(n).encode()).digest()[:8], "big") >> (64 - bits) for n in range(count)),
        dtype=numpy.uint64,
        count=count,
    )
    drawn.sort()
    return count**2 / 2 ** (bits + 1), int((drawn[1:] == drawn[:-1]).sum())


def piece(ids: numpy.ndarray, pieces: int) -> numpy.ndarray:
    """In which of so many pieces Citus puts each of these ids (of 32 bits): PostgreSQL's hashint8, in equal ranges."""
    a, b, c = (numpy.full(len(ids), 0x9E3779B9 + 4 + 3923095, dtype=numpy.uint32) for _ in range(3))
    a += ids.astype(numpy.uint32)
    for bits in (14, 11, 25, 16, 4, 14, 24):
        c = (c ^ b) - (b << bits | b >> (32 - bits))
        a, b, c = b, c, a  # the next is mixed with the one before
    return ((b.view(numpy.int32).astype(numpy.int64) + 2**31) * pieces) >> 32


def main() -> None:
    """Print both tables."""
    for count, bits in ((100_000, 32), (1_000_000, 36), (1_000_000, 40), (4_000_000, 40)):
        expected, found = collisions(count, bits)
        print(f"{count:>13,} keys of {bits:>3} bits: {expected:8.2f} pairs expected, {found} found")
    for count in (10**9, 10**12):
        print(f"{count:>13,} keys of 128 bits: {count**2 / 2**129:8.0e} pairs expected")
    if len(sys.argv) > 1:
        with Scan(Path(sys.argv[1]), memory="4GB") as scan:
            ranked = scan.sql(_FAMOUS)
            whole = sum(row["claims"] for row in ranked)
            for rank in (1, 10, 100, len(ranked) // 2):
                row = ranked[rank - 1]
                began = time.process_time()
                found = len(scan.query("timeline", entity=row["name"]))
                print(
                    f"entity no. {rank:>6}: {row['claims']:>8} claims ({row['claims'] / whole:7.3%}),"
                    f" timeline of {found} rows in {time.process_time() - began:.2f} s of processor time"
                )
            acts = scan.sql("select subject_id, count(*) as acts from acts group by subject_id order by acts desc")
            ids, held = (numpy.array([row[column] for row in acts]) for column in ("subject_id", "acts"))
            print(f"{held.sum():>8} acts, of the most famous subject {held[0]} ({held[0] / held.sum():.3%})")
            for pieces in (16, 32):
                sums = numpy.bincount(piece(ids, pieces), weights=held, minlength=pieces)
                nodes = [
                    numpy.bincount(numpy.arange(pieces) % n, weights=sums).max() * n / held.sum() for n in (2, 3, 4)
                ]
                print(
                    f"largest of {pieces} pieces: {sums.max() * pieces / held.sum():.2f} of the mean;"
                    f" of 2, 3 and 4 nodes: {', '.join(f'{share:.2f}' for share in nodes)}"
                )


if __name__ == "__main__":
    main()
