"""What an article's page shows around its text."""

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q

from articles.models import Article, Byline, Contributor, Topic
from nejat.editorial.columns import column
from nejat.paging import neighbours
from nejat.tags.models import Tag

RELATED = 4
RECENT = 5
STRIP = 4
TOPIC_FIELDS = ("name", "slug", "parent_id", "is_on_home", "position")


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


@dataclass(frozen=True)
class Strip:
    """A topic of the home page, and the newest articles that stand under it or below it."""

    topic: Topic
    articles: list[Article]


def topic_strips(code: str) -> list[Strip]:
    """Return the strips of the edition's home page, those with articles; two queries."""
    topics = list(Topic.objects.in_edition(code).only_in(code, *TOPIC_FIELDS))
    shown = {topic.pk: _with_those_below(topic, topics) for topic in topics if topic.is_on_home}
    if not shown:
        return []
    of_topics = _newest_of_topics(set().union(*shown.values()), code)
    strips = [
        Strip(topic, [a for a in of_topics if a.primary_topic_id in shown[topic.pk]][:STRIP])
        for topic in topics
        if topic.is_on_home
    ]
    return [strip for strip in strips if strip.articles]


def _with_those_below(topic: Topic, topics: list[Topic]) -> set[int]:
    found = [topic.pk]
    for pk in found:
        found.extend(t.pk for t in topics if t.parent_id == pk and t.pk not in found)
    return set(found)


def _newest_of_topics(topic_ids: set[int], code: str) -> list[Article]:
    """The newest articles of each topic, all of them newest first; one query."""
    public = Article.objects.published(code).newest_first(code)
    of_each = (Q(pk__in=public.filter(primary_topic=pk).values("pk")[:STRIP]) for pk in topic_ids)
    found = Article.objects.filter(reduce(or_, of_each)).newest_first(code)
    return list(found.for_link(code).select_related("lead_image"))


def _bylines(article: Article, code: str) -> list[Byline]:
    """The credits whose contributor has a name in the edition."""
    named = Contributor.objects.in_edition(code).values("pk")
    shown = [column(f"contributor__{field}", code) for field in ("name", "slug")]
    bylines = article.bylines.filter(contributor__in=named).select_related("contributor")
    return list(bylines.only("role", "article_id", "contributor__kind", *shown))


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
