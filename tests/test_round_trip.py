"""Whatever people do to a database, loading its own export changes nothing, and an empty one gives the same bytes."""

from __future__ import annotations

from typing import Any

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims import Database
from claims.check import check
from claims.export import content_hash, export
from claims.identity import made_again, merge, taken_back, unmerge
from claims.models import instant_now
from claims.records import encode
from tests.conftest import TEXT, claim

PAGES = ("daily-1", "daily-2", "daily-3")
PEOPLE = ("ueda", "lind", "ek")
DAYS = ("2021-05-03", "2021-05-04", "2021-05", "2022-05-03")


def _base() -> list[dict[str, Any]]:
    page = {"record": "document", "source": "Daily", "language": "en", "text": TEXT, "published_on": "2021-05-04"}
    return [
        {"record": "source", "name": "Daily", "kind": "outlet", "country": "NO"},
        *(page | {"slug": slug, "title": slug} for slug in PAGES),
        *(
            {"record": "entity", "slug": slug, "name": slug.title(), "kind": "person", "country": "NO"}
            for slug in PEOPLE
        ),
        {"record": "entity", "slug": "oslo", "name": "Oslo", "kind": "place", "country": "NO"},
        {"record": "event", "slug": "grain-talks", "name": "Grain talks, May 2021", "kind": "meet"},
        claim(),
    ]


class Round(RuleBasedStateMachine):
    """One database, changed in every way that people and scripts change one."""

    def __init__(self) -> None:
        super().__init__()
        self.db = Database(":memory:")
        self.slugs = ["c1"]

    @initialize()
    def base(self) -> None:
        self.load(_base())

    def load(self, records: list[Any]) -> None:
        assert [str(reject.error) for reject in self.db.load(records).rejects] == []

    @rule(page=st.sampled_from(PAGES), day=st.sampled_from(DAYS), other=st.sampled_from(PEOPLE[1:]), bare=st.booleans())
    def tell(self, page: str, day: str, other: str, bare: bool) -> None:
        slug = f"c{len(self.slugs) + 1}"
        people = [("Ueda", "ueda"), (other.title(), other)]
        arguments = [
            {"role": "participant", "name": name} | ({} if bare else {"entity": entity}) for name, entity in people
        ]
        told = claim(slug=slug, document=page, date=day, date_text=None, event=None, arguments=arguments)
        self.db.load([told])
        self.slugs.append(slug)

    @rule(number=st.integers(0, 9), certainty=st.sampled_from(["PR", "PS", "U", "CT"]), polarity=st.sampled_from("+-"))
    def correct(self, number: int, certainty: str, polarity: str) -> None:
        held = self.held(number)
        if held:
            self.db.load([held | {"certainty": certainty, "polarity": polarity, "key": None}])

    @rule(number=st.integers(0, 9))
    def retract(self, number: int) -> None:
        held = self.held(number)
        if held:
            self.db.load([held | {"retraction": "taken back"}])

    @rule(number=st.integers(0, 9), verdict=st.sampled_from(["accepted", "rejected", "unsure"]))
    def review(self, number: int, verdict: str) -> None:
        held = self.held(number)
        if held:
            self.load([{"record": "review", "claim": held["key"], "verdict": verdict, "reviewer": "desk"}])

    @rule(one=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE))
    def merge(self, one: str, other: str) -> None:
        self.judge(merge, one, other, why="the same", who="desk")

    @rule(one=st.sampled_from(PEOPLE), other=st.sampled_from(PEOPLE))
    def unmerge(self, one: str, other: str) -> None:
        self.judge(unmerge, one, other, now=instant_now())

    def judge(self, how: Any, one: str, other: str, **said: str) -> None:
        from claims.errors import ClaimsError

        with self.db.engine.connect() as connection:
            try:
                record = how(connection, one, other, **said)
            except ClaimsError:
                return
        self.load([record])

    @rule(number=st.integers(0, 9), withdrawn=st.booleans())
    def place(self, number: int, withdrawn: bool) -> None:
        held = self.held(number)
        if held:
            word = {"record": "placement", "claim": held["key"], "event": "grain-talks", "who": "ann", "why": "so"}
            self.load([word | ({"withdrawn_at": instant_now()} if withdrawn else {})])

    @rule(again=st.booleans())
    def gather(self, again: bool) -> None:
        with self.db.engine.connect() as connection:
            records = made_again(connection) if again else taken_back(connection, instant_now())
        self.load(records)

    @rule(number=st.integers(0, 9), other=st.integers(0, 9), verdict=st.sampled_from(["accepted", "refused"]))
    def link(self, number: int, other: int, verdict: str) -> None:
        source, target = self.held(number), self.held(other)
        if source and target and source["key"] != target["key"]:
            pair = {"source": source["key"], "target": target["key"]}
            self.load([{"record": "link", "type": "repeats", "verdict": verdict, **pair}])

    def held(self, number: int) -> dict[str, Any] | None:
        """A claim that is held, as the record that gives it again."""
        import msgspec

        with self.db.engine.connect() as connection:
            claims = [
                msgspec.to_builtins(one)
                for one in export(connection, history=False)
                if encode(one)[:17] == b'{"record":"claim"'
            ]
        return claims[number % len(claims)] if claims else None

    @invariant()
    def round_trip(self) -> None:
        if not self.db.sql("select 1 from claims"):
            return
        with self.db.engine.connect() as connection:
            lines = [encode(record) for record in export(connection)]
            digest = content_hash(connection)
            assert [problem for finding in check(connection) for problem in finding.problems] == []
        receipt = self.db.load(lines)
        assert receipt.as_dict() == {"inserted": 0, "unchanged": len(lines), "superseded": 0, "rejected": 0} | (
            {"doubts": 0} if receipt.doubts else {}
        )
        with self.db.engine.connect() as connection:
            assert [encode(record) for record in export(connection)] == lines
        with Database(":memory:") as other:
            taken = other.load(lines)
            assert [str(reject.error) for reject in taken.rejects] == []
            with other.engine.connect() as connection:
                assert [encode(record) for record in export(connection)] == lines
                assert content_hash(connection) == digest

    def teardown(self) -> None:
        self.db.close()


Round.TestCase.settings = settings(
    max_examples=12, stateful_step_count=14, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
test_an_export_is_the_database = Round.TestCase
