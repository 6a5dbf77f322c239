"""Forms of new works: what is typed into one is kept before the work is saved once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse

from nejat.editions.registry import CODES, get_edition
from nejat.editorial.admin.keeping import KeepingAdmin, kept_answer, led_back
from nejat.editorial.columns import column
from nejat.editorial.models import Content
from nejat.editorial.rights import Verb, can
from nejat.editorial.working_copies import WorkingCopy, WorkingCopyQuerySet
from nejat.text import first_words

BEGUN = "begun"
"""The input of a form, and the part of its address, that tells one new work from another."""
MOST_SHOWN = 10


class BeginningAdmin(KeepingAdmin):
    """Admin of works of which new ones are kept too: each account sees what it began itself."""

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_begun_copy"
        view = self.admin_site.admin_view(self.begun_copy)
        return [
            path("add/working-copy/<str:begun>/<str:code>/", view, name=name),
            *super().get_urls(),
        ]

    def begun_copy(self, request: HttpRequest, begun: str, code: str) -> HttpResponse:
        """Keep what is sent of a new work, and answer when; or drop all of it and lead back."""
        number = _read_begun(begun)
        if number is None or code not in CODES:
            raise Http404
        if code not in self._begun_codes(request):
            raise PermissionDenied
        copies = self._begun(request).filter(begun=number)
        if request.method == "POST":
            if "discard" in request.POST:
                copies.delete()
                return led_back(request, self._begun_address("add"))
            if texts := self.typed_texts(request, self.model(), code):
                WorkingCopy.objects.keep_begun(self.model, number, code, request.user, texts)
            else:
                copies.filter(edition=code).delete()
        return kept_answer(request, copies.filter(edition=code))

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Fill the form of a new work in from the copies of the one that is gone on with."""
        initial = super().get_changeform_initial_data(request)
        if number := _read_begun(request.GET.get(BEGUN, "")):
            for copy in self._shown_begun(request).filter(begun=number):
                initial |= copy.values
        return initial

    def save_model(self, request: HttpRequest, obj: Content, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        number = _read_begun(request.POST.get(BEGUN, ""))
        if number and not change:
            self._begun(request).filter(begun=number).delete()

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> Any:
        if not obj:
            sent = request.POST if request.method == "POST" else request.GET
            number = _read_begun(sent.get(BEGUN, "")) or uuid4()
            begun = self._beginnings(request, number)
            context["begun"] = number
            context["gone_on_with"] = begun.pop(number, None) if sent is request.GET else None
            others = [one for key, one in begun.items() if key != number]
            context["beginnings"] = others[:MOST_SHOWN]
            context["keep_addresses"] = {
                code: self._begun_address("begun_copy", number, code)
                for code in self._begun_codes(request)
            }
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _begun_codes(self, request: HttpRequest) -> list[str]:
        """The editions in which the account may write a new work."""
        if not self.has_add_permission(request):
            return []
        new = self.model()
        return [code for code in CODES if can(request.user, Verb.EDIT, new, code)]

    def _begun(self, request: HttpRequest) -> WorkingCopyQuerySet:
        return WorkingCopy.objects.begun_by(request.user, self.model)

    def _shown_begun(self, request: HttpRequest) -> WorkingCopyQuerySet:
        """Those of the editions that are the account's still."""
        return self._begun(request).filter(edition__in=self._begun_codes(request))

    def _beginnings(self, request: HttpRequest, asked: UUID) -> dict[UUID, dict[str, Any]]:
        """Return what the account began last by its number: what is asked for, then the newest."""
        by_number: dict[UUID, list[WorkingCopy]] = {}
        is_asked = ExpressionWrapper(Q(begun=asked), output_field=BooleanField())
        copies = self._shown_begun(request).order_by(is_asked.desc(), "-saved_at")
        for copy in copies[: MOST_SHOWN * len(CODES)]:
            by_number.setdefault(copy.begun, []).append(copy)
        return {number: self._beginning(copies) for number, copies in by_number.items()}

    def _beginning(self, copies: Sequence[WorkingCopy]) -> dict[str, Any]:
        """Return what is told of a new work by its copies, of which the newest comes first."""
        named = next((c for c in copies if column("title", c.edition) in c.values), copies[0])
        return {
            "begun": copies[0].begun,
            "saved_at": copies[0].saved_at,
            "edition": get_edition(named.edition),
            "words": self._words_of(named),
            "editions": [get_edition(c) for c in CODES if c in {copy.edition for copy in copies}],
            "address": self._begun_address("begun_copy", copies[0].begun, copies[0].edition),
        }

    def _words_of(self, copy: WorkingCopy) -> str:
        """Return the title in the copy, else the first words of what stands in it."""
        if title := copy.values.get(column("title", copy.edition)):
            return title
        names = (column(field, copy.edition) for field in self.edition_fields)
        words = (first_words(copy.values.get(name, "")) for name in names)
        return next(filter(None, words), "…")

    def _begun_address(self, door: str, *place: object) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_{door}"
        return reverse(name, args=place)


def _read_begun(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
