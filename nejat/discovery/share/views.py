"""Share pictures, drawn when they are asked for the first time."""

import logging
from functools import cache

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation
from django.views.decorators.http import require_safe

from nejat.discovery.share.keeping import forget, is_kept, keep
from nejat.discovery.share.picture import SITE, SharePicture, picture_of_site, picture_of_work
from nejat.editions.registry import CODES
from nejat.editorial.models import Content
from nejat.files import stored_file
from nejat.guard.throttle import may_ask
from publications.typesetting import CannotTypeset

DRAWINGS = 300
"""How many an hour one sender may have drawn: the networks come from few addresses each."""

logger = logging.getLogger(__name__)


@require_safe
def share_picture(
    request: HttpRequest, kind: str, pk: int, code: str, key: str
) -> HttpResponseBase:
    """The picture of a public work, or with the kind "site" that of all other pages.

    An address of former days, from before the title or the image changed, leads to that of today.
    Of a work that is not public, or no longer, there is none, and what was kept of it goes.
    """
    if code not in CODES:
        raise Http404("There is no such edition.")
    with translation.override(code):
        picture = _find(kind, pk, code)
        if key != picture.key:
            return redirect(picture.address)
        if not is_kept(picture):
            if not may_ask(request, "share-picture", DRAWINGS):
                return HttpResponse(status=429)
            _keep(picture)
    response = stored_file(request, picture.name)
    response.headers["Content-Language"] = code
    return response


def _find(kind: str, pk: int, code: str) -> SharePicture:
    if (kind, pk) == (SITE, 0):
        return picture_of_site()
    model = _models().get(kind)
    if model is None:
        raise Http404("There are no such works.")
    work = model.objects.published(code).filter(pk=pk).for_card(code).first()
    if work is None:
        forget(kind, pk, code)
        raise Http404("There is no such work in this edition.")
    return picture_of_work(work)


@cache
def _models() -> dict[str, type[Content]]:
    """The kinds of works, by their names in addresses."""
    return {m._meta.model_name: m for m in apps.get_models() if issubclass(m, Content)}


def _keep(picture: SharePicture) -> None:
    try:
        keep(picture)
    except CannotTypeset as error:
        logger.error("A share picture was not drawn: %s", error)
        raise Http404("There are no fonts to draw it with.") from error
