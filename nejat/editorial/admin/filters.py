"""Filters of the admin's lists that name the edition they ask about."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from nejat.editions.registry import EDITIONS, Edition
from nejat.editorial.states import Phase


class PhaseFilter(admin.SimpleListFilter):
    """ "State in Persian": works by what readers of one edition see of them."""

    edition: Edition

    def __init__(self, *args: object) -> None:
        self.title = _("state in %(edition)s") % {"edition": _(self.edition.english_name)}
        super().__init__(*args)

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return list(Phase.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in Phase.values:
            return queryset
        return queryset.in_phase(self.value(), self.edition.code)


def phase_filters() -> list[type[PhaseFilter]]:
    """Return one filter an edition."""
    return [
        type(
            f"PhaseFilter{edition.code.title()}",
            (PhaseFilter,),
            {"edition": edition, "parameter_name": f"phase_{edition.code}", "title": ""},
        )
        for edition in EDITIONS
    ]
