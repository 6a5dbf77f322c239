"""Breaking news, strips of topics and the other parts of the home page below the newest."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import Topic
from nejat.pages.models import BreakingNews
from nejat.staff.groups import EDITORS
from tests.factories import (
    make_article,
    make_book,
    make_cartoon,
    make_issue,
    make_news_picture,
    make_video,
)
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def _home(client, code: str = "en", moment: datetime = NOW) -> LexborHTMLParser:
    with time_machine.travel(moment, tick=False):
        return LexborHTMLParser(client.get(f"/{code}/").content.decode())


def _news(text: str, **fields: object) -> BreakingNews:
    moments = {"starts_at": NOW - HOUR, "expires_at": NOW + HOUR}
    return BreakingNews.objects.create(**{"edition": "en", "text": text, **moments, **fields})


def _breaking(page: LexborHTMLParser) -> list[str]:
    return [line.text() for line in page.css(".breaking li")]


def _topic(name: str, **fields: object) -> Topic:
    return Topic.objects.create(name_en=name, slug_en=name.lower(), **fields)


def _strips(page: LexborHTMLParser) -> dict[str, list[str]]:
    return {
        strip.css_first("h2").text(): [link.text() for link in strip.css("li div > a")]
        for strip in page.css(".strip")
    }


def test_breaking_news_begin_and_expire_by_the_clock(client):
    _news("Gates open")

    shown = [_breaking(_home(client, moment=NOW + hours * HOUR)) for hours in (-2, -1, 0, 1)]

    assert shown == [[], ["Gates open"], ["Gates open"], []]


def test_staff_see_which_breaking_news_are_shown_now(admin_client):
    _news("Over")
    _news("Gates open", expires_at=timezone.now() + HOUR)
    _news("To come", starts_at=timezone.now() + HOUR, expires_at=timezone.now() + 2 * HOUR)

    page = LexborHTMLParser(admin_client.get("/admin/pages/breakingnews/").content.decode())

    shown = {
        row.css_first(".field-text").text(): row.css_first(".field-is_shown img").attributes["alt"]
        for row in page.css("#result_list tbody tr")
    }
    assert shown == {"Over": "False", "Gates open": "True", "To come": "False"}


def test_breaking_news_are_for_who_works_on_the_edition(client):
    client.force_login(make_staff(EDITORS, editions=["fa"]))
    theirs, add = _news("Gates open"), "/admin/pages/breakingnews/add/"
    times = {"starts_at_0": "2024-06-01", "starts_at_1": "10:00", "expires_at_0": "2024-06-02"}
    sent = {"text": "باز", "address": "", "expires_at_1": "10:00", **times}

    refused = client.post(add, sent | {"edition": "en"})
    taken = client.post(add, sent | {"edition": "fa"})
    changed = client.post(f"/admin/pages/breakingnews/{theirs.pk}/change/", sent)

    assert (refused.status_code, taken.status_code, changed.status_code) == (200, 302, 403)
    assert sorted(BreakingNews.objects.values_list("edition", flat=True)) == ["en", "fa"]


def test_breaking_news_stand_in_their_own_edition_newest_first(client):
    _news("older", starts_at=NOW - 2 * HOUR)
    _news("newer", address="/en/articles/")
    _news("خبر", edition="fa")

    page = _home(client)

    assert _breaking(page) == ["newer", "older"]
    assert [a.attributes["href"] for a in page.css(".breaking a")] == ["/en/articles/"]
    assert _breaking(_home(client, "fa")) == ["خبر"]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example/", "news", "/a b", "/\\x"]
)
def test_breaking_news_lead_nowhere_dangerous(address):
    news = _news("Gates open", address=address)

    with pytest.raises(ValidationError) as refusal:
        news.full_clean()
    assert list(refusal.value.message_dict) == ["address"]


def test_breaking_news_cannot_expire_before_they_begin():
    news = _news("Gates open", expires_at=NOW - 2 * HOUR)

    with pytest.raises(ValidationError) as refusal:
        news.full_clean()
    assert list(refusal.value.message_dict) == ["expires_at"]


def test_a_strip_holds_the_newest_of_its_topic_and_of_those_below_it(client):
    family = _topic("Family", is_on_home=True, position=2)
    letters = _topic("Letters", parent=family)
    archive = _topic("Archive", is_on_home=True, position=1)
    _topic("Empty", is_on_home=True)
    hidden = _topic("Hidden")
    for number in range(6):
        topic = letters if number % 2 else family
        make_article(
            "en", title=f"F{number}", primary_topic=topic, published_at=NOW + number * HOUR
        )
    make_article("en", title="A", primary_topic=archive)
    make_article("en", title="H", primary_topic=hidden)
    make_article("fa", title="ف", primary_topic=family)

    strips = _strips(_home(client, moment=NOW + 9 * HOUR))

    assert strips == {"Archive": ["A"], "Family": ["F5", "F4", "F3", "F2"]}
    assert list(strips) == ["Archive", "Family"]


def test_every_kind_has_its_part_with_its_newest_first(client):
    for make in (make_video, make_news_picture, make_cartoon):
        for number in range(5):
            make("en", title=f"{make.__name__} {number}")
    make_book("en", title="A book")
    make_issue("en", title="An issue")

    page = _home(client, moment=datetime(2030, 1, 1, tzinfo=UTC))

    titles = [h2.text() for h2 in page.css(".tile h2")]
    kinds = ("make_video", "make_cartoon", "make_news_picture")
    media = [f"{kind} {number}" for kind in kinds for number in (4, 3, 2, 1)]
    assert titles == [*media, "An issue", "A book"]
