"""Offline reading: switched on and off by staff, at no cost for the pages."""

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from selectolax.lexbor import LexborHTMLParser

from nejat.editions.registry import CODES
from nejat.pages.models import SiteOptions
from tests.admin.desk import filled_in, staff
from tests.sql import captured

pytestmark = pytest.mark.django_db

LIST = "/admin/pages/siteoptions/"
FORM = f"{LIST}1/change/"


@pytest.fixture
def switch(django_capture_on_commit_callbacks):
    """Return what switches offline reading on or off, as saving the form does."""

    def save(*, on: bool) -> None:
        with django_capture_on_commit_callbacks(execute=True):
            SiteOptions(offline_reading=on).save()

    return save


def scripts(client, address: str = "/fa/") -> list[str]:
    page = LexborHTMLParser(client.get(address).content.decode())
    return [
        s.attributes["src"] for s in page.css("script[src]") if "offline" in s.attributes["src"]
    ]


def test_it_is_off_until_staff_switch_it_on(client, switch):
    assert (scripts(client), SiteOptions.in_force().offline_reading) == ([], False)
    switch(on=True)
    assert (scripts(client), SiteOptions.in_force().offline_reading) == (
        ["/static/nejat/js/offline.js"],
        True,
    )
    switch(on=False)
    assert (scripts(client), SiteOptions.in_force().offline_reading) == ([], False)


def test_the_worker_that_is_given_out_keeps_articles_or_takes_itself_away(client, switch):
    off = client.get("/service-worker.js")
    switch(on=True)
    on = client.get("/service-worker.js")

    for response in (off, on):
        assert response.status_code == 200
        assert response.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert response.headers["Cache-Control"] == "no-cache"
        assert client.cookies == {}
    assert b"registration.unregister()" in off.content
    assert b"unregister" not in on.content
    assert b'addEventListener("fetch"' in on.content
    assert client.post("/service-worker.js").status_code == 405


def test_the_option_costs_no_query(client, switch):
    switch(on=True)

    with captured() as statements:
        client.get("/fa/subscribe/")
        client.get("/service-worker.js")
        SiteOptions.in_force()

    assert [sql for sql in statements if "siteoptions" in sql] == []


def test_a_cache_that_was_emptied_asks_once(client, switch):
    switch(on=True)
    cache.clear()

    with captured() as statements:
        answers = [SiteOptions.in_force().offline_reading for _ in range(3)]

    assert answers == [True] * 3
    assert len(statements) == 1


def test_what_is_not_saved_after_all_changes_nothing():
    with transaction.atomic():
        SiteOptions(offline_reading=True).save()
        transaction.set_rollback(True)

    assert SiteOptions.in_force().offline_reading is False


def test_staff_switch_it_in_one_form(admin_client, django_capture_on_commit_callbacks):
    page = LexborHTMLParser(admin_client.get(LIST, follow=True).content.decode())

    assert page.css_first("input[name=offline_reading]").attributes["type"] == "checkbox"
    assert "checked" not in page.css_first("input[name=offline_reading]").attributes
    assert page.css("#content-main :is(.addlink, .deletelink, [name=_addanother])") == []
    with django_capture_on_commit_callbacks(execute=True):
        answer = admin_client.post(FORM, filled_in(admin_client, FORM) | {"offline_reading": "on"})
    assert (answer.status_code, answer["Location"]) == (302, LIST)
    assert SiteOptions.in_force().offline_reading is True
    with django_capture_on_commit_callbacks(execute=True):
        form = filled_in(admin_client, FORM)
        del form["offline_reading"]
        admin_client.post(FORM, form)
    assert SiteOptions.in_force().offline_reading is False
    assert SiteOptions.objects.count() == 1


def test_the_row_is_neither_added_nor_deleted(admin_client, switch):
    switch(on=True)

    assert admin_client.get(f"{LIST}add/").status_code == 403
    assert admin_client.post(f"{LIST}add/", {"offline_reading": "on"}).status_code == 403
    assert admin_client.post(f"{LIST}1/delete/", {"post": "yes"}).status_code == 403
    assert SiteOptions.objects.get().offline_reading is True


def test_there_is_one_row():
    SiteOptions(pk=7, offline_reading=True).save()
    SiteOptions(offline_reading=False).save()

    assert list(SiteOptions.objects.values_list("pk", "offline_reading")) == [(1, False)]
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteOptions.objects.bulk_create([SiteOptions(pk=2)])


@pytest.mark.parametrize(("rights", "status"), [([], 403), (["change_siteoptions"], 200)])
def test_who_may_not_change_it_does_not_see_it(client, rights, status):
    staff(client, *rights)

    assert client.get(LIST, follow=True).status_code == status
    if status == 403:
        client.post(FORM, {"offline_reading": "on"})
        assert SiteOptions.objects.filter(offline_reading=True).count() == 0


@pytest.mark.parametrize("code", CODES)
def test_the_page_of_kept_articles_says_whether_any_are_kept(client, switch, code):
    off = LexborHTMLParser(client.get(f"/{code}/kept/").content.decode())
    switch(on=True)
    on = LexborHTMLParser(client.get(f"/{code}/kept/").content.decode())

    assert [len(page.css("#kept, #kept-sign, #forget")) for page in (off, on)] == [0, 3]
    assert on.css_first("meta[name=robots]").attributes["content"] == "noindex"
    # Unseen until its module says so: nothing was asked for in vain yet.
    assert "hidden" in on.css_first("#no-connection").attributes
    kept_links = [
        len(page.css(f'footer .footer-end a[href="/{code}/kept/"]')) for page in (off, on)
    ]
    assert kept_links == [0, 1]


@pytest.mark.parametrize("style", ["egyptian", "levantine"])
def test_dates_are_written_as_the_edition_writes_them(client, switch, settings, style):
    settings.MONTH_STYLE_AR = style
    switch(on=True)

    pages = [LexborHTMLParser(client.get(f"/{code}/kept/").content.decode()) for code in CODES]

    arabic = {"egyptian": "ar-EG-u-nu-arab", "levantine": "ar-SY-u-nu-arab"}[style]
    locales = [page.css_first("#kept").attributes["data-locale"] for page in pages]
    assert locales == ["en", arabic, "fa", "sq"]
