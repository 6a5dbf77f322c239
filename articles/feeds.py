"""Feeds: the newest articles of an edition, and of each label in it."""

from collections import defaultdict
from collections.abc import Sequence
from typing import ClassVar
from urllib.parse import urljoin

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.models import Article, Byline, Contributor, Series, Topic
from articles.querysets import ArticleQuerySet
from media_library.feeds import IllustratedFeed, tags_of
from nejat.editorial.columns import column
from nejat.editorial.feed_formats import Author
from nejat.editorial.feeds import FeedOf
from nejat.editorial.models import Label
from nejat.hosts import site_of
from nejat.tags.models import Tag

AUTHORS = (Byline.Role.WRITER, Byline.Role.INTERVIEWER)


class ArticleFeed(IllustratedFeed):
    """The newest articles of the edition."""

    model = Article
    path = "articles"

    def title(self, asked: FeedOf) -> str:
        return _("Articles")

    def link(self, asked: FeedOf) -> str:
        return reverse("articles:list")

    def caption(self, work: Article) -> str:
        return work.lead_image_caption or ""

    def contents(self, works: Sequence[Article], asked: FeedOf) -> dict[int, str]:
        """The picture, the text, then what was corrected in it and where it first appeared."""
        shown = super().contents(works, asked)
        for work in works:
            shown[work.pk] += render_to_string("articles/feed_foot.html", {"article": work})
        return shown

    def authors(self, works: Sequence[Article], asked: FeedOf) -> dict[int, tuple[Author, ...]]:
        bylines = Byline.objects.filter(article__in=works, role__in=AUTHORS)
        return authors_of(bylines, "article", asked)

    def tags(self, works: Sequence[Article], asked: FeedOf) -> dict[int, tuple[str, ...]]:
        """The primary topic, then the tags."""
        tags = tags_of(works, asked)
        topics = {work.pk: work.primary_topic and work.primary_topic.name for work in works}
        return {pk: (*filter(None, [topic]), *tags.get(pk, ())) for pk, topic in topics.items()}


class LabelFeed(ArticleFeed):
    """The newest articles under one label."""

    label_model: ClassVar[type[Label]]
    is_pushed = False

    def ask(self, request: HttpRequest, slug: str) -> FeedOf:
        code = request.edition.code
        labels = self.label_model.objects.in_edition(code).for_page(code)
        label = get_object_or_404(labels, **{column("slug", code): slug})
        return FeedOf(request.edition, site_of(request), label)

    def title(self, asked: FeedOf) -> str:
        return str(asked.label.name)

    def link(self, asked: FeedOf) -> str:
        return asked.label.get_absolute_url()


class TopicFeed(LabelFeed):
    label_model = Topic

    def works(self, label: Topic) -> ArticleQuerySet:
        return Article.objects.under_topics(Topic.objects.with_descendants(label.pk))


class TagFeed(LabelFeed):
    label_model = Tag

    def works(self, label: Tag) -> ArticleQuerySet:
        return Article.objects.tagged(label)


class SeriesFeed(LabelFeed):
    label_model = Series

    def works(self, label: Series) -> ArticleQuerySet:
        return Article.objects.filter(series=label)


class ContributorFeed(LabelFeed):
    label_model = Contributor

    def works(self, label: Contributor) -> ArticleQuerySet:
        return Article.objects.by_contributor(label)


def authors_of(credits: QuerySet, work: str, asked: FeedOf) -> dict[int, tuple[Author, ...]]:
    """Return whom these credits name in the edition, by the number of the `work`; one query."""
    code = asked.edition.code
    named = Contributor.objects.in_edition(code).values("pk")
    names = [column(f"contributor__{field}", code) for field in ("name", "slug")]
    rows = credits.filter(contributor__in=named).select_related("contributor")
    found = defaultdict(list)
    for row in rows.only(f"{work}_id", *names):
        address = urljoin(asked.site, row.contributor.get_absolute_url())
        found[getattr(row, f"{work}_id")].append(Author(row.contributor.name, address))
    return {pk: tuple(authors) for pk, authors in found.items()}
