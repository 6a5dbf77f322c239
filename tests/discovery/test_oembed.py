"""Cards of our works for other sites (oEmbed)."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone, translation
from selectolax.lexbor import LexborHTMLParser

from media_library.library import make_renditions
from media_library.models import ImageAsset, Video
from nejat.discovery.share.picture import picture_of_work
from nejat.editions.registry import CODES, get_edition
from tests.factories import (
    TITLES,
    make_article,
    make_book,
    make_cartoon,
    make_gallery,
    make_image,
    make_issue,
    make_news_picture,
    make_page,
    make_topic,
    make_video,
)

pytestmark = pytest.mark.django_db

ROOT = "http://testserver"


def _ask(client: Client, address: str, **parameters: object):
    return client.get("/oembed", {"url": address, **parameters})


def _card(client: Client, work, code: str = "en", **parameters: object) -> dict:
    response = _ask(client, ROOT + work.url_in(code), **parameters)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    return response.json()


def _with_renditions(**fields) -> ImageAsset:
    image = make_image(**{"size": (1280, 800), **fields})
    make_renditions(image)
    return image


def _film(code: str = "en", **fields) -> Video:
    work = make_video(code, address="", **fields)
    Video.objects.filter(pk=work.pk).update(file="videos/tea.mp4")
    return work


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "make", [make_article, make_book, make_issue, make_gallery, make_video, make_page]
)
def test_a_work_is_a_card_of_words_in_the_language_and_direction_of_its_edition(client, make, code):
    work = make(code, standfirst="Two words.")
    address = ROOT + work.url_in(code)

    card = _card(client, work, code)

    with translation.override(code):
        site, picture = translation.gettext("Nejat Society"), picture_of_work(work)
    html = card.pop("html")
    assert card == {
        "version": "1.0",
        "type": "rich",
        "title": TITLES[code],
        "provider_name": site,
        "provider_url": f"{ROOT}/{code}/",
        "cache_age": 3600,
        "thumbnail_url": ROOT + picture.address,
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "width": 600,
        "height": 200,
    }
    quote = LexborHTMLParser(html).css_first("blockquote")
    edition = get_edition(code)
    assert dict(quote.attributes) == {"lang": code, "dir": edition.direction, "cite": address}
    link = quote.css_first("a")
    assert (link.attributes["href"], link.text()) == (address, TITLES[code])
    assert [p.text() for p in quote.css("p")] == [TITLES[code], "Two words."]
    assert quote.css_first("footer").text() == site


@pytest.mark.parametrize("make", [make_cartoon, make_news_picture])
def test_a_picture_is_a_photo(client, make):
    work = make("en", image=_with_renditions())

    card = _card(client, work)

    assert (card["type"], card["width"], card["height"]) == ("photo", 672, 420)
    assert "html" not in card
    served = client.get(card["url"].removeprefix(ROOT))
    assert (served["Content-Type"], b"".join(served)[:2]) == ("image/jpeg", b"\xff\xd8")


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        ({"maxwidth": 672}, ("photo", 672, 420)),
        ({"maxwidth": 671}, ("photo", 640, 400)),
        ({"maxheight": 410}, ("photo", 640, 400)),
        ({"maxwidth": 600}, ("photo", 320, 320)),
        ({"maxwidth": 100}, ("rich", 100, 200)),
        ({"maxwidth": 100, "maxheight": 50}, ("rich", 100, 50)),
        ({"maxwidth": "x", "maxheight": "-1"}, ("photo", 672, 420)),
        ({"maxwidth": "0", "maxheight": "9" * 30}, ("photo", 672, 420)),
    ],
)
def test_a_photo_takes_no_more_room_than_there_is(client, most, shown):
    card = _card(client, make_cartoon("en", image=_with_renditions()), **most)

    assert (card["type"], card["width"], card["height"]) == shown


@pytest.mark.parametrize(
    ("most", "size"),
    [({}, (1200, 630)), ({"maxwidth": 700}, (672, 420)), ({"maxwidth": 90}, None)],
)
def test_so_does_the_thumbnail(client, most, size):
    card = _card(client, make_article("en", lead_image=_with_renditions()), **most)

    found = (card.get("thumbnail_width"), card.get("thumbnail_height"))
    assert found == (size or (None, None))
    assert ("thumbnail_url" in card) == (size is not None)


def test_a_film_of_our_own_plays_in_the_page_of_others(client):
    work = _film(image=make_image())

    card = _card(client, work, maxwidth=320)

    assert (card["type"], card["width"], card["height"]) == ("video", 320, 200)
    film = LexborHTMLParser(card["html"]).css_first("video").attributes
    assert film["src"] == f"{ROOT}/files/videos/tea.mp4"
    assert film["poster"] == f"{ROOT}{work.image.file.url}"
    assert (film["width"], film["height"], film["preload"]) == ("320", "200", "none")


def test_films_of_other_sites_and_disturbing_ones_are_cards_of_words(client):
    graphic = _film(image=_with_renditions(), is_graphic=True)
    cartoon = make_cartoon("en", image=_with_renditions(colour="red", is_graphic=True))

    cards = [_card(client, work) for work in (make_video("en"), graphic, cartoon)]

    assert [card["type"] for card in cards] == ["rich", "rich", "rich"]
    assert [card["thumbnail_width"] for card in cards] == [1200] * 3  # a title on plain ground
    assert "thumbnail_url" not in _card(client, graphic, maxwidth=800)


def test_xml_says_the_same_as_json(client):
    work = make_article("fa", title='a <b> & "c" \x0b', standfirst="<i>")
    address = ROOT + work.url_in("fa")

    response = _ask(client, address, format="xml")

    root = ElementTree.fromstring(response.content)
    card = _ask(client, address).json()
    said = {name: str(value).replace("\x0b", "") for name, value in card.items()}
    assert (root.tag, response["Content-Type"]) == ("oembed", "text/xml; charset=utf-8")
    assert {child.tag: child.text for child in root} == said


@pytest.mark.parametrize("code", CODES)
def test_no_title_becomes_html_of_the_other_site(client, code):
    hostile = "</a></blockquote><script>alert(1)</script><img src=x onerror=alert(1)>"
    film = _film(code, title=hostile)

    for work in (make_article(code, title=hostile, standfirst=hostile), film):
        html = LexborHTMLParser(_card(client, work, code)["html"])
        assert html.css("script, img") == []
        assert [link.text() for link in html.css("a")] in ([hostile], [])


def test_any_site_may_read_the_answer_and_keep_it_for_an_hour(client):
    found = _ask(client, ROOT + make_article("en").url_in("en"))
    missing = _ask(client, f"{ROOT}/en/articles/999/x/")

    assert found["Cache-Control"] == "public, max-age=3600"
    origins = [response["Access-Control-Allow-Origin"] for response in (found, missing)]
    assert origins == ["*", "*"]
    assert client.cookies == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"state": "draft"},
        {"state": "withdrawn"},
        {"published_at": timezone.now() + timedelta(hours=1)},
        {"expires_at": timezone.now() - timedelta(hours=1)},
    ],
)
def test_what_is_not_public_has_no_card(client, admin_client, fields):
    address = ROOT + make_article("en", **fields).url_in("en")

    assert [_ask(each, address).status_code for each in (client, admin_client)] == [404, 404]


def test_an_address_of_another_day_or_form_is_that_of_the_work(client):
    work = make_article("fa", title="نامه")
    forms = ["نامه/", "another/", "%D9%86/?utm_source=x#comments"]

    cards = [_ask(client, f"{ROOT}/fa/articles/{work.pk}/{form}") for form in forms]

    assert [card.json()["title"] for card in cards] == ["نامه"] * 3


@pytest.mark.parametrize(
    "address",
    [
        "",
        "x",
        "/en/articles/1/a-letter-home/",
        "http://[",
        f"{ROOT}",
        f"{ROOT}/",
        f"{ROOT}/en/",
        f"{ROOT}/en/articles/",
        f"{ROOT}/en/articles/999/a/",
        f"{ROOT}/en/articles/{10**30}/a/",
        f"{ROOT}/xx/articles/1/a/",
        f"{ROOT}/en/articles/1/a/../b\x00/",
        f"{ROOT}/admin/",
        f"{ROOT}/oembed?url={ROOT}/oembed",
        "https://testserver/en/articles/1/a-letter-home/",
        "http://testserver:80/en/articles/1/a-letter-home/",
        "http://user@testserver/en/articles/1/a-letter-home/",
        "http://elsewhere.example/en/articles/1/a-letter-home/",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_all_other_addresses_are_not_found(client, address):
    make_article("en", pk=1)

    response = _ask(client, address)

    assert (response.status_code, response["Content-Type"]) == (404, "text/plain")


def test_a_work_has_no_card_where_it_does_not_stand(client):
    issue = make_issue("en", "pars-brief")
    about = make_page("en", place="about")
    wrong = [
        f"/en/publications/newsletter/{issue.pk}/x/",
        f"/en/pages/{about.pk}/x/",
        about.url_in("en"),
        make_topic("en").url_in("en"),
        f"/fa/publications/pars-brief/{issue.pk}/x/",
    ]

    assert [_ask(client, ROOT + path).status_code for path in wrong] == [404] * 5
    assert client.get("/oembed").status_code == 404


@pytest.mark.parametrize("asked", ["yaml", "", "XML", "json "])
def test_other_formats_are_not_implemented(client, asked):
    address = ROOT + make_article("en").url_in("en")

    assert _ask(client, address, format=asked).status_code == 501


def test_it_answers_to_readers_alone(client):
    assert client.post("/oembed").status_code == 405


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_a_work_tells_where_its_card_is(client, code):
    work = make_article(code, title='a "b" & ی')
    page = LexborHTMLParser(client.get(work.url_in(code)).content.decode())

    links = page.css("link[type$=oembed]")

    assert [link.attributes["type"] for link in links] == [
        "application/json+oembed",
        "text/xml+oembed",
    ]
    for link in links:
        href = link.attributes["href"]
        asked = parse_qs(urlsplit(href).query)
        assert asked["url"] == [ROOT + work.url_in(code)]
        assert client.get(href.removeprefix(ROOT)).status_code == 200
        assert link.attributes["title"] == 'a "b" & ی'


def test_lists_and_standing_pages_have_no_card(client):
    make_page("en", place="about")
    for path in ("/en/", "/en/articles/", "/en/about/", make_topic("en").url_in("en")):
        page = LexborHTMLParser(client.get(path).content.decode())
        assert page.css("link[type$=oembed]") == [], path


def test_addresses_in_a_card_are_those_of_the_site(client, settings):
    settings.SITE_ADDRESS = "https://nejat.example"
    settings.ALLOWED_HOSTS = ["nejat.example"]
    work = make_article("en")
    address = f"https://nejat.example{work.url_in('en')}"

    response = client.get(
        "/oembed", {"url": address}, secure=True, headers={"host": "nejat.example"}
    )

    card = response.json()
    assert card["thumbnail_url"].startswith("https://nejat.example/share/article/")
    assert card["provider_url"] == "https://nejat.example/en/"
    assert f'href="{address}"' in card["html"]


def test_a_card_costs_few_queries(client, django_assert_num_queries):
    address = ROOT + make_article("en", lead_image=make_image()).url_in("en")
    _ask(client, address)

    with django_assert_num_queries(1):
        _ask(client, address)
