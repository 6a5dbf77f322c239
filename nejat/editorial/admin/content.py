"""The admin of works: title and state in every edition, and where each stands."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from nejat.editions.registry import CODES, EDITIONS, Edition
from nejat.editions.templatetags.editions import edition_moment, edition_time
from nejat.editorial.admin.beginning import BeginningAdmin
from nejat.editorial.admin.dots import phase_dots
from nejat.editorial.admin.duplicating import DuplicatingAdmin
from nejat.editorial.admin.editions import all_editions
from nejat.editorial.admin.filters import TranslationFilter, phase_filters
from nejat.editorial.admin.previewing import PreviewingAdmin
from nejat.editorial.admin.saved_filters import SavedFiltersAdmin
from nejat.editorial.admin.translating import TranslatingAdmin
from nejat.editorial.admin.trash_lists import TrashListAdmin, in_trash
from nejat.editorial.checks import Finding, findings_in
from nejat.editorial.models import Content
from nejat.editorial.querysets import PUBLICATION_FIELDS
from nejat.editorial.revisions.admin import RevisionsAdmin
from nejat.editorial.states import Phase
from nejat.editorial.translations.notices import notices_of
from nejat.editorial.translations.source import source_of
from nejat.search.finding import find_in
from nejat.search.querysets import Scope

MOST_FOUND = 500
"""A search of staff shows the newest of what is found."""


class ContentAdmin(
    TrashListAdmin,
    DuplicatingAdmin,
    RevisionsAdmin,
    PreviewingAdmin,
    SavedFiltersAdmin,
    BeginningAdmin,
    TranslatingAdmin,
):
    """Admin of a kind of content; subclasses add their own fields to these."""

    class Media:
        js = ("nejat/js/admin-source.js",)

    edition_fields = (
        "title",
        "standfirst",
        "state",
        "published_at",
        "expires_at",
        "slug",
        "seo_title",
        "seo_description",
    )
    publishing_fields = ("published_at", "expires_at")
    list_display: ClassVar[Any] = ("heading", "editions", "published", "updated")
    list_filter: ClassVar[Any] = (*phase_filters(), TranslationFilter)
    list_columns: ClassVar[Any] = (
        "updated_at",
        "trashed_at",
        *all_editions("title", *PUBLICATION_FIELDS),
    )
    search_fields = all_editions("title")  # they say that there is a search; the index answers
    search_help_text = _("Finds words in every edition, whatever its state.")
    ordering = ("-pk",)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, bool]:
        """Ask the index. Where another form completes a title as one types, titles are enough."""
        if not search_term.strip():
            return queryset, False
        if in_trash(request):  # the index knows nothing of it
            return super().get_search_results(request, queryset, search_term)
        in_titles = request.resolver_match.url_name == "autocomplete"
        everywhere = [
            Scope(code, in_titles=in_titles, is_public=False, kinds=(self.model,)) for code in CODES
        ]
        hits = find_in(everywhere, search_term, MOST_FOUND)
        return queryset.filter(pk__in={hit.pk for hit in hits}), False

    @admin.display(description=_("title"))
    def heading(self, work: Content) -> SafeString:
        return format_html('<bdi dir="auto">{}</bdi>', str(work))

    @admin.display(description=_("editions"))
    def editions(self, work: Content) -> SafeString:
        return phase_dots(work)

    @admin.display(description=_("published at"))
    def published(self, work: Content) -> SafeString | None:
        """The day of its first edition."""
        moments = (work.get_in("published_at", edition.code) for edition in EDITIONS)
        first = min(filter(None, moments), default=None)
        return edition_time(first) if first else None

    @admin.display(description=_("updated at"), ordering="updated_at")
    def updated(self, work: Content) -> SafeString:
        return edition_moment(work.updated_at)

    def findings_in(self, work: Content, code: str) -> Iterator[Finding]:
        """Yield what would be marked in the edition; kinds with pictures look at those too."""
        yield from findings_in(work, code)

    def _checks(self, work: Content) -> list[tuple[Edition, list[Finding]]]:
        written = [edition for edition in EDITIONS if work.get_in("title", edition.code)]
        return [(edition, list(self.findings_in(work, edition.code))) for edition in written]

    def saved_row(self, request: HttpRequest, context: Any, obj: Content | None) -> Content | None:
        """Return the work of a form as it is saved: what was sent and refused is in `obj`."""
        if "saved" not in context:
            is_refused = obj and context["errors"]
            context["saved"] = self.get_object(request, str(obj.pk)) if is_refused else obj
        return context["saved"]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        saved = self.saved_row(request, context, obj)
        context["reader_links"] = [
            (edition, obj.url_in(edition.code))
            for edition in EDITIONS
            if obj and obj.get_in("title", edition.code)
        ]
        context["phases"] = {
            edition.code: {"phase": phase, "words": phase.label}
            for edition in EDITIONS
            if (phase := saved.phase_in(edition.code) if saved else Phase.ABSENT)
        }
        context["translation_notices"] = notices_of(request.user, saved) if saved else []
        context["source_text"] = source_of(saved, self.edition_fields) if saved else None
        context["checks"] = self._checks(saved) if saved else []
        context["show_save_and_add_another"] = False
        drafts = (Phase.ABSENT, Phase.DRAFT)
        context["is_draft"] = all(one["phase"] in drafts for one in context["phases"].values())
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)
