"""Outdated translations on the dashboard: those that the account can mend, or declare right."""

from collections.abc import Iterator

from django.contrib.auth.models import User

from nejat.dashboard.works import Standing
from nejat.editions.registry import get_edition
from nejat.editorial.translations.recording import Translation
from nejat.editorial.translations.rights import may_keep
from nejat.staff.models import editions_of

MOST_OUTDATED = 20


def outdated_translations(user: User) -> Iterator[tuple[Translation, Standing]]:
    """Yield those in the editions of the account and where they stand, longest outdated first."""
    rows = Translation.objects.outdated(editions_of(user)).prefetch_related("work")
    for row in rows[:MOST_OUTDATED]:
        if not row.work.is_trashed and may_keep(user, row):
            phase = row.work.phase_in(row.edition)
            yield row, Standing(row.work, get_edition(row.edition), phase)
