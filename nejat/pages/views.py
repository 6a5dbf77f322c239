"""The home page, pages that stand on their own, and the answers when there is none."""

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from articles.models import Article
from articles.views import PAGE_SIZE
from nejat.editions.middleware import preferred_edition
from nejat.editorial.columns import column
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.pages.menu import entry_of
from nejat.pages.models import Page
from nejat.paging import keyset_page

LONGEST_QUERY = 200
PAGE_FIELDS = ("title", "standfirst", "body", "place", "seo_title", "seo_description")


def choose_edition(request: HttpRequest) -> HttpResponse:
    """Send a reader who named no edition to the one they chose before or can read."""
    response = redirect(preferred_edition(request).home)
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def home(request: HttpRequest) -> HttpResponse:
    """The edition's front page: what is pinned, then the newest."""
    code = request.edition.code
    public = Article.objects.published(code).for_card(code)
    pinned = list(public.pinned(code, timezone.now()).newest_first(code)[:3])
    unpinned = public.exclude(pk__in=[article.pk for article in pinned])
    page = keyset_page(unpinned, column("published_at", code), {}, size=PAGE_SIZE)
    return render(request, "pages/home.html", {"pinned": pinned, "page": page})


def placed_page(request: HttpRequest, place: str) -> HttpResponse:
    """A page the menu leads to; an honest empty one while the edition has none."""
    shown = _find_page(request, place=place)
    if shown is None:
        return render(request, "pages/coming.html", {"title": entry_of(f"pages:{place}").label})
    return _render_page(request, shown)


def page(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A page at its own address, which is corrected when the slug in it is not today's."""
    shown = _find_page(request, pk=pk)
    if shown is None:
        raise Http404("No such page in this edition.")
    if shown.place or slug != (shown.slug or "-"):
        return correct_address(request, shown)
    return _render_page(request, shown)


def coming(request: HttpRequest, name: str) -> HttpResponse:
    """A part of the menu that has no content yet."""
    return render(request, "pages/coming.html", {"title": entry_of(f"pages:{name}").label})


def search(request: HttpRequest) -> HttpResponse:
    """The place of the search; it refuses what nobody types."""
    query = request.GET.get("q", "")
    if len(query) > LONGEST_QUERY or "\x00" in query:
        raise BadRequest("The search text is too long.")
    return render(request, "pages/search.html", {"query": query})


def _find_page(request: HttpRequest, **lookup: object) -> Page | None:
    pages = Page.objects.filter(**lookup)
    return find_readable(request, pages.with_publication(request.edition.code, *PAGE_FIELDS))


def _render_page(request: HttpRequest, shown: Page) -> HttpResponse:
    return render_work(request, shown, "pages/page_detail.html", {"page": shown})
