"""Sitemaps hold what is public now, each page once, and where else it stands."""

import re
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import chain

import pytest
import time_machine
from django.core.cache import cache
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.discovery import sitemaps
from nejat.editions.registry import CODES
from tests.discovery.sitemaps import HOST, read_all, read_index, read_part
from tests.factories import (
    PUBLISHED_AT,
    in_use,
    make_article,
    make_book,
    make_cartoon,
    make_contributor,
    make_issue,
    make_page,
    make_series,
    make_tag,
    make_topic,
)
from tests.site import Site, page_addresses
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
# Robots.txt keeps crawlers from these.
CLOSED = ("subscriptions:", "comments:", "contact:", "pages:search", "pages:kept")


def _public_pages(client, site: Site) -> set[str]:
    """The pages that any reader finds and that search engines may know."""
    found = set()
    for code in CODES:
        with translation.override(code):
            named = list(page_addresses(site))
        for name, path in named:
            if name.endswith("_feed") or name.startswith(CLOSED):
                continue
            page = LexborHTMLParser(client.get(path).content.decode())
            if not page.css("meta[name=robots][content*=noindex]"):
                found.add(path)
    return found


def test_every_public_page_is_in_exactly_one_part_and_nothing_else_is(client):
    site = Site(1)
    public = _public_pages(client, site)

    listed = Counter(line.path for _, line in read_all(client))

    assert set(listed.values()) == {1}
    others = {label.url_in(code) for label in (site.topic.parent,) for code in CODES}
    assert set(listed) == public | others


def test_alternates_are_the_same_in_every_edition_and_lead_back(client):
    Site(1)
    make_article("fa")
    make_article("ar", title_sq="A", state_sq="published", published_at_sq=PUBLISHED_AT)

    lines = {line.path: line.alternates for _, line in read_all(client)}

    # A month of one calendar is none of another's.
    of_a_calendar = {path for path in lines if re.search(r"/archive/\d", path)}
    assert {path for path, alternates in lines.items() if not alternates} == of_a_calendar
    for path in lines.keys() - of_a_calendar:
        alternates = lines[path]
        assert alternates[path.split("/")[1]] == path
        assert alternates["x-default"] == alternates.get("en", next(iter(alternates.values())))
        for other in alternates.values():
            assert lines[other] == alternates


def test_a_part_says_what_the_heads_of_its_pages_say(client):
    Site(1)
    make_article("fa", title_ar="A", state_ar="published", published_at_ar=PUBLISHED_AT)

    for _, line in read_all(client):
        page = LexborHTMLParser(client.get(line.path).content.decode())
        said = {
            link.attributes["hreflang"]: link.attributes["href"].removeprefix(HOST)
            for link in page.css("link[rel=alternate][hreflang]")
        }
        assert said == line.alternates, line.path
        canonical = page.css_first("link[rel=canonical]").attributes["href"]
        assert canonical == HOST + line.path


def test_parts_are_by_edition_kind_and_month(client):
    march, may = datetime(2021, 3, 31, 23, 59, tzinfo=UTC), datetime(2021, 5, 1, tzinfo=UTC)
    make_article("fa", published_at=march)
    make_article("fa", published_at=march - HOUR)
    make_article("fa", published_at=may)
    make_article("en", published_at=may)
    make_cartoon("fa", published_at=may)
    make_issue("sq", "pars-brief", published_at=may)
    make_issue("sq", "newsletter", published_at=march)
    make_page("ar", published_at=march)
    make_cartoon("fa", published_at=may).tags.add(make_tag("fa"))

    parts = {path.removeprefix("/sitemaps/") for path in read_index(client)}

    assert parts == {
        *(f"{code}/lists/all.xml" for code in CODES),
        "fa/articles/2021-03.xml",
        "fa/articles/2021-05.xml",
        "en/articles/2021-05.xml",
        "fa/cartoons/2021-05.xml",
        "sq/pars-brief/2021-05.xml",
        "sq/newsletter/2021-03.xml",
        "ar/pages/2021-03.xml",
        "fa/tags/0.xml",
    }
    assert len(read_part(client, "/sitemaps/fa/articles/2021-03.xml")) == 2


@pytest.mark.parametrize(
    ("moment", "month"),
    [
        (datetime(2020, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), "2020-12"),
        (datetime(2021, 1, 1, tzinfo=UTC), "2021-01"),
        (datetime(2024, 2, 29, 20, 30, tzinfo=UTC), "2024-02"),  # the first of March in Tehran
        (datetime(1999, 12, 1, tzinfo=UTC), "1999-12"),
        (datetime(1900, 1, 1, tzinfo=UTC), "1900-01"),
    ],
)
def test_a_work_is_in_the_month_that_the_index_names(client, moment, month):
    work = make_article("fa", published_at=moment)

    path = f"/sitemaps/fa/articles/{month}.xml"
    assert [part for part in read_index(client) if "/articles/" in part] == [path]
    assert [line.path for line in read_part(client, path)] == [work.url_in("fa")]


def test_a_page_changed_when_it_was_saved_or_came_out(client):
    with time_machine.travel(PUBLISHED_AT + HOUR, tick=False):
        make_article("fa", title="saved")
    with time_machine.travel(PUBLISHED_AT - HOUR, tick=False):
        make_article("fa", title="came out", published_at=PUBLISHED_AT + HOUR / 2)

    path = "/sitemaps/fa/articles/2024-05.xml"

    assert [line.changed_at for line in read_part(client, path)] == [
        "2024-05-10T09:30:00+00:00",
        "2024-05-10T09:00:00+00:00",
    ]
    assert read_index(client)[path] == "2024-05-10T09:30:00+00:00"


def test_only_what_is_public_now_is_listed(client):
    end = PUBLISHED_AT + 2 * HOUR
    work = make_article("fa", title="1", expires_at=end)
    later = make_article("fa", title="2", published_at=PUBLISHED_AT + HOUR)
    make_article("fa", state="draft")
    make_article("fa", state="in_review")
    make_article("fa", state="withdrawn")

    seen = []
    for hours in range(-1, 3):
        with time_machine.travel(PUBLISHED_AT + hours * HOUR, tick=False):
            seen.append([line.path for path, line in read_all(client) if "/articles/" in path])

    first, second = work.url_in("fa"), later.url_in("fa")
    assert seen == [[], [first], [first, second], [second]]


@pytest.mark.parametrize(
    ("room", "make"),
    [
        ("topics", make_topic),
        ("tags", make_tag),
        ("series", make_series),
        ("contributors", make_contributor),
    ],
)
def test_a_label_is_listed_where_it_has_a_public_work(client, room, make):
    label = make("fa", name_en="A", slug_en="a")
    in_use(label, "en")
    in_use(make("fa", name="draft"), "en")

    assert {path for path in read_index(client) if room in path} == {f"/sitemaps/en/{room}/0.xml"}
    assert client.get(f"/sitemaps/fa/{room}/0.xml").status_code == 404

    in_use(label, "fa")
    [line] = read_part(client, f"/sitemaps/fa/{room}/0.xml")
    assert line.path == label.url_in("fa")


def test_a_topic_is_listed_for_what_stands_below_it(client):
    above = make_topic("fa")
    between = make_topic("fa", parent=above)
    in_use(make_topic("fa", parent=between))
    make_topic("fa")

    lines = read_part(client, "/sitemaps/fa/topics/0.xml")

    assert len(lines) == 3
    assert above.url_in("fa") in {line.path for line in lines}


def test_an_edition_in_which_a_work_expired_is_no_alternate(client):
    end = PUBLISHED_AT + HOUR
    titles = {"title_en": "A", "state_en": "published", "published_at_en": PUBLISHED_AT}
    work = make_article("fa", **titles, expires_at_en=end)

    [line] = read_part(client, "/sitemaps/fa/articles/2024-05.xml")

    assert line.alternates == {"fa": work.url_in("fa"), "x-default": work.url_in("fa")}


@pytest.mark.parametrize(
    "path",
    [
        "fa/articles/2021-04.xml",
        "fa/articles/2021-13.xml",
        "fa/articles/2021-00.xml",
        "fa/articles/0000-01.xml",
        "fa/articles/9999-12.xml",
        "fa/articles/2024-05-2.xml",
        "fa/articles/2024-05-0.xml",
        "fa/articles/2024-05-99999.xml",
        "fa/articles/٢٠٢٤-٠٥.xml",
        "fa/articles/all.xml",
        "fa/books/2024-05.xml",
        "fa/tags/1.xml",
        "fa/tags/-1.xml",
        "fa/tags/٠.xml",
        "fa/tags/999999999999.xml",
        "fa/tags/9999999999999999999999.xml",
        "fa/lists/1.xml",
        "fa/nothing/0.xml",
        "de/articles/2024-05.xml",
    ],
)
def test_a_part_that_is_none_is_not_found(client, path):
    make_article("fa", tags=[make_tag("fa")])

    assert client.get(f"/sitemaps/{path}").status_code == 404


def test_sitemaps_can_be_kept_for_a_while_and_take_nothing(client):
    make_article("fa")

    for path in ("/sitemap.xml", "/sitemaps/fa/articles/2024-05.xml", "/sitemap-news.xml"):
        assert client.get(path)["Cache-Control"] == "public, max-age=300"
        assert client.head(path).status_code == 200
        assert client.post(path).status_code == 405


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemaps/fa/lists/all.xml"])
def test_what_counts_all_works_is_written_anew_every_five_minutes(client, settings, path):
    settings.ALLOWED_HOSTS = ["*"]

    def read(host: str = "testserver") -> str:
        return b"".join(client.get(path, headers={"host": host}).streaming_content).decode()

    with time_machine.travel(PUBLISHED_AT + HOUR, tick=False) as clock:
        first = read()
        make_article("fa")
        with captured() as statements:
            again = read()
        assert (again, statements) == (first, [])
        assert "http://elsewhere.example/" in read("elsewhere.example")

        clock.shift(timedelta(seconds=301))
        assert read() != first


def test_what_does_not_fit_into_a_file_goes_on_in_the_next(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "LARGEST", 2)
    works = [make_article("fa", published_at=PUBLISHED_AT + n * HOUR) for n in range(5)]
    tags = [make_tag("fa") for _ in range(3)]
    works[0].tags.add(*tags)

    parts = defaultdict(list)
    for path, line in read_all(client):
        parts[path.removeprefix("/sitemaps/fa/")].append(line.path)

    paths = [work.url_in("fa") for work in works]
    assert parts["articles/2024-05.xml"] == paths[:2]
    assert parts["articles/2024-05-2.xml"] == paths[2:4]
    assert parts["articles/2024-05-3.xml"] == paths[4:]
    of_tags = [found for part, found in parts.items() if part.startswith("tags/")]
    assert sorted(chain(*of_tags)) == sorted(tag.url_in("fa") for tag in tags)
    assert max(map(len, of_tags)) <= 2


def test_signs_that_mean_something_in_xml_are_escaped(client):
    in_use(make_topic("en", name="A", slug="a&b'<c>\""), "en")

    [line] = read_part(client, "/sitemaps/en/topics/0.xml")

    assert line.path == "/en/topic/a&b'%3Cc%3E%22/"


def test_the_index_takes_one_query_and_a_part_one(client):
    counts = []
    for count in (1, 4):
        cache.clear()
        for _ in range(count):
            make_article("fa", body="<p>A</p>")
            in_use(make_topic("fa"))
            make_book("en", isbn="9780306406157")
        for path in (
            "/sitemap.xml",
            "/sitemaps/fa/articles/2024-05.xml",
            "/sitemaps/fa/topics/0.xml",
            "/sitemaps/fa/lists/all.xml",
        ):
            with captured() as statements:
                b"".join(client.get(path).streaming_content)
            counts.append(len(statements))
            assert base_columns_read(statements) == set()
            assert [sql for sql in statements if '"body_' in sql] == []

    assert counts == [1, 1, 1, 4, 1, 1, 1, 4]
