"""States of a work in one edition, and when readers can see it there."""

from django.db.models import Q, TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nejat.editorial.columns import column, empty_q


class State(TextChoices):
    """What is stored. Whether a published work is scheduled or expired is read from its dates."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Phase(TextChoices):
    """What a state and its dates mean at this moment, as staff see it."""

    ABSENT = "absent", _("Not in this edition")
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    SCHEDULED = "scheduled", _("Scheduled")
    PUBLISHED = "published", _("Published")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Withdrawn")


def published_q(code: str, prefix: str = "") -> Q:
    """Return the condition "public now in this edition"; `prefix` leads to the work by a join.

    It is computed in the query, so no scheduler can be late. `Content.is_published_in` is the
    same rule for one work in hand.
    """
    now = timezone.now()
    state, start, end = (
        prefix + column(field, code) for field in ("state", "published_at", "expires_at")
    )
    begun = Q(**{state: State.PUBLISHED, f"{start}__lte": now})
    return begun & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": now}))


def phase_q(phase: str, code: str) -> Q:
    """Return the condition that a work stands in `phase` (a value of Phase) in the edition."""
    now = timezone.now()
    published = Q(**{column("state", code): State.PUBLISHED})
    start, end = column("published_at", code), column("expires_at", code)
    no_title, no_state = empty_q(column("title", code)), empty_q(column("state", code))
    conditions = {
        Phase.ABSENT: no_title,
        Phase.DRAFT: (no_state | Q(**{column("state", code): State.DRAFT})) & ~no_title,
        Phase.SCHEDULED: published & Q(**{f"{start}__gt": now}),
        Phase.EXPIRED: published & Q(**{f"{start}__lte": now, f"{end}__lte": now}),
        Phase.PUBLISHED: published_q(code),
    }
    return conditions.get(phase, Q(**{column("state", code): phase}) & ~no_title)
