"""What the fields of a record may hold: how long, in which form, and what it means."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

#: The longest of each that is meant: longer ones are texts that slipped into the wrong field.
Text = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"\S")]
#: A whole document; `LONGEST_TEXT` counts its bytes.
Body = Annotated[str, Meta(min_length=1, pattern=r"\S")]
#: Bytes of UTF-8 in a document's text, a book of 300 pages: what a served database gives back in one piece.
LONGEST_TEXT = 2_000_000
#: Settings of a run, with whatever a model was told.
Settings = Annotated[str, Meta(min_length=1, max_length=200_000, pattern=r"\S")]
Name = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"\S")]
Line = Annotated[str, Meta(min_length=1, max_length=4000, pattern=r"\S")]
Url = Annotated[
    str,
    Meta(
        max_length=2000,
        pattern=r"^[hH][tT][tT][pP][sS]?://[^\s/?#]+[^\s]*$",
        description="an address of the web: http or https",
    ),
]
Slug = Annotated[str, Meta(pattern=r"^[^\s/?#%]{1,100}$", description="1 to 100 characters without spaces, / ? # %")]
Key = Annotated[str, Meta(pattern=r"^[a-z2-7]{26}$", description="a public key; checked against the one computed")]
Sha256 = Annotated[
    str, Meta(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the text's UTF-8 bytes, in hexadecimal")
]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}$", description="ISO 3166 code")]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47 code")]
Offset = Annotated[int, Meta(ge=0, lt=2**31)]
Start = Annotated[Offset, Meta(description="first code point in the text, from 0")]
End = Annotated[Offset, Meta(description="code point after the last")]
Instant = Annotated[
    str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", description="UTC, YYYY-MM-DDTHH:MM:SS.mmmZ")
]
Version = Annotated[
    int,
    Meta(ge=1, lt=2**31, description="which row of the claim's key, from 1; left out = the one held, else the last"),
]
