"""Can the tests fail, and can `claims check`? `python -m tests.mutants data` and `python -m tests.mutants code` print figures."""
