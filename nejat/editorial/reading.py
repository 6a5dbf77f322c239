"""Showing one work: to readers when it is public, to staff at any time."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth import get_permission_codename
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers

from nejat.editorial.linked_data import Data
from nejat.editorial.models import Content
from nejat.editorial.previews.shown import previewed
from nejat.editorial.querysets import ContentQuerySet
from nejat.hosts import site_of

Describe = Callable[[Mapping[str, Any], str], Data]
"""Makes of a template's context, and of the address of the site, what the page tells machines."""


def find_readable(request: HttpRequest, works: ContentQuerySet) -> Content | None:
    """Return the first of `works` that is public in the request's edition.

    If none is, staff who may see such works get the first that exists there, in whatever
    state; everybody else gets None. A preview shows the work that it is of.
    """
    if work := previewed(request, works.model):
        return work
    code = request.edition.code
    work = works.published(code).first()
    if work is None and request.user.is_staff and request.user.has_perm(_view_right(works)):
        work = works.in_edition(code).first()
    return work


def render_work(
    request: HttpRequest,
    work: Content,
    template: str,
    context: dict[str, Any],
    describe: Describe | None = None,
) -> HttpResponse:
    """Return a work's page; while readers may not see it, it says so and no cache keeps it."""
    is_preview = hasattr(request, "preview") or not work.is_published_in(request.edition.code)
    context = {"work": work, "addresses": work.addresses, "is_preview": is_preview, **context}
    if describe and not is_preview:
        context["linked_data"] = describe(context, site_of(request))
    response = render(request, template, context)
    if is_preview:
        add_never_cache_headers(response)
    return response


def correct_address(request: HttpRequest, work: Content) -> HttpResponse:
    """Return the redirect to a work's address of today; for good only if readers see it."""
    return redirect(work, permanent=work.is_published_in(request.edition.code))


def _view_right(works: ContentQuerySet) -> str:
    options = works.model._meta
    return f"{options.app_label}.{get_permission_codename('view', options)}"
