"""What the loader is measured against: each module has `version()`, `LACKS` (what it does not do) and `load(path, database)`.

`load` reads the JSONL workload into a new database, committed when it returns. A peer may be slow: name
others with --only where there are many claims. Importing a module whose package is not installed raises ImportError.
"""

#: in the order of the table
NAMES = (
    "claims",
    "raw",
    "with_sqlite_utils",
    "with_orm",
    "with_duckdb",
    "with_pyoxigraph",
    "with_nomenklatura",
    "with_attestdb",
)
