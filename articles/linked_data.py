"""Articles and contributors for machines: https://schema.org as JSON-LD."""

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urljoin

from articles.models import Byline, Contributor
from media_library.linked_data import image_data
from nejat.editorial.linked_data import Data, filled, organisation, work_data
from nejat.text import plain_text, word_count

# Photographers and interviewers have no property of their own.
PROPERTIES = {
    Byline.Role.WRITER: "author",
    Byline.Role.TRANSLATOR: "translator",
    Byline.Role.EDITOR: "editor",
}


def article_data(context: Mapping[str, Any], site: str) -> Data:
    """Return what the page of an article says of it.

    What appeared elsewhere first and names no writer has no author: we are none.
    """
    article = context["work"]
    image = image_data(article.lead_image, site, article.lead_image_caption)
    topic, series = article.primary_topic, article.series
    address = urljoin(site, article.get_absolute_url())
    data = {
        **work_data("NewsArticle", context, site),
        "headline": article.title,
        "mainEntityOfPage": address,
        "author": None if article.source_name else organisation(site),
        **credits_data(context["bylines"], PROPERTIES, site),
        "image": image,
        "articleSection": topic.name if topic else None,
        "keywords": [tag.name for tag in context["tags"]],
        "wordCount": word_count(plain_text(article.body or "")) or None,
        "isBasedOn": article.source_address,
        "isPartOf": _series_data(series, site) if series and series.slug else None,
    }
    return filled(data)


def contributor_data(contributor: Contributor, site: str) -> Data:
    """Return who somebody is: a person, or an organisation like our branches and sites."""
    is_person = contributor.kind == Contributor.Kind.PERSON
    address = urljoin(site, contributor.get_absolute_url())
    kind = "Person" if is_person else "Organization"
    return {"@type": kind, "name": contributor.name, "url": address}


def credits_data(
    credits: Iterable[Any], properties: Mapping[str, str], site: str
) -> dict[str, list[Data]]:
    """Return contributors by property, their roles being called so by `properties`.

    Other roles are those of a "contributor". A credit has a `role` and a `contributor`.
    """
    found: dict[str, list[Data]] = {}
    for credit in credits:
        name = properties.get(credit.role, "contributor")
        found.setdefault(name, []).append(contributor_data(credit.contributor, site))
    return found


def _series_data(series: Any, site: str) -> Data:
    address = urljoin(site, series.get_absolute_url())
    return {"@type": "CreativeWorkSeries", "name": series.name, "url": address}
