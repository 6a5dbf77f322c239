"""Atom feeds: what every feed of works has in common."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nejat.editions.registry import Edition
from nejat.editorial.models import Content, Label
from nejat.editorial.querysets import ContentQuerySet

FEED_SIZE = 20
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class FeedOf:
    """What one request asks a feed of; the feed itself serves all threads and keeps nothing."""

    edition: Edition
    label: Label | None = None


class WorkFeed(Feed):
    """The newest works of a kind in an edition; subclasses say which works, and their path."""

    feed_type = Atom1Feed

    path: str
    """What stands before the number in the names of entries: "articles"."""

    def works(self, label: Label | None) -> ContentQuerySet:
        """Return the works that this feed is about, in whatever state."""
        raise NotImplementedError

    def get_object(self, request: HttpRequest) -> FeedOf:
        return FeedOf(request.edition)

    def title(self, asked: FeedOf) -> str:
        site = _("Nejat Society")
        return f"{_printable(asked.label.name)} – {site}" if asked.label else site

    def link(self, asked: FeedOf) -> str:
        return asked.label.get_absolute_url() if asked.label else asked.edition.home

    def items(self, asked: FeedOf) -> ContentQuerySet:
        code = asked.edition.code
        works = self.works(asked.label).published(code).newest_first(code)
        return works.only_in(code, "title", "slug", "standfirst", "published_at")[:FEED_SIZE]

    def item_title(self, work: Content) -> str:
        return _printable(work.title)

    def item_description(self, work: Content) -> str:
        return _printable(work.standfirst or "")

    def item_guid(self, work: Content) -> str:
        """A name (RFC 4151) that stays when a corrected title changes the address."""
        return f"tag:nejatngo.org,2003:{get_language()}/{self.path}/{work.pk}"

    def item_pubdate(self, work: Content) -> datetime:
        return work.published_at

    def item_updateddate(self, work: Content) -> datetime:
        return work.published_at


def _printable(text: str) -> str:
    """Leave out what XML 1.0 cannot hold, and word processors leave behind."""
    return CONTROLS.sub("", text)
