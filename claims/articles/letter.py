"""An e-mail as a document: its own words, without those that it answers."""

from __future__ import annotations

import email
import re
from email import policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from claims.articles.contents import Contents
from claims.articles.decoding import decoded
from claims.articles.page import read_page
from claims.errors import ClaimsError

_HEAD = re.compile(rb"(?:From |[A-Za-z][A-Za-z-]{1,40}:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)")
_FIELD = re.compile(rb"^(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version):", re.I | re.M)
_SIGNATURE = re.compile(r"^-- ?$", re.M)
_INTRODUCED = re.compile(
    r"^(?:On .{5,80} wrote:|-{2,} ?Original Message ?-{2,}|.{5,60}(?:のメール|님이 작성):?)\s*$", re.M
)


def is_letter(data: bytes) -> bool:
    """Whether a file begins as an e-mail does: with three or more of its fields, the sender among them."""
    head = data[:4000].replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    named = {field.lower() for field in _FIELD.findall(head)}
    return b"from:" in named and len(named) >= 3 and _HEAD.match(head + b"\n") is not None


def read_letter(data: bytes, name: str) -> Contents:
    """The body of an e-mail (RFC 5322), plain text before HTML; subject, sender and day are those of its fields.

    Quoted lines and the signature are left out: they are other words, or none. Attachments are not read.
    """
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise ClaimsError(f"{name} is an e-mail without a text", "give its attachment by itself")
    payload = body.get_payload(decode=True)
    charset = body.get_content_charset()
    text, note = decoded(payload if isinstance(payload, bytes) else b"", name, charset if _is_codec(charset) else None)
    if body.get_content_type() == "text/html":
        text = read_page(text).text
    sender = message["From"].addresses[0] if message["From"] and message["From"].addresses else None
    attached = sum(1 for _ in message.iter_attachments())
    notes = ["An e-mail."] + ([f"{attached} attachments were not read."] if attached else [])
    return Contents(
        _own_words(text),
        title=str(message["Subject"] or "").strip() or None,
        author=(sender.display_name or sender.addr_spec) if sender else None,
        published=_day(message["Date"]),
        note=" ".join(notes + ([note] if note and "as given" not in note else [])),
    )


def _own_words(text: str) -> str:
    text = _SIGNATURE.split(text.replace("\r\n", "\n"), 1)[0]
    text = _INTRODUCED.split(text, 1)[0]
    return "\n".join(line for line in text.split("\n") if not line.startswith(">"))


def _day(field: str | None) -> str | None:
    """The day of a Date field in the sender's own time zone."""
    try:
        return parsedate_to_datetime(str(field)).date().isoformat() if field else None
    except ValueError:
        return None


def _is_codec(charset: str | None) -> bool:
    """Whether the mail names an encoding worth trusting; ASCII and none are detected."""
    try:
        return charset is not None and "".encode(charset) == b"" and charset.lower() not in ("us-ascii", "ascii")
    except LookupError:
        return False
