"""Books, and the issues of the newsletter and of Pars Brief."""

from publications.books import Book, BookCredit, BookFile, BookShop
from publications.files import PublicationFile
from publications.issues import Entry, Issue, IssueFile
from publications.publication import Publication

__all__ = [
    "Book",
    "BookCredit",
    "BookFile",
    "BookShop",
    "Entry",
    "Issue",
    "IssueFile",
    "Publication",
    "PublicationFile",
]
