"""The trash: works that are out of the way, seen by no reader, until restored or deleted."""

from collections.abc import Collection, Iterator

from django.db.models import CheckConstraint, DateTimeField, Index, Model, Q
from django.utils.translation import gettext_lazy as _

from nejat.editorial.columns import column
from nejat.editorial.states import State


class Trashable(Model):
    """A work that goes to the trash before it is deleted; see `nejat.editorial.trashing`."""

    trashed_at = DateTimeField(_("moved to the trash"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_trashed(self) -> bool:
        """Whether it is in the trash."""
        return self.trashed_at is not None

    @classmethod
    def held_places(cls, pks: Collection[int]) -> Iterator[tuple[Model, str]]:
        """Yield where the desk holds these works up, in words: places of home pages."""
        yield from ()

    def destroy(self) -> None:
        """Delete it for good, with the files that nothing else needs."""
        self.delete()


def not_published_in_trash(code: str) -> CheckConstraint:
    """Return the constraint: a work in the trash is not published in the edition."""
    state = column("state", code)
    return CheckConstraint(
        condition=Q(trashed_at__isnull=True)
        | Q(**{f"{state}__isnull": True})
        | ~Q(**{state: State.PUBLISHED}),
        name=f"%(class)s_trash_{code}",
    )


def trash_index() -> Index:
    """Return the index of what is in the trash: few rows of a large table."""
    return Index(
        fields=["trashed_at"], condition=Q(trashed_at__isnull=False), name="%(class)s_trashed"
    )
