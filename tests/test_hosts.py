"""Reading under another scheme or host leads to the one address of the site, in one hop."""

from urllib.parse import urljoin

import pytest

from tests.factories import make_article
from tests.missing.making import make_redirect

HOME = "https://nejat.example"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_address(settings):
    settings.SITE_ADDRESS = HOME
    settings.ALLOWED_HOSTS = ["nejat.example", "www.nejat.example"]
    settings.SECURE_SSL_REDIRECT = False


@pytest.mark.parametrize(
    ("secure", "host"), [(False, "nejat.example"), (True, "www.nejat.example")]
)
def test_another_scheme_or_host_leads_home(client, secure, host):
    response = client.get("/fa/articles/?before=1-1", secure=secure, headers={"host": host})

    assert response.status_code == 301
    assert response.headers["Location"] == f"{HOME}/fa/articles/?before=1-1"


def test_a_page_at_home_is_answered(client):
    response = client.get("/fa/articles/", secure=True, headers={"host": "nejat.example"})

    assert response.status_code == 200


def test_an_address_that_moved_is_reached_in_one_hop(client):
    article = make_article("en", title="A garden")
    address = f"/en/articles/{article.pk}/"
    response = client.get(f"{address}wrong/", headers={"host": "www.nejat.example"})

    assert response.status_code == 301
    assert response.headers["Location"] == f"{HOME}{address}a-garden/"


@pytest.mark.parametrize("target", ["/fa/about/", "https://example.org/a"])
def test_a_redirect_that_staff_may_take_back_is_not_kept_for_good(client, target):
    make_redirect("/fa/old-page", target)
    response = client.get("/fa/old-page/", headers={"host": "www.nejat.example"})

    assert (response.status_code, response.headers["Cache-Control"]) == (301, "no-cache")
    assert response.headers["Location"] == urljoin(HOME, target)


@pytest.mark.parametrize(("language", "code"), [("fa", "fa"), ("sq,en;q=0.5", "sq")])
def test_the_way_to_an_edition_depends_on_the_reader(client, language, code):
    asked = {"host": "www.nejat.example", "accept-language": language}
    response = client.get("/", headers=asked)

    assert (response.status_code, response.headers["Location"]) == (302, f"{HOME}/{code}/")
    assert {"Accept-Language", "Cookie"} <= set(response.headers["Vary"].split(", "))


def test_an_unknown_host_is_refused(client):
    assert client.get("/fa/", headers={"host": "elsewhere.example"}).status_code == 400
