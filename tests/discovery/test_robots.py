"""robots.txt lets crawlers in where readers are, and nowhere else."""

from urllib.robotparser import RobotFileParser

import pytest
from django.core.checks import Error, run_checks
from django.urls import resolve
from django.utils import translation

from nejat import environment
from nejat.checks import SETTINGS_TAG
from nejat.discovery.robots import BELOW_EDITION, GATHERERS
from nejat.editions.registry import CODES
from tests.factories import make_article
from tests.site import Site, page_addresses

pytestmark = pytest.mark.django_db

SITE = "https://testserver"
PAGES = ("/fa/", "/fa/articles/", "/admin/login/", "/robots.txt", "/nowhere/", "/fa/feed/")


@pytest.fixture
def public(settings):
    settings.SITE_ADDRESS, settings.ROBOTS = SITE, "allow"


def _read(client) -> str:
    response = client.get("/robots.txt", secure=True)
    assert (response.status_code, response["Content-Type"]) == (200, "text/plain; charset=utf-8")
    return response.text


def _rules(client) -> RobotFileParser:
    rules = RobotFileParser()
    rules.parse(_read(client).splitlines())
    return rules


@pytest.mark.usefixtures("public")
def test_a_crawler_may_read_pages_but_no_forms_and_not_the_admin(client):
    site = Site(1)
    rules = _rules(client)
    refused = set()
    for code in CODES:
        with translation.override(code):
            pages = dict(page_addresses(site))
        refused |= {name for name, path in pages.items() if not rules.can_fetch("Googlebot", path)}

    forms = {n for n in pages if n.startswith(("subscriptions:", "comments:", "contact:"))}
    assert refused == {"pages:search", "pages:kept", *forms}
    assert not rules.can_fetch("Googlebot", "/admin/articles/article/")
    assert rules.can_fetch("Googlebot", "/files/a.pdf")
    assert rules.can_fetch("Googlebot", "/sitemap.xml")


@pytest.mark.parametrize("path", BELOW_EDITION)
def test_every_place_that_is_closed_is_there(path):
    below = {"comment/": "1/report/", "unsubscribe/": "token/"}.get(path, "")

    with translation.override("fa"):
        assert resolve(f"/fa/{path}{below}")


@pytest.mark.usefixtures("public")
def test_the_sitemaps_are_named_with_their_whole_addresses(client):
    maps = _rules(client).site_maps()

    assert maps == [f"{SITE}/sitemap.xml", f"{SITE}/sitemap-news.xml"]
    for address in maps:
        assert client.get(address.removeprefix(SITE), secure=True).status_code == 200


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"SITE_ADDRESS": ""},
        {"ROBOTS": "deny"},
        {"DEBUG": True},
    ],
)
@pytest.mark.usefixtures("public")
def test_a_site_that_readers_do_not_use_is_closed(client, settings, elsewhere):
    for name, value in elsewhere.items():
        setattr(settings, name, value)

    assert _read(client) == "User-agent: *\nDisallow: /\n"
    tags = {path: client.get(path, secure=True).get("X-Robots-Tag") for path in PAGES}
    assert tags == dict.fromkeys(PAGES, "noindex")


@pytest.mark.usefixtures("public")
def test_the_site_that_readers_use_is_open(client):
    work = make_article("fa")

    pages = (*PAGES, work.url_in("fa"))
    tags = {path: client.get(path, secure=True).get("X-Robots-Tag") for path in pages}

    assert tags == dict.fromkeys(pages)


@pytest.mark.parametrize("policy", ["allow", "deny"])
@pytest.mark.usefixtures("public")
def test_gatherers_of_texts_are_let_in_or_kept_out(client, settings, policy):
    settings.AI_CRAWLERS = policy

    rules = _rules(client)

    assert {rules.can_fetch(name, "/fa/") for name in GATHERERS} == {policy == "allow"}
    for engine in ("Googlebot", "Bingbot", "PerplexityBot", "OAI-SearchBot"):
        assert rules.can_fetch(engine, "/fa/")
        assert not rules.can_fetch(engine, "/fa/search/?q=a")


def test_robots_txt_can_be_kept_and_takes_nothing(client):
    assert client.get("/robots.txt")["Cache-Control"] == "public, max-age=3600"
    assert client.head("/robots.txt").status_code == 200
    assert client.post("/robots.txt").status_code == 405


@pytest.mark.parametrize(
    "value",
    [
        "hub.example.org",
        "ftp://hub.example.org/",
        "https://",
        "https:///push",
        "https://hub.example.org/> ; rel=x",
        "https://hub.example.org/\r\nSet-Cookie: a",
        "https://نمونه.org/",
    ],
)
def test_a_hub_that_cannot_be_is_a_complaint(monkeypatch, value):
    monkeypatch.setattr(environment, "COMPLAINTS", complaints := [])
    monkeypatch.setenv("WEBSUB_HUB", value)

    read = environment.read("WEBSUB_HUB", environment.web_address, default="", hint="Like this.")

    assert (read, [complaint.id for complaint in complaints]) == ("", ["nejat.E001"])


@pytest.mark.parametrize("value", ["", "https://hub.example.org/", "http://127.0.0.1:8080/?a=b"])
def test_a_hub_is_an_address_of_the_web_or_nothing(value):
    assert environment.web_address(value) == value


def test_the_settings_are_right_as_they_are():
    assert [e for e in run_checks(tags=[SETTINGS_TAG]) if isinstance(e, Error)] == []
