"""Outdated translations on the dashboard: those that the account can mend, or declare right."""

from collections.abc import Iterator
from itertools import islice

from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch

from nejat.dashboard.works import Standing, kinds_of_works
from nejat.editions.registry import get_edition
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.rights import may_judge
from nejat.staff.models import editions_of

MOST_OUTDATED = 20


def outdated_translations(user: User) -> list[tuple[Translation, Standing]]:
    """Return those in the editions of the account and where they stand, longest outdated first."""
    return list(islice(_outdated(user), MOST_OUTDATED))


def _outdated(user: User) -> Iterator[tuple[Translation, Standing]]:
    """Yield them a few at a time: those of works in the trash are passed over."""
    kinds = [kind for kind in kinds_of_works() if may_judge(user, kind)]
    works = [
        kind.objects.untrashed().only(*admin.site.get_model_admin(kind).list_columns)
        for kind in kinds
    ]
    rows = Translation.objects.outdated(editions_of(user)).filter(
        content_type__in=ContentType.objects.get_for_models(*kinds).values()
    )
    for row in rows.prefetch_related(GenericPrefetch("work", works)).iterator(MOST_OUTDATED):
        if row.work:
            phase = row.work.phase_in(row.edition)
            yield row, Standing(row.work, get_edition(row.edition), phase)
