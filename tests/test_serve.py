from __future__ import annotations

import http.client
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlencode, urlsplit

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


_SERVER = (
    "import sys; from claims.serve import serve; serve(sys.argv[1], 0, on_ready=lambda url: print(url, flush=True))"
)
_LONG = "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n"


def test_templates_and_kept_rows_are_ready_before_anybody_asks(shipped_file: Path, tmp_path: Path) -> None:
    """In a process of its own: what is loaded there is never looked through for garbage again."""
    path = shutil.copy(shipped_file, tmp_path / "claims.db")
    code = """if True:
        import gc, sys, threading, time, _thread
        from claims.datasette import asking
        from claims.serve import _Server, serve
        run = _Server.run
        def kept(server, sockets):
            environment = server.served.get_jinja_environment(None)
            def stop():
                until = time.monotonic() + 60
                while not gc.get_freeze_count() and time.monotonic() < until:
                    time.sleep(0.05)
                print({name for _, name in environment.cache} >= {"claims/ask.html", "table.html", "_table.html"})
                told = {key[1] for key in asking._KEPT[server.served]._told._told}
                print(told >= {"home/counts", "home/people", "console/known"})
                _thread.interrupt_main()
            threading.Thread(target=stop).start()
            run(server, sockets)
        _Server.run = kept
        serve(sys.argv[1], 0, names=["a.example.org"])
    """
    told = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, timeout=120)
    assert told.stdout == "True\nTrue\n", told.stderr


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_whatever_runs(shipped_file: Path, tmp_path: Path, sent: signal.Signals) -> None:
    path = tmp_path / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    server = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    assert server.stderr is not None
    address = urlsplit(server.stdout.readline().strip())

    def ask(sql: str) -> None:
        connection = http.client.HTTPConnection(str(address.hostname), int(address.port or 0), timeout=30)
        try:
            connection.request("GET", "/claims/-/query.json?" + urlencode({"sql": sql}))
            connection.getresponse().read()
        except OSError:
            pass
        finally:
            connection.close()

    ask("select 1")
    asking = [threading.Thread(target=ask, args=(_LONG,)) for _ in range(6)]
    for one in asking:
        one.start()
    slow = socket.create_connection((str(address.hostname), int(address.port or 0)))
    slow.sendall(b"POST /-/claims/load HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\nx")
    time.sleep(0.5)
    started = time.monotonic()
    server.send_signal(sent)
    server.wait(10)
    assert time.monotonic() - started < 5
    slow.close()
    for one in asking:
        one.join()
    server.stdout.close()
    assert "http://localhost/" not in server.stderr.read()  # what it asks itself before anybody does is not logged
    server.stderr.close()


def test_other_machines_are_served_only_in_public(shipped_file: Path) -> None:
    with pytest.raises(ClaimsError, match="--public"):
        serve.serve(shipped_file, 0, "0.0.0.0")
    with pytest.raises(ClaimsError, match="--name"):
        serve.serve(shipped_file, 0, "0.0.0.0", is_public=True)


@pytest.mark.parametrize(
    ("settings", "action"),
    [
        ("permissions: {load-claims: true}", "load-claims"),
        ("databases: {claims: {permissions: {insert-row: true}}}", "insert-row"),
        ("databases: {claims: {tables: {claims: {permissions: {update-row: true}}}}}", "update-row"),
        ("permissions: {execute-write-sql: true}", "execute-write-sql"),
        ("permissions: {debug-menu: true}", "debug-menu"),
        ("databases: {claims: {permissions: {review-claims: {unauthenticated: true}}}}", "review-claims"),
    ],
)
def test_where_anyone_could_write_it_does_not_start(
    shipped_file: Path, tmp_path: Path, settings: str, action: str
) -> None:
    config = tmp_path / "datasette.yaml"
    config.write_text(settings)
    with pytest.raises(ClaimsError, match=f"anyone who reaches the server could .*{action}"):
        serve.serve(shipped_file, 0, is_public=True, names=["claims.example.org"], config=config)


def test_settings_of_ones_own_come_over_ours(shipped_file: Path, tmp_path: Path) -> None:
    config = tmp_path / "datasette.yaml"
    config.write_text("settings: {max_returned_rows: 7}\npermissions: {load-claims: {id: root}}")
    made = serve.datasette(shipped_file, config=config)
    assert (made.setting("max_returned_rows"), made.setting("default_page_size")) == (7, 50)
    made.close()
    config.write_text("- a list")
    with pytest.raises(ClaimsError, match="holds no settings"):
        serve.datasette(shipped_file, config=config)


def test_strangers_are_served_by_the_names_given(shipped_file: Path, tmp_path: Path) -> None:
    """From the command line to the end: another machine's name is answered, one that is not the server's is not."""
    path = tmp_path / "claims.db"
    path.write_bytes(shipped_file.read_bytes())
    config = tmp_path / "datasette.yaml"
    config.write_text("settings: {max_returned_rows: 7}")
    words = ["--db", str(path), "serve", "--public", "--host", "127.0.0.1", "--port", "0", "--config", str(config)]
    command = [sys.executable, "-c", "from claims.cli import main; main()", *words]
    server = subprocess.Popen(
        [*command, "--name", "claims.example.org", "--name", "c.example.org"], stderr=subprocess.PIPE, text=True
    )
    assert server.stderr is not None
    address = urlsplit(server.stderr.readline().removeprefix("Serving ").strip())

    def status(host: str, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(str(address.hostname), int(address.port or 0), timeout=30)
        connection.request("GET", path, headers={"host": host})
        answer = connection.getresponse()
        told = answer.status, answer.read()
        connection.close()
        return told

    try:
        assert status("claims.example.org", "/search.json")[0] == status("C.example.org:443", "/")[0] == 200
        assert status("evil.example", "/search.json")[0] == 421
        assert status("c.example.org", "/-/settings.json")[1].count(b'"max_returned_rows": 7') == 1
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(10)
        server.stderr.close()
