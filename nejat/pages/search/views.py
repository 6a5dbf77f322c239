"""The page on which readers search the edition."""

import re
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from nejat.pages.search.forms import SearchForm
from nejat.pages.search.results import MOST_PAGES, Results, search
from nejat.search.query import LONGEST_QUERY

AS_TYPED = "X-As-Typed"
"""A header of what search.js asks while somebody types: that costs no more than the results do."""
PAGE = re.compile(r"[1-9]\d{0,3}", re.ASCII)


def search_page(request: HttpRequest) -> HttpResponse:
    """What the edition has of the words typed, and what the other editions have."""
    text = request.GET.get("q", "")
    if len(text) > LONGEST_QUERY or "\x00" in text:
        raise BadRequest("The search text is too long.")
    form = SearchForm(request.GET, request.edition)
    page = _page(request.GET.get("page", "1"))
    advise = AS_TYPED not in request.headers
    is_asked = bool(text.strip()) and form.is_valid()
    asked = {name: value for name, value in request.GET.items() if value and name in form.fields}
    context = {
        "title": _("Search"),
        "form": form,
        "query": text,
        "is_asked": is_asked,
        "results": search(form, page, advise=advise) if is_asked else Results(),
        "keep": f"{urlencode(asked)}&",
    }
    response = render(request, "pages/search.html", context)
    patch_vary_headers(response, (AS_TYPED,))
    return response


def _page(number: str) -> int:
    """Read the number of a page; raise BadRequest for one that does not exist."""
    if not PAGE.fullmatch(number) or int(number) > MOST_PAGES:
        raise BadRequest("There is no such page of results.")
    return int(number)
