"""What stands on the home page of an edition."""

from typing import Any

from django.utils import timezone

from articles.front_page import SLOTS
from articles.models import Article
from articles.reading import topic_strips
from articles.views import PAGE_SIZE
from media_library.kinds import KINDS, Kind
from media_library.models import MediaWork
from nejat.editorial.columns import column
from nejat.pages.models import BreakingNews
from nejat.paging import keyset_page
from publications.models import Book
from publications.reading import latest_issues

BREAKING = 3
WORKS_OF_A_KIND = 4
BOOKS = 4
# Galleries have their own list; the home page shows what is seen at a glance.
SHOWN_KINDS = ("video", "newspicture", "cartoon")


def front_page(code: str) -> dict[str, Any]:
    """Return all that the home page shows; the same number of queries whatever there is.

    The first slots hold what is pinned, in its order, then the newest: no slot stays empty while
    there are articles. `page` holds the articles after them.
    """
    public = Article.objects.published(code).for_card(code)
    pinned = list(public.pinned(code, timezone.now())[:SLOTS])
    unpinned = public.exclude(pk__in=[article.pk for article in pinned])
    page = keyset_page(unpinned, column("published_at", code), {}, size=PAGE_SIZE)
    free = SLOTS - len(pinned)
    return {
        "breaking": BreakingNews.objects.shown(code)[:BREAKING],
        "slots": [*pinned, *page.entries[:free]],
        "latest": page.entries[free:],
        "page": page,
        "strips": topic_strips(code),
        "media": [(kind, _newest(kind, code)) for kind in KINDS if kind.name in SHOWN_KINDS],
        "latest_issues": latest_issues(code),
        "books": Book.objects.published(code).newest_first(code).for_card(code)[:BOOKS],
    }


def _newest(kind: Kind, code: str) -> list[MediaWork]:
    public = kind.model.objects.published(code).newest_first(code).for_card(code)
    return list(public[:WORKS_OF_A_KIND])
