"""What is one address, and what is noted of where it was linked."""

from urllib.parse import quote

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from nejat.editions.addresses import edition_of
from nejat.missing.addresses import normal_path, path_asked, referring_page
from nejat.missing.probes import is_probe

NAME = "نامه\u200cای-به-خانه"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("/fa/old-page/", "/fa/old-page"),
        ("fa//Old-Page", "/fa/old-page"),
        ("/fa/./uploads/./a.pdf", "/fa/uploads/a.pdf"),
        (f"/fa/{NAME}/", f"/fa/{NAME}"),
        (f"/fa/{quote(NAME)}", f"/fa/{NAME}"),
        (f"/fa/{quote(quote(NAME))}", f"/fa/{NAME}"),
        ("/sq/e\u0308", "/sq/ë"),
        ("/sq/%C3%8B", "/sq/ë"),
        ("/fa/%ff%fe", "/fa/��"),
        ("/fa/100%", "/fa/100%"),
        ("/fa/%zz", "/fa/%zz"),
        ("/fa/a\x00b\r\nc", "/fa/a%00b%0D%0Ac"),
        ("/fa/\u202e\u2066gpj", "/fa/%E2%80%AE%E2%81%A6gpj"),
        ("/fa/about/%20", "/fa/about/%20"),
        ("/fa/what%3F%23", "/fa/what%3F%23"),
        ("/fa/../etc", "/fa/../etc"),
        ("", "/"),
    ],
)
def test_all_forms_of_an_address_are_kept_as_one(written, kept):
    assert normal_path(written) == kept


@given(st.text(max_size=60))
def test_what_is_kept_stays_as_it_is(text):
    kept = normal_path(text)

    assert normal_path(kept) == kept


@given(st.text(max_size=60))
def test_what_is_kept_can_be_seen_and_stored(text):
    kept = normal_path(text)

    assert [sign for sign in kept if not sign.isprintable() and sign not in "\u200c\u200d"] == []
    assert set(kept) & set(" ?#\x00") == set()
    assert kept.encode()


@pytest.mark.parametrize(
    ("path", "code"),
    [("/fa/a", "fa"), ("fa/a", "fa"), ("/fa", "fa"), ("/xx/a", ""), ("//fa/a", ""), ("/", "")],
)
def test_an_edition_is_the_first_part_of_a_path(path, code):
    assert edition_of(path) == code


def _request(path: str, **headers: str):
    request = RequestFactory().get(path, headers=headers)
    request.edition = type("Edition", (), {"code": "fa"})
    return request


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/fa/old-page/?utm_source=mail", "/fa/old-page"),
        ("/fa/?p=0012", "/fa/posts/12"),
        ("/fa/?attachment_id=7&amp=1", "/fa/posts/7"),
        ("/fa/?p=" + "9" * 400, ""),
        ("/fa/?p=%DB%B1", ""),
        ("/fa/?feed=rss2", ""),
        ("/fa/", ""),
        ("/fa//", ""),
        ("/xx/old-page/", ""),
        ("/files/old.pdf", ""),
        ("/fa/" + "x" * 996, "/fa/" + "x" * 996),
        ("/fa/" + "x" * 997, ""),
        ("/fa/" + quote("\u202e" * 300), ""),
    ],
)
def test_what_a_request_asks_for(address, path):
    assert path_asked(_request(address)) == path


@pytest.mark.parametrize(
    ("referer", "noted"),
    [
        ("https://example.org/news/Iran/?q=secret#part", "example.org/news/iran"),
        ("https://mina:password@example.org/", "example.org"),
        ("http://example.org:8080/a", "example.org:8080/a"),
        ("http://testserver/fa/articles/", "testserver/fa/articles"),
        (f"http://testserver/fa/{quote(NAME)}/", f"testserver/fa/{NAME}"),
        ("http://testserver/fa/unsubscribe/1:abc/", ""),
        ("http://testserver/en/subscribe/confirm/1:abc/", ""),
        ("https://example.org/" + "a" * 2000, "example.org/" + "a" * 288),
        ("https://example.org/\u202egpj", "example.org/%E2%80%AEgpj"),
        ("android-app://com.example/", ""),
        ("javascript:alert(1)", ""),
        ("https://[broken", ""),
        ("//example.org/a", ""),
        ("", ""),
    ],
)
def test_of_a_referring_page_host_and_path_are_noted_and_nothing_private(referer, noted):
    assert referring_page(_request("/fa/nowhere/", referer=referer)) == noted


@pytest.mark.parametrize(
    "path",
    [
        "/fa/wp-login.php",
        "/fa/.env",
        "/fa/.git/config",
        "/fa/backup.sql",
        "/fa/wp-admin/setup-config",
        "/fa/xmlrpc",
        "/fa/index.php/x",
        "/fa/favicon.ico",
        "/fa/apple-touch-icon-120x120.png",
    ],
)
def test_what_machines_try_is_known(path):
    assert is_probe(path)


@pytest.mark.parametrize(
    "path",
    ["/fa/posts/12", "/fa/wp-content/uploads/2020/a.pdf", "/fa/php-and-we", "/fa/the-.env-file"],
)
def test_what_readers_follow_is_no_probe(path):
    assert not is_probe(path)
