"""A real browser (Debian's chromium) on a real server, and a site to read."""

import os
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from threading import Lock

import pytest
from django.contrib.auth.models import User
from django.core.handlers.base import BaseHandler
from django.test import Client, override_settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import launch
from tests.site import Site
from tests.snapshots import Snapshot

# Playwright keeps an event loop in this thread; Django would refuse its database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

TURN = Lock()
"""Held by the one request that is answered, and while the database is put back."""


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def empty_site(django_db_setup, django_db_blocker) -> Iterator[Snapshot]:
    with django_db_blocker.unblock():
        snapshot = Snapshot()
    yield snapshot
    snapshot.close()


@pytest.fixture(scope="session")
def made_site(
    empty_site: Snapshot, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Site, Snapshot]]:
    """A site to read, made once: what tests change, they change in a copy."""
    files = tmp_path_factory.mktemp("files")
    with override_settings(MEDIA_ROOT=files), django_db_blocker.unblock():
        empty_site.restore()
        site, snapshot = Site(12), Snapshot(files)
    yield site, snapshot
    snapshot.close()


@pytest.fixture
def transactional_db(
    request, _fresh_services, empty_site: Snapshot, django_db_blocker
) -> Iterator[None]:
    """The database as migrations leave it, or with the site of a test that reads one.

    To flush all tables after a test, as usual, takes a second; to make a site, three. Its files
    go to the folder of the test, so that must be chosen before.
    """
    with django_db_blocker.unblock():
        has_site = "site" in request.fixturenames
        snapshot = request.getfixturevalue("made_site")[1] if has_site else empty_site
        with TURN:
            snapshot.restore()
        yield
        with TURN:
            empty_site.restore()


@pytest.fixture
def site(made_site: tuple[Site, Snapshot], transactional_db) -> Site:
    return deepcopy(made_site[0])


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


@pytest.fixture
def phone(browser: Browser, live_server) -> Page:
    """A reader who touches a small screen."""
    size = {"width": 390, "height": 844}
    context = browser.new_context(base_url=live_server.url, viewport=size, has_touch=True)
    yield context.new_page()
    context.close()


@pytest.fixture(autouse=True)
def one_request_at_a_time(monkeypatch):
    """Threads of the server share the connection of a database in memory, and its transactions."""
    answer = BaseHandler.get_response

    def wait_for_turn(handler, request):
        with TURN:
            return answer(handler, request)

    monkeypatch.setattr(BaseHandler, "get_response", wait_for_turn)


@pytest.fixture
def editor(reader, transactional_db):
    """A reader who has logged in as staff with every right."""
    User.objects.create_superuser("editor", password="a-long-password")
    reader.goto("/admin/")
    reader.fill("#id_username", "editor")
    reader.fill("#id_password", "a-long-password")
    reader.press("#id_password", "Enter")
    expect(reader.locator("#user-tools")).to_be_visible()
    return reader


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


@pytest.fixture
def desk(browser: Browser, live_server, transactional_db) -> Iterator[Callable[[User], Page]]:
    """Open a browser in which somebody is logged in."""
    contexts = []

    def open_as(user: User) -> Page:
        client = Client()
        client.force_login(user)
        context = browser.new_context(base_url=live_server.url)
        value = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
        contexts.append(context)
        return context.new_page()

    yield open_as
    for context in contexts:
        context.close()
