"""Whatever people do to a source, in whatever order it is pulled: its replica is the same, record by record."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from claims import Database
from tests.replica.conftest import Pair
from tests.test_round_trip import PEOPLE, Round


class Pulled(Round):
    """The changes of `Round`, pulled now and then into a whole replica and a slice."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        super().__init__()
        self.db.close()
        self.db = Database(folder / "source.db", create=True)
        self.whole = Pair(self.db, folder / "whole.db")
        self.slice = Pair(self.db, folder / "slice.db")

    @rule(aliased=st.sampled_from(PEOPLE), name=st.sampled_from(["Ueda", "Lind", "The minister"]))
    def call(self, aliased: str, name: str) -> None:
        self.load(
            [
                {"record": "entity", "slug": aliased, "name": aliased.title(), "kind": "person", "country": "NO",
                 "aliases": [{"name": name, "kind": "variant"}]}
            ]
        )  # fmt: skip

    @rule()
    def pull(self) -> None:
        if self.db.sql("select 1 from claims"):
            self.whole.agree()
            self.slice.pull(entity="lind")
            assert self.slice.pull(verify=True).standing.is_whole

    @invariant()
    def round_trip(self) -> None:
        """Is tried elsewhere."""

    def teardown(self) -> None:
        self.pull()
        self.db.close()
        self._folder.cleanup()


Pulled.TestCase.settings = settings(
    max_examples=8, stateful_step_count=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
test_a_replica_is_its_source = Pulled.TestCase
