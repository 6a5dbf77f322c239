"""What staff are told once an address is decided about."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nejat.missing.admin.lists import shown
from nejat.missing.models import Redirect


def words_of_decision(request: HttpRequest, redirect: Redirect, title: str = "") -> SafeString:
    """Return where an address leads from now on, and the way to its redirect.

    `title` is that of the page of ours to which it leads, where it is known.
    """
    if redirect.is_gone:
        said = format_html(
            _("Readers of {address} are told from now on that it is gone for good."),
            address=shown(redirect.path),
        )
    else:
        target = format_html('<a href="{}">{}</a>', redirect.target, _named(redirect, title))
        said = format_html(
            _("{address} now leads to {target}."), address=shown(redirect.path), target=target
        )
    if not request.user.has_perm("missing.change_redirect"):
        return said
    form = reverse("admin:missing_redirect_change", args=[redirect.pk])
    way = _("Change or delete the redirect")
    return format_html('{} <a href="{}">{}</a>', said, form, way)


def _named(redirect: Redirect, title: str) -> SafeString:
    if not title:
        return shown(redirect.target)
    return format_html('<bdi lang="{}" dir="auto">{}</bdi>', redirect.edition, title)
