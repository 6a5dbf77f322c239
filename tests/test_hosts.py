"""Reading under another scheme or host leads to the one address of the site, in one hop."""

import pytest

from tests.factories import make_article

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


def test_an_unknown_host_is_refused(client):
    assert client.get("/fa/", headers={"host": "elsewhere.example"}).status_code == 400
