"""What a file looks like, and the command that takes it."""

from __future__ import annotations

import gzip
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from claims.errors import ClaimsError
from claims.stream import stream
from claims.stream.looks import delimiter_of, look


def archive(*names: str, mimetype: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "")
    return file.getvalue()


def database(folder: Path) -> bytes:
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("create table t (a)")
    connection.close()
    return (folder / "x.db").read_bytes()


UNKNOWN: dict[str, tuple[bytes, str]] = {
    "a PDF": (b"%PDF-1.7\n", "`claims add x` reads an article"),
    "a web page": (b"<!doctype html><title>x</title>", "`claims add x`"),
    "XML": (b'<?xml version="1.0"?><a/>', "turn it into CSV"),
    "compressed by gzip": (gzip.compress(b"{}"), "`gunzip -c x | claims load -`"),
    "an Office file of before 2007": (b"\xd0\xcf\x11\xe0\xa1\xb1", "save it as .xlsx or .csv"),
    "Parquet": (b"PAR1\x15\x04", "db.load(pandas.read_parquet('x'))"),
    "an image": (b"\x89PNG\r\n", "type what it says"),
    "an OpenDocument spreadsheet": (archive("content.xml", mimetype="application/vnd.oasis.opendocument.spreadsheet"),
                                    "save it as .xlsx"),
    "a text document": (archive("word/document.xml"), "`claims add` that"),
    "an archive of 2 files": (archive("a", "b"), "`unzip x`"),
    "a damaged archive": (b"PK\x03\x04 and no more", "fetch it again"),
    "a mapping of columns": (b"# ours\n[columns]\ndate = 'Day'\n", "`claims load TABLE --map x`"),
    "YAML": (b"- record: claim\n  kind: meet\n", "`yq -o json x | claims load -`"),
    "BibTeX": (b"@misc{a,\n title = {x}}\n", "export the list as CSV"),
    "a text, not a table": (b"The ministers met, it is said.\nThey agreed.\n", "`claims add x` reads an article"),
    "neither records nor a table": (b"hello\nworld\n", "`claims template meetings` prints a table that loads"),
}  # fmt: skip


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_is_no_stream_says_what_it_looks_like_and_what_takes_it(what: str) -> None:
    data, step = UNKNOWN[what]
    with pytest.raises(ClaimsError) as refused:
        stream(data, name="x")
    assert refused.value.message == f"x looks like {what}"
    assert step in refused.value.next_step


def test_a_database_says_how_its_rows_come_out(tmp_path: Path) -> None:
    with pytest.raises(ClaimsError, match=r"x looks like an SQLite database; `claims --db x export \| claims load -`"):
        look(database(tmp_path), "x")


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"", "lines"),
        (b'\xef\xbb\xbf{"record": "claim"}\n', "lines"),
        (b'{"record": "claim", broken\n{"record": "claim"}\n', "lines"),
        (b'{"record": "document", "text": "' + b"long " * 20000, "lines"),
        (b'{\n  "record": "claim"\n}\n', "json"),
        (b'[{"record": "claim"}]', "json"),
        (b"a,b\n1,2\n", "table"),
    ],
)
def test_streams(data: bytes, looks: str) -> None:
    assert look(data[: 64 * 1024], "x") == looks


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_alike(mark: str) -> None:
    rows = [["Date", "Who", "Said"], ["1", "Ueda; Lind, Ada", "no, not | yet"], ["2", "", 'so "it" is']]
    text = "\n".join(mark.join(f'"{cell}"' if mark in cell else cell for cell in row) for row in rows)
    assert delimiter_of(text, "") == mark


def test_a_file_called_a_table_may_have_one_column() -> None:
    assert delimiter_of("who\nUeda\n", "x.csv") == ","
    assert delimiter_of("who\nUeda\n", "x.tsv") == "\t"
