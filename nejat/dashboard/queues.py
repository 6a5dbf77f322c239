"""Queues on the dashboard: how many rows wait for somebody like the account, and where they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from media_library.models import ImageAsset
from nejat.comments.models import Comment
from nejat.contact.models import Message
from nejat.editions.registry import get_edition
from nejat.staff.models import editions_of

MOST_COUNTED = 99
"""A queue is never counted to its end."""


@dataclass(frozen=True)
class Queue:
    """Rows that wait; `count` goes no further than `MOST_COUNTED` + 1."""

    label: str | Promise
    address: str
    count: int

    most = MOST_COUNTED

    @property
    def is_more(self) -> bool:
        """Whether there are more than were counted."""
        return self.count > MOST_COUNTED


def queues_of(user: User) -> list[Queue]:
    """Return each queue that the account may work on and that is not empty."""
    return [queue for queue in _queues(user) if queue.count]


def _queues(user: User) -> Iterator[Queue]:
    if user.has_perm("comments.moderate_comment"):
        waiting = Comment.objects.to_decide().filter(edition__in=editions_of(user))
        yield _queue(_("Comments to decide"), Comment, "attention=decide", waiting)
    if user.has_perm("contact.view_message"):
        yield _queue(_("New messages"), Message, "state__exact=new", Message.objects.new())
    if user.has_perm("media_library.view_imageasset"):
        for code in editions_of(user):
            label = format_lazy(_("Pictures without alt text: {}"), get_edition(code).native_name)
            silent = ImageAsset.objects.without_alt_text(code).used()
            yield _queue(label, ImageAsset, f"no_alt={code}&use=used", silent)


def _queue(label: str | Promise, model: type[Model], query: str, rows: QuerySet) -> Queue:
    meta = model._meta
    address = reverse(f"admin:{meta.app_label}_{meta.model_name}_changelist")
    count = len(rows.order_by().values_list("pk", flat=True)[: MOST_COUNTED + 1])
    return Queue(label, f"{address}?{query}", count)
