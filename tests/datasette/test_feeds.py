from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

import icalendar
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.datasette.pages.feeds import _folded, calendar_of, feed
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


#: Whatever a record's text may hold (NUL and lone surrogates it may not), the awkward oftener than chance would have it.
_TEXTS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        st.sampled_from('\x01\x0b\x0c\x1b\x7f\x85\u200b\u202e\u2066\u2028\ufffe\uffff\r\n\t,;:\\"<>&]👩‍👩‍👧'),
    ),
    min_size=1,
    max_size=4000,
)


def _row(text: str) -> dict[str, Any]:
    told = {"claim": "a" * 26, "summary": text, "title": text, "publisher": text, "kind": "meet", "phase": "scheduled"}
    days = {"first_day": "2024-06-01", "last_day": "9999-12-31", "recorded_at": "2024-06-01T00:00:00.000Z"}
    return {
        **told,
        **days,
        "polarity": "+",
        "certainty": "CT",
        "speech_act": "report",
        "url": "http://localhost/claim/a",
    }


@given(_TEXTS)
@example("]]>&<\x01\r\n\ufffe")
@example("岸" * 4000)
@example("\x01" * 4000)
@settings(max_examples=200, deadline=None)
def test_whatever_a_claim_says_the_feeds_are_read(text: str) -> None:
    entry = ElementTree.fromstring(feed([_row(text)], "http://localhost/new.atom").encode()).find(f"{ATOM}entry")
    assert entry is not None
    title = entry.findtext(f"{ATOM}title")
    assert title is not None
    assert len(title) == len(text.replace("\r\n", "\n"))
    written = calendar_of([_row(text)])
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|(?<!\r)\n|\r(?!\n)", written)
    (event,) = icalendar.Calendar.from_ical(written.encode()).walk("VEVENT")
    lines = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    assert str(event["SUMMARY"]) == re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "\ufffd", lines)
