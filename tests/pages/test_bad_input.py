"""Addresses that nobody should type are answered clearly, in the edition's language."""

from urllib.parse import quote

import pytest
from django.test import Client

from nejat.editions.registry import CODES, get_edition
from tests.site import Site

pytestmark = pytest.mark.django_db

LONG = "x" * 10_000
BAD = [
    ("nowhere/", 404),
    ("articles/999999/none/", 404),
    ("articles/99999999999999999999999/none/", 404),
    ("articles/?before=yesterday", 400),
    ("articles/?before=1-", 400),
    ("articles/?before=99999999999999999-999999999999999999", 200),
    ("articles/?after=1--1", 400),
    ("articles/?after=" + "9" * 10_000, 400),
    ("articles/?before=%00", 400),
    ("articles/?before=" + quote("۱۲۳-۴"), 400),
    ("articles/?unknown=" + LONG, 200),
    ("search/?q=" + LONG, 400),
    ("search/?q=%00", 400),
    ("archive/2021/13/", 404),
    ("archive/2021/0/", 404),
    ("archive/99999999/1/", 404),
    ("archive/0/", 404),
    ("archive/9999/12/", 404),
    ("topic/%00/", 404),
    ("topic/%1f%7f/", 404),
    ("topic/%0a/", 404),
    ("topic/%ff%fe/", 404),
    ("topic/" + LONG + "/", 404),
    ("tag/" + quote("'; DROP TABLE articles_article; --") + "/", 404),
    ("series/%E2%80%AE/", 404),
    ("by/../../etc/passwd", 404),
    ("pages/1/%00/", 404),
]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(("path", "status"), BAD)
def test_bad_input_has_a_clear_answer(client, code, path, status):
    response = client.get(f"/{code}/{path}")

    assert response.status_code == status
    direction = get_edition(code).direction
    assert f'<html lang="{code}" dir="{direction}"' in response.content.decode()


@pytest.mark.parametrize("path", ["/xx/", "/xx/articles/", "/EN/", "/%00/", "/فا/"])
def test_an_unknown_edition_is_not_found_in_the_readers_language(client, path):
    response = client.get(path, headers={"accept-language": "fa"})

    assert response.status_code == 404
    assert '<html lang="fa" dir="rtl"' in response.content.decode()


def test_a_form_from_nowhere_is_refused_in_the_language_of_the_edition():
    response = Client(enforce_csrf_checks=True).post("/fa/articles/")

    assert response.status_code == 403
    assert '<html lang="fa" dir="rtl"' in response.content.decode()


def test_a_full_list_survives_cursors_from_the_future(client):
    Site(1)

    response = client.get("/en/articles/?after=99999999999999999-1")

    assert response.status_code == 200
    assert "A letter from the garden" in response.content.decode()


def test_the_first_month_of_a_calendar_is_no_accident(client):
    assert client.get("/en/archive/1/1/").status_code == 404  # before any moment a clock can name
    assert client.get("/fa/archive/1/1/").status_code == 200
