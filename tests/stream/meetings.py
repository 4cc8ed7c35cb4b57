"""Twenty meetings, as colleagues keep them: the test material of every way in."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

#: The header as people write one, and the mapping that reads it.
HEADER = ["No.", "Date", "Who", "Where", "About", "Words", "Page", "Paper", "Link", "Published"]
MAPPING: dict[str, Any] = {
    "key": "No.",
    "columns": {
        "date": "Date", "participant": "Who", "place": "Where", "topic": "About", "quote": "Words", "page": "Page",
        "source": "Paper", "url": "Link", "published_on": "Published",
    },
    "always": {"kind": "meet", "phase": "occurred", "language": "en"},
}  # fmt: skip
_MINISTERS = ["Ueda Mari", "Ada Lind", "José Núñez", "Søren Kjær", "Zoë Müller"]
_PLACES = ["Oslo", "Kyoto", "Málaga", "Århus"]
_TOPICS = ["grain", "fish; tariffs", "rail", "tides and wind, and who pays"]


def meetings() -> list[dict[str, Any]]:
    """The rows with their days as days: the first on 3 April 2024, one every eleven days; two papers, five documents."""
    rows = []
    for number in range(20):
        day = date(2024, 4, 3) + timedelta(days=11 * number)
        guest, host = _MINISTERS[number % 5], _MINISTERS[(number + 1 + number // 5) % 5]
        rows.append(
            {
                "No.": f"{number + 1:03}",
                "Date": day,
                "Who": f"{guest}; {host}" if guest != host else guest,
                "Where": _PLACES[number % 4],
                "About": _TOPICS[number % 4],
                "Words": f"{guest} met {host} in {_PLACES[number % 4]}" if number % 3 else "",
                "Page": str(number + 1) if number % 2 else "",
                "Paper": ["Daily", "Gazette"][number % 2],
                "Link": f"https://news.example/{number % 5}/{number % 2}",
                "Published": date(2024, 12, 20) + timedelta(days=number % 5),
            }
        )
    return rows


def written(form: str, rows: list[dict[str, Any]] | None = None) -> list[dict[str, str]]:
    """The rows with their days as a colleague writes them: "%d/%m/%Y" in Britain, "%m/%d/%Y" in America."""
    return [
        {name: value.strftime(form) if isinstance(value, date) else value for name, value in row.items()}
        for row in (meetings() if rows is None else rows)
    ]


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    file = io.StringIO()
    writer = csv.DictWriter(file, HEADER, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()
