"""JSON-LD: the shape of each type in each edition, and that no title breaks out of it."""

import json

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from media_library.models import Video
from nejat.editions.registry import CODES
from publications.models import BookCredit, Issue
from tests.editorial.schema import faults
from tests.factories import (
    PUBLISHED_AT,
    TITLES,
    make_article,
    make_cartoon,
    make_contributor,
    make_gallery,
    make_image,
    make_issue,
    make_news_picture,
    make_series,
    make_tag,
    make_topic,
    make_video,
)
from tests.site import Site

pytestmark = pytest.mark.django_db

ROOT = "http://testserver"


def _all_data(client: Client, address: str) -> list[dict]:
    page = LexborHTMLParser(client.get(address).content.decode())
    return [json.loads(tag.text()) for tag in page.css('script[type="application/ld+json"]')]


def data_in(client: Client, address: str) -> dict:
    return _all_data(client, address)[0]


@pytest.mark.parametrize("code", CODES)
def test_an_article_tells_all_that_is_known_of_it(client, code):
    people = {
        role: make_contributor(code, name=role, kind=kind)
        for role, kind in (("writer", "person"), ("translator", "branch"), ("editor", "person"))
    }
    series, topic = make_series(code, name="S"), make_topic(code, name="T")
    work = make_article(
        code,
        body="<p>One two</p><p>three</p>",
        standfirst="Short.",
        lead_image=make_image(code, credit="Mina", caption="A garden", alt_text="Trees"),
        series=series,
        primary_topic=topic,
        tags=[make_tag(code, name="tea")],
    )
    for role, contributor in people.items():
        work.bylines.create(contributor=contributor, role=role)
    work.bylines.create(contributor=people["editor"], role="photographer")

    data = data_in(client, work.url_in(code))

    assert faults(data) == []
    assert (data["headline"], data["name"]) == (TITLES[code], TITLES[code])
    assert (data["datePublished"], data["wordCount"]) == (PUBLISHED_AT.isoformat(), 3)
    assert (data["articleSection"], data["keywords"]) == ("T", ["tea"])
    assert data["isPartOf"]["name"] == "S"
    image = work.lead_image
    assert data["image"] == {
        "@type": "ImageObject",
        "contentUrl": f"{ROOT}{image.file.url}",
        "thumbnailUrl": f"{ROOT}{image.file.url}",
        "width": 64,
        "height": 40,
        "caption": "A garden",
        "creditText": "Mina",
    }
    persons = {
        name: [(who["@type"], who["name"]) for who in data[name]]
        for name in ("author", "translator", "editor", "contributor")
    }
    assert persons == {
        "author": [("Person", "writer")],
        "translator": [("Organization", "translator")],
        "editor": [("Person", "editor")],
        "contributor": [("Person", "editor")],
    }


def test_who_wrote_what_appeared_elsewhere_is_not_us(client):
    ours, theirs = make_article("en"), make_article("en", source_name="The Town Courier")

    authors = [data_in(client, work.url_in("en")).get("author") for work in (ours, theirs)]

    assert [author and author["name"] for author in authors] == ["Nejat Society", None]


def test_translations_are_the_public_ones_among_equals(client):
    work = make_article("fa", title_en="A", state_en="published", title_ar="أ", state_ar="draft")

    named = {code: data_in(client, work.url_in(code))["workTranslation"] for code in ("fa", "en")}

    assert named == {
        here: [{"@type": "NewsArticle", "url": ROOT + work.url_in(other), "inLanguage": other}]
        for here, other in (("fa", "en"), ("en", "fa"))
    }
    assert "workTranslation" not in data_in(client, make_article("sq").url_in("sq"))


def test_a_film_of_another_site_tells_its_player_and_what_is_said(client):
    work = make_video("fa", image=make_image(), transcript="<p>سلام</p><p>خوبی؟</p>")

    data = data_in(client, work.url_in("fa"))

    assert faults(data) == []
    assert data["uploadDate"] == PUBLISHED_AT.isoformat()
    assert data["transcript"] == "سلام خوبی؟"
    assert data["thumbnailUrl"] == f"{ROOT}{work.image.file.url}"
    assert data["embedUrl"].startswith("https://www.youtube-nocookie.com/embed/aaaaaaaaaaa")
    assert "contentUrl" not in data


def test_a_film_of_our_own_tells_its_file(client):
    work = make_video("en", address="")
    Video.objects.filter(pk=work.pk).update(file="videos/tea.mp4")

    data = data_in(client, work.url_in("en"))

    assert (data["contentUrl"], "embedUrl" in data) == (f"{ROOT}/files/videos/tea.mp4", False)


def test_what_readers_are_warned_of_is_not_shown_to_machines(client):
    graphic = make_image(colour="red", is_graphic=True)
    gallery = make_gallery("en", images=[make_image(), graphic])
    works = [
        make_article("en", lead_image=graphic),
        make_cartoon("en", image=graphic),
        make_video("en", image=make_image(), is_graphic=True),
        gallery,
    ]

    said = [data_in(client, work.url_in("en")) for work in works]

    assert [faults(data) for data in said] == [[], [], [], []]
    assert "image" not in said[0]
    assert "contentUrl" not in said[1]
    assert ("thumbnailUrl" in said[2], said[2]["isFamilyFriendly"]) == (False, False)
    assert [image["contentUrl"] for image in said[3]["image"]] == [f"{ROOT}{make_image().file.url}"]


def test_a_gallery_names_its_pictures_with_their_captions_in_order(client):
    images = [make_image(colour=colour, caption=colour) for colour in ("red", "green")]
    gallery = make_gallery("fa", images=images)
    gallery.gallery_pictures.filter(image=images[0]).update(caption_fa="own")

    data = data_in(client, gallery.url_in("fa"))

    assert faults(data) == []
    assert [image["caption"] for image in data["image"]] == ["own", "green"]


def test_pictures_tell_their_credit_and_the_words_of_the_drawing(client):
    image = make_image(credit="Mina", caption="C")
    cartoon = make_cartoon("fa", image=image, words="گل", standfirst="S")
    picture = make_news_picture("fa", image=image)

    said = [data_in(client, work.url_in("fa")) for work in (cartoon, picture)]

    assert [faults(data) for data in said] == [[], []]
    assert [(data["creditText"], data["caption"]) for data in said] == [
        ("Mina", "S"),
        ("Mina", "C"),
    ]
    assert [data.get("embeddedTextCaption") for data in said] == ["گل", None]


def test_an_issue_tells_number_volume_series_and_articles(client):
    article = make_article("fa", title="مقاله")
    issue = make_issue("fa", "pars-brief", number=73, volume=2, articles=[article])

    data = data_in(client, issue.url_in("fa"))

    assert faults(data) == []
    assert data["issueNumber"] == 73
    volume = data["isPartOf"]
    assert (volume["volumeNumber"], volume["isPartOf"]["name"]) == (2, "پارس بریف")
    url = ROOT + article.url_in("fa")
    assert data["hasPart"] == [{"@type": "NewsArticle", "name": "مقاله", "url": url}]
    Issue.objects.filter(pk=issue.pk).update(volume_fa=None)
    assert data_in(client, issue.url_in("fa"))["isPartOf"]["@type"] == "Periodical"


def test_a_branch_that_wrote_a_book_is_an_organisation(client):
    site = Site(1)
    branch = make_contributor("en", name="Tirana", kind="branch")
    BookCredit.objects.create(book=site.book, contributor=branch)

    authors = data_in(client, site.book.url_in("en"))["author"]

    assert [(author["@type"], author["name"]) for author in authors] == [
        ("Person", "Memories"),
        ("Organization", "Tirana"),
    ]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "hostile",
    [
        "</script><script>alert(1)</script>",
        "<!-- <script> -->",
        'a"}]}, "b\\": \u2028 \u202e &amp; &#34;',
    ],
)
def test_no_title_ends_the_data_that_it_stands_in(client, code, hostile):
    topic = make_topic(code, name=hostile)
    image = make_image(code, caption=hostile, credit=hostile)
    works = [
        make_article(code, title=hostile, lead_image=image, primary_topic=topic, topics=[topic]),
        make_gallery(code, title=hostile, images=[image]),
        make_video(code, title=hostile, transcript=""),
    ]

    for shown in (*works, topic):
        page = LexborHTMLParser(client.get(shown.url_in(code)).content.decode())
        scripts = page.css('script[type="application/ld+json"]')
        said = [json.loads(script.text()) for script in scripts]
        assert [faults(data) for data in said] == [[], []]
        assert (said[0]["name"], said[1]["itemListElement"][-1]["name"]) == (hostile, hostile)
        others = page.css('script:not([src]):not([type="application/ld+json"])')
        assert [script for script in others if "alert" in script.text()] == []
