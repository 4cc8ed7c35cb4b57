"""Addresses of pages: without trackers, and the form in which two addresses of one page are equal."""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urlsplit

_FRONT = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)")
_PORT = re.compile(r":(?:80|443)$")


def cleaned(url: str) -> str:
    """The address without trackers, fragment and default port, its parameters in order (courlan); it still opens the page."""
    from courlan import normalize_url  # here, as it takes a tenth of a second to load

    return urldefrag(normalize_url(url.strip(), strict=False, trailing_slash=True)).url


def same_page(url: str) -> str:
    """The form in which the addresses of one page are equal: also without scheme, www, mobile host and last slash.

    For comparing only: not every site answers at it.
    """
    parts = urlsplit(cleaned(url))
    query = f"?{parts.query}" if parts.query else ""
    return f"{_FRONT.sub('', _PORT.sub('', parts.netloc.lower()))}{parts.path.rstrip('/')}{query}"


def host(url: str) -> str | None:
    """The host of an address without www or mobile, as a publisher is called where nothing else names it."""
    name = urlsplit(url).hostname
    return _FRONT.sub("", name) if name else None


def canonical(given: str, told: str | None) -> str:
    """The address under which to hold a page: the one that it calls canonical where that is on the same site, else `given`.

    A canonical link to another site, or to the front page, says that the page is a copy or its template is careless.
    """
    if told and host(told) == host(given) and urlsplit(told).path.strip("/"):
        return cleaned(told)
    return cleaned(given)
