"""Reading without a connection, with a worker that a browser really runs."""

from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from nejat.pages.models import SiteOptions
from tests.e2e.measure import broken_rules

CACHES = "async () => (await caches.keys()).filter((name) => name.startsWith('nejat-'))"
HOLDS = "async (address) => Boolean(await caches.match(new URL(address, location.origin)))"
HAS_STYLE = "() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 0)"
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
PATIENCE = 10
"""Seconds in which a worker has done its part."""


@pytest.fixture
def switched_on(transactional_db) -> None:
    SiteOptions(offline_reading=True).save()


def becomes(reader: Page, script: str, expected: object, arg: object = None) -> bool:
    """Whether a script, asked again and again, comes to the answer in time."""
    end = monotonic() + PATIENCE
    while (answer := reader.evaluate(script, arg)) != expected and monotonic() < end:
        reader.wait_for_timeout(50)
    return answer == expected


def open_and_keep(reader: Page, address: str, list_of_kept: str) -> None:
    """Open a page, and wait until the browser holds it and the list it needs without a line."""
    reader.goto(address)
    for name in (address, list_of_kept):
        assert becomes(reader, HOLDS, True, name)


@pytest.mark.parametrize("code", ["fa", "sq"])
def test_an_article_that_was_read_is_shown_without_a_connection(reader, site, switched_on, code):
    address, title = site.article.url_in(code), site.article.get_in("title", code)
    open_and_keep(reader, address, f"/{code}/kept/")
    reader.context.set_offline(True)

    reader.goto(address)

    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.locator("main > .preview")).to_be_visible()
    assert reader.evaluate(HAS_STYLE)
    assert broken_rules(reader) == []


def test_any_other_page_leads_to_the_list_of_what_is_kept(reader, site, switched_on):
    address = site.article.url_in("fa")
    open_and_keep(reader, address, "/fa/kept/")
    reader.context.set_offline(True)

    reader.goto("/fa/articles/")
    expect(reader.locator("#no-connection")).to_be_visible()
    assert broken_rules(reader) == []
    reader.locator("#kept a", has_text=site.article.get_in("title", "fa")).click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(site.article.get_in("title", "fa"))

    reader.goto("/fa/kept/")
    reader.locator("#forget").click()
    expect(reader.locator("#kept a")).to_have_count(0)
    assert not reader.evaluate(HOLDS, address)


def test_what_is_gone_is_forgotten(reader, site, switched_on):
    address = site.article.url_in("en")
    open_and_keep(reader, address, "/en/kept/")
    site.article.set_in("en", state="draft")
    site.article.save()

    reader.goto(address)

    assert becomes(reader, HOLDS, False, address)


def test_switched_off_the_worker_leaves_with_all_it_kept(reader, site, switched_on):
    open_and_keep(reader, site.article.url_in("en"), "/en/kept/")
    SiteOptions(offline_reading=False).save()

    reader.goto("/en/articles/")

    assert becomes(reader, CACHES, [])
    assert becomes(reader, WORKERS, 0)


def test_while_it_is_off_there_is_no_worker(reader, site):
    reader.goto(site.article.url_in("en"))
    reader.wait_for_load_state("networkidle")

    assert reader.evaluate(WORKERS) == 0
    assert reader.evaluate(CACHES) == []
