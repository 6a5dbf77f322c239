"""What the palette asks while somebody types."""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from nejat.editions.registry import CODES, EDITIONS, get_edition
from nejat.editorial.models import Content
from nejat.editorial.palette.finding import find_works
from nejat.editorial.rich_text.choosing import heading_of, kinds_open_to
from nejat.editorial.states import Phase


@require_GET
def go_to(request: HttpRequest) -> JsonResponse:
    """Works that the account may open, by the words or the number `q`; see `find_works`."""
    language = get_language()
    code = language if language in CODES else CODES[0]
    found = find_works(request.GET.get("q", ""), kinds_open_to(request.user), code)
    return JsonResponse({"works": [_shown(work, edition) for work, edition in found]})


def _shown(work: Content, code: str) -> dict[str, object]:
    heading = heading_of(work, code)
    direction = get_edition(heading["lang"]).direction
    return {**heading, "dir": direction, "number": work.pk, "states": _states(work)}


def _states(work: Content) -> list[dict[str, str]]:
    """Where the work stands in each edition in which it is."""
    phases = ((edition, work.phase_in(edition.code)) for edition in EDITIONS)
    return [
        {
            "edition": edition.native_name,
            "lang": edition.code,
            "phase": phase,
            "label": str(phase.label),
        }
        for edition, phase in phases
        if phase != Phase.ABSENT
    ]
