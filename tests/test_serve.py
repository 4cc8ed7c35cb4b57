from __future__ import annotations

import socket
import sqlite3
from pathlib import Path

import pytest

from claims import serve
from claims.errors import ClaimsError, DatabaseError


def test_a_taken_port_is_told(shipped_file: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ClaimsError, match=f"port {port} of 127.0.0.1 cannot be used .*--port"):
            serve.serve(shipped_file, port)


@pytest.mark.parametrize("port", [65536, -1])
def test_no_port_is_told(shipped_file: Path, port: int) -> None:
    with pytest.raises(ClaimsError, match="cannot be used"):
        serve.serve(shipped_file, port)


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="claims demo"):
        serve.serve(tmp_path / "none.db", 0)
    assert not (tmp_path / "none.db").exists()


def test_another_revision_is_told(shipped_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("update alembic_version set version_num = '9999'")
    connection.close()
    with pytest.raises(DatabaseError, match="9999"):
        serve.serve(path, 0)


def test_no_internal_database_lies_beside_the_served_one(shipped_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    datasette = serve.datasette(path)
    assert list(datasette.databases) == ["claims"]
    assert {file.name for file in tmp_path.iterdir()} <= {"claims.db", "claims.db-wal", "claims.db-shm"}
    datasette.close()
