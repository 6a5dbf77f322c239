"""Readers' pages of media, the same two for each kind; and renditions of former days."""

import re
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from media_library.kinds import Kind
from media_library.linked_data import media_data
from media_library.models import ImageAsset
from media_library.reading import work_context
from media_library.renditions import all_renditions
from nejat.editorial.columns import column
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.files import file
from nejat.paging import keyset_page

PAGE_SIZE = 12
NAME = re.compile(r"(?P<preset>[a-z]+)-(?P<width>\d{1,5})-\w+(?P<ending>\.\w+)", re.ASCII)
FOR_EVER = "public, max-age=31536000, immutable"
"""Another file or focal point has other names."""


def work_list(request: HttpRequest, kind: Kind) -> HttpResponse:
    """All works of a kind in the edition, newest first."""
    code = request.edition.code
    works = kind.model.objects.published(code).for_card(code)
    page = keyset_page(works, column("published_at", code), request.GET, size=PAGE_SIZE)
    context = {
        "kind": kind,
        "title": kind.title,
        "page": page,
        "page_type": "CollectionPage",
        "feed": kind.feed,
    }
    return render(request, "media_library/work_list.html", context)


def work_detail(request: HttpRequest, kind: Kind, pk: int, slug: str = "") -> HttpResponse:
    """One work; its address is corrected when the slug in it is not today's."""
    code = request.edition.code
    work = find_readable(request, kind.model.objects.filter(pk=pk).for_page(code))
    if work is None:
        raise Http404("No such work in this edition.")
    if slug != (work.slug or "-"):
        return correct_address(request, work)
    context: dict[str, Any] = {
        "kind": kind,
        "list_view": kind.view("list"),
        **work_context(work, kind, code),
    }
    template = f"media_library/{kind.name}_detail.html"
    return render_work(request, work, template, context, media_data)


def rendition(request: HttpRequest, pk: int, key: str, name: str) -> HttpResponseBase:
    """A rendition. One of a former file or focal point leads to that of today, if there is one."""
    response = file(request, f"renditions/{pk}/{key}/{name}")
    if response.status_code in (200, 206, 304):
        response["Cache-Control"] = FOR_EVER
    elif response.status_code == 404 and (today := _of_today(pk, key, name)):
        return redirect("file", today)
    return response


def _of_today(pk: int, key: str, name: str) -> str | None:
    """The rendition of today of that preset, format and width, else the widest of its kind."""
    image = ImageAsset.objects.to_show(get_language() or "en").filter(pk=pk).first()
    asked = NAME.fullmatch(name)
    if not asked or image is None or not image.has_renditions or key == image.key:
        return None
    same = [r for r in all_renditions(image) if r.preset == asked["preset"]]
    same = [r for r in same if r.name.endswith(asked["ending"])]
    exact = [r.name for r in same if r.width == int(asked["width"])]
    return next(iter(exact), same[-1].name if same else None)
