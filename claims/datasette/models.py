"""What a language model asks at `/-/mcp`, where datasette-mcp is installed."""

from __future__ import annotations

from typing import Any


def prepare(datasette: Any) -> None:
    """Let each question of a model stand by itself: a session would be known only to the process in which it began,
    and be kept there for half an hour after the model has gone."""
    try:
        import datasette_mcp
    except ImportError:  # the extra `mcp`
        return
    datasette_mcp._get_state(datasette).server.session_manager.stateless = True  # no setting tells it (0.3)
