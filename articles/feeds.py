"""Atom feeds: the newest articles of an edition, and of each label in it."""

from typing import ClassVar

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from articles.models import Article, Contributor, Series, Topic
from articles.querysets import ArticleQuerySet
from nejat.editorial.columns import column
from nejat.editorial.feeds import FeedOf, WorkFeed
from nejat.editorial.models import Label
from nejat.tags.models import Tag


class ArticleFeed(WorkFeed):
    """The newest articles of the edition."""

    path = "articles"

    def works(self, label: Label | None) -> ArticleQuerySet:
        return Article.objects.all()


class LabelFeed(ArticleFeed):
    """The newest articles under one label."""

    model: ClassVar[type[Label]]

    def get_object(self, request: HttpRequest, slug: str) -> FeedOf:
        code = request.edition.code
        labels = self.model.objects.in_edition(code).for_page(code)
        label = get_object_or_404(labels, **{column("slug", code): slug})
        return FeedOf(request.edition, label)


class TopicFeed(LabelFeed):
    model = Topic

    def works(self, label: Topic) -> ArticleQuerySet:
        return Article.objects.under_topics(Topic.objects.with_descendants(label.pk))


class TagFeed(LabelFeed):
    model = Tag

    def works(self, label: Tag) -> ArticleQuerySet:
        return Article.objects.tagged(label)


class SeriesFeed(LabelFeed):
    model = Series

    def works(self, label: Series) -> ArticleQuerySet:
        return Article.objects.filter(series=label)


class ContributorFeed(LabelFeed):
    model = Contributor

    def works(self, label: Contributor) -> ArticleQuerySet:
        return Article.objects.by_contributor(label)
