"""Readers' pages of articles: each fetches for the edition of its address and renders."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from articles import archives, reading
from articles.linked_data import article_data
from articles.models import Article, Contributor, Series, Topic
from articles.querysets import ArticleQuerySet
from media_library.reading import tagged_media
from nejat.editions.calendars import Month
from nejat.editorial.archives import years
from nejat.editorial.columns import column
from nejat.editorial.models import Label
from nejat.editorial.querysets import LabelQuerySet
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.paging import keyset_page
from nejat.tags.models import Tag

PAGE_SIZE = 10
# Another edition may count its years otherwise, or hold nothing in this one.
ARCHIVE_ELSEWHERE = {"addresses": {}, "switch_fallback": "articles:archive"}


def article_list(request: HttpRequest) -> HttpResponse:
    """All articles of the edition, newest first."""
    articles = Article.objects.published(request.edition.code)
    return _render_list(request, articles, title=_("Articles"), feed="articles:list")


def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Articles under a topic and the topics below it."""
    labels = Topic.objects.select_related("parent")
    parent = [f"parent__{column(name, request.edition.code)}" for name in ("name", "slug")]
    shown = _get_label(request, labels, slug, *parent)
    below = Topic.objects.with_descendants(shown.pk)
    return _render_label(request, shown, Article.objects.under_topics(below))


def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Articles that carry a tag, and the newest media that do."""
    shown = _get_label(request, Tag.objects.all(), slug)
    media = tagged_media(shown, request.edition.code)
    return _render_label(request, shown, Article.objects.tagged(shown), media=media)


def series(request: HttpRequest, slug: str) -> HttpResponse:
    """Articles of a series."""
    shown = _get_label(request, Series.objects.all(), slug)
    return _render_label(request, shown, Article.objects.filter(series=shown))


def contributor(request: HttpRequest, slug: str) -> HttpResponse:
    """Articles that name a contributor."""
    shown = _get_label(request, Contributor.objects.all(), slug, "kind")
    return _render_label(request, shown, Article.objects.by_contributor(shown))


def archive(request: HttpRequest) -> HttpResponse:
    """The years in which the edition published."""
    held = years(Article.objects.all(), request.edition)
    context = {"title": _("Archive"), "years": held, "page_type": "CollectionPage"}
    return render(request, "articles/archive.html", context)


def archive_year(request: HttpRequest, year: int) -> HttpResponse:
    """The months of a year, in the edition's calendar, with how many articles each holds."""
    months = archives.months(year, request.edition)
    if not months:
        raise Http404("No articles in that year.")
    context = {"year": year, "months": months, "page_type": "CollectionPage", **ARCHIVE_ELSEWHERE}
    return render(request, "articles/archive_year.html", context)


def archive_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Articles of a month of the edition's calendar."""
    shown = Month(year, month)
    articles = archives.articles_of(shown, request.edition)
    earlier, later = archives.months_beside(shown, request.edition)
    return _render_list(
        request,
        articles,
        template="articles/archive_month.html",
        month=shown,
        earlier=earlier,
        later=later,
        **ARCHIVE_ELSEWHERE,
    )


def article_detail(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """One article; its address is corrected when the slug in it is not today's."""
    code = request.edition.code
    article = find_readable(request, Article.objects.filter(pk=pk).for_page(code))
    if article is None:
        raise Http404("No such article in this edition.")
    if slug != (article.slug or "-"):
        return correct_address(request, article)
    context = reading.article_context(article, code)
    return render_work(request, article, "articles/article_detail.html", context, article_data)


def _get_label(request: HttpRequest, labels: LabelQuerySet, slug: str, *fields: str) -> Label:
    code = request.edition.code
    labels = labels.in_edition(code).for_page(code, *fields)
    return get_object_or_404(labels, **{column("slug", code): slug})


def _render_label(
    request: HttpRequest, label: Label, articles: ArticleQuerySet, **context: Any
) -> HttpResponse:
    kind = label._meta.model_name
    return _render_list(
        request,
        articles.published(request.edition.code),
        template=f"articles/{kind}.html",
        title=label.name,
        label=label,
        feed=f"articles:{kind}",
        addresses=label.addresses,
        switch_fallback="articles:list",
        **context,
    )


def _render_list(
    request: HttpRequest,
    articles: ArticleQuerySet,
    *,
    template: str = "articles/article_list.html",
    **context: Any,
) -> HttpResponse:
    code = request.edition.code
    page = keyset_page(
        articles.for_card(code), column("published_at", code), request.GET, size=PAGE_SIZE
    )
    return render(request, template, {"page": page, "page_type": "CollectionPage", **context})
