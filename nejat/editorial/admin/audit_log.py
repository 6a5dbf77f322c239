"""The audit log in the admin: read, filtered and taken away as a table; nothing else."""

from collections.abc import Iterator
from operator import itemgetter

from django.apps import apps
from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import AuditEntry
from nejat.editions.registry import CODES, EDITIONS
from nejat.editions.templatetags.editions import edition_moment, edition_number
from nejat.editorial.admin.audit_words import said_changes
from nejat.editorial.admin.large_lists import LargeListAdmin
from nejat.editorial.admin.sheet import csv_sheet
from nejat.editorial.saved_filters import SavedFilter

FACTS = ("moment", "account_name", "act", "kind", "what", "in_editions", "fields_changed", "reason")
MOST_EXPORTED = 100_000


class EditionFilter(admin.SimpleListFilter):
    """What was done in one edition."""

    title = gettext_lazy("edition")
    parameter_name = "edition"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [(edition.code, edition.native_name) for edition in EDITIONS]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        return queryset.in_edition(self.value()) if self.value() in CODES else queryset


class KindFilter(admin.SimpleListFilter):
    """What was done with rows of one kind. The log is not searched for the kinds in it."""

    title = gettext_lazy("kind")
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        site = model_admin.admin_site
        audited = [m for m, desk in site._registry.items() if isinstance(desk, AuditedAdmin)]
        kinds = [
            (m._meta.label_lower, capfirst(m._meta.verbose_name)) for m in (*audited, SavedFilter)
        ]
        return sorted(kinds, key=itemgetter(1))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet:
        if self.value() not in dict(self.lookup_choices):
            return queryset
        model = apps.get_model(self.value())
        return queryset.filter(content_type=ContentType.objects.get_for_model(model))


@admin.register(AuditEntry)
class AuditEntryAdmin(LargeListAdmin):
    list_display = FACTS
    list_filter = ("act", EditionFilter, "at", KindFilter)
    list_select_related = ("content_type",)
    search_fields = ("account_name", "object_name")
    search_help_text = gettext_lazy("Finds accounts and titles.")
    fields = FACTS
    ordering = ("-pk",)
    actions = ("export",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    @admin.display(description=gettext_lazy("at"), ordering="at")
    def moment(self, entry: AuditEntry) -> SafeString:
        return edition_moment(entry.at)

    @admin.display(description=gettext_lazy("kind"))
    def kind(self, entry: AuditEntry) -> str:
        model = entry.content_type.model_class()
        return str(model._meta.verbose_name) if model else entry.content_type.model

    @admin.display(description=gettext_lazy("what"))
    def what(self, entry: AuditEntry) -> SafeString:
        name = format_html('<bdi dir="auto">{}</bdi>', entry.object_name)
        return format_html('<a href="{}">{}</a>', entry.address, name) if entry.address else name

    @admin.display(description=gettext_lazy("editions"))
    def in_editions(self, entry: AuditEntry) -> str:
        codes = entry.editions.split(",")
        return ", ".join(edition.native_name for edition in EDITIONS if edition.code in codes)

    @admin.display(description=gettext_lazy("fields"))
    def fields_changed(self, entry: AuditEntry) -> str:
        return said_changes(entry)

    @admin.display(description=gettext_lazy("reason"))
    def reason(self, entry: AuditEntry) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', entry.note)

    @admin.action(description=gettext_lazy("Export as a table (CSV)"))
    def export(self, request: HttpRequest, queryset: QuerySet) -> HttpResponse:
        heads = [
            _("at"),
            _("account"),
            _("act"),
            _("kind"),
            _("what"),
            _("editions"),
            _("fields"),
            _("reason"),
        ]
        return csv_sheet("audit-log.csv", heads, self._lines(queryset))

    def _lines(self, entries: QuerySet) -> Iterator[tuple]:
        """Yield a line an entry; where not all of them fit, the last line says so."""
        rows = entries.select_related("content_type")[: MOST_EXPORTED + 1]
        for number, entry in enumerate(rows.iterator()):
            if number == MOST_EXPORTED:
                text = _("Only the first %(count)s entries. Choose fewer by their day or kind.")
                yield (text % {"count": edition_number(MOST_EXPORTED)},)
                return
            yield (
                entry.at,
                entry.account_name,
                entry.get_act_display(),
                self.kind(entry),
                entry.object_name,
                entry.editions,
                said_changes(entry),
                entry.note,
            )
