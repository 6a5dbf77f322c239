"""How an issue is put together from articles and addresses."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Max, Q
from django.http import HttpRequest
from django.urls import ResolverMatch

from articles.models import Article
from articles.querysets import ArticleQuerySet
from nejat.editions.addresses import resolved
from nejat.editions.registry import CODES
from nejat.editorial.columns import column, columns
from nejat.hosts import site_of
from publications.models import Entry, Issue

MOST_ENTRIES = 100
"""In one issue: setting it takes seconds then, and nobody reads on."""


def start_issue(series: str) -> Issue:
    """Return a new draft in a series, numbered in each edition one above its highest there.

    An edition in which the series never appeared gets no number; the very first issue of a series
    is number 1 in all of them.
    """
    issues = Issue.objects.of_series(series)
    highest = issues.aggregate(**{code: Max(column("number", code)) for code in CODES})
    is_first = not issues.exists()
    issue = Issue(series=series)
    for code in CODES:
        if is_first or highest[code] is not None:
            issue.set_in(code, number=(highest[code] or 0) + 1)
    issue.save()
    return issue


def add_entries(issue: Issue, things: Iterable[Article | str]) -> int:
    """Put articles, and addresses of what appeared elsewhere, behind the entries that are there.

    What is in the issue already is passed over. Returns how many are new.
    """
    rows = issue.entries
    kept = rows.values_list("article", *columns("source_address"))
    known = {value for row in kept for value in row}
    last = rows.aggregate(last=Max("position"))["last"] or 0
    new = [thing for thing in dict.fromkeys(things) if _key(thing) not in known]
    for position, thing in enumerate(new, start=last + 1):
        _entry(issue, thing, position).save()
    return len(new)


def found_at(address: str, request: HttpRequest) -> Article | str:
    """Return the article of ours that stands at an address, else the address itself.

    An address may be a path of ours, which is made whole. As for readers, the number decides: the
    slug may be any, and the slash at the end may be missing.
    """
    if address.startswith("/"):
        address = site_of(request) + address
    parts = urlsplit(address)
    ours = {request.get_host(), urlsplit(settings.SITE_ADDRESS).netloc}
    if parts.netloc not in ours:
        return address
    match = page_of_ours(address)
    number = match.kwargs.get("pk") if match and match.app_names == ["articles"] else None
    return Article.objects.untrashed().filter(pk=number).first() or address


def page_of_ours(address: str) -> ResolverMatch | None:
    """Return the view of the site at the path of an address, with or without a slash at its end."""
    return resolved(f"{urlsplit(address).path.rstrip('/')}/")


def title_like(articles: ArticleQuerySet, words: str) -> ArticleQuerySet:
    """Return the articles in whose title of one edition all these words stand."""
    for word in words.split():
        anywhere = Q()
        for name in columns("title"):
            anywhere |= Q(**{f"{name}__icontains": word})
        articles = articles.filter(anywhere)
    return articles


def _key(thing: Article | str) -> object:
    return thing.pk if isinstance(thing, Article) else thing


def _entry(issue: Issue, thing: Article | str, position: int) -> Entry:
    """What appeared elsewhere has its address and the name of its host in every edition."""
    if isinstance(thing, Article):
        return Entry(issue=issue, article=thing, position=position)
    entry = Entry(issue=issue, position=position)
    for code in CODES:
        host = urlsplit(thing).netloc.removeprefix("www.")
        entry.set_in(code, source_address=thing, source_name=host)
    return entry
