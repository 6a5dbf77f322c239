"""Comments under a work, for its page."""

from django import template
from django.db.models import Model
from django.utils.translation import get_language

from nejat.comments.models import Comment
from nejat.comments.threads import thread

register = template.Library()


@register.simple_tag
def comment_thread(work: Model) -> list[Comment]:
    """Return the approved comments of the page's edition, answers below what they answer."""
    return thread(Comment.objects.under(work, get_language() or "").approved())
