"""The reader of WordPress exports: bytes in, plain records out. Knows nothing of Django."""

from .export import read_export, read_stream
from .languages import Languages, Placement, by_language, in_language
from .model import Author, Comment, Item, Meta, Problem, Record, Site, Term, TermLink
from .php import unserialize
from .source import ExportError

__all__ = [
    "Author",
    "Comment",
    "ExportError",
    "Item",
    "Languages",
    "Meta",
    "Placement",
    "Problem",
    "Record",
    "Site",
    "Term",
    "TermLink",
    "by_language",
    "in_language",
    "read_export",
    "read_stream",
    "unserialize",
]
