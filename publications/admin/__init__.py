"""The admin of books and issues."""

from publications.admin.books import BookAdmin
from publications.admin.issues import IssueAdmin

__all__ = ["BookAdmin", "IssueAdmin"]
