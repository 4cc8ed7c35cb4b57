"""Which document a record means, whether or not its text is known yet, and what it may say of one that is held."""

from __future__ import annotations

from typing import NamedTuple

from claims import records
from claims.errors import RecordError
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
            "select key from documents where url = :url and (:is_titled = 0 or title = :title) and restates_id is null limit 2",
            {"url": record.url, "is_titled": int("title" in given), "title": record.title},
        ).fetchall()
    elif digest is not None:
        held = run(
            "select key from documents where key in (:key, :bare)"
            " and (key = :key or text_sha256 is null or text_sha256 = :digest)"
            " order by case when key = :key then 0 else 1 end limit 1",
            {"key": key, "bare": bare, "digest": digest},
        ).fetchall()
    elif run("select 1 from documents where key = ?", (key,)).fetchone():
        return key
    else:
        held = run(
            "select d.key from sources as s join documents as d on d.source_id = s.id"
            f" where s.name = :source and d.url {'is null' if record.url is None else '= :url'}"
            " and d.title = :title and d.language = :language and d.restates_id is null limit 2",
            {"source": record.source, "url": record.url, "title": record.title, "language": record.language},
        ).fetchall()
    return str(held[0][0]) if len(held) == 1 else key


class HeldDocument(NamedTuple):
    """A document's row, as far as a record of it is compared with it."""

    id: int
    slug: str | None
    published_on: str | None
    text: str | None
    text_sha256: str | None
    text_length: int | None
    restates_id: int | None


def check_against(
    run: Run,
    held: HeldDocument,
    record: records.Document,
    digest: str | None,
    length: int | None,
    restates_id: int | None,
) -> None:
    """Raise RecordError where the record takes from a document that is held what others stand on: its text, whom it retells.

    `digest` and `length` are those of the record's text (None = not known), `restates_id` is the document that it restates.
    """
    if restates_id == held.id:
        raise RecordError("restates", "names the document itself", record.restates)
    if restates_id not in (None, held.restates_id) and _leads_back(run, held.id, restates_id):
        raise RecordError(
            "restates", "names a document that restates this one, itself or through others", record.restates
        )
    if held.restates_id not in (None, restates_id):
        _check_restated(run, held, record)
    if digest is not None and held.text_sha256 not in (None, digest):
        field = "text_sha256" if record.text is None else "text"
        raise RecordError(field, f"the document of this key has another text, of hash {held.text_sha256}", record.key)
    if length is not None and held.text_length not in (None, length):
        if held.text is not None and record.text is None:
            raise RecordError("text_length", f"the text that is held has {held.text_length} characters", length)
        _check_length(run, held.id, length)


def _leads_back(run: Run, document_id: int, restated_id: int | None) -> bool:
    """Whether the document that is restated restates this one, at whatever distance."""
    passed: set[int] = set()
    while restated_id is not None and restated_id not in passed:
        if restated_id == document_id:
            return True
        passed.add(restated_id)
        (restated_id,) = run("select restates_id from documents where id = ?", (restated_id,)).fetchone()
    return False


def _check_length(run: Run, document_id: int, length: int) -> None:
    """Raise RecordError where spans that are held lie outside a text of this length."""
    (furthest,) = run(
        "select max(span_end) from (select span_end from evidence where document_id = :id"
        " union all select span_end from sentences where document_id = :id) as s",
        {"id": document_id},
    ).fetchone()
    if furthest is not None and furthest > length:
        raise RecordError("text_length", f"spans of this document that are held reach to {furthest}", length)


def _check_restated(run: Run, held: HeldDocument, record: records.Document) -> None:
    """Raise RecordError where claims of one of the two quote the other, as they may while it restates it."""
    name, back = run(
        "select coalesce(slug, key), restates_id from documents where id = ?", (held.restates_id,)
    ).fetchone()
    quoted = run(
        "select 1 from evidence as e join claims as c on c.id = e.claim_id"
        " where (e.document_id = :one and c.document_id = :other) or (e.document_id = :other and c.document_id = :one) limit 1",
        {"one": held.id, "other": held.restates_id},
    ).fetchone()
    if quoted is not None and back != held.id:
        reason = f"claims that are held quote it and {name} together, which it restates; give that"
        raise RecordError("restates", reason, record.restates)
