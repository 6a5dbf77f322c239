"""Views beside those of Django's admin: who may enter, and what a script is answered."""

from collections.abc import Callable
from functools import partial, wraps
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _

View = Callable[..., HttpResponseBase]


def door(admin: ModelAdmin, view: View) -> View:
    """Return a view of this admin for staff; it is called with the admin and the request.

    Strangers are led to the login. A script that asks for JSON is told in JSON instead.
    """
    guarded = admin.admin_site.admin_view(wraps(view)(partial(view, admin)))

    @wraps(view)
    def enter(request: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        if not wants_json(request):
            return guarded(request, **kwargs)
        if not admin.admin_site.has_permission(request):
            return _refusal(_("You are logged out. Log in again in another tab, then try again."))
        try:
            return guarded(request, **kwargs)
        except PermissionDenied:
            return _refusal(_("You are not allowed to do this."))

    return enter


def require(is_allowed: bool) -> None:
    """Refuse whoever lacks a permission."""
    if not is_allowed:
        raise PermissionDenied


def wants_json(request: HttpRequest) -> bool:
    """Say whether the request comes from a script that asks for JSON."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def page_context(admin: ModelAdmin, request: HttpRequest, title: str) -> dict[str, Any]:
    """Return what every page of the admin shows around its content."""
    return {
        **admin.admin_site.each_context(request),
        "opts": admin.opts,
        "title": title,
        "subtitle": None,
        "is_popup": is_popup(request),
    }


def is_popup(request: HttpRequest) -> bool:
    """Say whether the page is shown in a window of its own, from which a form gets its value."""
    return "_popup" in request.GET or "_popup" in request.POST


def _refusal(sentence: str) -> JsonResponse:
    return JsonResponse({"error": sentence}, status=403)
