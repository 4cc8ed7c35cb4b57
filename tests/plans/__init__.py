"""How SQLite would answer each question and page at a million claims: told by plans, not by a clock."""
