"""Filters of the admin's lists that name the edition they ask about."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.editions.registry import EDITIONS, Edition, get_edition
from nejat.editorial.states import Phase
from nejat.staff.models import editions_of


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


class TranslationFilter(admin.SimpleListFilter):
    """Works that are asked for in an edition, or outdated there."""

    title = gettext_lazy("translation")
    parameter_name = "translation"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        editions = [get_edition(code) for code in editions_of(request.user)]
        words = {"asked": _("Asked for in %(edition)s"), "outdated": _("Outdated in %(edition)s")}
        return [
            (f"{kind}-{edition.code}", text % {"edition": _(edition.english_name)})
            for kind, text in words.items()
            for edition in editions
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        kind, _dash, code = (self.value() or "").partition("-")
        if kind == "asked":
            return queryset.filter(translation_requests__edition=code)
        if kind == "outdated":
            return queryset.filter(
                translations__edition=code, translations__outdated_since__isnull=False
            )
        return queryset


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
