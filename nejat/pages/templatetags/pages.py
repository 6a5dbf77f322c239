"""What stands around every page: the menu, the footer's links and years."""

from dataclasses import dataclass
from datetime import date

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from nejat.editions.calendars import month_of
from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import get_edition
from nejat.pages.menu import MENU, MenuEntry

register = template.Library()

FOUNDED = date(2003, 6, 1)


@dataclass(frozen=True)
class SocialLink:
    """A place elsewhere where the publisher can be followed."""

    name: str
    url: str


SOCIAL_LINKS = (
    SocialLink("Facebook", "https://www.facebook.com/"),
    SocialLink("Twitter", "https://twitter.com/"),
    SocialLink("Instagram", "https://www.instagram.com/"),
    SocialLink("YouTube", "https://www.youtube.com/"),
)


@register.simple_tag
def site_menu() -> tuple[MenuEntry, ...]:
    """Return the entries of the public menu."""
    return MENU


@register.simple_tag
def social_links() -> tuple[SocialLink, ...]:
    """Return the links of the footer."""
    return SOCIAL_LINKS


@register.simple_tag
def copyright_years() -> str:
    """Return "2003 - 2026", in the calendar and the digits of the edition."""
    edition = get_edition(get_language() or "en")
    years = (month_of(day, edition).year for day in (FOUNDED, timezone.localdate()))
    return to_edition_digits(" - ".join(map(str, years)), edition)
