"""A real browser (Debian's chromium) on a real server, and a site to read."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site import Site

# Playwright keeps an event loop in this thread; Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def site(transactional_db) -> Site:
    return Site(12)


@pytest.fixture
def reader(browser: Browser, live_server) -> Page:
    """A page whose requests to any other host are refused and remembered in `.foreign`."""
    context = browser.new_context(base_url=live_server.url)
    page = _watched(context, live_server.url)
    yield page
    context.close()


@pytest.fixture
def plain_reader(browser: Browser, live_server) -> Page:
    """A reader whose browser runs no JavaScript."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    yield context.new_page()
    context.close()


def _watched(context: BrowserContext, home: str) -> Page:
    page = context.new_page()
    page.foreign = []

    def watch(route):
        if route.request.url.startswith((home, "data:")):
            route.continue_()
        else:
            page.foreign.append(route.request.url)
            route.abort()

    page.route("**/*", watch)
    return page
