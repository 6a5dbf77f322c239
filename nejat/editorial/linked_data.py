"""What pages tell machines of themselves: https://schema.org, the parts that all rooms share.

The data of a page is a dict, which `|linked_data` writes as JSON-LD. Its words are those of the
current language, its addresses absolute: `site` is scheme and host, like "https://example.org".
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urljoin

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nejat.editorial.models import Content
from nejat.text import first_words

Data = dict[str, Any]

CONTEXT = "https://schema.org"
WORDS_OF_DESCRIPTION = 30


def filled(data: Mapping[str, Any]) -> Data:
    """Return data without what is not known."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def organisation(site: str) -> Data:
    """Return the publisher."""
    logo = {"@type": "ImageObject", "url": urljoin(site, static("nejat/img/icon.svg"))}
    return {"@type": "Organization", "name": _("Nejat Society"), "url": f"{site}/", "logo": logo}


def website(site: str) -> Data:
    """Return the site in the edition."""
    home = urljoin(site, reverse("pages:home"))
    return {"@type": "WebSite", "name": _("Nejat Society"), "url": home}


def page_data(kind: str, name: str, address: str, site: str) -> Data:
    """Return what the page at `address` says, which is a `kind` like "CollectionPage"."""
    return {
        "@context": CONTEXT,
        "@type": kind,
        "name": name,
        "url": address,
        "inLanguage": get_language(),
        "isPartOf": website(site),
    }


def work_data(kind: str, context: Mapping[str, Any], site: str) -> Data:
    """Return what the page of a public work says of it, which is a `kind` like "NewsArticle".

    `context` is that of its template: `work`, and its public `addresses`. What it is in the other
    editions are translations among equals: in which one it was written is not stored.
    """
    work, code = context["work"], get_language()
    return {
        "@context": CONTEXT,
        "@type": kind,
        "name": work.title,
        "description": description_of(work),
        "url": urljoin(site, work.get_absolute_url()),
        "inLanguage": code,
        "datePublished": as_iso(work.published_at),
        "dateModified": as_iso(work.changed_in(code)),
        "publisher": organisation(site),
        "workTranslation": [
            {"@type": kind, "url": urljoin(site, address), "inLanguage": other}
            for other, address in context["addresses"].items()
            if other != code
        ],
    }


def breadcrumbs_data(steps: Iterable[tuple[str, str]], site: str) -> Data:
    """Return the way to a page: names and addresses, that of the page itself being ""."""
    items = (
        {"@type": "ListItem", "position": position, "name": str(name)}
        | ({"item": urljoin(site, address)} if address else {})
        for position, (name, address) in enumerate(steps, start=1)
    )
    return {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": list(items)}


def description_of(work: Content) -> str:
    """Return what a work is about: its description, its standfirst or the first words of it."""
    written = work.seo_description or work.standfirst
    return written or first_words(getattr(work, "body", "") or "", WORDS_OF_DESCRIPTION)


def as_iso(moment: datetime) -> str:
    """Return a moment as machines read it, to the second."""
    return moment.isoformat(timespec="seconds")
