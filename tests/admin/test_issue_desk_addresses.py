"""Addresses pasted at the desk of issues: articles of ours, pages of others, and nonsense."""

from urllib.parse import quote

import pytest

from articles.models import Article
from nejat.editions.registry import CODES
from publications.models import Issue
from tests.admin.desk import nodes, texts
from tests.factories import make_article

pytestmark = pytest.mark.django_db

GATHER = "/admin/publications/issue/gather/"
FOREIGN = "https://www.example.org/news/1?a=b"


@pytest.fixture
def host(settings, admin_client) -> None:
    """Staff reach the site under a name of the web."""
    settings.ALLOWED_HOSTS = ["desk.example"]
    admin_client.defaults["SERVER_NAME"] = "desk.example"


def _put(client, addresses: str, *articles: Article):
    data = {"series": "newsletter", "articles": [a.pk for a in articles], "addresses": addresses}
    return client.post(GATHER, data)


def _inside(issue: Issue) -> list[object]:
    """The articles and addresses in an issue, in their order."""
    return [row.article or row.source_address_en for row in issue.entries.all()]


@pytest.mark.parametrize("interface", ["en", "fa"])
@pytest.mark.parametrize("code", CODES)
def test_an_address_of_ours_is_its_article_in_every_edition(speak, host, interface, code):
    article = make_article(code, title="باغ A")
    path = article.url_in(code)
    given = [f"https://desk.example{path}", f"https://desk.example/{code}/articles/{article.pk}/x/"]

    _put(speak(interface), "\r\n".join([*given, "", "  " + given[0] + "?a=1#top "]))

    assert _inside(Issue.objects.get()) == [article]


@pytest.mark.parametrize("form", ["{path}", "/fa/articles/{pk}/x/", "/fa/articles/{pk}"])
@pytest.mark.parametrize("start", ["", "https://desk.example"])
def test_a_path_of_ours_is_its_article_whatever_the_slug(admin_client, host, start, form):
    article = make_article("fa")
    path = form.format(path=article.url_in("fa"), pk=article.pk)

    _put(admin_client, f"{start}{path}\n{start}{path}?a=1#top")

    assert _inside(Issue.objects.get()) == [article]


def test_a_path_of_ours_that_is_no_article_becomes_a_whole_address(admin_client, settings):
    settings.SITE_ADDRESS = "https://nejat.example"

    _put(admin_client, "/fa/about/\n/fa/articles/987041/x/")

    assert _inside(Issue.objects.get()) == [
        "https://nejat.example/fa/about/",
        "https://nejat.example/fa/articles/987041/x/",
    ]


def test_the_public_address_of_the_site_is_ours_too(admin_client, settings):
    article = make_article("fa")
    settings.SITE_ADDRESS = "https://nejat.example"

    _put(admin_client, f"https://nejat.example{article.url_in('fa')}")

    assert _inside(Issue.objects.get()) == [article]


@pytest.mark.parametrize(
    "path",
    ["/fa/articles/987041/x/", "/fa/", "/fa/nowhere/", "/admin/", "/fa/media/videos/{pk}/x/", "/"],
)
def test_an_address_of_ours_that_is_no_article_stays_an_address(admin_client, host, path):
    address = f"https://desk.example{path.format(pk=make_article().pk)}"

    _put(admin_client, address)

    assert _inside(Issue.objects.get()) == [address]


def test_what_appeared_elsewhere_has_its_address_and_host_in_every_edition(admin_client):
    _put(admin_client, f"{FOREIGN}\nexample.com/{quote('سلام')}")

    first, second = Issue.objects.get().entries.all()
    assert {first.get_in("source_address", code) for code in CODES} == {FOREIGN}
    assert {first.get_in("source_name", code) for code in CODES} == {"example.org"}
    assert (first.article, str(first)) == (None, FOREIGN)
    assert second.source_address_sq == f"https://example.com/{quote('سلام')}"


@pytest.mark.parametrize(
    "line",
    [
        "javascript:alert(1)",
        "ftp://example.org/a",
        "file:///etc/passwd",
        "data:text/html,<b>",
        "mailto:a@example.org",
        "no address at all",
        "http://[",
        "/fa/nowhere/",
        "/admin/",
        "fa/about/",
        f"/fa/topic/x/?{'a' * 500}",
        f"https://example.org/{'a' * 1000}",
    ],
)
def test_what_is_no_address_of_a_page_is_refused_and_named(admin_client, line):
    article = make_article()
    page = _put(admin_client, f"{FOREIGN}\n{line}", article)

    [error] = texts(page, ".errorlist li")
    assert line[:60] in error
    assert Issue.objects.count() == 0
    assert texts(page, "textarea[name=addresses]")[0].endswith(line)
    assert [box.attributes["value"] for box in nodes(page, "[name=articles][checked]")] == [
        str(article.pk)
    ]


def test_an_address_without_a_scheme_is_one_of_the_web(admin_client):
    _put(admin_client, "example.org/a\nhttps://example.org/a\n//example.org/a")

    assert _inside(Issue.objects.get()) == ["https://example.org/a"]


def test_an_article_that_is_ticked_and_pasted_is_there_once(admin_client, host):
    article = make_article("fa")

    _put(admin_client, f"https://desk.example{article.url_in('fa')}\n{FOREIGN}", article)

    assert _inside(Issue.objects.get()) == [article, FOREIGN]


def test_more_than_anybody_pastes_is_refused(admin_client):
    page = _put(admin_client, f"{FOREIGN}\n" * 1000)

    assert len(texts(page, ".errorlist li")) == 1
    assert Issue.objects.count() == 0
