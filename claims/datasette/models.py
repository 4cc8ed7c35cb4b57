"""What a language model asks at `/-/mcp`, where datasette-mcp is installed."""

from __future__ import annotations

import logging
from typing import Any

#: datasette-mcp logs everything to the terminal: that somebody asked or left, and what a server asks itself.
_LOUD = ("httpx2", "mcp")


def prepare(datasette: Any) -> None:
    """Let each question of a model stand by itself: a session would be known only to the process in which it began,
    and be kept there for half an hour after the model has gone."""
    try:
        import datasette_mcp
    except ImportError:  # the extra `mcp`
        return
    datasette_mcp._get_state(datasette).server.session_manager.stateless = True  # no setting tells it (0.3)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.ERROR)
