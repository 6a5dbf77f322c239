"""What the editor of bodies asks: what was pasted, made clean, and works to link to."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from nejat.editions.registry import CODES
from nejat.editorial.rich_text.choosing import choices, find_linkable, kinds_open_to, named
from nejat.text import clean_pasted

MOST_PASTED = 2_000_000
"""Signs of HTML: a book of a few hundred pages as a word processor writes it."""


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """What was pasted as a body may hold it."""
    _require_desk(request)
    html = request.POST.get("html", "")
    if len(html) > MOST_PASTED:
        return JsonResponse({}, status=413)
    return JsonResponse({"html": clean_pasted(html)})


@require_GET
def works(request: HttpRequest) -> JsonResponse:
    """Works that are found by the words `q`, or the one that `work` names."""
    kinds = _require_desk(request)
    asked = request.GET.get("edition", "")
    code = asked if asked in CODES else CODES[0]
    if name := request.GET.get("work"):
        found = named(name, kinds)
    else:
        found = find_linkable(request.GET.get("q", ""), code, kinds)
    return JsonResponse({"works": choices(found, code)})


def _require_desk(request: HttpRequest) -> list:
    """Return the kinds of works the account may see in the admin; refuse when there is none."""
    kinds = kinds_open_to(request.user)
    if not kinds:
        raise PermissionDenied
    return kinds
