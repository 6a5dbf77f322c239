"""The feed of an edition: all that it publishes, of whatever kind."""

from itertools import chain

from articles.feeds import ArticleFeed
from media_library.feeds import MediaFeed
from media_library.kinds import KINDS
from nejat.editorial.feeds import FEED_SIZE, FeedOf, Held, WorkFeed
from publications.feeds import BookFeed, IssueFeed
from publications.series import SERIES

FEEDS_OF_LISTS: dict[str, WorkFeed] = {
    "articles:list": ArticleFeed(),
    **{kind.feed: MediaFeed(kind) for kind in KINDS},
    "publications:book": BookFeed(),
    **{series.feed: IssueFeed(series) for series in SERIES},
}
"""By what the names of their views begin with: "articles:list_feed", "articles:list_json_feed"."""


class EditionFeed(WorkFeed):
    """The newest works of all lists."""

    def newest(self, asked: FeedOf) -> list[Held]:
        """What the feed holds now, the newest first; one query a list."""
        held = chain.from_iterable(feed.newest(asked) for feed in FEEDS_OF_LISTS.values())
        in_order = sorted(held, key=lambda work: (work.published_at, work.pk), reverse=True)
        return in_order[:FEED_SIZE]
