"""Reading without a connection: the service worker, and the page that lists what is kept."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nejat.editions.registry import Edition
from nejat.pages.models import SiteOptions

SCRIPTS = Path(__file__).parent.parent / "static/nejat/js"


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker that keeps articles; while the option is off, one that takes itself away.

    Browsers that have the former ask for it again when they open a page, so they get the latter.
    """
    is_on = SiteOptions.in_force().offline_reading
    script = SCRIPTS / ("service-worker.js" if is_on else "service-worker-leaving.js")
    response = HttpResponse(script.read_bytes(), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response


@require_safe
def kept_articles(request: HttpRequest) -> HttpResponse:
    """The page that a browser shows when it reaches no other; its module fills in the list."""
    context = {
        "offline_reading": SiteOptions.in_force().offline_reading,
        "locale": _locale(request.edition),
    }
    return render(request, "pages/kept.html", context)


def _locale(edition: Edition) -> str:
    """Return the BCP 47 tag by which browsers write dates as the edition does."""
    if edition.code != "ar":
        return edition.code  # in Persian that is the Jalali calendar, in Persian digits
    is_levantine = settings.MONTH_STYLE_AR == "levantine"
    return "ar-SY-u-nu-arab" if is_levantine else "ar-EG-u-nu-arab"
