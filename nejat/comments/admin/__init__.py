"""The admin of comments: the queue, the rules, the word lists, the bans and the log."""

from nejat.comments.admin.comments import CommentAdmin
from nejat.comments.admin.log import ModerationEntryAdmin
from nejat.comments.admin.rules import BanAdmin, CommentRulesAdmin, WordListAdmin

__all__ = [
    "BanAdmin",
    "CommentAdmin",
    "CommentRulesAdmin",
    "ModerationEntryAdmin",
    "WordListAdmin",
]
