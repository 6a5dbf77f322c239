"""What an article's page shows around its text."""

from typing import Any

from django.db.models import F

from articles.models import Article, Byline, Contributor
from nejat.editorial.columns import column
from nejat.paging import neighbours
from nejat.tags.models import Tag

RELATED = 4
RECENT = 5


def article_context(article: Article, code: str) -> dict[str, Any]:
    """Return all that the article's page shows, in seven queries."""
    newer, older = neighbours(
        Article.objects.published(code).for_link(code), column("published_at", code), article
    )
    return {
        "article": article,
        "bylines": _bylines(article, code),
        "tags": _tags(article, code),
        "series_parts": _series_parts(article, code),
        "newer": newer,
        "older": older,
        "related": _related(article, code),
        "switch_fallback": "articles:list",
    }


def recent_articles(code: str) -> list[Article]:
    """Return the newest articles of the edition; one query."""
    return list(Article.objects.published(code).newest_first(code).for_link(code)[:RECENT])


def _bylines(article: Article, code: str) -> list[Byline]:
    """The credits whose contributor has a name in the edition."""
    named = Contributor.objects.in_edition(code).values("pk")
    name, slug = column("contributor__name", code), column("contributor__slug", code)
    bylines = article.bylines.filter(contributor__in=named).select_related("contributor")
    return list(bylines.only("role", "article_id", name, slug))


def _tags(article: Article, code: str) -> list[Tag]:
    return list(article.tags.all().in_edition(code).only_in(code, "name", "slug"))


def _series_parts(article: Article, code: str) -> list[Article]:
    if article.series_id is None:
        return []
    parts = Article.objects.published(code).filter(series_id=article.series_id)
    in_order = parts.order_by(F("part").asc(nulls_last=True), "pk")
    return list(in_order.only_in(code, "title", "slug", "part"))


def _related(article: Article, code: str) -> list[Article]:
    """The editors' choice first, then the newest of the same topic."""
    public = Article.objects.published(code).exclude(pk=article.pk).newest_first(code)
    public = public.for_link(code)
    chosen = list(public.filter(pk__in=article.related.values("pk"))[:RELATED])
    if len(chosen) == RELATED or article.primary_topic_id is None:
        return chosen
    others = public.exclude(pk__in=[other.pk for other in chosen])
    same_topic = others.filter(primary_topic_id=article.primary_topic_id)
    return [*chosen, *same_topic[: RELATED - len(chosen)]]
