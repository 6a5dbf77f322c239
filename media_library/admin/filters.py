"""Filters of the list of images, by what staff have to look after."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media_library.querysets import ImageQuerySet
from nejat.editions.registry import CODES, EDITIONS
from nejat.editorial.columns import columns, empty_q

SOON = timedelta(days=30)
"""Before the end of its rights, time enough to look for another picture."""


class Choices(admin.SimpleListFilter):
    """A filter that passes over what is none of its values."""

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        known = {str(value) for value, _label in self.lookup_choices}
        return self.ask(queryset, self.value()) if self.value() in known else queryset

    def ask(self, images: ImageQuerySet, value: str) -> ImageQuerySet:
        """Return the images that one of the values stands for."""
        raise NotImplementedError


class AltTextFilter(Choices):
    """ "Alt text missing in Arabic"."""

    title = gettext_lazy("alt text missing")
    parameter_name = "no_alt"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        sentence = _("in %(edition)s")
        named = [(e.code, sentence % {"edition": _(e.english_name)}) for e in EDITIONS]
        return [*named, ("any", _("in any edition"))]

    def ask(self, images: ImageQuerySet, value: str) -> ImageQuerySet:
        if value in CODES:
            return images.without_alt_text(value)
        return images.filter(_some(map(empty_q, columns("alt_text"))), is_decorative=False)


class UseFilter(Choices):
    """Shown by some work, or by none."""

    title = gettext_lazy("use")
    parameter_name = "use"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("used", _("Used")), ("unused", _("Not used"))]

    def ask(self, images: ImageQuerySet, value: str) -> ImageQuerySet:
        return images.used() if value == "used" else images.unused()


class CreditFilter(Choices):
    """Whether any edition says who owns it."""

    title = gettext_lazy("credit")
    parameter_name = "credit"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("missing", _("Missing")), ("there", _("There"))]

    def ask(self, images: ImageQuerySet, value: str) -> ImageQuerySet:
        has_credit = _some(~empty_q(name) for name in columns("credit"))
        return images.exclude(has_credit) if value == "missing" else images.filter(has_credit)


class RightsFilter(Choices):
    """Rights that have ended, or soon will."""

    title = gettext_lazy("rights")
    parameter_name = "rights"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("over", _("Have ended")), ("soon", _("End within 30 days"))]

    def ask(self, images: ImageQuerySet, value: str) -> ImageQuerySet:
        if value == "over":
            return images.with_rights_over()
        today = timezone.localdate()
        return images.filter(rights_expire_on__gt=today, rights_expire_on__lte=today + SOON)


class FirstPageFilter(Choices):
    """Whether first pages of files stand among the pictures; unasked they do not."""

    title = gettext_lazy("first pages of files")
    parameter_name = "first_pages"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("too", _("Shown too")), ("only", _("Shown alone"))]

    def choices(self, changelist: ChangeList) -> Iterator[dict[str, Any]]:
        unasked, *others = super().choices(changelist)
        yield {**unasked, "display": _("Hidden")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() == "too":
            return queryset
        return queryset.filter(is_first_page=self.value() == "only")


def _some(conditions: Iterable[Q]) -> Q:
    """Return the condition that one of these holds."""
    together = Q()
    for condition in conditions:
        together |= condition
    return together
