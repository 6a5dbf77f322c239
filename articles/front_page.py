"""The first places of an edition's home page: which articles are held there, and in what order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from articles.models import Article
from articles.querysets import ArticleQuerySet
from nejat.editorial.columns import column, columns
from nejat.editorial.querysets import PUBLICATION_FIELDS
from nejat.editorial.rights import User, Verb, has_right
from nejat.staff.models import editions_of

SLOTS = 4
"""Places of the home page; what is pinned stands first, the newest articles fill the rest."""
PIN_FIELDS = ("pinned_until", "pinned_place")


@dataclass(frozen=True)
class FrontPage:
    """The first places of an edition as readers see them now.

    `held` are the pinned articles in their order, and may be more than there are places; those
    behind the last place wait. `newest` fill the places that are left.
    """

    code: str
    held: list[Article]
    newest: list[Article]

    @property
    def shown(self) -> list[Article]:
        """The pinned articles that have a place."""
        return self.held[:SLOTS]

    @property
    def waiting(self) -> list[Article]:
        """The pinned articles that come in when a place is free."""
        return self.held[SLOTS:]

    @property
    def printed(self) -> str:
        """What tells this order from a later one."""
        untils = ((held.pk, held.get_in("pinned_until", self.code)) for held in self.held)
        return ",".join(f"{pk}@{until.timestamp()}" for pk, until in untils)


def read_front_page(code: str, *, locked: bool = False) -> FrontPage:
    """Return the places of the edition; `locked`, inside a transaction, until it ends."""
    public = loaded(code)
    pinned = public.pinned(code, timezone.now())
    if locked:
        # One row for all: an order without articles has no rows of its own to wait for.
        kinds = ContentType.objects.select_for_update(no_key=True)
        kinds.get(pk=ContentType.objects.get_for_model(Article).pk)
        pinned = pinned.select_for_update(of=("self",), no_key=True)
    held = list(pinned)
    others = public.exclude(pk__in=[article.pk for article in held]).newest_first(code)
    return FrontPage(code, held, list(others[: max(SLOTS - len(held), 0)]))


def loaded(code: str) -> ArticleQuerySet:
    """Return what readers of the edition see, with what the desk shows and writes of it."""
    everywhere = [name for field in ("title", *PUBLICATION_FIELDS) for name in columns(field)]
    pins = [column(field, code) for field in PIN_FIELDS]
    return Article.objects.published(code).only(*everywhere, *pins)


def may_arrange(user: User, code: str) -> bool:
    """Say whether the account decides what leads the edition: who publishes articles there."""
    return code in editions_of(user) and has_right(user, Verb.PUBLISH, Article)


def arrange(
    code: str, order: Iterable[tuple[Article, datetime]], out: Iterable[Article]
) -> list[Article]:
    """Pin articles in this order, each until its moment, and take others out.

    Only the columns of this edition are written, and only where they change. Returns the
    articles that changed.
    """
    placed = [(article, until, place) for place, (article, until) in enumerate(order, start=1)]
    pins = [*placed, *((article, None, None) for article in out)]
    return [article for article, until, place in pins if _pin(article, code, until, place)]


def _pin(article: Article, code: str, until: datetime | None, place: int | None) -> bool:
    before = [article.get_in(field, code) for field in PIN_FIELDS]
    if before == [until, place]:
        return False
    article.set_in(code, pinned_until=until, pinned_place=place)
    article.save(update_fields=[column(field, code) for field in PIN_FIELDS])
    return True
