"""Addresses of a series, and words of files."""

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from publications.files import PublicationFile
from publications.series import IssueSeries

register = template.Library()


@register.simple_tag
def series_url(series: IssueSeries, page: str) -> str:
    """Return the address of a series' "list" or "feed" in the current edition."""
    return reverse(series.view(page))


@register.simple_tag
def issue_year_url(series: IssueSeries, year: int) -> str:
    """Return the address of the issues of a year."""
    return reverse(series.view("year"), args=[year])


@register.simple_tag
def kind_and_language(file: PublicationFile) -> SafeString:
    """Return what a file in another language is: "PDF in العربية", each name in its own letters."""
    language = format_html(
        '<bdi lang="{}" dir="{}">{}</bdi>',
        file.edition,
        file.language.direction,
        file.language.native_name,
    )
    kind = format_html('<bdi lang="en">{}</bdi>', file.get_kind_display())
    is_sample = getattr(file, "is_sample", False)
    words = _("Sample pages: {kind} in {language}") if is_sample else _("{kind} in {language}")
    return format_html(words, kind=kind, language=language)
