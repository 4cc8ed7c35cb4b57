"""Whom a text names or means."""
