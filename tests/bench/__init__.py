"""The benchmark: one command, not part of the timed tests (see run.py)."""
