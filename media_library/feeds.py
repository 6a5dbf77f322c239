"""Atom feeds: the newest works of each kind of media."""

from django.urls import reverse
from django.utils.translation import gettext as _

from media_library.kinds import Kind
from media_library.querysets import MediaQuerySet
from nejat.editorial.feeds import FeedOf, WorkFeed
from nejat.editorial.models import Label


class MediaFeed(WorkFeed):
    """The newest works of a kind."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.path = f"media/{kind.path}"

    def works(self, label: Label | None) -> MediaQuerySet:
        return self.kind.model.objects.all()

    def title(self, asked: FeedOf) -> str:
        return f"{self.kind.title} – {_('Nejat Society')}"

    def link(self, asked: FeedOf) -> str:
        return reverse(self.kind.view("list"))
