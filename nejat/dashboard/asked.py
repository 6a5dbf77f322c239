"""Translations that were asked for, on the dashboard of those who may write them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch

from nejat.dashboard.works import Standing, seen_kinds
from nejat.editions.registry import Edition, get_edition
from nejat.editorial.rights import Verb, can
from nejat.editorial.translations.requests import TranslationRequest
from nejat.editorial.translations.rights import may_withdraw
from nejat.staff.models import editions_of

MOST_ASKED = 20


@dataclass(frozen=True)
class Asked(Standing):
    """An edition of a work for which somebody asked; its title is that of the source."""

    asked: TranslationRequest
    may_withdraw: bool

    @property
    def title_edition(self) -> Edition:
        return get_edition(self.work.source_code or self.edition.code)

    @property
    def title(self) -> str:
        return self.work.get_in("title", self.title_edition.code) or str(self.work)


def asked_translations(user: User) -> list[Asked]:
    """Return those that the account may write, the longest waiting first."""
    return list(islice(_asked(user), MOST_ASKED))


def _asked(user: User) -> Iterator[Asked]:
    """Yield them a few at a time. Nobody writes what is in the trash."""
    kinds = list(seen_kinds(user))
    works = [
        kind.objects.only("original_edition", *admin.site.get_model_admin(kind).list_columns)
        for kind in kinds
    ]
    rows = TranslationRequest.objects.oldest_first().filter(
        edition__in=editions_of(user),
        content_type__in=ContentType.objects.get_for_models(*kinds).values(),
    )
    for row in rows.prefetch_related(GenericPrefetch("work", works)).iterator(MOST_ASKED):
        if row.work and can(user, Verb.EDIT, row.work, row.edition):
            phase = row.work.phase_in(row.edition)
            edition = get_edition(row.edition)
            yield Asked(row.work, edition, phase, row, may_withdraw(user, row))
