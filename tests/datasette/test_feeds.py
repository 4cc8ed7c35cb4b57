from __future__ import annotations

import re
from xml.etree import ElementTree

from claims.datasette.pages.feeds import _folded
from tests.datasette.conftest import Get

ATOM = "{http://www.w3.org/2005/Atom}"


def test_atom_is_well_formed_and_newest_first(get: Get) -> None:
    response = get("/new.atom")
    assert response.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.text)
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 100
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 100
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    assert get(str(ids[0]).replace("http://localhost", "")).status_code == 200


def test_calendar_holds_what_is_planned(get: Get) -> None:
    response = get("/planned.ics")
    assert response.headers["content-type"].startswith("text/calendar")
    assert response.text.startswith("BEGIN:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in response.text.split("\r\n"))
    text = response.text.replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") > 0
    summer = re.search(
        r"DTSTART;VALUE=DATE:20240601\r\nDTEND;VALUE=DATE:20240901\r\nSUMMARY:(.*?)\r\n", text, re.DOTALL
    )
    assert summer is not None
    assert "EPCC" in text


def test_folding_cuts_no_character() -> None:
    line = "SUMMARY:" + "岸田首相" * 30
    folded = _folded(line)
    assert folded.replace("\r\n ", "") == line
    assert all(len(part.encode()) <= 75 for part in folded.split("\r\n"))
