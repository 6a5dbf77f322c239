"""Pieces of articles' cards and pages."""

from django import template
from django.utils.translation import get_language

from articles.models import Article
from articles.reading import recent_articles

register = template.Library()


@register.simple_tag
def recent_posts() -> list[Article]:
    """Return the newest articles of the page's edition."""
    return recent_articles(get_language() or "")
