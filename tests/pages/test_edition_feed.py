"""The feed of an edition: all that it publishes, in one order."""

from datetime import timedelta

import pytest
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_book,
    make_cartoon,
    make_gallery,
    make_issue,
    make_news_picture,
    make_page,
    make_video,
)
from tests.feeds import ATOM, read_atom, read_json
from tests.site import Site
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
SITE = {"en": "Nejat Society", "ar": "جمعية النجاة", "fa": "انجمن نجات", "sq": "Shoqata Nejat"}


def _one_of_each(code: str) -> list[str]:
    """Publish a work of each kind, an hour apart, and return their ids as feeds name them."""
    made = (
        ("articles", make_article(code, published_at=PUBLISHED_AT)),
        ("publications/books", make_book(code, published_at=PUBLISHED_AT + HOUR)),
        ("media/cartoons", make_cartoon(code, published_at=PUBLISHED_AT + 2 * HOUR)),
        ("publications/newsletter", make_issue(code, published_at=PUBLISHED_AT + 3 * HOUR)),
        ("media/newspics", make_news_picture(code, published_at=PUBLISHED_AT + 4 * HOUR)),
        ("media/photos", make_gallery(code, published_at=PUBLISHED_AT + 5 * HOUR)),
        (
            "publications/pars-brief",
            make_issue(code, "pars-brief", published_at=PUBLISHED_AT + 6 * HOUR),
        ),
        ("media/videos", make_video(code, published_at=PUBLISHED_AT + 7 * HOUR)),
    )
    return [f"tag:nejatngo.org,2003:{code}/{path}/{work.pk}" for path, work in made]


@pytest.mark.parametrize("code", CODES)
def test_it_holds_works_of_every_kind_the_newest_first(client, code):
    ids = _one_of_each(code)
    make_page(code)
    make_article("ar" if code == "en" else "en")

    atom = read_atom(client, f"/{code}/feed/")
    feed = read_json(client, f"/{code}/feed.json")

    assert [entry.findtext(f"{ATOM}id") for entry in atom.findall(f"{ATOM}entry")] == ids[::-1]
    assert [item["id"] for item in feed["items"]] == ids[::-1]
    assert (feed["title"], feed["home_page_url"]) == (SITE[code], f"http://testserver/{code}/")
    assert atom.findtext(f"{ATOM}title") == SITE[code]


def test_it_holds_the_newest_twenty(client):
    for number in range(15):
        make_article("en", title=f"a{number}", published_at=PUBLISHED_AT + 2 * number * HOUR)
        make_book("en", title=f"b{number}", published_at=PUBLISHED_AT + (2 * number + 1) * HOUR)

    titles = [item["title"] for item in read_json(client, "/en/feed.json")["items"]]

    expected = [f"{kind}{number}" for number in range(14, 4, -1) for kind in "ba"]
    assert titles == expected


def test_a_reader_who_knows_it_is_told_so(client):
    ids = _one_of_each("fa")
    first = client.get("/fa/feed/")
    known = {"if-none-match": first["ETag"]}

    with captured() as statements:
        again = client.get("/fa/feed/", headers=known)
    make_cartoon("fa")
    changed = client.get("/fa/feed/", headers=known)

    assert (len(ids), again.status_code, changed.status_code) == (8, 304, 200)
    assert len(statements) == 28


@pytest.mark.parametrize("works", [1, 2])
def test_its_queries_do_not_grow_with_its_entries(client, works):
    Site(works)
    client.get("/fa/feed/")  # content types are cached from now on

    with captured() as statements:
        feed = read_atom(client, "/fa/feed/")

    assert len(feed.findall(f"{ATOM}entry")) == 8 * works
    assert len(statements) == 36
    assert base_columns_read(statements) == set()


@pytest.mark.parametrize("page", ["", "articles/", "search/", "about/"])
def test_every_page_says_where_it_is(client, page):
    html = LexborHTMLParser(client.get(f"/fa/{page}").content.decode())

    links = {
        link.attributes["type"]: (link.attributes["href"], link.attributes["title"])
        for link in html.css("link[rel=alternate][href^='/fa/feed']")
    }
    assert links == {
        "application/atom+xml": ("/fa/feed/", "انجمن نجات"),
        "application/feed+json": ("/fa/feed.json", "انجمن نجات"),
    }
