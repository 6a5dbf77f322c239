"""The front page of an edition, and the way from it through all articles."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.editions.registry import CODES
from tests.factories import PUBLISHED_AT, make_article

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NOW, tick=False):
        yield


def _page(client: Client, address: str) -> LexborHTMLParser:
    response = client.get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


def _titles(page: LexborHTMLParser, place: str = "main") -> list[str]:
    return [title.text(strip=True) for title in page.css(f"{place} .card h2")]


def _walk(client: Client, address: str, link: str) -> list[tuple[str, list[str]]]:
    """The address and the titles of each page from here on, by following a link of the pager."""
    page = _page(client, address)
    walked = [(address, _titles(page))]
    following = page.css_first(link)
    if following is None:
        return walked
    target = following.attributes["href"]
    path = target if target.startswith("/") else address.partition("?")[0] + target
    return walked + _walk(client, path, link)


def _publish(code: str, count: int) -> list[str]:
    """Articles of which some share their date; return their titles, newest first."""
    for number in range(count):
        moment = PUBLISHED_AT + number // 4 * HOUR
        make_article(code, title=f"T{number}", published_at=moment)
    return [f"T{number}" for number in reversed(range(count))]


@pytest.mark.parametrize("code", CODES)
def test_older_posts_lead_through_every_article_once_and_newer_posts_lead_back(client, code):
    titles = _publish(code, 35)
    _publish("en" if code != "en" else "fa", 3)

    there = _walk(client, f"/{code}/", ".pager-older")
    back = _walk(client, there[-1][0], ".pager-newer")

    assert [title for _, page in there for title in page] == titles
    assert [len(page) for _, page in there] == [10, 10, 10, 5]
    assert [title for _, page in reversed(back) for title in page] == titles
    assert back[-1][0].startswith(f"/{code}/articles/?after=")


@pytest.mark.parametrize("count", [0, 10])
def test_a_front_page_that_shows_everything_has_no_older_posts(client, count):
    titles = _publish("en", count)

    page = _page(client, "/en/")

    assert _titles(page) == titles
    assert page.css(".pager") == []


@pytest.mark.parametrize(
    ("code", "words"),
    [("en", "Nothing has been published here yet."), ("fa", "هنوز چیزی در اینجا منتشر نشده است.")],
)
def test_an_edition_without_articles_says_so(client, code, words):
    make_article("sq")

    assert _page(client, f"/{code}/").css_first(".empty").text() == words


@pytest.mark.parametrize("code", CODES)
def test_what_is_pinned_stands_first_and_not_twice(client, code):
    old = make_article(code, title="pinned", pinned_until=NOW + HOUR)
    _publish(code, 2)
    Article.objects.filter(pk=old.pk).update(**{f"published_at_{code}": PUBLISHED_AT - HOUR})

    page = _page(client, f"/{code}/")

    assert _titles(page) == ["pinned", "T1", "T0"]


def test_a_pin_falls_at_its_moment(client):
    make_article("en", title="pinned", published_at=PUBLISHED_AT - HOUR, pinned_until=NOW + HOUR)
    make_article("en", title="newer")

    seen = []
    for minutes in (59, 60):
        with time_machine.travel(NOW + timedelta(minutes=minutes), tick=False):
            seen.append(_titles(_page(client, "/en/")))

    assert seen == [["pinned", "newer"], ["newer", "pinned"]]


def test_a_pin_holds_in_its_own_edition(client):
    make_article("en", pinned_until=NOW + HOUR, title_fa="نامه", state_fa="published")
    make_article("en", title="newer", title_fa="تازه‌تر", state_fa="published")

    assert _titles(_page(client, "/en/")) == ["A letter home", "newer"]
    assert _titles(_page(client, "/fa/")) == ["تازه‌تر", "نامه"]


def test_what_is_pinned_and_not_public_is_not_shown(client):
    make_article("en", pinned_until=NOW + HOUR, state="draft")
    make_article("en", pinned_until=NOW + HOUR, expires_at=NOW)

    assert _titles(_page(client, "/en/")) == []


def test_pins_stand_in_their_places_then_newest_first(client):
    for number, place in enumerate([None, 2, None, 1]):
        moment = PUBLISHED_AT + number * HOUR
        pin = {"pinned_until": NOW + HOUR, "pinned_place": place}
        make_article("en", title=f"{number}", published_at=moment, **pin)

    assert _titles(_page(client, "/en/"), ".front") == ["3", "1", "2", "0"]


def test_slots_that_no_pin_fills_hold_the_newest(client):
    titles = _publish("en", 6)

    page = _page(client, "/en/")

    assert _titles(page, ".front") == titles[:4]
    assert _titles(page, ".latest") == titles[4:]


def test_more_pins_than_slots_stand_in_their_places_among_the_newest(client):
    for number in range(6):
        moment = PUBLISHED_AT + number * HOUR
        make_article("en", title=f"{number}", published_at=moment, pinned_until=NOW + HOUR)

    page = _page(client, "/en/")

    assert _titles(page, ".front") == ["5", "4", "3", "2"]
    assert _titles(page) == ["5", "4", "3", "2", "1", "0"]


def test_with_pins_older_posts_still_lead_to_the_entry_after_the_last_shown(client):
    titles = _publish("en", 25)
    newest, oldest = Article.objects.filter(title_en__in=["T24", "T0"]).order_by("-pk")
    for pinned in (newest, oldest):
        Article.objects.filter(pk=pinned.pk).update(pinned_until_en=NOW + HOUR)

    pages = [page for _, page in _walk(client, "/en/", ".pager-older")]

    assert pages[0] == ["T24", "T0", *titles[1:11]]
    assert pages[1] + pages[2] == titles[11:]


def test_recent_posts_are_the_newest_five_of_the_edition(client):
    titles = _publish("fa", 6)
    make_article("en")

    links = _page(client, "/fa/archive/").css(".aside .links li div > a")
    assert [link.text() for link in links] == titles[:5]


@pytest.mark.parametrize(
    ("code", "date", "comments"),
    [
        ("en", "May 10, 2024", "1,204 comments"),
        ("ar", "١٠ مايو ٢٠٢٤", "١٬٢٠٤ تعليقات"),
        ("fa", "۲۱ اردیبهشت ۱۴۰۳", "۱٬۲۰۴ دیدگاه"),
        ("sq", "10 maj 2024", "1\u00a0204 komente"),
    ],
)
def test_a_card_tells_of_its_date_and_comments_as_its_edition_writes(client, code, date, comments):
    make_article(code, standfirst="Two words.", comment_count=1204)

    [card] = _page(client, f"/{code}/").css(".card")

    assert card.css_first(".card-text > p").text() == "Two words."
    facts = [fact.text(strip=True) for fact in card.css(".card-foot > p")]
    assert facts == [date, comments]
    assert card.css_first("time").attributes["datetime"] == "2024-05-10T12:00:00+03:30"
