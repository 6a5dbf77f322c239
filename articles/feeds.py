"""Atom feeds: the newest articles of an edition, and of each label in it."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article, Contributor, Series, Tag, Topic
from articles.querysets import ArticleQuerySet
from nejat.editions.registry import Edition
from nejat.editorial.columns import column
from nejat.editorial.models import Label

FEED_SIZE = 20
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True)
class FeedOf:
    """What one request asks a feed of; the feed itself serves all threads and keeps nothing."""

    edition: Edition
    label: Label | None = None


class ArticleFeed(Feed):
    """The newest articles of the edition."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> FeedOf:
        return FeedOf(request.edition)

    def title(self, asked: FeedOf) -> str:
        site = _("Nejat Society")
        return f"{_printable(asked.label.name)} – {site}" if asked.label else site

    def link(self, asked: FeedOf) -> str:
        return asked.label.get_absolute_url() if asked.label else asked.edition.home

    def items(self, asked: FeedOf) -> ArticleQuerySet:
        code = asked.edition.code
        articles = self.articles(asked.label).published(code).newest_first(code)
        return articles.only_in(code, "title", "slug", "standfirst", "published_at")[:FEED_SIZE]

    def articles(self, label: Label | None) -> ArticleQuerySet:
        """Return the articles that this feed is about, in whatever state."""
        return Article.objects.all()

    def item_title(self, article: Article) -> str:
        return _printable(article.title)

    def item_description(self, article: Article) -> str:
        return _printable(article.standfirst or "")

    def item_guid(self, article: Article) -> str:
        """A name (RFC 4151) that stays when a corrected title changes the address."""
        return f"tag:nejatngo.org,2003:{get_language()}/articles/{article.pk}"

    def item_pubdate(self, article: Article) -> datetime:
        return article.published_at

    def item_updateddate(self, article: Article) -> datetime:
        return article.published_at


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

    def articles(self, label: Topic) -> ArticleQuerySet:
        return Article.objects.under_topics(Topic.objects.with_descendants(label.pk))


class TagFeed(LabelFeed):
    model = Tag

    def articles(self, label: Tag) -> ArticleQuerySet:
        return Article.objects.tagged(label)


class SeriesFeed(LabelFeed):
    model = Series

    def articles(self, label: Series) -> ArticleQuerySet:
        return Article.objects.filter(series=label)


class ContributorFeed(LabelFeed):
    model = Contributor

    def articles(self, label: Contributor) -> ArticleQuerySet:
        return Article.objects.by_contributor(label)


def _printable(text: str) -> str:
    """Leave out what XML 1.0 cannot hold, and word processors leave behind."""
    return CONTROLS.sub("", text)
