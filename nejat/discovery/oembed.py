"""What other sites show of our works when an address of one is pasted there: https://oembed.com."""

from collections.abc import Callable
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from nejat.discovery.cards import Room, card_of
from nejat.discovery.embedding import find_work
from nejat.hosts import site_of
from nejat.text.printing import printable

FRESH_FOR = 60 * 60


def _as_json(card: dict[str, Any]) -> HttpResponse:
    return JsonResponse(card, json_dumps_params={"ensure_ascii": False})


def _as_xml(card: dict[str, Any]) -> HttpResponse:
    root = Element("oembed")
    for name, value in card.items():
        SubElement(root, name).text = printable(str(value))
    content = tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(content, content_type="text/xml; charset=utf-8")


FORMATS: dict[str, Callable[[dict[str, Any]], HttpResponse]] = {"json": _as_json, "xml": _as_xml}


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """The card of the public work at `url`; 404 for all other addresses, 501 for other formats."""
    response = _answer(request)
    response.headers["Access-Control-Allow-Origin"] = "*"  # scripts of any page may read it
    return response


def _answer(request: HttpRequest) -> HttpResponse:
    write = FORMATS.get(request.GET.get("format", "json"))
    if write is None:
        return HttpResponse("Ask for json or xml.", status=501, content_type="text/plain")
    site = site_of(request)
    found = find_work(request.GET.get("url", ""), site)
    if found is None:
        return HttpResponse("No public work is there.", status=404, content_type="text/plain")
    work, code = found
    room = Room(_most(request, "maxwidth"), _most(request, "maxheight"))
    with translation.override(code):
        response = write(card_of(work, site, room))
    response.headers["Cache-Control"] = f"public, max-age={FRESH_FOR}"
    return response


def _most(request: HttpRequest, name: str) -> int | None:
    """The limit that is asked for; what is no number of pixels is none."""
    asked = request.GET.get(name, "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < 6
    return int(asked) or None if is_number else None
