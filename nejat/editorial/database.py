"""What the database itself holds of every edition: constraints and indexes, by hand.

Automatic ones would stand on the unused columns beside those of the editions.
"""

from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from nejat.editorial.columns import column
from nejat.editorial.states import State


def _filled(name: str) -> Q:
    """Text that is there: comparing NULL alone would let a check constraint pass."""
    return Q(**{f"{name}__isnull": False, f"{name}__gt": ""})


def complete_when_published(code: str) -> CheckConstraint:
    """Return the constraint: what is published in the edition has a title, a slug and a date."""
    complete = (
        _filled(column("title", code))
        & _filled(column("slug", code))
        & Q(**{f"{column('published_at', code)}__isnull": False})
    )
    state = column("state", code)
    return CheckConstraint(
        condition=Q(**{f"{state}__isnull": True}) | ~Q(**{state: State.PUBLISHED}) | complete,
        name=f"%(class)s_complete_{code}",
    )


def public_index(code: str) -> Index:
    """Return the index over what is published in the edition, newest first."""
    return Index(
        fields=[f"-{column('published_at', code)}", "-id"],
        condition=Q(**{column("state", code): State.PUBLISHED}),
        name=f"%(class)s_public_{code}",
    )


def unique_address(code: str) -> UniqueConstraint:
    """Return the constraint: no two labels of a kind have one slug in the edition."""
    slug = column("slug", code)
    return UniqueConstraint(
        fields=[slug], condition=Q(**{f"{slug}__gt": ""}), name=f"%(class)s_slug_{code}"
    )
