"""Pieces of articles' cards and pages."""

from django import template
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.models import Article
from articles.reading import recent_articles
from articles.sharing import ShareLink, share_links_of
from nejat import text

register = template.Library()


@register.simple_tag
def recent_posts() -> list[Article]:
    """Return the newest articles of the page's edition."""
    return recent_articles(get_language() or "")


@register.simple_tag
def picture(article: Article, eager: bool = False) -> SafeString:
    """Return `<img>` of the lead picture; `eager` for the one seen first, the rest load late."""
    attributes = {
        "src": article.lead_image.url,
        "alt": article.lead_image_alt or "",
        "width": article.lead_image_width,
        "height": article.lead_image_height,
        "loading": None if eager else "lazy",
        "fetchpriority": "high" if eager else None,
    }
    known = [(name, value) for name, value in attributes.items() if value is not None]
    return format_html("<img{}>", format_html_join("", ' {}="{}"', known))


@register.simple_tag(takes_context=True)
def share_links(context: template.Context, path: str, title: str) -> list[ShareLink]:
    """Return where the page at `path` can be shared to, as plain links."""
    request: HttpRequest = context["request"]
    return share_links_of(request.build_absolute_uri(path), title)


@register.filter
def reading_minutes(html: str | None) -> int:
    """Return how many minutes a body takes to read, at least one."""
    return text.reading_minutes(html or "")
