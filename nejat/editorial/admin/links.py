"""Links to forms of the admin, for those who may open them."""

from django.contrib import admin
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def form_link(request: HttpRequest, row: Model) -> SafeString:
    """Return what the row is called, as a link to its form where there is one to open."""
    words = format_html('<bdi dir="auto">{}</bdi>', str(row))
    forms = admin.site._registry.get(type(row))
    if forms is None or not forms.has_view_or_change_permission(request, row):
        return words
    address = reverse(admin_urlname(row._meta, "change"), args=[row.pk])
    return format_html('<a href="{}">{}</a>', address, words)
