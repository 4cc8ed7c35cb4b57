"""Files that unpack themselves (.xlsx, .docx): how large they become is looked at before."""

from __future__ import annotations

import io
import zipfile

from claims.errors import ClaimsError

#: Bytes that all parts of a file come to: a sheet of some hundred thousand rows.
LARGEST = 128_000_000


def check_unpacked(data: bytes, name: str) -> None:
    """Raise ClaimsError where the parts of a zip file come to more than `LARGEST` bytes, or where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            size = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError) as error:
        raise ClaimsError(f"{name or 'the file'} cannot be unpacked: {error}", "save it anew") from None
    if size > LARGEST:
        raise ClaimsError(
            f"{name or 'the file'} unpacks to {size // 1_000_000} MB, of which {LARGEST // 1_000_000} are taken",
            "divide it",
        )
