"""What the editor of bodies asks: what was pasted, made clean, and works to link to."""

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET, require_POST

from nejat.editions.registry import CODES
from nejat.editorial.rich_text.choosing import (
    Kind,
    choices,
    find_linkable,
    kinds_open_to,
    named,
)
from nejat.text import clean_pasted


@require_POST
def paste(request: HttpRequest) -> JsonResponse:
    """What was pasted as a body may hold it; 413 for more than a form may send, bodies and all.

    The HTML is the whole of what is sent: written as the value of a form it would grow by half.
    """
    _require_desk(request)
    try:
        html = request.body.decode(errors="replace")
    except RequestDataTooBig:
        return JsonResponse({}, status=413)
    return JsonResponse({"html": clean_pasted(html)})


@require_GET
def works(request: HttpRequest) -> JsonResponse:
    """Works that are found by the words `q`, of all kinds or of `kinds`; or what `work` names."""
    kinds = _require_desk(request)
    if wanted := request.GET.get("kinds"):
        kinds = [kind for kind in kinds if kind._meta.label_lower in wanted.split(",")]
    asked = request.GET.get("edition", "")
    code = asked if asked in CODES else CODES[0]
    if name := request.GET.get("work"):
        found = named(name, kinds)
    else:
        found = find_linkable(request.GET.get("q", ""), code, kinds) if kinds else []
    return JsonResponse({"works": choices(found, code)})


def _require_desk(request: HttpRequest) -> list[Kind]:
    """Return the kinds of works the account may see in the admin; refuse when there is none."""
    kinds = kinds_open_to(request.user)
    if not kinds:
        raise PermissionDenied
    return kinds
