"""Comments under a work, for its page."""

from django import template
from django.template import Context
from django.utils.translation import get_language

from articles.models import Article
from nejat.comments.forms import CommentForm
from nejat.comments.posting import is_open
from nejat.comments.threads import thread_page
from nejat.paging import KeysetPage

register = template.Library()


@register.simple_tag(takes_context=True)
def comment_threads(context: Context, article: Article) -> KeysetPage:
    """Return the approved comments of the page's edition, answers below what they answer."""
    return thread_page(article, get_language() or "", context["request"].GET)


@register.simple_tag
def comment_form(article: Article) -> CommentForm | None:
    """Return an empty form when readers of the page's edition may comment, else None."""
    return CommentForm() if is_open(article, get_language() or "") else None


@register.filter
def quoted(text: str) -> str:
    """Return a text as mails quote it, each line behind a sign."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
