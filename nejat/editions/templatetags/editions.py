"""Dates, numbers and the switcher, as the edition of the page writes them."""

from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from nejat.editions import calendars, numbers, switcher
from nejat.editions.registry import EDITIONS, Edition, active_edition

register = template.Library()


@register.simple_tag
def edition_time(moment: datetime) -> SafeString:
    """Return `<time>` with the date in the edition's calendar and the machine's form beside it."""
    local = timezone.localtime(moment)
    machine = local.isoformat(timespec="seconds")
    words = calendars.format_date(local, active_edition(), month_style=settings.MONTH_STYLE_AR)
    return format_html('<time datetime="{}">{}</time>', machine, words)


@register.simple_tag
def edition_hour(moment: datetime) -> SafeString:
    """Return the hour of the day in the edition's digits."""
    hour = edition_digits(f"{timezone.localtime(moment):%H:%M}")
    return format_html('<span class="hour">{}</span>', hour)


@register.simple_tag
def edition_moment(moment: datetime) -> SafeString:
    """Return day and hour in the edition's calendar and digits, as short as can be."""
    return format_html("{} {}", edition_time(moment), edition_hour(moment))


@register.simple_tag
def today() -> SafeString:
    """Return `<time>` with the weekday and today's date in the edition's calendar."""
    return edition_day(timezone.localdate())


@register.simple_tag
def edition_day(day: date) -> SafeString:
    """Return `<time>` with a weekday and its date in the edition's calendar."""
    words = calendars.format_weekday_date(
        day, active_edition(), month_style=settings.MONTH_STYLE_AR
    )
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), capfirst(words))


@register.filter
def edition_month(month: calendars.Month) -> str:
    """Return a month's name and year, in the edition's words."""
    return calendars.format_month(month, active_edition(), month_style=settings.MONTH_STYLE_AR)


@register.filter
def edition_number(value: int | float) -> str:
    """Return a number with the edition's digits and separators."""
    return numbers.format_number(value, active_edition())


@register.filter
def edition_digits(value: Any) -> str:
    """Return the text with the edition's digits and no separators: years, parts, page numbers."""
    return numbers.to_edition_digits(str(value), active_edition())


@register.filter
def edition_byte_size(size: int) -> str:
    """Return how large a file of so many bytes is, with the edition's digits and units."""
    return numbers.format_byte_size(size, active_edition())


@register.simple_tag(takes_context=True)
def edition_switches(context: template.Context) -> list[switcher.Switch]:
    """Return the lines of the switcher for the page being shown."""
    return switcher.switches(
        context["request"],
        context.get("addresses"),
        context.get("switch_fallback", "pages:home"),
    )


@register.simple_tag(takes_context=True)
def also_in(context: template.Context, work: Any) -> list[tuple[Edition, str]]:
    """Return the other editions in which a work is public, each with its address there."""
    here = context["request"].edition
    addresses = work.addresses
    return [(e, addresses[e.code]) for e in EDITIONS if e.code in addresses and e != here]
