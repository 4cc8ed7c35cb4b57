"""Which document a record means, whether or not its text is known yet."""

from __future__ import annotations

from claims import records
from claims.records import document_key
from claims.storage import Run


def held_key(run: Run, record: records.Document, digest: str | None, given: frozenset[str] | None = None) -> str:
    """The key of the document whose text has the hash `digest` (None = not known): it keeps what it had before that.

    A record without key and text means the one document so called whose text is known, where there is one; one that
    only cites a document (its fields are `given`, see `Placed`) the one at its address, and of its title where that is
    given. An account of a document is another one under its name.
    """
    key, bare = document_key(record, digest), document_key(record, None)
    if record.key in (key, bare):
        return record.key
    if record.restates is not None:
        return key
    if given is not None and record.url is not None:
        held = run(
            "select key from documents where url = ?1 and (?2 = 0 or title = ?3) and restates_id is null limit 2",
            (record.url, int("title" in given), record.title),
        ).fetchall()
    elif digest is not None:
        held = run(
            "select key from documents where key in (?1, ?2)"
            " and (key = ?1 or text_sha256 is null or text_sha256 = ?3) order by case when key = ?1 then 0 else 1 end limit 1",
            (key, bare, digest),
        ).fetchall()
    elif run("select 1 from documents where key = ?", (key,)).fetchone():
        return key
    else:
        held = run(
            "select d.key from sources as s join documents as d on d.source_id = s.id"
            f" where s.name = ?1 and d.url {'is null' if record.url is None else '= ?4'} and d.title = ?2 and d.language = ?3"
            " and d.restates_id is null limit 2",
            (record.source, record.title, record.language, *([] if record.url is None else [record.url])),
        ).fetchall()
    return str(held[0][0]) if len(held) == 1 else key
