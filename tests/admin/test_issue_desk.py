"""The desk of issues: articles and addresses gathered into a new issue or one that is there."""

import pytest
from django.contrib.admin.models import ADDITION, LogEntry

from articles.models import Article
from nejat.editions.registry import CODES
from publications.gathering import add_entries, start_issue
from publications.models import Issue
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_article, make_issue
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db

GATHER = "/admin/publications/issue/gather/"
FOREIGN = "https://www.example.org/news/1?a=b"


@pytest.fixture
def articles() -> list[Article]:
    return [
        make_article("fa", title=f"نامه {number}", title_en=f"Letter {number}")
        for number in range(5)
    ]


def _put(client, *articles: Article, addresses: str = "", to: Issue | None = None, **fields: str):
    data = {"series": "newsletter", "articles": [a.pk for a in articles], "addresses": addresses}
    return client.post(f"{GATHER}?issue={to.pk}" if to else GATHER, {**data, **fields})


def _inside(issue: Issue) -> list[object]:
    """The articles and addresses in an issue, in their order."""
    return [row.article or row.source_address_en for row in issue.entries.all()]


def _errors(page) -> list[str]:
    return texts(page, ".errorlist li")


@pytest.mark.parametrize("series", ["newsletter", "pars-brief"])
def test_five_articles_become_a_new_draft(admin_client, articles, series):
    answer = _put(admin_client, *articles, series=series)

    issue = Issue.objects.get()
    assert (answer.status_code, answer.url) == (
        302,
        f"/admin/publications/issue/{issue.pk}/change/",
    )
    assert issue.series == series
    assert set(_inside(issue)) == set(articles)
    assert [row.position for row in issue.entries.all()] == [1, 2, 3, 4, 5]
    assert {issue.get_in("state", code) for code in CODES} == {"draft"}
    assert "5 entries were added." in texts(admin_client.get(answer.url), ".messagelist li")
    assert LogEntry.objects.get().action_flag == ADDITION


def test_articles_go_in_as_they_were_offered(admin_client, articles):
    page = admin_client.get(GATHER)
    offered = [box.attributes["value"] for box in nodes(page, "[name=articles]")]

    admin_client.post(GATHER, {"series": "newsletter", "articles": offered})

    assert [str(article.pk) for article in _inside(Issue.objects.get())] == offered


def test_the_number_is_one_above_the_highest_in_each_edition(admin_client, articles):
    make_issue("fa", number=108, number_en=9)
    make_issue("en", number=12)
    make_issue("ar", "pars-brief", number=70)

    _put(admin_client, articles[0])

    issue = Issue.objects.latest("pk")
    assert [issue.get_in("number", code) for code in CODES] == [13, None, 109, None]
    assert (issue.title_en, issue.title_ar or "") == ("Nejat NewsLetter No. 13", "")


def test_the_first_issue_of_a_series_is_number_one_everywhere():
    make_issue("fa", "newsletter", number=108)

    issue = start_issue("pars-brief")

    assert [issue.get_in("number", code) for code in CODES] == [1, 1, 1, 1]


def test_a_series_without_numbers_stays_without():
    make_issue("fa", number=None)

    issue = start_issue("newsletter")

    assert [issue.get_in("number", code) for code in CODES] == [None] * 4


def test_articles_go_behind_those_that_are_there_and_each_once(admin_client, articles):
    issue = make_issue("fa", articles=articles[:2])

    answer = _put(admin_client, *articles[1:3], addresses=FOREIGN, to=issue)
    again = _put(admin_client, articles[2], addresses=f"{FOREIGN}\n{FOREIGN}", to=issue)

    assert answer.url == f"/admin/publications/issue/{issue.pk}/change/"
    assert _inside(issue) == [*articles[:3], FOREIGN]
    assert [row.position for row in issue.entries.all()] == [1, 2, 3, 4]
    assert "0 entries were added." in texts(admin_client.get(again.url), ".messagelist li")
    assert Issue.objects.count() == 1


def test_a_search_finds_words_of_titles_in_every_edition_and_keeps_the_ticks(
    admin_client, articles
):
    kept = {"articles": [articles[0].pk], "addresses": FOREIGN, "series": "pars-brief"}

    page = admin_client.post(GATHER, {**kept, "q": "4 letter", "search": "1"})

    offered = [
        (b.attributes["value"], "checked" in b.attributes) for b in nodes(page, "[name=articles]")
    ]
    assert offered == [(str(articles[0].pk), True), (str(articles[4].pk), False)]
    assert texts(page, "textarea[name=addresses]") == [FOREIGN]
    assert nodes(page, "option[selected]")[0].attributes["value"] == "pars-brief"
    assert nodes(page, "[name=q]")[0].attributes["value"] == "4 letter"
    assert Issue.objects.count() == 0
    persian = admin_client.post(GATHER, {"q": "نامه", "search": "1", "articles": kept["articles"]})
    assert [b.attributes["value"] for b in nodes(persian, "[name=articles]")] == [
        str(articles[number].pk) for number in (0, 4, 3, 2, 1)
    ]
    nothing = admin_client.post(GATHER, {"q": "%", "search": "1"})
    assert texts(nothing, ".gather-articles li") == ["No article has such a title."]


def test_nothing_makes_no_issue(admin_client):
    page = _put(admin_client)

    assert _errors(page) == ["Tick an article, or paste an address."]
    assert Issue.objects.count() == 0


@pytest.mark.parametrize(
    "data", [{"articles": ["987041"]}, {"articles": ["x"]}, {"series": "x", "addresses": FOREIGN}]
)
def test_what_was_never_offered_is_refused(admin_client, data):
    page = admin_client.post(GATHER, data)

    assert page.status_code == 200
    assert Issue.objects.count() == 0


@pytest.mark.parametrize("number", ["987041", "9" * 40])
def test_an_issue_that_is_not_there_gets_nothing(admin_client, articles, number):
    answer = admin_client.post(f"{GATHER}?issue={number}", {"articles": [articles[0].pk]})

    assert answer.status_code == 404


def test_strangers_are_led_to_the_login(client):
    answer = client.get(GATHER)

    assert (answer.status_code, answer.url) == (302, f"/admin/login/?next={GATHER}")


FOR_ENTRIES = ("view_article", "add_entry")


@pytest.mark.parametrize(
    ("rights", "new", "into"),
    [
        ([], 403, 403),
        (["view_issue"], 403, 403),
        (["add_issue", "change_issue"], 403, 403),
        (["add_issue", "view_issue", *FOR_ENTRIES], 200, 403),
        (["change_issue", *FOR_ENTRIES], 403, 403),  # readers see it
        (["change_issue", "publish_issue", *FOR_ENTRIES], 403, 200),
    ],
)
def test_who_may_add_or_change_issues_may_gather(client, articles, rights, new, into):
    issue = make_issue("fa")
    staff(client, *rights)

    assert client.get(GATHER).status_code == new
    assert client.get(f"{GATHER}?issue={issue.pk}").status_code == into
    if new == 403:
        assert _put(client, articles[0]).status_code == 403
    if into == 403:
        assert _put(client, articles[0], to=issue).status_code == 403
        assert _inside(issue) == []


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_page_takes_as_many_queries_however_many_articles(admin_client, count):
    Article.objects.bulk_create(Article(title_fa=str(n), body_fa="x") for n in range(count))
    admin_client.get(GATHER)

    with captured() as statements:
        page = admin_client.get(GATHER)

    assert len(nodes(page, "[name=articles]")) == min(count, 50)
    assert len(statements) == 3
    assert base_columns_read(statements) == set()
    assert [sql for sql in statements if '"body_' in sql] == []


def test_adding_nothing_new_adds_nothing(articles):
    issue = make_issue("fa", articles=articles)

    assert add_entries(issue, [*articles, *articles]) == 0
    assert _inside(issue) == articles
