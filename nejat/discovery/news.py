"""What came out in the last two days, for search engines of news."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from articles.models import Article
from nejat.discovery.sitemap_files import News
from nejat.editions.registry import CODES
from nejat.editorial.columns import column

NEW_FOR = timedelta(hours=48)
MOST = 1000 // len(CODES)
"""Articles an edition; a file may name a thousand."""


def latest_news() -> Iterator[News]:
    """Yield the new articles of each edition, the newest first; one query an edition."""
    since = timezone.now() - NEW_FOR
    for code in CODES:
        published_at = column("published_at", code)
        new = Article.objects.published(code).filter(**{f"{published_at}__gt": since})
        shown = new.newest_first(code).only_in(code, "title", "slug", "published_at")
        with translation.override(code):
            publication = _("Nejat Society")
        for article in shown[:MOST]:
            yield News(
                path=article.url_in(code),
                title=article.get_in("title", code),
                language=code,
                publication=publication,
                published_at=article.get_in("published_at", code),
            )
