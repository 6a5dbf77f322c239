"""Who may read an article's page, and at which address."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import Article
from nejat.editions.registry import CODES
from tests.factories import make_article

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
NOT_PUBLIC = ["draft", "undated draft", "in review", "scheduled", "expired", "withdrawn"]
BIDI_TITLES = [
    'ترجمهٔ «C++ & Python» (نسخهٔ ۲): "A<B"',
    "رسالة من Tirana إلى 30 بيتاً؟!",
    "Letra e parë: «نامه» (1400)",
]


def _not_public(kind: str, code: str) -> Article:
    now = timezone.now()
    fields = {
        "draft": {"state": "draft"},
        "undated draft": {"state": "draft", "published_at": None},
        "in review": {"state": "in_review"},
        "scheduled": {"published_at": now + HOUR},
        "expired": {"expires_at": now - HOUR},
        "withdrawn": {"state": "withdrawn"},
    }
    return make_article(code, **fields[kind])


def _page(client, work: Article, code: str) -> LexborHTMLParser:
    response = client.get(work.url_in(code))
    assert response.status_code == 200
    return LexborHTMLParser(response.content.decode())


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("slug", ["", "another/", "-/", "%D9%86/"])
def test_a_wrong_or_missing_slug_answers_301_once(client, code, slug):
    work = make_article(code)

    response = client.get(f"/{code}/articles/{work.pk}/{slug}")

    assert (response.status_code, response["Location"]) == (301, work.url_in(code))
    assert client.get(response["Location"]).status_code == 200


def test_an_address_follows_its_slug(client):
    work = make_article("en", title="Before")
    old = work.url_in("en")
    work.slug_en = "after"
    work.save()

    response = client.get(old)

    assert (response.status_code, response["Location"]) == (301, f"/en/articles/{work.pk}/after/")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_readers_find_nothing_that_is_not_public_now(client, code, kind):
    work = _not_public(kind, code)

    assert client.get(work.url_in(code)).status_code == 404
    assert client.get(f"/{code}/articles/{work.pk}/").status_code == 404


@pytest.mark.parametrize("code", CODES)
def test_an_article_is_found_in_its_own_edition_alone(client, code):
    work = make_article(code)

    statuses = {other: client.get(work.url_in(other)).status_code for other in CODES}

    assert statuses == {other: 200 if other == code else 404 for other in CODES}


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_staff_who_may_see_articles_read_what_is_not_public(client, django_user_model, kind):
    user = django_user_model.objects.create_user("editor", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_article"))
    client.force_login(user)
    work = _not_public(kind, "fa")

    response = client.get(work.url_in("fa"))

    assert response.status_code == 200
    assert response["Cache-Control"] == ("max-age=0, no-cache, no-store, must-revalidate, private")
    assert client.get(work.url_in("en")).status_code == 404


@pytest.mark.parametrize("kind", NOT_PUBLIC)
def test_staff_who_may_not_see_articles_find_nothing(client, django_user_model, kind):
    user = django_user_model.objects.create_user("moderator", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="change_comment"))
    client.force_login(user)

    assert client.get(_not_public(kind, "fa").url_in("fa")).status_code == 404


def test_a_draft_without_an_address_opens_for_staff(admin_client):
    work = make_article("en", state="draft")
    Article.objects.filter(pk=work.pk).update(slug_en="")

    assert admin_client.get(f"/en/articles/{work.pk}/-/").status_code == 200
    assert admin_client.get(f"/en/articles/{work.pk}/")["Location"] == (
        f"/en/articles/{work.pk}/-/"
    )


def test_a_public_article_is_the_same_for_staff_and_readers(client, admin_client):
    work = make_article("fa")

    with time_machine.travel(timezone.now(), tick=False):  # the form of comments holds the moment
        answers = [each.get(work.url_in("fa")) for each in (client, admin_client)]

    assert answers[0].content == answers[1].content
    assert [answer.headers.get("Cache-Control") for answer in answers] == [None, None]


@pytest.mark.parametrize("title", BIDI_TITLES)
@pytest.mark.parametrize("code", CODES)
def test_a_title_of_two_scripts_and_signs_is_shown_whole(client, code, title):
    page = _page(client, make_article(code, title=title), code)

    assert page.css_first("h1").text() == title
    assert page.css_first("title").text().startswith(f"{title} – ")


def test_a_title_for_search_engines_stands_in_the_head_alone(client):
    work = make_article("en", seo_title="For engines", seo_description="What it says.")

    page = _page(client, work, "en")

    assert page.css_first("title").text() == "For engines – Nejat Society"
    assert page.css_first("h1").text() == "A letter home"
    assert page.css_first("meta[name=description]").attributes["content"] == "What it says."


def test_the_standfirst_describes_an_article_that_has_no_description(client):
    page = _page(client, make_article("en", standfirst='Two "words" & more.'), "en")

    assert page.css_first("meta[name=description]").attributes["content"] == 'Two "words" & more.'
    assert page.css_first(".standfirst").text() == 'Two "words" & more.'


@pytest.mark.parametrize(
    ("code", "words"), [("en", "There is no text under this title."), ("fa", "زیر این عنوان")]
)
@pytest.mark.parametrize("body", ["", None])
def test_an_article_without_a_body_says_so(client, code, words, body):
    page = _page(client, make_article(code, body=body), code)

    assert page.css(".prose") == []
    assert page.css_first(".empty").text()[: len(words)] == words


def test_the_head_names_the_address_in_each_edition_that_is_public(client):
    work = make_article(
        "fa", title_en="A", state_en="published", title_ar="أ", state_ar="draft", title_sq="A"
    )

    page = _page(client, work, "fa")

    root = "http://testserver"
    assert page.css_first("link[rel=canonical]").attributes["href"] == root + work.url_in("fa")
    assert [
        (link.attributes["hreflang"], link.attributes["href"])
        for link in page.css("link[rel=alternate][hreflang]")
    ] == [
        ("en", root + work.url_in("en")),
        ("fa", root + work.url_in("fa")),
        ("x-default", root + work.url_in("en")),
    ]
    others = [link.attributes["href"] for link in page.css(".reading > header .also-in a")]
    assert others == [work.url_in("en")]


def test_a_draft_names_no_edition_in_its_head(admin_client):
    page = _page(admin_client, make_article("fa", state="draft"), "fa")

    assert page.css("link[hreflang]") == []
