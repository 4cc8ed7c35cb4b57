"""A cluster of Citus, where an installation is found: nothing of it comes with the package."""
