"""What each database has of its own for the search: its index of words, and how it is asked.

A backend is a module with

- `INSTALL` and `REMOVE`, the statements that make and drop the index of words;
- `newest(scope, query, limit)`: the newest rows that match;
- `known_words(words)`: which of some words stand in any text at all.
"""

from types import ModuleType

from django.db import connection

from nejat.search.backends import postgresql, sqlite

BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}


def backend() -> ModuleType:
    """Return the module of the database that the site runs on."""
    return BACKENDS[connection.vendor]
