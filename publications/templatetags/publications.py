"""Addresses of a series."""

from django import template
from django.urls import reverse

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
