"""JSON-LD on every page: the type, and the way that leads there."""

import json

import pytest
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from tests.editorial.schema import faults
from tests.editorial.test_linked_data import ROOT, data_in
from tests.site import page_addresses

pytestmark = pytest.mark.django_db

# What each page is, beside the lists, which are collections.
KINDS = {
    "pages:home": "WebSite",
    "pages:about": "AboutPage",
    "pages:contact": "ContactPage",
    "pages:detail": "WebPage",
    "subscriptions:subscribe": "WebPage",
    "articles:detail": "NewsArticle",
    "media_library:cartoon_detail": "ImageObject",
    "media_library:newspicture_detail": "ImageObject",
    "media_library:photogallery_detail": "ImageGallery",
    "media_library:video_detail": "VideoObject",
    "publications:book_detail": "Book",
    "publications:newsletter_detail": "PublicationIssue",
    "publications:pars-brief_detail": "PublicationIssue",
}
LISTS = {
    "articles:list",
    "articles:topic",
    "articles:tag",
    "articles:series",
    "articles:contributor",
    "articles:archive",
    "articles:archive_year",
    "articles:archive_month",
    "media_library:cartoon_list",
    "media_library:newspicture_list",
    "media_library:photogallery_list",
    "media_library:video_list",
    "publications:book_list",
    "publications:newsletter_list",
    "publications:newsletter_year",
    "publications:pars-brief_list",
    "publications:pars-brief_year",
}


@pytest.mark.parametrize("code", CODES)
def test_every_page_has_the_shape_that_schema_org_gives_its_type(client, standing_site, code):
    with translation.override(code):
        addresses = dict(page_addresses(standing_site))
    kinds = {**KINDS, **dict.fromkeys(LISTS, "CollectionPage")}

    said = {name: data_in(client, addresses[name]) for name in kinds}

    assert {name: data["@type"] for name, data in said.items()} == kinds
    assert {name: found for name, data in said.items() if (found := faults(data))} == {}
    books = {"publications:book_detail"}
    languages = {data.get("inLanguage") for name, data in said.items() if name not in books}
    assert languages == {code}
    assert {data["url"] for data in said.values()} == {ROOT + addresses[name] for name in kinds}


@pytest.mark.parametrize("code", CODES)
def test_every_page_with_breadcrumbs_tells_the_same_way(client, standing_site, code):
    with translation.override(code):
        addresses = dict(page_addresses(standing_site))

    for name in (*KINDS, *LISTS):
        page = LexborHTMLParser(client.get(addresses[name]).content.decode())
        shown = [
            (link.text(), ROOT + link.attributes["href"]) for link in page.css(".breadcrumbs a")
        ]
        scripts = page.css('main script[type="application/ld+json"]')
        assert len(scripts) == bool(shown), name
        for script in scripts:
            data = json.loads(script.text())
            assert faults(data) == [], name
            steps = [(step["name"], step.get("item")) for step in data["itemListElement"]]
            own = page.css_first("meta[property='og:title']").attributes["content"]
            assert steps == [*shown, (own, None)], name
