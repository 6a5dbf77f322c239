"""What stands around every page: its faces, the menu, the footer's links and years."""

from datetime import date

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.translation import get_language

from nejat.editions.calendars import month_of
from nejat.editions.numbers import to_edition_digits
from nejat.editions.registry import get_edition
from nejat.editorial.previews.shown import previewed
from nejat.pages.menu import MenuEntry, menu_of
from nejat.pages.models import Page, SiteOptions
from nejat.pages.site_options import Footer
from nejat.pages.text_only.addresses import in_text

register = template.Library()

FACES = {
    "ltr": ["source-serif-4-latin-wght-normal.woff2"],
    "rtl": ["vazirmatn-arabic-wght-normal.woff2", "markazi-text-arabic-wght-normal.woff2"],
}
FOUNDED = date(2003, 6, 1)


@register.simple_tag
def face_files() -> list[str]:
    """Return the addresses of the faces that a page of the edition is set in, if they are there."""
    direction = get_edition(get_language() or "en").direction
    return [static(f"nejat/fonts/{name}") for name in FACES[direction] if settings.HAS_FACES]


@register.simple_tag
def offline_reading() -> bool:
    """Say whether browsers keep articles; see SiteOptions."""
    return SiteOptions.in_force().offline_reading


@register.simple_tag(takes_context=True)
def text_only_address(context: template.Context) -> str:
    """Return the address of this very page as text."""
    return in_text(context["request"].get_full_path())


@register.simple_tag(takes_context=True)
def site_menu(context: template.Context) -> tuple[MenuEntry, ...]:
    """Return the entries of the edition's menu."""
    typed = previewed(context.get("request"), Page)
    return menu_of(get_edition(get_language() or "en").code, typed)


@register.simple_tag(takes_context=True)
def site_footer(context: template.Context) -> Footer:
    """Return what staff wrote for the edition's footer."""
    options = previewed(context.get("request"), SiteOptions) or SiteOptions.in_force()
    return options.footer_in(get_edition(get_language() or "en").code)


@register.simple_tag
def copyright_years() -> str:
    """Return "2003 - 2026", in the calendar and the digits of the edition."""
    edition = get_edition(get_language() or "en")
    years = (month_of(day, edition).year for day in (FOUNDED, timezone.localdate()))
    return to_edition_digits(" - ".join(map(str, years)), edition)
