"""The home page and standing pages for machines: https://schema.org as JSON-LD."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin

from django.urls import reverse
from django.utils.translation import get_language

from nejat.editorial.linked_data import CONTEXT, Data, filled, organisation, website, work_data

TYPES = {"about": "AboutPage", "contact": "ContactPage"}
"""What the pages are that the menu leads to, by their places in it."""


def home_data(site: str) -> Data:
    """Return the site in the edition, and where machines may search it."""
    template = urljoin(site, reverse("pages:search")) + "?q={search_term_string}"
    return {
        "@context": CONTEXT,
        **website(site),
        "inLanguage": get_language(),
        "publisher": organisation(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": template},
            "query-input": "required name=search_term_string",
        },
    }


def standing_page_data(context: Mapping[str, Any], site: str) -> Data:
    """Return what a page that stands on its own says."""
    kind = TYPES.get(context["work"].place, "WebPage")
    return filled(work_data(kind, context, site))
