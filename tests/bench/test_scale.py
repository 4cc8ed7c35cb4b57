"""What is reckoned of a billion claims is reckoned as the servers do it."""

from __future__ import annotations

import numpy

from tests.bench.scale import piece
from tests.servers import Server


def test_pieces_are_those_of_the_servers_hash(server: Server, empty_template: str) -> None:
    ids = numpy.arange(1, 1001)
    asked = "select ((cast(hashint8(n) as bigint) + 2147483648) * 32) >> 32 as piece from generate_series(1, 1000) as n"
    with server.copy(empty_template) as db:
        assert [row["piece"] for row in db.sql(asked)] == piece(ids, 32).tolist()
