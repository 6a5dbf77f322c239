"""What both lists of addresses share: how addresses are shown and found."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.encoding import uri_to_iri
from django.utils.html import format_html
from django.utils.safestring import SafeString

from nejat.editorial.admin.large_lists import LargeListAdmin


class AddressAdmin(LargeListAdmin):
    """Admin of a model whose rows are addresses."""

    list_filter = ("edition",)

    class Media:
        css = {"all": ["nejat/css/admin-missing.css"]}

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet, search_term: str
    ) -> tuple[QuerySet, Any]:
        """Find an address as it was copied: in percent, with a slash at its end."""
        copied = uri_to_iri(search_term).rstrip("/")
        return super().get_search_results(request, queryset, copied)


def shown(address: str) -> SafeString:
    """Return an address for a list: it runs left to right, whatever stands around it."""
    return format_html('<bdi dir="ltr" class="address">{}</bdi>', address)
