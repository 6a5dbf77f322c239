"""Where old addresses lead today, in one hop and only to pages that answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from articles.models import Article, Contributor, Series, Topic
from media_library.kinds import KINDS as KINDS_OF_MEDIA
from media_library.models import ImageAsset
from nejat.editions.calendars import month_of
from nejat.editions.registry import Edition
from nejat.editorial.columns import column
from nejat.editorial.models import Content, Label
from nejat.pages.models import Page
from nejat.tags.models import Tag
from nejat.wordpress.addresses import Asked
from nejat.wordpress.kinds import KINDS, default_kinds
from nejat.wordpress.models import OldAddress
from publications.models import Book, Issue
from publications.series import SERIES

LONGEST_QUERY = 200
GREGORIAN_FROM = 1700
"""Years below this are of the Persian calendar."""

LABELS: dict[str, type[Label]] = {
    "topic": Topic,
    "category": Topic,
    "tag": Tag,
    "blog": Contributor,
    "author": Contributor,
    "by": Contributor,
    "series": Series,
}
WORKS: dict[str, type[Content]] = {
    "articles": Article,
    "pages": Page,
    **{f"media/{kind.path}": kind.model for kind in KINDS_OF_MEDIA},
    "publications/books": Book,
    **{f"publications/{series.code}": Issue for series in SERIES},
}
"""Our own addresses of works; the slug in them may be one of former days."""
LISTS: dict[str, Callable[[str], str]] = {
    **{f"media/{kind.path}": kind.view for kind in KINDS_OF_MEDIA},
    "publications/books": KINDS["book"].view,
    **{f"publications/{series.code}": series.view for series in SERIES},
}
"""Our own addresses of lists of works, and what tells the names of their views."""
_NUMBER = re.compile(r"(\d{1,18})(?:/[^/]+)?", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:/(\d{1,2}))?(?:/(\d{1,2}))?", re.ASCII)


def find_target(asked: Asked, edition: Edition) -> str | None:
    """The address of today for an old one in its edition; None when there is none to show."""
    if asked.search is not None and not asked.path:
        query = asked.search.replace("\x00", "")[:LONGEST_QUERY]
        return f"{reverse('pages:search')}?{urlencode({'q': query})}"
    if asked.path in Page.Place.values:  # of ours, whatever page the old site had there
        return reverse(f"pages:{asked.path}")
    stored = _stored(asked, edition)
    if stored:
        return _address_of(stored, asked, edition)
    return _by_rule(asked, edition)


def _stored(asked: Asked, edition: Edition) -> OldAddress | None:
    order = asked.candidates
    if not order:
        return None
    found = OldAddress.objects.filter(edition=edition.code, path__in=order)
    return min(found, key=lambda address: order.index(address.path), default=None)


def _address_of(stored: OldAddress, asked: Asked, edition: Edition) -> str | None:
    if stored.content_type is None:
        return _path(stored.target_path, asked)
    model = stored.content_type.model_class()
    if model and issubclass(model, Content):
        return _work_address(model, edition, stored.object_id)
    if model and issubclass(model, Label):
        return _label_address(model, asked, edition, pk=stored.object_id)
    return _file_address(stored.object_id) if model is ImageAsset else None


def _path(target: str, asked: Asked) -> str | None:
    """A stored path. One that ends in a slash is that of a list, which has a feed below it."""
    return f"{target}feed/" if asked.feed and target.endswith("/") else target or None


def _work_address(model: type[Content], edition: Edition, pk: int | None) -> str | None:
    work = model.objects.published(edition.code).filter(pk=pk).first()
    return work.url_in(edition.code) if work else None


def _file_address(image: int | None) -> str | None:
    """The file that an image has today."""
    found = ImageAsset.objects.only("file").filter(pk=image).first()
    return found.file.url if found and found.file else None


def _label_address(
    model: type[Label], asked: Asked, edition: Edition, **lookup: object
) -> str | None:
    labels = model.objects.in_edition(edition.code)
    label = labels.only_in(edition.code, "slug").filter(**lookup).first()
    if label is None:
        return None
    name = f"articles:{model._meta.model_name}{'_feed' if asked.feed else ''}"
    return reverse(name, args=[label.get_in("slug", edition.code)])


def _by_rule(asked: Asked, edition: Edition) -> str | None:
    first, _, rest = asked.path.partition("/")
    rule = RULES.get(first)
    if rule:
        return rule(rest, asked, edition)
    if match := _DATE.fullmatch(asked.path):
        return _archive(match, edition)
    return None


def _home(rest: str, asked: Asked, edition: Edition) -> str | None:
    """Its older pages are those of all articles."""
    if asked.feed:
        return reverse("pages:home_feed")
    is_list = "page/" in asked.written
    return _list(rest, asked, edition) if is_list else reverse("pages:home")


def _list(rest: str, asked: Asked, edition: Edition) -> str | None:
    return reverse("articles:list_feed" if asked.feed else "articles:list")


def _posts(rest: str, asked: Asked, edition: Edition) -> str | None:
    kind, _, name = rest.partition("/")
    if kind == "type":
        return _kind(name, asked, edition)
    return None if rest else _list(rest, asked, edition)


def _kind(rest: str, asked: Asked, edition: Edition) -> str | None:
    """The list of a kind, by the words of the mapping file that posts are told apart by."""
    kind = default_kinds().of_term("ctype", rest)
    if kind in ("", "article"):
        return _list(rest, asked, edition)
    return reverse(KINDS[kind].view("feed" if asked.feed else "list"))


def _label(rest: str, asked: Asked, edition: Edition) -> str | None:
    """A label that was never imported, by its address; of nested topics the last part tells."""
    model = LABELS[asked.path.partition("/")[0]]
    for path in dict.fromkeys((asked.path, asked.written)):
        lookup = {column("slug", edition.code): path.rpartition("/")[2]}
        if "/" in path and (address := _label_address(model, asked, edition, **lookup)):
            return address
    return _category(asked, edition) if model is Topic else None


def _category(asked: Asked, edition: Edition) -> str | None:
    """A category that became a list of publications, below another one or by its own name."""
    path = f"topic/{asked.path.rpartition('/')[2]}"
    stored = OldAddress.objects.filter(edition=edition.code, path=path, content_type=None).first()
    return _path(stored.target_path, asked) if stored else None


def _work(room: str, rest: str, edition: Edition) -> str | None:
    number = _NUMBER.fullmatch(rest)
    return _work_address(WORKS[room], edition, int(number[1])) if number else None


def _articles(rest: str, asked: Asked, edition: Edition) -> str | None:
    return _work("articles", rest, edition) if rest else _list(rest, asked, edition)


def _pages(rest: str, asked: Asked, edition: Edition) -> str | None:
    return _work("pages", rest, edition)


def _room(rest: str, asked: Asked, edition: Edition) -> str | None:
    """One of our own lists of media works or publications, or a work in it."""
    path, _, work = rest.partition("/")
    name = f"{asked.path.partition('/')[0]}/{path}"
    if name not in LISTS:
        return None
    if work:
        return _work(name, work, edition)
    return reverse(LISTS[name]("feed" if asked.feed else "list"))


def _author(rest: str, asked: Asked, edition: Edition) -> str | None:
    return _label(rest, asked, edition) or _list(rest, asked, edition)


def _archive(match: re.Match[str], edition: Edition) -> str | None:
    year, month, day = (int(number) if number else 1 for number in match.groups())
    is_jalali = year < GREGORIAN_FROM
    if is_jalali and edition.calendar == "gregorian":
        return None
    if match[2] is None:
        return reverse("articles:archive")
    if is_jalali:
        return reverse("articles:archive_month", args=[year, month]) if 1 <= month <= 12 else None
    try:
        shown = month_of(date(year, month, day), edition)
    except ValueError:
        return None
    return reverse("articles:archive_month", args=[shown.year, shown.month])


RULES: dict[str, Callable[[str, Asked, Edition], str | None]] = {
    "": _home,
    "posts": _posts,
    "module": _kind,
    "telex": _list,
    "comments": _list,
    "ctype": _kind,
    "author": _author,
    "articles": _articles,
    "pages": _pages,
    **dict.fromkeys(("media", "publications"), _room),
    **dict.fromkeys(("topic", "category", "tag", "blog", "by", "series"), _label),
}
"""By the first part of a path, what answers when no address is stored."""
