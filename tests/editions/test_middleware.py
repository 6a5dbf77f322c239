"""Which edition a request is for, and what its answer says about it."""

import pytest
import time_machine
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone, translation

from nejat.editions.middleware import edition_middleware
from nejat.editions.registry import CODES
from tests.site import Site, page_addresses

HOMES = [
    ({}, "", "en"),
    ({"edition": "fa"}, "", "fa"),
    ({"edition": "fa"}, "sq,en;q=0.5", "fa"),
    ({}, "sq", "sq"),
    ({}, "ar-EG,en;q=0.9", "ar"),
    ({}, "de,fr;q=0.9,fa;q=0.2,en;q=0.1", "fa"),
    ({}, "de", "en"),
    ({}, "*", "en"),
    ({}, "x" * 10_000, "en"),
    ({"edition": "de"}, "sq", "sq"),
    ({"edition": ""}, "ar", "ar"),
    ({"edition": "FA"}, "", "en"),
    ({"edition": "../admin"}, "", "en"),
]


@pytest.mark.parametrize(("cookies", "languages", "code"), HOMES)
def test_the_bare_address_leads_to_the_chosen_edition_else_to_the_readers_language(
    client, cookies, languages, code
):
    client.cookies.load(cookies)

    response = client.get("/", headers={"accept-language": languages})

    assert (response.status_code, response["Location"]) == (302, f"/{code}/")
    assert response["Vary"] == "Cookie, Accept-Language"
    assert response.cookies == {}


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_below_an_edition_neither_cookie_nor_browser_changes_the_language(client, code):
    client.cookies.load({"edition": "sq", settings.LANGUAGE_COOKIE_NAME: "ar"})

    response = client.get(f"/{code}/", headers={"accept-language": "fa"})

    assert response["Content-Language"] == code
    assert f'<html lang="{code}"' in response.content.decode()
    assert response.headers["Vary"] == "Accept-Encoding"


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_an_address_without_its_last_slash_stays_in_the_edition(client, code):
    for path in (f"/{code}", f"/{code}/articles"):
        response = client.get(path)

        assert (response.status_code, response["Location"]) == (301, f"{path}/")


@pytest.mark.parametrize(("path", "code"), [("/fa/x/", "fa"), ("/farsi/", "ar"), ("/FA/", "ar")])
def test_the_first_part_of_the_path_is_the_edition(rf, path, code):
    seen = []

    def view(request):
        seen.extend([request.edition.code, translation.get_language()])
        return HttpResponse()

    with translation.override("en"):
        edition_middleware(view)(rf.get(path, headers={"accept-language": "ar"}))
        after = translation.get_language()

    assert seen == [code, code]
    assert after == "en"


def test_the_answer_may_name_its_language_itself(rf):
    def view(request):
        return HttpResponse(headers={"Content-Language": "de"})

    assert edition_middleware(view)(rf.get("/fa/"))["Content-Language"] == "de"


def _stable(client: Client, address: str) -> tuple[bytes, dict[str, str]]:
    response = client.get(address)
    return response.content, dict(response.headers)


@pytest.mark.django_db
@pytest.mark.parametrize("code", CODES)
def test_pages_of_readers_set_no_cookie_and_are_the_same_for_everybody(client, admin_client, code):
    stranger = Client(headers={"accept-language": "sq"})
    stranger.cookies.load({"edition": "ar", "csrftoken": "x" * 32, "sessionid": "expired" * 4})
    site = Site()
    with translation.override(code):
        addresses = list(page_addresses(site))

    for name, address in addresses:
        # A page that no cache may keep says that it expires now.
        with time_machine.travel(timezone.now(), tick=False):
            answers = [_stable(each, address) for each in (client, stranger, admin_client)]

        assert answers == [answers[0]] * 3, name
        assert "Set-Cookie" not in answers[0][1], name
        # They may come compressed, but for those too short to be, and hits while still typing; by
        # nothing else do they vary.
        varies = set(answers[0][1].get("Vary", "Accept-Encoding").split(", "))
        asked = {"X-As-Typed"} if name == "pages:search" else set()
        assert varies == {"Accept-Encoding"} | asked, name
        assert b"csrfmiddlewaretoken" not in answers[0][0], name
    assert client.cookies == {}
