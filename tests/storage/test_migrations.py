"""Tables by migrations, everything else derived: what a batch rebuild breaks elsewhere must survive here."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from claims import Database
from claims.check import check
from claims.errors import DatabaseError
from claims.export import content_hash
from claims.models import Base
from claims.resources import MIGRATIONS
from claims.storage import create_engine, head_revision, tables_of_others, upgrade

REBUILD = '''"""Rebuild the tables that views, triggers and search read."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("claims", "documents", "entities"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(sa.Column("extra", sa.Text()))


def downgrade() -> None:
    for table in ("claims", "documents", "entities"):
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.drop_column("extra")
'''


@pytest.fixture
def with_rebuild(tmp_path: Path) -> Config:
    """The migrations, and one more that rebuilds three tables."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    (folder / "versions" / "9999_rebuild.py").write_text(REBUILD.format(head=head_revision()))
    config = Config()
    config.set_main_option("script_location", str(folder))
    return config


def _migrate(engine: Engine, config: Config, to: str) -> None:
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        (command.upgrade if to == "9999" else command.downgrade)(config, to)


def _counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.exec_driver_sql(f"select count(*) from {name}").scalar_one()
            for name in Base.metadata.tables
        }


def _derived(engine: Engine) -> set[str]:
    with engine.connect() as connection:
        return set(
            connection.exec_driver_sql("select type || ' ' || name from sqlite_master where sql is not null").scalars()
        )


def test_a_rebuild_up_down_and_up_again_loses_nothing(copy: Database, with_rebuild: Config) -> None:
    with copy.engine.begin() as connection:
        connection.exec_driver_sql("create view mine as select count(*) as n from claims")
        before_hash = content_hash(connection)
    before, derived = _counts(copy.engine), _derived(copy.engine)
    for to in ("9999", head_revision(), "9999", head_revision()):
        _migrate(copy.engine, with_rebuild, to)
        assert _counts(copy.engine) == before
        assert _derived(copy.engine) == derived
    with copy.engine.connect() as connection:
        assert content_hash(connection) == before_hash
        assert [finding.problems for finding in check(connection) if finding.problems] == []
        assert connection.exec_driver_sql("select n from mine").scalar() == before["claims"]
        with pytest.raises(sqlalchemy.exc.IntegrityError, match="never overwritten"):
            connection.exec_driver_sql("update claims set summary = 'other'")
        with pytest.raises(sqlalchemy.exc.IntegrityError, match="FOREIGN KEY"):
            connection.exec_driver_sql("delete from documents")


def test_down_to_nothing_and_up_again(db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few, strict=True)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    _migrate(db.engine, config, "base")
    with db.engine.connect() as connection:
        left = (
            connection.exec_driver_sql("select name from sqlite_master where name not like 'sqlite_%'").scalars().all()
        )
    assert left == ["alembic_version"]
    upgrade(db.engine)
    assert db.load(few).inserted == len(few)


def test_models_are_what_migrations_make(db: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with db.engine.connect() as connection:
        config.attributes["connection"] = connection
        command.check(config)
    created = create_engine(":memory:")
    Base.metadata.create_all(created)
    assert _shape(db.engine) == _shape(created)
    created.dispose()


def _shape(engine: Engine) -> dict[str, Any]:
    """What `alembic check` does not compare, too: CHECK constraints and the names of all."""
    look = inspect(engine)
    return {
        table: {
            "columns": [
                (column["name"], str(column["type"]), column["nullable"]) for column in look.get_columns(table)
            ],
            "checks": sorted(
                (check["name"] or "", " ".join(check["sqltext"].split())) for check in look.get_check_constraints(table)
            ),
            "unique": sorted((one["name"] or "", *one["column_names"]) for one in look.get_unique_constraints(table)),
            "foreign": sorted((one["name"] or "", *one["constrained_columns"]) for one in look.get_foreign_keys(table)),
            "indexes": sorted(
                (one["name"] or "", str(one["column_names"]), one["unique"]) for one in look.get_indexes(table)
            ),
            "key": look.get_pk_constraint(table)["constrained_columns"],
        }
        for table in Base.metadata.tables
    }


def test_the_head_is_the_one_that_alembic_knows() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [head_revision()]


def test_every_constraint_has_a_name(db: Database) -> None:
    shape = _shape(db.engine)
    assert all(
        name
        for table in shape.values()
        for kind in ("checks", "unique", "foreign", "indexes")
        for name, *_ in table[kind]
    )


def test_a_database_of_a_newer_version_names_both_revisions(db: Database) -> None:
    with db.engine.begin() as connection:
        connection.exec_driver_sql("update alembic_version set version_num = '7777'")
    assert db.engine.url.database is not None
    with pytest.raises(DatabaseError, match=f"7777.*{head_revision()}"):
        Database(db.engine.url.database)
    with pytest.raises(DatabaseError, match=f"7777.*{head_revision()}"):
        upgrade(db.engine)


def test_an_older_database_says_what_to_run(db: Database) -> None:
    with db.engine.begin() as connection:
        connection.exec_driver_sql("delete from alembic_version")
    assert db.engine.url.database is not None
    with pytest.raises(DatabaseError, match="claims init"):
        Database(db.engine.url.database)


def test_views_of_another_version_are_made_anew(db: Database, few: list[dict[str, Any]]) -> None:
    db.load(few, strict=True)
    with db.engine.begin() as connection:
        connection.exec_driver_sql("drop view statements")
        connection.exec_driver_sql("pragma user_version = 1")
    assert db.engine.url.database is not None
    with pytest.raises(DatabaseError, match="claims init"):
        Database(db.engine.url.database)
    upgrade(db.engine)
    assert len(db.query("timeline")) == 2


def test_only_tables_of_others_are_told(tmp_path: Path, db: Database) -> None:
    path = tmp_path / "new.db"
    path.touch()
    engine = create_engine(path)
    assert tables_of_others(engine) == []
    with engine.begin() as connection:
        connection.exec_driver_sql("create table birds (name text)")
    assert tables_of_others(engine) == ["birds"]
    engine.dispose()
    assert tables_of_others(db.engine) == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a database, but long enough to be looked at as one " * 40)
    with pytest.raises(DatabaseError, match="cannot open"):
        Database(tmp_path / "notes.txt")
