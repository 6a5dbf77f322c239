"""Lists of works find what is asked for or outdated in an edition."""

import pytest

from nejat.editorial.translations.requests import TranslationRequest
from nejat.staff.groups import EDITORS
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_article, make_issue
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def _found(client, asked: str, address: str = LIST) -> list[str]:
    return texts(client.get(f"{address}?translation={asked}"), "#result_list tbody th a")


def _outdate(title: str):
    work = make_article("en", title=title, title_fa="باغ", title_sq="Kopsht")
    work.translations.filter(edition="sq").delete()
    work.title_en = f"{title}s"
    work.save()
    return work


def test_it_finds_works_by_edition_and_each_once(admin_client):
    wanted = make_article("en", title="Wanted")
    TranslationRequest.objects.ask(wanted, ["ar", "fa"], None, "")
    _outdate("House")
    make_article("en", title="Neither", title_fa="درخت")

    assert _found(admin_client, "asked-fa") == ["Wanted"]
    assert _found(admin_client, "asked-sq") == []
    assert _found(admin_client, "outdated-fa") == ["Houses"]
    assert _found(admin_client, "outdated-ar") == []


@pytest.mark.parametrize("asked", ["x", "asked", "asked-xx", "outdated-", "-fa"])
def test_what_makes_no_sense_is_no_accident(admin_client, asked):
    make_article("en")

    assert admin_client.get(f"{LIST}?translation={asked}").status_code == 200


def test_it_offers_the_editions_of_the_account(client):
    client.force_login(make_staff(EDITORS, editions=["ar", "sq"]))
    page = client.get(LIST)

    links = [a.text() for a in nodes(page, "a[href*='translation=']")]
    assert links == [
        *("Asked for in Arabic", "Asked for in Albanian"),
        *("Outdated in Arabic", "Outdated in Albanian"),
    ]


def test_lists_of_issues_have_it_too(client):
    staff(client, "view_issue")
    issue = make_issue("en", title="Spring")
    TranslationRequest.objects.ask(issue, ["fa"], None, "")

    assert len(_found(client, "asked-fa", "/admin/publications/issue/")) == 1
