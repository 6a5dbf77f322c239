"""Translations that were asked for on the dashboard, and who may say that one is not needed."""

from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article
from nejat.audit.models import AuditEntry
from nejat.editorial.translations.requests import TranslationRequest
from nejat.staff.groups import AUTHORS, CHIEF_EDITORS, EDITORS, MODERATORS, TRANSLATORS
from nejat.staff.models import StaffMember
from tests.admin.desk import nodes, staff, texts
from tests.factories import make_article, make_cartoon
from tests.sql import base_columns_read, captured
from tests.staff.making import make_staff

pytestmark = pytest.mark.django_db
SECTION = "[aria-labelledby=desk-asked]"
MORE = "Lists find more by their filter “translation”."


def _english(title: str = "Garden", **fields: object) -> Article:
    return make_article("en", title=title, body="<p>A tree.</p>", **fields)


def _ask(work, code: str = "fa", **fields: object) -> TranslationRequest:
    return TranslationRequest.objects.create(work=work, edition=code, **fields)


def _log_in(client, group: str, *editions: str):
    client.force_login(make_staff(group, editions=editions))
    return client


def _seen(client) -> list[str]:
    return texts(client.get("/admin/"), f"{SECTION} a")


def _door(asked: TranslationRequest) -> str:
    return f"/admin/translation-requests/{asked.pk}/not-needed/"


def test_those_who_may_write_in_the_edition_see_what_was_asked_for(client):
    _ask(_english())

    for group in (CHIEF_EDITORS, EDITORS, AUTHORS, TRANSLATORS):
        assert _seen(_log_in(client, group)) == ["Garden"], group
        assert _seen(_log_in(client, group, "fa")) == ["Garden"], group
        assert _seen(_log_in(client, group, "en")) == [], group
    assert _seen(_log_in(client, MODERATORS)) == []


def test_those_who_only_see_works_do_not(client):
    _ask(_english())

    assert _seen(staff(client, "view_article")) == []


def test_it_says_what_where_who_when_and_why_and_leads_to_the_edition(client):
    user = make_staff(EDITORS, first_name="Mina")
    moment = datetime(2024, 3, 20, 9, 30, tzinfo=UTC)
    work = _english()
    _ask(work, asked_by=user, asked_at=moment, note="For the anniversary")
    _log_in(client, TRANSLATORS)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "fa"

    page = client.get("/admin/")

    [link] = nodes(page, f"{SECTION} a")
    assert link.attributes["href"] == f"/admin/articles/article/{work.pk}/change/#edition-fa"
    title = link.css_first("bdi")
    assert (title.text(), title.attributes["lang"], title.attributes["dir"]) == (
        "Garden",
        "en",
        "ltr",
    )
    assert texts(page, f"{SECTION} .dot") == ["فارسی"]
    assert "Mina" in texts(page, f"{SECTION} .quiet")[1]
    assert texts(page, f"{SECTION} q") == ["For the anniversary"]
    assert "۱۴۰۳" in texts(page, f"{SECTION} time")[0]


def test_the_longest_waiting_stand_first_and_no_more_than_fit(client, monkeypatch):
    monkeypatch.setattr("nejat.dashboard.translations.MOST_SHOWN", 2)
    for day, title in ((3, "Third"), (1, "First"), (2, "Second")):
        _ask(_english(title), asked_at=datetime(2024, 1, day, tzinfo=UTC))

    assert _seen(_log_in(client, TRANSLATORS)) == ["First", "Second"]
    assert MORE in texts(client.get("/admin/"), f"{SECTION} li")

    TranslationRequest.objects.first().delete()
    assert MORE not in texts(client.get("/admin/"), f"{SECTION} li")


def test_what_others_write_does_not_hide_what_the_account_writes(client, monkeypatch):
    monkeypatch.setattr("nejat.dashboard.translations.MOST_SHOWN", 1)
    for number in range(3):
        _ask(_english(f"Arabic {number}"), "ar")
        _ask(make_cartoon("en"))
    _ask(_english())
    staff(client, "view_article", "translate_article", "view_cartoon")
    StaffMember.objects.create(user=User.objects.get(), editions=["fa"])

    assert _seen(client) == ["Garden"]


def test_what_is_in_the_trash_is_not_shown_and_does_not_hide_the_others(client, monkeypatch):
    monkeypatch.setattr("nejat.dashboard.translations.MOST_SHOWN", 1)
    asker = make_staff(EDITORS)
    for _ in range(2):
        work = _english("Gone", state="draft")
        asked = _ask(work, asked_by=asker)
        work.trashed_at = timezone.now()
        work.save()
    _ask(_english())

    for user in (make_staff(EDITORS), asker):
        client.force_login(user)
        assert _seen(client) == ["Garden"]
        assert client.post(_door(asked)).status_code == 403
    assert TranslationRequest.objects.count() == 3


def test_a_translation_that_was_submitted_is_asked_for_no_more(client):
    work = _english()
    _ask(work)
    _log_in(client, TRANSLATORS)
    assert _seen(client) == ["Garden"]

    work.title_fa, work.state_fa = "باغ", "in_review"
    work.save()

    assert _seen(client) == []


def test_who_asked_and_who_publishes_there_may_say_that_it_is_not_needed(client):
    asker = make_staff(AUTHORS, editions=["en"])
    others = [
        (make_staff(CHIEF_EDITORS), True),
        (make_staff(EDITORS, editions=["fa"]), True),
        (asker, True),
        (make_staff(EDITORS, editions=["en"]), False),
        (make_staff(AUTHORS), False),
        (make_staff(TRANSLATORS), False),
        (make_staff(MODERATORS), False),
    ]
    for user, may in others:
        asked = _ask(_english(), asked_by=asker, note="Soon")
        client.force_login(user)
        button = nodes(client.get("/admin/"), f"{SECTION} form")

        answer = client.post(_door(asked))

        assert answer.status_code == (302 if may else 403), user.groups.get()
        assert bool(button) == (may and user != asker), user.groups.get()
        assert TranslationRequest.objects.exists() != may
        TranslationRequest.objects.all().delete()
    entries = AuditEntry.objects.filter(act="not_needed")
    assert [(e.object_name, e.editions) for e in entries] == [("Garden", "fa")] * 3


def test_one_s_own_request_is_withdrawn_on_the_dashboard(client):
    user = make_staff(TRANSLATORS)
    client.force_login(user)
    _ask(_english(), asked_by=user)
    [form] = nodes(client.get("/admin/"), f"{SECTION} form")

    answer = client.post(form.attributes["action"], follow=True)

    assert answer.redirect_chain == [("/admin/", 302)]
    assert texts(answer, ".messagelist li") == ["The translation is not asked for any more."]
    assert nodes(answer, SECTION) == []


def test_what_is_gone_meanwhile_is_said_and_nothing_is_done_by_get(client):
    asked = _ask(_english())
    _log_in(client, EDITORS)

    assert client.get(_door(asked)).status_code == 405
    client.post(_door(asked))
    told = texts(client.post(_door(asked), follow=True), ".messagelist .warning")

    assert told == ["This translation is no longer asked for."]
    assert AuditEntry.objects.filter(act="not_needed").count() == 1


@pytest.mark.parametrize("count", [1, 30])
def test_it_costs_a_query_and_one_for_each_kind_of_works(client, count):
    _log_in(client, CHIEF_EDITORS)
    client.get("/admin/")
    with captured() as before:
        client.get("/admin/")
    for _ in range(count):
        _ask(_english(), asked_by=make_staff(EDITORS))
        _ask(make_cartoon("en"), "sq")

    with captured() as statements:
        page = client.get("/admin/")

    assert len(nodes(page, f"{SECTION} li")) == min(2 * count, 21)
    assert len(statements) == len(before) + 2
    assert base_columns_read(statements) == set()
