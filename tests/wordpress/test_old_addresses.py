"""Every form of address of the old site answers 301, in one hop, to a page that answers 200."""

from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from nejat.editions.registry import CODES
from nejat.wordpress.importer.records import old_address
from nejat.wordpress.models import OldAddress
from tests.factories import (
    make_article,
    make_cartoon,
    make_contributor,
    make_image,
    make_page,
    make_tag,
    make_topic,
)
from tests.sql import captured

pytestmark = pytest.mark.django_db

# What is asked for below the edition, and where it leads; {} stands for the kept slugs.
FORMS = [
    ("posts/12", "{article}"),
    ("posts/12/", "{article}"),
    ("posts/12?amp=1", "{article}"),
    ("posts/12/?amp", "{article}"),
    ("posts/12?noamp=mobile", "{article}"),
    ("posts/12/amp/", "{article}"),
    ("posts/12/amp", "{article}"),
    ("posts/12/amp/page/2", "{article}"),
    ("posts/12/amp/page/2/?amp=1", "{article}"),
    ("posts/12/feed", "{article}"),
    ("posts/12/old-slug", "{article}"),
    ("?p=12", "{article}"),
    ("?p=12&amp=1", "{article}"),
    ("2012/05/some-old-name", "{article}"),
    ("page/2", "articles/"),
    ("page/1204/", "articles/"),
    ("page/2/?amp=1", "articles/"),
    ("amp/", ""),
    ("amp/page/3", "articles/"),
    ("?amp=1", ""),
    ("topic/letters", "topic/letters/"),
    ("topic/letters/page/7", "topic/letters/"),
    ("topic/letters/page/7/", "topic/letters/"),
    ("topic/letters/?amp=1", "topic/letters/"),
    ("topic/letters/amp/page/2", "topic/letters/"),
    ("topic/letters/feed", "topic/letters/feed/"),
    ("category/archive/letters/", "topic/letters/"),
    ("topic/renamed", "topic/letters/"),
    ("tag/rain", "tag/rain/"),
    ("tag/rain/page/2", "tag/rain/"),
    ("tag/rain/feed", "tag/rain/feed/"),
    ("blog/north", "by/north/"),
    ("blog/north/page/3/", "by/north/"),
    ("blog/north/feed", "by/north/feed/"),
    ("author/north", "by/north/"),
    ("author/nobody", "articles/"),
    ("module/news", "articles/"),
    ("module/article/page/4", "articles/"),
    ("module/news/feed/", "articles/feed/"),
    ("telex", "articles/"),
    ("telex/page/9", "articles/"),
    ("telex/feed", "articles/feed/"),
    ("feed", "feed/"),
    ("?feed=rss2", "feed/"),
    ("comments/feed", "articles/feed/"),
    ("ctype/videos", "media/videos/"),
    ("ctype/videos/feed", "media/videos/feed/"),
    ("ctype/cartoons/page/2", "media/cartoons/"),
    ("ctype/photos/", "media/photos/"),
    ("ctype/newsletter", "publications/newsletter/"),
    ("ctype/unheard-of", "articles/"),
    ("posts/type/video", "media/videos/"),
    ("posts/type/video/page/5", "media/videos/"),
    ("posts/type/video/feed", "media/videos/feed/"),
    ("wp-content/uploads/./2020/a.jpg", "/files/imports/a.jpg"),
    ("wp-content/uploads/2020/a-300x200.jpg", "/files/imports/a.jpg"),
    ("wp-content/uploads/2020/a-scaled.jpg", "/files/imports/a.jpg"),
    ("wp-content/uploads/2020/A.jpg", "/files/imports/a.jpg"),
    ("?s=rain", "search/?q=rain"),
    ("?s=%D8%A8", "search/?q=%D8%A8"),
    ("history", "{page}"),
    ("history/", "{page}"),
    ("history/?amp=1", "{page}"),
    ("articles/?amp=1", "articles/"),
    ("articles/amp/", "articles/"),
    ("media/videos/?noamp=mobile", "media/videos/"),
    ("{article}?amp=1", "{article}"),
    ("{article}amp/", "{article}"),
    ("articles/{pk}/wrong-slug/?amp=1", "{article}"),
    ("articles/{pk}/wrong-slug", "{article}"),
    ("articles/{pk}", "{article}"),
    ("articles/feed", "articles/feed/"),
    ("media/cartoons/{cartoon}/wrong-slug", "media/cartoons/{cartoon}/rain/"),
    ("media/cartoons/{cartoon}", "media/cartoons/{cartoon}/rain/"),
    ("media/photos/feed", "media/photos/feed/"),
    ("wp-content/uploads/2020/garden-300x200.jpg", "{image}"),
    ("by/north", "by/north/"),
    ("by/north/feed", "by/north/feed/"),
    ("search?q=rain&amp=1", "search/?q=rain"),
]


class OldSite:
    """One of everything in an edition, with its old addresses."""

    def __init__(self, code):
        article = make_article(code, slug="letter")
        page = make_page(code, slug="history")
        topic = make_topic(code, slug="letters")
        make_tag(code, slug="rain")
        make_contributor(code, slug="north")
        image = make_image(code)
        self.names = {
            "image": image.file.url,
            "cartoon": make_cartoon(code, slug="rain", image=image).pk,
            "article": f"articles/{article.pk}/letter/",
            "page": f"pages/{page.pk}/history/",
            "pk": article.pk,
        }
        OldAddress.objects.bulk_create(
            old_address(code, path, target)
            for path, target in (
                ("posts/12", article),
                ("2012/05/some-old-name", article),
                ("history", page),
                ("topic/letters", topic),
                ("topic/renamed", topic),
                ("wp-content/uploads/2020/a.jpg", "/files/imports/a.jpg"),
                ("wp-content/uploads/2020/garden.jpg", image),
            )
        )


@pytest.mark.parametrize("code", CODES)
def test_every_old_form_leads_home_in_one_hop(client, code):
    site = OldSite(code)
    answers = {}
    for asked, expected in FORMS:
        answer = client.get(f"/{code}/{asked.format(**site.names)}")
        target = expected.format(**site.names)
        whole = target if target.startswith("/") else f"/{code}/{target}"
        if (answer.status_code, answer.get("Location")) != (301, whole):
            answers[asked] = (answer.status_code, answer.get("Location"), whole)

    assert answers == {}


@pytest.mark.parametrize("code", CODES)
def test_what_they_lead_to_answers(client, code):
    site = OldSite(code)
    targets = {target.format(**site.names) for _, target in FORMS}

    answers = {
        target: client.get(f"/{code}/{target}").status_code
        for target in targets
        if not target.startswith("/")
    }

    assert set(answers.values()) == {200}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("en", "2024/05/14", "2024/5"),
        ("en", "2024/05", "2024/5"),
        ("en", "2024/05/page/2/", "2024/5"),
        ("fa", "2024/05/14", "1403/2"),
        ("fa", "1403/02/25", "1403/2"),
        ("ar", "2024/5/14/feed", "2024/5"),
    ],
)
def test_days_lead_to_their_month_in_the_calendar_of_the_edition(client, code, old, new):
    answer = client.get(f"/{code}/{old}")

    assert (answer.status_code, answer["Location"]) == (301, f"/{code}/archive/{new}/")


def test_a_year_leads_to_the_archive(client):
    assert client.get("/fa/2024")["Location"] == "/fa/archive/"


@pytest.mark.parametrize(
    "path",
    [
        "posts/999",
        "posts/999/",
        "?p=999",
        "wp-content/uploads/unknown.jpg",
        "topic/nothing",
        "tag/nothing/page/2",
        "blog/nothing",
        "articles/999/letter",
        "articles/999/letter/?amp=1",
        "articles/nothing",
        "pages/999",
        "by/nothing",
        "series/nothing/amp/",
        "2024/13/01",
        "9999/12/32",
        "1403/14/01",
        "posts/" + "9" * 400,
        "nothing",
        "%00",
        "%ff%fe/",
        "%ff%fe",
        "%ff%fe/page/2",
        "topic/" + "%d8" * 300,
    ],
)
@pytest.mark.parametrize("code", ["en", "fa"])
def test_what_was_never_there_is_not_found(client, code, path):
    assert client.get(f"/{code}/{path}").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"published_at": timezone.now() + timedelta(days=2)},
        {"expires_at": timezone.now() - timedelta(days=2)},
    ],
)
def test_what_readers_may_not_see_is_not_found(client, fields):
    article = make_article("fa", **fields)
    old_address("fa", "posts/12", article).save()

    assert client.get("/fa/posts/12").status_code == 404
    assert client.get("/fa/?p=12").status_code == 404


def test_an_old_address_holds_in_its_own_edition_only(client):
    old_address("fa", "posts/12", make_article("fa")).save()

    assert client.get("/en/posts/12").status_code == 404


def test_an_address_whose_work_is_gone_is_not_found(client):
    kind = ContentType.objects.get(app_label="articles", model="article")
    OldAddress.objects.create(edition="fa", path="posts/12", content_type=kind, object_id=999)

    assert client.get("/fa/posts/12").status_code == 404


def test_forms_are_not_redirected(client):
    assert client.post("/fa/posts/12").status_code == 404


def test_our_own_addresses_cost_no_look_up(client):
    article = make_article("fa", slug="letter")

    with captured() as statements:
        answer = client.get(f"/fa/articles/{article.pk}/letter/")

    assert answer.status_code == 200
    assert [sql for sql in statements if "oldaddress" in sql] == []


@pytest.mark.parametrize("path", ["archive", "media/videos", "articles/{pk}/letter"])
def test_a_missing_slash_costs_no_page(client, path):
    article = make_article("fa", slug="letter")

    with captured() as statements:
        answer = client.get(f"/fa/{path.format(pk=article.pk)}")

    assert answer.status_code == 301
    assert len(statements) <= 2  # the table of old addresses, and the work


def test_a_tag_may_be_called_amp(client):
    make_tag("fa", slug="amp")

    assert client.get("/fa/tag/amp")["Location"] == "/fa/tag/amp/"
    assert client.get("/fa/tag/amp/").status_code == 200
