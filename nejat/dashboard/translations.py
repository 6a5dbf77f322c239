"""Translations on the dashboard: those that were asked for, and those that are outdated."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Q, QuerySet

from nejat.dashboard.works import Standing, kinds_of_works
from nejat.editions.registry import get_edition
from nejat.editorial.models import Content
from nejat.editorial.rights import Verb, can
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.requests import TranslationRequest
from nejat.editorial.translations.rights import may_judge, may_translate, may_withdraw
from nejat.staff.models import editions_of

MOST_SHOWN = 20


@dataclass(frozen=True)
class Asked(Standing):
    """An edition of a work that somebody wants."""

    asked: TranslationRequest
    may_withdraw: bool


@dataclass(frozen=True)
class Outdated(Standing):
    """An edition of a work whose source has changed since."""

    translation: Translation


def asked_translations(user: User) -> list[Asked]:
    """Return those that the account may write, the longest waiting first.

    They are one more than `MOST_SHOWN` where there are more.
    """
    kinds = [kind for kind in kinds_of_works() if may_translate(user, kind)]
    rows = TranslationRequest.objects.oldest_first().filter(edition__in=editions_of(user))
    return [
        Asked(*place, row, may_withdraw(user, row))
        for row, place in _with_places(rows, kinds)
        if can(user, Verb.EDIT, row.work, row.edition)
    ]


def outdated_translations(user: User) -> list[Outdated]:
    """Return those that the account may mend or declare right, the longest outdated first.

    They are one more than `MOST_SHOWN` where there are more.
    """
    kinds = [kind for kind in kinds_of_works() if may_judge(user, kind)]
    rows = Translation.objects.outdated(editions_of(user))
    return [Outdated(*place, row) for row, place in _with_places(rows, kinds)]


def _with_places(rows: QuerySet, kinds: list[type[Content]]) -> Iterator[tuple]:
    """Yield the first of the rows about works of these kinds, each with its place as it stands.

    Works in the trash are left to the database, so that however many are there, it takes one
    query and one for each kind of works.
    """
    types = ContentType.objects.get_for_models(*kinds)
    there = [
        Q(content_type=types[kind]) & ~Q(object_id__in=kind.objects.trashed().values("pk"))
        for kind in kinds
    ]
    works = [
        kind.objects.only("original_edition", *admin.site.get_model_admin(kind).list_columns)
        for kind in kinds
    ]
    found = rows.filter(reduce(or_, there, Q(pk__in=()))).prefetch_related(
        GenericPrefetch("work", works)
    )
    for row in found[: MOST_SHOWN + 1]:
        if row.work:  # nothing in the database keeps a row from outliving it
            yield row, (row.work, get_edition(row.edition), row.work.phase_in(row.edition))
