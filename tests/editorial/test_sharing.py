"""The six ways to share, as plain links."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from django.test import RequestFactory
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from nejat.editorial.sharing import ShareLink, share_links_of
from tests.factories import make_article, make_book, make_cartoon, make_issue

ADDRESS = "https://example.org/fa/articles/7/%D9%86%D8%A7%D9%85%D9%87/"
TITLES = [
    "A letter home",
    "نامه‌ای به خانه",
    "Salt & pepper #1: 100%? a+b=c",
    "</a><script>x()</script>",
    '"quoted" {title} {address} %s',
    "Një letër\nnë dy rreshta",
]
NAMES = ["Facebook", "Twitter", "Pinterest", "WhatsApp", "Telegram", "Email"]


def _parameters(link: ShareLink) -> dict[str, str]:
    query = parse_qs(urlsplit(link.url).query, strict_parsing=True)
    return {name: value for name, [value] in query.items()}


def test_there_are_six_ways_in_their_order():
    assert [link.name for link in share_links_of(ADDRESS, "A")] == NAMES


@pytest.mark.parametrize(("code", "name"), [("fa", "ایمیل"), ("ar", "البريد الإلكتروني")])
def test_the_way_by_mail_is_called_in_the_readers_language(code, name):
    with translation.override(code):
        assert str(share_links_of(ADDRESS, "A")[-1].name) == name


@pytest.mark.parametrize("title", TITLES)
def test_title_and_address_arrive_as_they_were(title):
    links = share_links_of(ADDRESS, title)

    assert [_parameters(link) for link in links] == [
        {"u": ADDRESS},
        {"url": ADDRESS, "text": title},
        {"url": ADDRESS, "description": title},
        {"text": f"{title} {ADDRESS}"},
        {"url": ADDRESS, "text": title},
        {"subject": title, "body": ADDRESS},
    ]


@pytest.mark.parametrize("title", TITLES)
def test_nothing_of_a_title_stands_outside_its_parameter(title):
    for link in share_links_of(ADDRESS, title):
        parts = urlsplit(link.url)

        assert link.url.isascii(), link.name
        assert set(link.url).isdisjoint(" \n\"'<>#{}"), link.name
        assert parts.scheme in {"https", "mailto"}, link.name
        assert parts.fragment == "", link.name


def test_persian_is_percent_encoded_as_utf_8():
    assert share_links_of("https://a.org/", "نامه‌ها")[0].url == (
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fa.org%2F"
    )
    assert share_links_of("https://a.org/", "نامه‌ها")[1].url == (
        "https://twitter.com/intent/tweet?url=https%3A%2F%2Fa.org%2F"
        "&text=%D9%86%D8%A7%D9%85%D9%87%E2%80%8C%D9%87%D8%A7"
    )


@pytest.mark.django_db
@pytest.mark.parametrize("title", TITLES)
def test_an_articles_page_shares_its_own_absolute_address(client, title):
    work = make_article("fa", title=title)

    page = LexborHTMLParser(client.get(work.url_in("fa")).content.decode())

    links = page.css(".reading .share a")
    absolute = RequestFactory().get("/").build_absolute_uri(work.url_in("fa"))
    assert [link.text() for link in links] == [*NAMES[:-1], "ایمیل", "کپی پیوند"]
    assert unquote(links[0].attributes["href"]) == (
        f"https://www.facebook.com/sharer/sharer.php?u={absolute}"
    )
    assert links[-1].attributes["href"] == work.url_in("fa")
    assert page.css('script:not([src], [type="application/ld+json"])') == []


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_article, make_book, make_issue, make_cartoon])
def test_the_ways_to_share_say_what_they_are_once(client, make):
    work = make("en")

    page = LexborHTMLParser(client.get(work.url_in("en")).content.decode())
    cards = LexborHTMLParser(client.get("/en/articles/").content.decode())

    assert [label.text() for label in page.css(".reading .share p")] == ["Share"]
    assert cards.css(".card .share p") == []


@pytest.mark.django_db
def test_a_card_shares_the_article_and_not_the_list(client):
    work = make_article("en")

    page = LexborHTMLParser(client.get("/en/articles/").content.decode())

    body = parse_qs(urlsplit(page.css(".card .share a")[-2].attributes["href"]).query)["body"]
    assert body == [f"http://testserver{work.url_in('en')}"]
