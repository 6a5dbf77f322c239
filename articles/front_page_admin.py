"""The desk of the home page: which articles lead an edition, in what order and until when."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Media
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from articles.front_page import arrange, may_arrange, read_front_page
from articles.front_page_forms import DeskForm
from media_library.admin.chosen import numbers_in
from media_library.admin.doors import door, page_context, require
from nejat.audit.admin import AuditedAdmin
from nejat.audit.models import Act
from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.editions.templatetags.editions import edition_number
from nejat.editorial.admin.dots import phase_dots

SCRIPTS = Media(js=["nejat/js/admin-order.js", "nejat/js/unsaved-changes.js"])


class FrontPageAdmin(AuditedAdmin):
    """Admin of articles with a desk an edition, where the home page is arranged."""

    change_list_template = "admin/articles/front_page_list.html"

    def get_urls(self) -> list[URLPattern]:
        view = door(self, front_page_view)
        name = "articles_article_front_page"
        return [path("front-page/<str:code>/", view, name=name), *super().get_urls()]

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        desks = [edition for edition in EDITIONS if may_arrange(request.user, edition.code)]
        return super().changelist_view(request, {**(extra_context or {}), "desks": desks})


def front_page_view(articles: AuditedAdmin, request: HttpRequest, code: str) -> HttpResponseBase:
    """Show what leads the edition, or save another order of it."""
    if code not in CODES:
        raise Http404("No such edition.")
    require(may_arrange(request.user, code))
    if request.method == "POST":
        return _save(articles, request, code)
    named = next(iter(numbers_in(request.GET.get("put", ""))), None)
    return _show(articles, request, DeskForm(read_front_page(code), put=named))


@transaction.atomic
def _save(articles: AuditedAdmin, request: HttpRequest, code: str) -> HttpResponseBase:
    page = read_front_page(code, locked=True)
    desk = DeskForm(page, request.POST)
    if desk.is_stale:
        text = _("The home page changed after you opened this page. Nothing was saved.")
        text += " " + _("It now stands as shown here.")
        articles.message_user(request, text, messages.ERROR)
        return _show(articles, request, DeskForm(page), status=409)
    if not desk.is_valid():
        return _show(articles, request, desk)
    for article in arrange(code, desk.order, desk.out):
        place = article.get_in("pinned_place", code)
        note = _("Home page: place %(place)s.") if place else _("Home page: taken out.")
        note %= {"place": edition_number(place or 0)}
        articles.record(request, Act.CHANGED, article, [code], note=note)
    articles.message_user(request, _("The home page was saved."), messages.SUCCESS)
    return redirect("admin:articles_article_front_page", code)


def _show(
    articles: AuditedAdmin, request: HttpRequest, desk: DeskForm, status: int = 200
) -> HttpResponse:
    shown, code = desk.page, desk.page.code
    edition = get_edition(code)
    title = _("Home page: %(edition)s") % {"edition": edition.native_name}
    context = {
        **page_context(articles, request, title),
        "desk": desk,
        "arranged": edition,
        "held": [(row, _facts(row.article, code)) for row in desk.lines],
        "newest": [_facts(article, code) for article in shown.newest],
        "waiting": [_facts(article, code) for article in shown.waiting],
        "first_newest": len(shown.held) + 1,
        "media": SCRIPTS + desk.media,
    }
    return render(request, "admin/articles/front_page.html", context, status=status)


def _facts(article: Any, code: str) -> dict[str, Any]:
    """What a line of the desk says of an article."""
    return {
        "pk": article.pk,
        "title": article.get_in("title", code),
        "dots": phase_dots(article),
        "published_at": article.get_in("published_at", code),
        "pinned_until": article.get_in("pinned_until", code),
    }
