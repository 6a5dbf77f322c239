"""What every test stands on: an empty cache, files that are thrown away, a mail server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from django.utils import translation

from nejat import environment
from nejat.editions.registry import CODES
from nejat.pages.keeping import MENU_PAGES
from tests.mail_server import MailServer, running_mail_server
from tests.site import Site, page_addresses


@pytest.fixture(autouse=True)
def _fresh_services(settings, tmp_path: Path):
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    cache.set(MENU_PAGES, {code: [] for code in CODES})  # a running site knows its menu


@pytest.fixture(scope="module")
def standing_site(
    request, django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """A site that the tests of a module read, made once: three works of each kind, or `param`.

    What a test writes to the database is undone before the next one; the object is for reading.
    """
    files = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("files"))
    with files, django_db_blocker.unblock(), transaction.atomic():
        yield Site(getattr(request, "param", 3))
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def standing_pages(standing_site: Site) -> dict[str, list[tuple[str, str, HttpResponse]]]:
    """Name, address and answer of every page of that site, by edition; each asked for once."""
    pages = {}
    for code in CODES:
        with translation.override(code):
            addresses = list(page_addresses(standing_site))
        pages[code] = [(name, address, Client().get(address)) for name, address in addresses]
    return pages


@pytest.fixture
def mail_server(settings) -> Iterator[MailServer]:
    """A server that takes every mail of the site, unless the test says otherwise."""
    with running_mail_server() as server:
        settings.MAIL = environment.mail(server.url)
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        settings.MAIL_FROM = "news@example.org"
        settings.SITE_ADDRESS = "http://testserver"
        yield server


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what needs no database: SQLite's run has told all of it."""
    if connection.vendor != "postgresql":
        return
    asked = [item for item in items if _needs_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not _needs_database(item)])
    items[:] = asked


def _needs_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db", "live_server"}
    return bool(item.get_closest_marker("django_db") or fixtures & set(item.fixturenames))
