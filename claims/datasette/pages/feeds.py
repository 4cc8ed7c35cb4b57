"""For other programs: an Atom feed of new claims (RFC 4287) and a calendar of what is to come (RFC 5545)."""

from __future__ import annotations

import datetime
import re
from typing import Any

from datasette.utils.asgi import Response
from markupsafe import Markup

from claims.datasette import wording
from claims.datasette.asking import Ask

#: Their media types.
ATOM = "application/atom+xml"
CALENDAR = "text/calendar"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")  # those too at which only some readers end a line
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_FEED = Markup(
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>New claims</title>\n'
    '<id>{0}</id>\n<link rel="self" href="{0}"/>\n<updated>{1}</updated>\n{2}</feed>\n'
)
_ENTRY = Markup(
    '<entry><title>{summary}</title><id>{url}</id><link href="{url}"/><updated>{recorded_at}</updated>'
    '<author><name>{publisher}</name></author><category term="{kind}"/><content type="text">{content}</content></entry>\n'
)


async def atom(ask: Ask) -> Response:
    """The hundred claims recorded last, as an Atom feed: /new.atom."""
    rows = [{**row, "url": _url(ask, row)} for row in await ask.rows("feeds/new_claims")]
    address = ask.datasette.absolute_url(ask.request, ask.datasette.urls.path("/new.atom"))
    return Response(feed(rows, str(address)), content_type=f"{ATOM}; charset=utf-8")


async def calendar(ask: Ask) -> Response:
    """What is to come, as a calendar: /planned.ics. Each thing is a stretch of whole days, as wide as its date is vague."""
    rows = [{**row, "url": _url(ask, row)} for row in await ask.rows("feeds/planned_events")]
    return Response(calendar_of(rows), content_type=f"{CALENDAR}; charset=utf-8")


def feed(rows: list[dict[str, Any]], address: str) -> str:
    """An Atom feed of claims, the newest first, that any parser of XML takes, whatever their texts hold."""
    told = [{name: _xml(value) for name, value in {**row, "content": _content(row)}.items()} for row in rows]
    entries = Markup("").join(_ENTRY.format(**row) for row in told)
    return _FEED.format(address, rows[0]["recorded_at"] if rows else "1970-01-01T00:00:00Z", entries)


def calendar_of(rows: list[dict[str, Any]]) -> str:
    """A calendar of planned things, whatever their texts hold."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//claims//planned//EN", "X-WR-CALNAME:Planned\\, by claims"]
    for row in rows:
        end = datetime.date.fromisoformat(row["last_day"])
        after = end + datetime.timedelta(days=1) if end < datetime.date.max else end
        lines += [
            "BEGIN:VEVENT",
            f"UID:{row['claim']}@claims",
            f"DTSTAMP:{_stamp(row['recorded_at'])}",
            f"DTSTART;VALUE=DATE:{row['first_day'].replace('-', '')}",
            f"DTEND;VALUE=DATE:{after.isoformat().replace('-', '')}",
            f"SUMMARY:{_escaped(row['summary'])}",
            f"DESCRIPTION:{_escaped(_content(row))}",
            f"URL:{row['url']}",
            "STATUS:TENTATIVE" if row["phase"] != "scheduled" else "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _url(ask: Ask, row: dict[str, Any]) -> str:
    return str(ask.datasette.absolute_url(ask.request, ask.datasette.urls.path(f"/claim/{row['claim']}")))


def _content(row: dict[str, Any]) -> str:
    words = wording.factuality(row["phase"], row["polarity"], row["certainty"], row["speech_act"])
    return f"{row['publisher']}, “{row['title']}”: {words}"


def _stamp(instant: str) -> str:
    return instant[:19].replace("-", "").replace(":", "") + "Z"


def _xml(text: object) -> str:
    """A text of which each character may stand in XML: a control character, which may not even be escaped, is shown as �."""
    return _NOT_XML.sub("\ufffd", str(text))


def _escaped(text: str) -> str:
    """A text of iCalendar (RFC 5545, 3.3.11): controls but the tab may not stand in it."""
    for character in "\\;,":
        text = text.replace(character, f"\\{character}")
    return _CONTROLS.sub("\ufffd", _LINE_ENDS.sub("\\\\n", text))


def _folded(line: str) -> str:
    """Lines longer than 75 octets go on after a space; no character is cut."""
    parts, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > 74:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += width
    return "\r\n".join(parts)
