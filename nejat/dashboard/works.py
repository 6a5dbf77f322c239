"""Works on the dashboard: what waits for a decision, what will come out, what an account did."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from itertools import groupby
from operator import or_

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.timezone import localdate

from nejat.audit.models import Act, AuditEntry, AuditQuerySet
from nejat.editions.registry import Edition, get_edition
from nejat.editorial.models import Content
from nejat.editorial.rights import Verb, can, has_right
from nejat.editorial.states import Phase, phase_q
from nejat.staff.models import editions_of

GONE = (Act.DELETED, Act.TRASHED)
AWAITED = (Phase.IN_REVIEW, Phase.SCHEDULED)
MOST_OF_A_KIND = 50
MOST_OWN = 8
SEEN_FOR_OWN = 100
"""How many of the newest acts of an account are looked through for works."""


@dataclass(frozen=True)
class Standing:
    """An edition of a work, and where it stands there."""

    work: Content
    edition: Edition
    phase: Phase

    @property
    def moment(self) -> datetime | None:
        """When readers see it, or will."""
        return self.work.get_in("published_at", self.edition.code)

    @property
    def address(self) -> str:
        """Its form in the admin, which opens at the edition."""
        name = f"admin:{self.work._meta.app_label}_{self.work._meta.model_name}_change"
        return f"{reverse(name, args=[self.work.pk])}#edition-{self.edition.code}"

    @property
    def kind(self) -> str:
        """What it is, in the words of the interface."""
        return str(self.work._meta.verbose_name)

    @property
    def title_edition(self) -> Edition:
        """The edition whose title is shown: its own, else that in which the work was written."""
        if self.work.get_in("title", self.edition.code) or not self.work.source_code:
            return self.edition
        return get_edition(self.work.source_code)

    @property
    def title(self) -> str:
        """Its title in that edition."""
        return self.work.get_in("title", self.title_edition.code) or str(self.work)


def standing_works(user: User) -> list[Standing]:
    """Return what is in review or scheduled in the editions of the account, of every kind.

    Of each kind and phase those that have waited longest, at most `MOST_OF_A_KIND`.
    """
    codes = editions_of(user)
    return [
        one
        for model in _seen_kinds(user)
        for phase in AWAITED
        for one in _standing(model, phase, codes)
    ]


def waiting_for(user: User, standing: Iterable[Standing]) -> list[Standing]:
    """Return what is in review and may be published by the account, longest waiting first."""
    waiting = [one for one in standing if one.phase == Phase.IN_REVIEW]
    mine = [one for one in waiting if can(user, Verb.PUBLISH, one.work, one.edition.code)]
    return sorted(mine, key=lambda one: one.work.updated_at)


def calendar(standing: Iterable[Standing]) -> list[tuple[date, list[Standing]]]:
    """Return the days to come on which something is published, each with what comes out."""
    scheduled = [one for one in standing if one.phase == Phase.SCHEDULED and one.moment]
    in_order = sorted(scheduled, key=lambda one: one.moment)
    days = groupby(in_order, key=lambda one: localdate(one.moment))
    return [(day, list(works)) for day, works in days]


def own_acts(user: User) -> list[AuditEntry]:
    """Return what was done last, by whomever, to each work that the account touched lately.

    They stand as the account touched them, the newest first.
    """
    types = ContentType.objects.get_for_models(*kinds_of_works()).values()
    touched = _there(AuditEntry.objects.filter(account=user, content_type__in=types))
    newest_here = AuditEntry.objects.filter(
        content_type=OuterRef("content_type"), object_id=OuterRef("object_id")
    ).order_by("-pk")
    rows = touched.order_by("-pk").values_list("content_type", "object_id")
    last = rows.annotate(last=Subquery(newest_here.values("pk")[:1]))[:SEEN_FOR_OWN]
    numbers = list(dict.fromkeys(number for _type, _row, number in last))[:MOST_OWN]
    entries = AuditEntry.objects.select_related("content_type").in_bulk(numbers)
    return [entries[number] for number in numbers]


def _there(entries: AuditQuerySet) -> AuditQuerySet:
    """Entries about rows that were neither deleted nor moved to the trash, by whomever."""
    row = {name: OuterRef(name) for name in ("content_type", "object_id")}
    ends = AuditEntry.objects.filter(**row, act__in=[*GONE, Act.RESTORED]).order_by("-pk")
    last = Coalesce(Subquery(ends.values("act")[:1]), Value(""))
    return entries.alias(last_end=last).exclude(last_end__in=GONE)


def kinds_of_works() -> Iterator[type[Content]]:
    """Yield every kind of works there is."""
    return (model for model in apps.get_models() if issubclass(model, Content))


def _seen_kinds(user: User) -> Iterator[type[Content]]:
    return (model for model in kinds_of_works() if has_right(user, "view", model))


def _standing(model: type[Content], phase: Phase, codes: Iterable[str]) -> Iterator[Standing]:
    columns = admin.site.get_model_admin(model).list_columns
    in_phase = reduce(or_, (phase_q(phase, code) for code in codes))
    rows = model.objects.untrashed().filter(in_phase).only(*columns).order_by("updated_at", "pk")
    for work in rows[:MOST_OF_A_KIND]:
        for code in codes:
            if work.phase_in(code) == phase:
                yield Standing(work, get_edition(code), phase)
