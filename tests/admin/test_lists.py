"""The admin's lists: dots, filters and search by edition, and what they cost."""

from datetime import timedelta

import pytest
from django.contrib.admin.templatetags.admin_urls import admin_urlname
from django.urls import reverse
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from articles.models import Contributor, Series, Topic
from nejat.editions.registry import CODES
from nejat.editorial.admin.large_lists import LOOK_AHEAD, EstimatingPaginator
from nejat.editorial.columns import column
from nejat.tags.models import Tag
from tests.factories import make_article, make_comment, make_contributor, make_page, make_topic
from tests.sql import captured

pytestmark = pytest.mark.django_db

ARTICLES = "/admin/articles/article/"
TOMORROW = timezone.now() + timedelta(days=1)
YESTERDAY = timezone.now() - timedelta(days=1)


def _shown(client, address: str, **params: str) -> list[str]:
    """The rows of a list, by the text of the cell that leads to the form."""
    html = client.get(address, params).content.decode()
    rows = LexborHTMLParser(html).css("#result_list tbody th")
    return [row.text(strip=True) for row in rows]


def test_a_dot_an_edition_tells_its_phase(speak):
    make_article("en", published_at=TOMORROW, title_fa="نامه", state_fa="in_review", title_sq="L")

    dots = LexborHTMLParser(speak("en").get(ARTICLES).content.decode()).css("span.dot")

    assert [(dot.attributes["class"], dot.attributes["title"], dot.text()) for dot in dots] == [
        ("dot dot-scheduled", "English: Scheduled", "en"),
        ("dot dot-absent", "عربي: Not in this edition", "ar"),
        ("dot dot-in_review", "فارسی: In review", "fa"),
        ("dot dot-draft", "Shqip: Draft", "sq"),
    ]


@pytest.mark.parametrize("code", CODES)
def test_works_are_filtered_by_their_phase_in_one_edition(speak, code):
    other = "en" if code != "en" else "fa"
    make_article(other, title="elsewhere")
    works = {
        "draft": {"state": "draft"},
        "in_review": {"state": "in_review"},
        "scheduled": {"published_at": TOMORROW},
        "published": {},
        "expired": {"expires_at": YESTERDAY},
        "withdrawn": {"state": "withdrawn"},
    }
    for phase, fields in works.items():
        make_article(code, title=phase, **fields)

    client = speak("en")
    found = {
        phase: _shown(client, ARTICLES, **{f"phase_{code}": phase}) for phase in [*works, "absent"]
    }

    assert found == {**{phase: [phase] for phase in works}, "absent": ["elsewhere"]}


def test_filters_of_two_editions_narrow_each_other(speak):
    make_article("fa", title="one")
    make_article("fa", title="both", title_sq="Letra", state_sq="in_review")

    assert _shown(speak("en"), ARTICLES, phase_fa="published", phase_sq="in_review") == ["both"]


def test_filters_name_the_edition_they_ask_about(speak):
    html = speak("en").get(ARTICLES).content.decode()

    titles = [s.text(strip=True) for s in LexborHTMLParser(html).css("#changelist-filter summary")]
    assert titles == [
        *(f"By state in {name}" for name in ("English", "Arabic", "Persian", "Albanian")),
        "By translation",
        "By trash",
    ]


def test_a_wrong_value_of_a_filter_is_passed_over(speak):
    make_article("fa", title="نامه")

    assert _shown(speak("en"), ARTICLES, phase_fa="lost") == ["نامه"]


@pytest.mark.parametrize("code", CODES)
def test_rule_10_a_title_is_found_from_every_interface_language(speak, code):
    titles = {"en": "The spring", "ar": "الربيع", "fa": "نامه‌های بهار", "sq": "Pranvera"}
    for edition, title in titles.items():
        make_article(edition, title=title)
        make_page(edition, title=title)
        make_topic(edition, name=title)
        make_contributor(edition, name=title)
    client = speak(code)

    for address in (ARTICLES, "/admin/pages/page/"):
        found = [_shown(client, address, q=title) for title in titles.values()]
        assert found == [[title] for title in titles.values()]
    for address in ("/admin/articles/topic/", "/admin/articles/contributor/"):
        found = [_shown(client, address, q=title) for title in titles.values()]
        assert found == [[title] for title in titles.values()]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_a_list_of_works_takes_five_queries_however_long(admin_client, count):
    topic = make_topic()
    for number in range(count):
        work = make_article(CODES[number % 4], primary_topic=topic, body="<p>Long.</p>")
        make_page(CODES[number % 4])
    for _ in range(count):
        make_comment(work)

    assert _queries(admin_client, ARTICLES) == 5
    assert _queries(admin_client, "/admin/pages/page/") == 5
    # Two more for the queue: the works of its comments, and what was decided last.
    assert _queries(admin_client, "/admin/comments/comment/") == 7


@pytest.mark.parametrize("count", [1, 3, 60])
@pytest.mark.parametrize("model", [Topic, Contributor, Series, Tag])
def test_a_list_of_labels_takes_four_queries_however_long(admin_client, model, count):
    above = make_topic()
    parent = {"parent": above} if model is Topic else {}
    for number in range(count):
        model.objects.create(**{column("name", CODES[number % 4]): f"{number}"}, **parent)

    assert _queries(admin_client, reverse(admin_urlname(model._meta, "changelist"))) == 4


def _queries(client, address: str) -> int:
    """The number of statements, none of which may count rows or load long texts."""
    client.get(address)  # what is asked once a process, is asked here
    with captured() as statements:
        assert client.get(address).status_code == 200
    heavy = [sql for sql in statements if '"body_' in sql or '"intro_' in sql or "COUNT(" in sql]
    assert heavy == []
    return len(statements)


@pytest.fixture
def many_tags() -> int:
    """2,100 tags; the number of the last."""
    Tag.objects.bulk_create(Tag(name_fa=f"برچسب {number}") for number in range(2100))
    return Tag.objects.latest("pk").pk


@pytest.mark.parametrize("params", ["", "?q=برچسب", "?p=3", "?_facets=True"])
def test_a_long_list_is_never_counted(admin_client, many_tags, params):
    with captured() as statements:
        page = admin_client.get(f"/admin/tags/tag/{params}")

    assert page.status_code == 200
    assert len(page.context["cl"].result_list) == 50
    assert [sql for sql in statements if "COUNT(" in sql.upper()] == []


def test_a_long_list_is_estimated_by_its_highest_id(many_tags):
    assert EstimatingPaginator(Tag.objects.order_by("pk"), 50).count == many_tags


def test_a_long_filtered_list_is_counted_some_way_ahead(many_tags):
    found = Tag.objects.filter(name_fa__gt="").order_by("pk")

    assert EstimatingPaginator(found, 50).count == LOOK_AHEAD
    assert EstimatingPaginator(found, 50, start=1950).count == 2100


def test_the_last_row_of_a_long_filtered_list_can_be_reached(admin_client, many_tags):
    page = admin_client.get("/admin/tags/tag/?q=برچسب&p=42")

    last = list(page.context["cl"].result_list)[-1]
    assert (len(page.context["cl"].result_list), str(last)) == (50, "برچسب 2099")


@pytest.mark.parametrize("page", ["0", "-1", "x", "9999999999", "۳"])
def test_a_page_number_that_makes_no_sense_is_no_accident(admin_client, many_tags, page):
    response = admin_client.get(f"/admin/tags/tag/?p={page}", follow=True)

    assert response.status_code == 200


def test_what_a_link_from_elsewhere_leaves_of_a_list_is_counted_with_a_way_to_all(admin_client):
    topic = make_topic("en")
    make_article("en", primary_topic=topic)
    make_article("en")

    page = admin_client.get(f"/admin/articles/article/?primary_topic__id__exact={topic.pk}")

    found = LexborHTMLParser(page.content.decode()).css_first("#toolbar .quiet")
    assert " ".join(found.text().split()) == "1 result (Show all)"


@pytest.mark.parametrize(("count", "links"), [(50, 0), (51, 1), (201, 0)])
def test_a_list_of_a_few_pages_is_shown_on_one(admin_client, count, links):
    Tag.objects.bulk_create(Tag(name_en=f"Tag {number}") for number in range(count))

    page = admin_client.get("/admin/tags/tag/")

    assert len(LexborHTMLParser(page.content.decode()).css(".paginator .showall")) == links
    if links:
        assert len(admin_client.get("/admin/tags/tag/?all=").context["cl"].result_list) == count


def test_a_short_list_is_counted_exactly(many_tags):
    found = Tag.objects.filter(name_fa__endswith="7").order_by("pk")

    assert EstimatingPaginator(found, 50).count == 210
    assert EstimatingPaginator(Tag.objects.none().order_by("pk"), 50).count == 0


def test_numbers_below_and_above_a_list_are_those_of_the_interface(speak):
    for _ in range(60):
        make_article("fa", title="باغ")
    client = speak("fa")

    page = LexborHTMLParser(client.get(ARTICLES).content.decode())
    words = " ".join(page.css_first(".paginator").text().split())
    assert words.startswith("۱ ۲ ۶۰ ")
    assert page.css_first(".paginator a").attributes["href"] == "?p=2"
    assert not page.css("#toolbar .quiet")

    found = LexborHTMLParser(client.get(ARTICLES, {"q": "باغ", "p": "2"}).content.decode())
    assert found.css_first("#toolbar .quiet").text().split()[0] == "۶۰"
    assert "p=1" in found.css_first(".paginator a").attributes["href"]
    assert "q=" in found.css_first(".paginator a").attributes["href"]
