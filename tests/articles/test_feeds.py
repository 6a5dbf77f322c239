"""Feeds of articles as Atom, read as a feed reader reads them."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.utils import translation

from articles.feeds import ArticleFeed
from nejat.editions.registry import CODES, get_edition
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_contributor,
    make_series,
    make_tag,
    make_topic,
)

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HOUR = timedelta(hours=1)
SITE = {"en": "Nejat Society", "ar": "جمعية النجاة", "fa": "انجمن نجات", "sq": "Shoqata Nejat"}
ARTICLES = {"en": "Articles", "ar": "مقالات", "fa": "مقالات", "sq": "Artikuj"}


def _feed(client, address: str) -> ET.Element:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (
        200,
        "application/atom+xml; charset=utf-8",
    )
    return ET.fromstring(response.content)


def _titles(feed: ET.Element) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")]


@pytest.mark.parametrize("code", CODES)
def test_a_feed_names_the_site_in_the_language_of_its_edition(client, code):
    feed = _feed(client, f"/{code}/articles/feed/")

    assert feed.tag == f"{ATOM}feed"
    assert feed.attrib[LANGUAGE] == code
    assert feed.findtext(f"{ATOM}title") == f"{ARTICLES[code]} – {SITE[code]}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == SITE[code]
    links = {link.attrib["rel"]: link.attrib["href"] for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": f"http://testserver/{code}/articles/",
        "self": f"http://testserver/{code}/articles/feed/",
    }


@pytest.mark.parametrize("code", CODES)
def test_an_entry_tells_what_where_and_when(client, code):
    with time_machine.travel(PUBLISHED_AT + HOUR, tick=False):
        work = make_article(code, title="A & <B> «نامه»", standfirst="Two & <three>.")

    feed = _feed(client, f"/{code}/articles/feed/")

    [entry] = feed.findall(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "A & <B> «نامه»"
    assert entry.findtext(f"{ATOM}summary") == "Two & <three>."
    assert entry.find(f"{ATOM}link").attrib["href"] == f"http://testserver{work.url_in(code)}"
    assert entry.findtext(f"{ATOM}published") == PUBLISHED_AT.isoformat()
    assert entry.findtext(f"{ATOM}updated") == (PUBLISHED_AT + HOUR).isoformat()
    assert feed.findtext(f"{ATOM}updated") == (PUBLISHED_AT + HOUR).isoformat()


def test_a_scheduled_entry_was_last_changed_when_it_came_out(client):
    with time_machine.travel(PUBLISHED_AT - HOUR, tick=False):
        make_article("en")

    entry = _feed(client, "/en/articles/feed/").find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}updated") == PUBLISHED_AT.isoformat()


def test_entries_are_the_newest_twenty_newest_first(client):
    for number in range(22):
        make_article("en", title=str(number), published_at=PUBLISHED_AT + number // 2 * HOUR)

    titles = _titles(_feed(client, "/en/articles/feed/"))

    assert titles == [str(number) for number in range(21, 1, -1)]


def test_a_feed_holds_only_what_is_public_now(client):
    make_article("fa", title="1", published_at=PUBLISHED_AT, expires_at=PUBLISHED_AT + 2 * HOUR)
    make_article("fa", title="2", published_at=PUBLISHED_AT + HOUR)
    make_article("fa", state="draft")
    make_article("fa", state="withdrawn")
    make_article("en")

    seen = []
    for hours in range(-1, 3):
        with time_machine.travel(PUBLISHED_AT + hours * HOUR, tick=False):
            seen.append(_titles(_feed(client, "/fa/articles/feed/")))

    assert seen == [[], ["1"], ["2", "1"], ["2"]]


def test_an_entry_keeps_its_name_when_its_address_changes(client):
    work = make_article("en")
    before = _feed(client, "/en/articles/feed/").findtext(f"{ATOM}entry/{ATOM}id")
    work.slug_en = "corrected"
    work.save()

    entry = _feed(client, "/en/articles/feed/").find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}id") == before
    assert entry.find(f"{ATOM}link").attrib["href"] == (
        f"http://testserver/en/articles/{work.pk}/corrected/"
    )


def test_entries_have_names_of_their_own_in_each_edition(client):
    for code in CODES:
        make_article("en", **{f"title_{code}": "A", f"state_{code}": "published"})

    names = [
        name.text
        for code in CODES
        for name in _feed(client, f"/{code}/articles/feed/").iter(f"{ATOM}id")
        if name.text.startswith("tag:")
    ]

    assert len(names) == len(set(names)) == 7  # four in English, one in each of the others


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("make", "place"),
    [(make_topic, "topics"), (make_tag, "tags"), (make_contributor, "by")],
)
def test_the_feed_of_a_label_holds_what_stands_under_it(client, code, make, place):
    label = make(code, name="A & B")
    make_article(code, title="under it", **{place: [label]})
    make_article(code, title="beside it")

    feed = _feed(client, label.url_in(code) + "feed/")

    assert _titles(feed) == ["under it"]
    assert feed.findtext(f"{ATOM}title") == f"A & B – {SITE[code]}"
    assert feed.find(f"{ATOM}link[@rel='alternate']").attrib["href"] == (
        f"http://testserver{label.url_in(code)}"
    )


def test_the_feed_of_a_series_holds_its_parts(client):
    series = make_series("sq")
    make_article("sq", title="part", series=series, part=1)
    make_article("sq")

    assert _titles(_feed(client, series.url_in("sq") + "feed/")) == ["part"]


def test_the_feed_of_a_topic_includes_the_topics_below_it(client):
    above = make_topic("en")
    make_article("en", title="below", topics=[make_topic("en", parent=above)])

    assert _titles(_feed(client, above.url_in("en") + "feed/")) == ["below"]


def test_a_feed_survives_signs_that_xml_cannot_hold(client):
    topic = make_topic("en", name="C\x01D")
    make_article(
        "en",
        title="A\x0bB \ufffe\uffff]]> 🕊\u202e",
        standfirst="E\x1fF\nG",
        body="<p>]]&gt; \x08\U0001f54a\u2067 &amp;lt;</p>",
        topics=[topic],
        by=[make_contributor("en", name="H\x02I")],
        tags=[make_tag("en", name="J\x03K")],
    )

    feed = _feed(client, topic.url_in("en") + "feed/")

    assert feed.findtext(f"{ATOM}title") == "CD – Nejat Society"
    assert _titles(feed) == ["AB ]]> 🕊\u202e"]
    assert feed.findtext(f"{ATOM}entry/{ATOM}summary") == "EF\nG"
    assert feed.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "HI"
    assert feed.find(f"{ATOM}entry/{ATOM}category").attrib["term"] == "JK"
    content = feed.findtext(f"{ATOM}entry/{ATOM}content")
    assert "<p>]]&gt; 🕊\u2067 &amp;lt;</p>" in content


def test_two_editions_asked_at_once_of_one_feed_do_not_mix(rf):
    make_article("fa", title="نامه")
    make_article("sq", title="Letra")
    feed = ArticleFeed()  # one for all editions and threads
    asked = {}
    for code in ("fa", "sq"):
        request = rf.get("/")
        request.edition = get_edition(code)
        asked[code] = feed.ask(request)

    held = {code: [work.pk for work in feed.newest(asked[code])] for code in ("fa", "sq")}
    with translation.override("fa"):
        entries = feed.entries(asked["fa"], held["fa"])

    assert [entry.title for entry in entries.values()] == ["نامه"]


def test_a_feed_of_nothing_is_a_feed(client):
    assert _titles(_feed(client, "/ar/articles/feed/")) == []
