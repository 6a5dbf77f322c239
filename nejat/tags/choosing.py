"""Choosing tags for many works at once: found by their names, made when no name is like that."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from nejat.audit.models import Act
from nejat.editions.registry import active_edition
from nejat.editorial.admin.bulk_labels import LabelsForm
from nejat.editorial.columns import column, columns
from nejat.editorial.rights import Verb, can
from nejat.tags.models import Tag, TaggedItem

MOST_FOUND = 30


class TagsToAdd(LabelsForm):
    """The tags that are ticked, and below them those that the words find."""

    search = forms.CharField(
        label=_("Search for tags"),
        required=False,
        max_length=100,
        widget=forms.TextInput({"dir": "auto"}),
    )
    field_order = ("search", "labels")

    def __init__(self, request: HttpRequest, sent: Any) -> None:
        self.words = request.POST.get("search", "").replace("\0", "").strip()
        ticked = {int(pk) for pk in request.POST.getlist("labels") if _is_number(pk)}
        if "make" in request.POST and (made := _make_tag(request, self.words)):
            ticked, self.words = ticked | {made.pk}, ""
        found = _find(request, self.words)
        self.has_more = len(found) > MOST_FOUND
        self.may_make = bool(self.words) and may_make(request) and not _is_there(self.words)
        initial = {"search": self.words, "labels": ticked}
        super().__init__(_by_name({*ticked, *found[:MOST_FOUND]}), sent, initial=initial)


def tags_of(model: type[Model], numbers: list[int]) -> QuerySet[Tag]:
    """Return the tags that these works of a kind have, by their names."""
    kind = ContentType.objects.get_for_model(model)
    items = TaggedItem.objects.filter(content_type=kind, object_id__in=numbers)
    return _by_name(items.values("tag"))


def may_make(request: HttpRequest) -> bool:
    """Say whether the account may name a new tag in the edition of the interface."""
    return can(request.user, Verb.EDIT, Tag(), active_edition().code)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 19


def _by_name(pks: Any) -> QuerySet[Tag]:
    here = column("name", active_edition().code)
    return Tag.objects.filter(pk__in=pks).only(*columns("name")).order_by(here, "pk")


def _find(request: HttpRequest, words: str) -> list[int]:
    """Return the numbers of tags whose names hold the words, as their own list finds them."""
    if not words:
        return []
    tags = admin.site.get_model_admin(Tag)
    found, _has_twins = tags.get_search_results(request, Tag.objects.order_by("pk"), words)
    return list(found.values_list("pk", flat=True)[: MOST_FOUND + 1])


def _is_there(name: str) -> bool:
    same = Q()
    for one in columns("name"):
        same |= Q(**{f"{one}__iexact": name})
    return Tag.objects.filter(same).exists()


def _make_tag(request: HttpRequest, name: str) -> Tag | None:
    """Make a tag of this name in the edition of the interface; None where it cannot be."""
    if not may_make(request):
        raise PermissionDenied
    tag = Tag()
    tag.set_in(active_edition().code, name=name)
    try:
        tag.full_clean()
    except ValidationError as fault:
        messages.error(request, " ".join(fault.messages))
        return None
    with transaction.atomic():
        tag.save()
        admin.site.get_model_admin(Tag).record(request, Act.ADDED, tag)
    return tag
