"""The head of every page, as `includes/head.html` shows it."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from nejat.discovery.head import PageHead, head_of, is_hidden, place_in_list

register = template.Library()


@register.simple_block_tag(end_name="endcapture")
def capture(content: str) -> SafeString:
    """Keep what a block renders, for more than one place: `{% capture as name %}…`."""
    return mark_safe(content.strip())


@register.simple_tag(takes_context=True)
def page_head(context: template.Context) -> PageHead | None:
    """Return what the head of the page says; None where search engines should not know it."""
    request = context["request"]
    if is_hidden(context, request):
        return None
    return head_of(context, request)


@register.simple_tag(takes_context=True)
def list_place(context: template.Context) -> str:
    """Return what tells this page of a long list from the others."""
    return place_in_list(context, context["request"].edition)
