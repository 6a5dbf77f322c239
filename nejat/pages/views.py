"""The home page, pages that stand on their own, and the answers when there is none."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers

from nejat.editions.middleware import preferred_edition
from nejat.editions.registry import EDITIONS
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.hosts import site_of
from nejat.pages.front_page import front_page
from nejat.pages.linked_data import home_data, standing_page_data
from nejat.pages.menu import entry_of
from nejat.pages.models import Page

PAGE_FIELDS = (
    *("title", "standfirst", "body", "place"),
    *("seo_title", "seo_description", "updated_at"),
)


def choose_edition(request: HttpRequest) -> HttpResponse:
    """Send a reader who named no edition to the one they chose before or can read."""
    response = redirect(preferred_edition(request).home)
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def home(request: HttpRequest) -> HttpResponse:
    """The edition's front page."""
    context = {"linked_data": home_data(site_of(request)), **front_page(request.edition.code)}
    return render(request, "pages/home.html", context)


def placed_page(request: HttpRequest, place: str) -> HttpResponse:
    """A page the menu leads to; an honest empty one while the edition has none."""
    shown = _find_page(request, place=place)
    if shown is None:
        return render(request, "pages/coming.html", {"title": entry_of(f"pages:{place}").label})
    return _render_page(request, shown)


def contact(request: HttpRequest) -> HttpResponse:
    """How to reach us: what staff wrote, where the edition has it, and a form in any case."""
    shown = _find_page(request, place=Page.Place.CONTACT)
    if shown is None:
        page = {"title": entry_of("pages:contact").label}
        return render(request, "pages/contact.html", {"page": page})
    everywhere = {edition.code: shown.url_in(edition.code) for edition in EDITIONS}
    return _render_page(request, shown, "pages/contact.html", addresses=everywhere)


def page(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A page at its own address, which is corrected when the slug in it is not today's."""
    shown = _find_page(request, pk=pk)
    if shown is None:
        raise Http404("No such page in this edition.")
    if shown.place or slug != (shown.slug or "-"):
        return correct_address(request, shown)
    return _render_page(request, shown)


def _find_page(request: HttpRequest, **lookup: object) -> Page | None:
    pages = Page.objects.filter(**lookup)
    return find_readable(request, pages.with_publication(request.edition.code, *PAGE_FIELDS))


def _render_page(
    request: HttpRequest,
    shown: Page,
    template: str = "pages/page_detail.html",
    **context: object,
) -> HttpResponse:
    context["page"] = shown
    return render_work(request, shown, template, context, standing_page_data)
