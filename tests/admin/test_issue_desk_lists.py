"""The list of issues and what their form costs: queries, and what a search finds."""

import pytest

from publications.models import Issue
from tests.admin.desk import nodes
from tests.admin.test_issue_desk_form import ISSUES, form_of
from tests.factories import make_article, make_issue
from tests.sql import base_columns_read, captured

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 3])
def test_a_form_takes_as_many_queries_however_many_entries(admin_client, count):
    articles = [make_article("fa", body="<p>A</p>") for _ in range(count)]
    issue = make_issue("fa", articles=articles)
    admin_client.get(form_of(issue))

    with captured() as statements:
        admin_client.get(form_of(issue))

    # Django's search field asks for the article that is chosen in it: one by its key a row.
    chosen = [sql for sql in statements if 'FROM "articles_article" WHERE' in sql]
    assert (len(statements) - len(chosen), len(chosen)) == (17, count)
    assert base_columns_read(statements) == set()
    assert [sql for sql in statements if '"articles_article"."body_' in sql] == []


@pytest.mark.parametrize("count", [1, 3, 60])
def test_a_list_takes_five_queries_however_long(admin_client, count):
    Issue.objects.bulk_create(Issue(title_fa=str(n), slug_fa=str(n)) for n in range(count))
    admin_client.get(ISSUES)

    with captured() as statements:
        page = admin_client.get(ISSUES)

    assert len(nodes(page, "#result_list tbody tr")) == min(count, 50)
    assert len(statements) == 5
    assert [sql for sql in statements if '"body_' in sql or "COUNT(" in sql] == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [("q=107", 1), ("q=باغ", 1), ("q=واژه", 1), ("series=pars-brief", 1), ("", 3)],
)
def test_issues_are_found_by_title_number_series_and_words_of_their_pdf(admin_client, asked, found):
    make_issue("fa", title="باغ")
    issue = make_issue("en", "pars-brief", number=107, title="Letters")
    issue.files.create(edition="fa", kind="pdf", text="یک واژه")
    issue.files.create(edition="en", kind="pdf", text="یک واژه")
    make_issue("sq", title="x", number=5)

    page = admin_client.get(f"{ISSUES}?{asked}")

    assert len(nodes(page, "#result_list tbody tr")) == found
