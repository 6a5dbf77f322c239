"""A feed reader that knows a feed already is told so, and nothing more."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.http import parse_http_date

from articles.models import Byline
from media_library.models import ImageAsset
from nejat.editorial.models import Label
from nejat.editorial.states import State
from tests.factories import (
    PUBLISHED_AT,
    make_article,
    make_contributor,
    make_image,
    make_tag,
    make_topic,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
FORMS = ("feed/", "feed.json")
NOW = PUBLISHED_AT + 24 * HOUR


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def _conditions(response) -> list[dict[str, str]]:
    """The headers with which a reader asks again, each alone and both together."""
    known = {"if-none-match": response["ETag"], "if-modified-since": response["Last-Modified"]}
    return [*({name: value} for name, value in known.items()), known]


def _statuses(client, address: str, before) -> list[int]:
    return [client.get(address, headers=asked).status_code for asked in _conditions(before)]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("count", [0, 3])
def test_nothing_is_sent_twice(client, form, count):
    for _ in range(count):
        make_article("fa")
    address = f"/fa/articles/{form}"
    first = client.get(address)

    assert _statuses(client, address, first) == [304, 304, 304]
    again = client.get(address, headers=_conditions(first)[0])
    assert again.content == b""
    for name in ("ETag", "Last-Modified", "Cache-Control"):
        assert again[name] == first[name]
    assert first["Cache-Control"] == "public, max-age=300"
    assert parse_http_date(first["Last-Modified"]) == NOW.timestamp()


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_of_nothing_new_asks_no_more_than_the_feed_itself(client, form):
    make_article("fa", body=f'<figure data-image="{make_image().pk}"></figure>')
    first = client.get(f"/fa/articles/{form}")

    with captured() as statements:
        client.get(f"/fa/articles/{form}", headers=_conditions(first)[0])

    assert len(statements) == 5


def _new_one(works, clock):
    make_article("fa", published_at=PUBLISHED_AT + HOUR)


def _change_at_once(works, clock):
    clock.shift(timedelta(milliseconds=1))
    works[1].standfirst_fa = "B"
    works[1].save()


def _change_later(works, clock):
    clock.shift(5 * HOUR)
    works[1].standfirst_fa = "B"
    works[1].save()


def _withdrawal(works, clock):
    works[1].state_fa = State.WITHDRAWN
    works[1].save()


def _deletion(works, clock):
    works[1].delete()


def _expiry(works, clock):
    clock.move_to(NOW + 2 * HOUR)


def _coming_out(works, clock):
    clock.move_to(NOW + 4 * HOUR)


def _new_words_of_a_picture(works, clock):
    clock.shift(HOUR)
    image = works[2].lead_image
    image.caption_fa = "B"
    image.save()


def _picture_in_a_text_that_needs_a_warning(works, clock):
    image = ImageAsset.objects.get(caption_fa="در متن")
    image.is_graphic = True
    image.save()


def _another_name(relation: str):
    """The work stays as it is, and so does the date of its last change."""

    def change(works, clock):
        label = getattr(works[0], relation)
        label = label if isinstance(label, Label) else label.get()
        label.name_fa = "نام دیگر"
        label.save()

    change.__name__ = f"another_name_in_{relation}"
    return change


def _another_byline(works, clock):
    Byline.objects.create(article=works[1], contributor=make_contributor("fa"))


CHANGES = (
    *(_new_one, _change_at_once, _change_later, _withdrawal, _deletion),
    *(_expiry, _coming_out, _new_words_of_a_picture, _picture_in_a_text_that_needs_a_warning),
    *(_another_name("contributors"), _another_name("tags"), _another_name("primary_topic")),
    _another_byline,
)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_sent(client, clock, change, form):
    in_text = make_image("fa", colour="red", caption="در متن")
    works = [
        make_article(
            "fa", by=[make_contributor("fa")], tags=[make_tag("fa")], primary_topic=make_topic("fa")
        ),
        make_article("fa", body=f'<figure data-image="{in_text.pk}"></figure>'),
        make_article("fa", lead_image=make_image("fa")),
        make_article("fa", expires_at=NOW + HOUR),
        make_article("fa", published_at=NOW + 3 * HOUR),
    ]
    address = f"/fa/articles/{form}"
    first = client.get(address)

    change(works, clock)

    assert _statuses(client, address, first) == [200, 200, 200]
    after = client.get(address)
    assert after["ETag"] != first["ETag"]
    assert parse_http_date(after["Last-Modified"]) > parse_http_date(first["Last-Modified"])
    assert after.content != first.content
    assert _statuses(client, address, after) == [304, 304, 304]


def test_what_changes_in_another_edition_or_under_another_label_changes_nothing(client):
    topic, other = make_topic("fa"), make_topic("fa")
    make_article("fa", topics=[topic])
    address = topic.url_in("fa") + "feed.json"
    first = client.get(address)

    make_article("fa", topics=[other])
    make_article("en", topics=[topic])

    assert _statuses(client, address, first) == [304, 304, 304]


def test_another_name_of_a_label_is_a_change(client):
    topic = make_topic("fa", name="باغ")
    first = client.get(topic.url_in("fa") + "feed/")
    topic.name_fa = "باغچه"
    topic.save()

    assert _statuses(client, topic.url_in("fa") + "feed/", first) == [200, 200, 200]


@pytest.mark.parametrize("form", FORMS)
def test_a_feed_can_be_asked_for_its_head_and_takes_nothing(client, form):
    head = client.head(f"/fa/articles/{form}")

    assert (head.status_code, head.content, "ETag" in head.headers) == (200, b"", True)
    assert client.post(f"/fa/articles/{form}").status_code == 405


def test_a_reader_of_long_ago_gets_the_feed(client):
    make_article("fa")
    headers = {"if-none-match": '"old", W/"older"', "if-modified-since": "no date"}

    assert client.get("/fa/articles/feed/", headers=headers).status_code == 200
