"""What readers say under content, and what moderators and the site do about it."""

from nejat.comments.bans import Ban
from nejat.comments.comment import Comment
from nejat.comments.moderation import ModerationEntry
from nejat.comments.reports import Report
from nejat.comments.rules import CommentRules
from nejat.comments.words import WordList

__all__ = ["Ban", "Comment", "CommentRules", "ModerationEntry", "Report", "WordList"]
