"""Images and bodies on pages: `{% picture image "card" %}`, `{% body work.body %}`."""

from django import template
from django.utils.safestring import SafeString

from media_library import showing
from media_library.models import ImageAsset

register = template.Library()


@register.simple_tag
def picture(
    image: ImageAsset | None, preset: str, eager: bool = False, reveal: bool = False
) -> SafeString:
    """Return an image in a preset; see `showing.picture_html`."""
    return showing.picture_html(image, preset, eager=eager, reveal=reveal)


@register.simple_tag
def plain_picture(image: ImageAsset) -> SafeString:
    """Return an image for what is read away from the site; see `showing.plain_picture_html`."""
    return showing.plain_picture_html(image, "inline")


@register.simple_tag
def body(html: str | None) -> SafeString:
    """Return a body with its images, films and galleries put in."""
    return showing.body_html(html)


@register.filter
def original_url(image: ImageAsset) -> str:
    """Return the address of an image as large as it is."""
    return showing.original_url(image)


@register.filter
def poster_url(image: ImageAsset) -> str:
    """Return the address of an image in a size for the place of a film."""
    return showing.poster_url(image)
