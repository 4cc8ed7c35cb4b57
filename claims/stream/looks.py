"""What a file looks like, and what takes it where `claims load` does not."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from typing import Literal

from claims.errors import ClaimsError

Look = Literal["lines", "json", "table", "xlsx"]

_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "`claims add {name}` reads an article; a table in it has to be copied into a spreadsheet"),
    (b"SQLite format 3\0", "an SQLite database",
     "`claims --db {name} export | claims load -` where it is a claims database;"
     " else `sqlite-utils rows {name} TABLE --csv | claims load -`"),
    (b"\x1f\x8b", "compressed by gzip", "`gunzip -c {name} | claims load -`"),
    (b"BZh", "compressed by bzip2", "`bunzip2 -c {name} | claims load -`"),
    (b"\xfd7zXZ", "compressed by xz", "`xz -dc {name} | claims load -`"),
    (b"\x28\xb5\x2f\xfd", "compressed by zstd", "`zstd -dc {name} | claims load -`"),
    (b"\xd0\xcf\x11\xe0", "an Office file of before 2007", "save it as .xlsx or .csv, and load that"),
    (b"PAR1", "Parquet", "from Python: `db.load(pandas.read_parquet({name!r}))`"),
    (b"ARROW1", "Arrow", "from Python: `db.load(pandas.read_feather({name!r}))`"),
    (b"\x89PNG", "an image", "type what it says into a spreadsheet, or read its text and `claims add` that"),
    (b"\xff\xd8\xff", "an image", "type what it says into a spreadsheet, or read its text and `claims add` that"),
    (b"GIF8", "an image", "type what it says into a spreadsheet, or read its text and `claims add` that"),
)  # fmt: skip
_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|main|div|p|h1|table)\b", re.I | re.S
)
_PROSE = re.compile(r"[.。!?！？]\s*$|\w[.。!?！？]\s+\w", re.MULTILINE)
_DELIMITERS = ",;\t|"
_HEAD = 64 * 1024


def look(data: bytes, name: str) -> Look:
    """What these bytes (a file, or its first 64 KB) hold. `name` is the file's, "" where there is none.

    Raises ClaimsError for what is no stream of records and no table, saying what it looks like and which command
    takes it.
    """
    head = data[:_HEAD]
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    for magic, what, step in _MAGIC:
        if head.startswith(magic):
            raise _refused(name, what, step)
    if _HTML.match(head[:4000]):
        raise _refused(name, "a web page", "`claims add {name}` reads an article")
    if head.lstrip()[:5] == b"<?xml":
        raise _refused(name, "XML", "turn it into CSV or into records (`claims schema` prints their form)")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "lines"
    if start[:1] == b"{":
        return "lines" if _is_line(start) else "json"
    if start[:1] == b"[" and not re.match(rb"\[\w+\]\s*$", start.split(b"\n", 1)[0]):
        return "json"
    return "table"


def delimiter_of(text: str, name: str) -> str:
    """The delimiter of a table: the one that cuts the most of its first lines into as many cells as its header.

    Raises ClaimsError where none does, as the text is no table; a file called .csv or .tsv may have one column.
    """
    start = text[:_HEAD]
    found = {mark: _agreeing(start, mark) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: found[mark])
    is_named = name.lower().endswith((".csv", ".tsv", ".txt.csv"))
    if found[best][1] > 1 and (is_named or found[best][0] >= 0.8):
        return best
    if is_named:
        return "\t" if name.lower().endswith(".tsv") else ","
    raise _unknown(start, name)


def _agreeing(text: str, delimiter: str) -> tuple[float, int]:
    """Of the first twenty rows the share that has as many cells as the header (0 where it has one), and how many it has."""
    rows = [
        row for row, _ in zip(csv.reader(io.StringIO(text), delimiter=delimiter), range(21), strict=False) if any(row)
    ]
    width = len(rows[0]) if rows else 0
    if width < 2 or any(len(cell) > 80 for cell in rows[0]):
        return 0.0, 1
    return sum(len(row) == width for row in rows) / len(rows), width


def _is_line(start: bytes) -> bool:
    """Whether a JSON object ends where its line does; a bad line is one of a stream, which says what is wrong with it."""
    first, _, rest = start.partition(b"\n")
    try:
        json.loads(first)
    except (ValueError, RecursionError):
        return rest.lstrip()[:1] in (b"{", b"")
    return True


def _zipped(data: bytes, name: str) -> Look:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.namelist()
            kind = archive.read("mimetype").decode("latin-1") if "mimetype" in inside else ""
    except zipfile.BadZipFile:
        raise _refused(name, "a damaged archive", "fetch it again") from None
    if "xl/workbook.xml" in inside:
        return "xlsx"
    if "spreadsheet" in kind:
        raise _refused(name, "an OpenDocument spreadsheet", "save it as .xlsx or .csv, and load that")
    if "word/document.xml" in inside or "text" in kind:
        raise _refused(name, "a text document", "save it as PDF, HTML or plain text, and `claims add` that")
    raise _refused(name, f"an archive of {len(inside)} files", "`unzip {name}`, and load what is in it")


def _unknown(text: str, name: str) -> ClaimsError:
    start = re.sub(r"\A(?:\s|#.*\n)+", "", text)
    if re.match(r"\[(?:columns|always|values)\]|(?:key|dates|calendar|name)\s*=", start):
        return _refused(name, "a mapping of columns", "give it beside the table: `claims load TABLE --map {name}`")
    if re.match(r"(?:%YAML|---\s|-\s+\w+:|\w+:\s*\n\s+-)", start):
        return _refused(name, "YAML", "`yq -o json {name} | claims load -`")
    if re.match(r"@\w+\s*\{", start):
        return _refused(name, "BibTeX", "export the list as CSV, and load that")
    if _PROSE.search(start[:4000]) or "\n\n" in start:
        return _refused(name, "a text, not a table", "`claims add {name}` reads an article into claims")
    return _refused(
        name,
        "neither records nor a table",
        "`claims template meetings` prints a table that loads, `claims template claim` a record",
    )


def _refused(name: str, what: str, step: str) -> ClaimsError:
    return ClaimsError(f"{name or 'what was given'} looks like {what}", step.format(name=name or "FILE"))
