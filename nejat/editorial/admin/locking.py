"""What an account may not change stands in the form, and nothing sent for it is taken."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import HttpRequest, HttpResponse

from nejat.editions.registry import CODES
from nejat.editorial.admin.merging import OPENED
from nejat.editorial.columns import column
from nejat.editorial.rights import Verb, can, can_change_shared, can_delete, has_right
from nejat.editorial.rows import EditionsModel
from nejat.editorial.states import State

UNPUBLISHED = (State.DRAFT, State.IN_REVIEW)
SAVING = ("show_save", "show_save_and_continue", "show_save_and_add_another")
"""What Django asks of a form: which of its buttons that save it shows."""


class LockedAdmin(admin.ModelAdmin):
    """Admin of rows of which each account may change some editions.

    `publishing_fields` say when readers see an edition; they are for those who publish.
    """

    edition_fields: Iterable[str] = ()
    shared_fields: Iterable[str | tuple[str, ...]] = ()
    publishing_fields: Iterable[str] = ()

    def has_whole_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        """Whether the account changes such rows, and not only editions of them."""
        return super().has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        return self.has_whole_permission(request, obj) or has_right(
            request.user, "translate", self.model
        )

    def has_delete_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        if obj is None:
            return super().has_delete_permission(request)
        return can_delete(request.user, obj)

    def get_form(
        self, request: HttpRequest, obj: EditionsModel | None = None, **kwargs: Any
    ) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **kwargs)
        row = obj or self.model()
        for code in CODES:
            self._lock_edition(form.base_fields, request.user, row, code)
        if not can_change_shared(request.user, row):
            ofeditions = {column(name, code) for name in self.edition_fields for code in CODES}
            lock(form.base_fields, form.base_fields.keys() - ofeditions - {OPENED})
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Offer no button that saves, and say why, where every field is closed to the account."""
        fields = context["adminform"].form.fields.items()
        if all(field.disabled for name, field in fields if name != OPENED):
            context |= dict.fromkeys(SAVING, False)
            context["is_closed"] = not getattr(kwargs.get("obj"), "is_trashed", False)
        return super().render_change_form(request, context, *args, **kwargs)

    def _lock_edition(
        self,
        fields: Mapping[str, forms.Field],
        user: AbstractBaseUser | AnonymousUser,
        row: EditionsModel,
        code: str,
    ) -> None:
        if not can(user, Verb.EDIT, row, code):
            lock(fields, (column(name, code) for name in self.edition_fields))
        elif not can(user, Verb.PUBLISH, row, code):
            lock(fields, (column(name, code) for name in self.publishing_fields))
            if state := fields.get(column("state", code)):
                state.choices = [choice for choice in state.choices if choice[0] in UNPUBLISHED]


class PartOfWork(admin.options.InlineModelAdmin):
    """Rows that all editions of a work have in common, such as its bylines."""

    def has_add_permission(self, request: HttpRequest, obj: EditionsModel | None) -> bool:
        return super().has_add_permission(request, obj) and _is_open(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        return super().has_change_permission(request, obj) and _is_open(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: EditionsModel | None = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_open(request, obj)


def lock(fields: Mapping[str, forms.Field], names: Iterable[str]) -> None:
    """Let these fields of a form show what is there, and take nothing."""
    for name in names:
        if field := fields.get(name):
            field.disabled = True


def _is_open(request: HttpRequest, work: EditionsModel | None) -> bool:
    return work is None or can_change_shared(request.user, work)
