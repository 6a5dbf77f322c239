"""Readers' pages of media, the same two for each kind; and renditions of former days."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render

from media_library.kinds import Kind
from media_library.models import ImageAsset
from media_library.reading import work_context
from media_library.renditions import all_renditions
from nejat.editorial.columns import column
from nejat.editorial.reading import correct_address, find_readable, render_work
from nejat.files import file
from nejat.paging import keyset_page

PAGE_SIZE = 12
FOR_EVER = "public, max-age=31536000, immutable"
"""Another file or focal point has other names."""


def work_list(request: HttpRequest, kind: Kind) -> HttpResponse:
    """All works of a kind in the edition, newest first."""
    code = request.edition.code
    works = kind.model.objects.published(code).for_card(code)
    page = keyset_page(works, column("published_at", code), request.GET, size=PAGE_SIZE)
    context = {"kind": kind, "title": kind.title, "page": page, "feed": kind.view("feed")}
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
    return render_work(request, work, f"media_library/{kind.name}_detail.html", context)


def rendition(request: HttpRequest, pk: int, key: str, name: str) -> HttpResponseBase:
    """A rendition. One of a former file or focal point leads to that of today, if there is one."""
    image = ImageAsset.objects.filter(pk=pk).first()
    is_former = image and image.has_renditions and key != image.key
    if is_former and (today := _of_today(image, name)):
        return redirect("file", today)
    response = file(request, f"renditions/{pk}/{key}/{name}")
    if response.status_code in (200, 206, 304):
        response["Cache-Control"] = FOR_EVER
    return response


def _of_today(image: ImageAsset, name: str) -> str | None:
    """The rendition of today that has this name, else the largest of its preset and format."""
    preset, _line, width = name.rpartition("-")
    _width, _dot, ending = width.rpartition(".")
    same = [r.name for r in all_renditions(image) if r.name.endswith(f".{ending}")]
    same = [known for known in same if f"/{preset}-" in known]
    return next((known for known in same if known.endswith(f"/{name}")), same[-1] if same else None)
