"""Showing one work: to readers when it is public, to staff at any time."""

from typing import Any

from django.contrib.auth import get_permission_codename
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from nejat.editorial.models import Content
from nejat.editorial.querysets import ContentQuerySet


def find_readable(request: HttpRequest, works: ContentQuerySet) -> Content | None:
    """Return the first of `works` that is public in the request's edition.

    If none is, staff who may change such works get the first that exists there, in whatever
    state; everybody else gets None.
    """
    code = request.edition.code
    work = works.published(code).first()
    if work is None and request.user.has_perm(_change_permission(works)):
        work = works.in_edition(code).first()
    return work


def render_work(
    request: HttpRequest, work: Content, template: str, context: dict[str, Any]
) -> HttpResponse:
    """Return a work's page; no cache keeps it while readers may not see it."""
    response = render(request, template, {"addresses": work.addresses, **context})
    if not work.is_published_in(request.edition.code):
        add_never_cache_headers(response)
    return response


def _change_permission(works: ContentQuerySet) -> str:
    options = works.model._meta
    return f"{options.app_label}.{get_permission_codename('change', options)}"
